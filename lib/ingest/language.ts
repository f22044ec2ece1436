/** Text in; the language it is written in out. */
import { detect } from "tinyld";

/** Fewer letters say too little to guess from; safe 20 to 100. */
const MIN_LETTERS = 40;

/**
 * @param text a paragraph or more
 * @returns a BCP 47 primary tag; `en` when the text is too short to tell
 */
export function tinyldLanguage(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (letters >= MIN_LETTERS && detect(text)) || "en";
}
