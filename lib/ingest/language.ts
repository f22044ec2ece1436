/** Text in; the language it is written in out. */
import { detect } from "tinyld";

/** Fewer letters say too little to guess from; safe 20 to 100. */
const MIN_LETTERS = 40;

/** The commonest small words of the two languages most documents here are in. */
const ENGLISH = new Set(
  "the of and to in is that it for are with as or be this can by on an not from have at you your may if they which".split(
    " ",
  ),
);
const SPANISH = new Set(
  "el la de que y en los las un una es por con para del se no su al lo como más puede o si le sus este esta".split(
    " ",
  ),
);
/** Share of small words that settles the language without asking tinyld, which is slow; safe 0.12 to 0.3. */
const SETTLED_SHARE = 0.15;

/** Languages a guess is believed of; anything else is more often a list of names or a bit of code. */
const BELIEVED = new Set(
  "en es fr de it pt nl pl ru uk zh ja ko ar fa hi bn ur tr vi th el he sv da nb no fi cs ro hu id tl so sw am ne".split(
    " ",
  ),
);

/**
 * @param text a paragraph or more
 * @returns a BCP 47 primary tag; `en` when the text is too short to tell
 */
export function languageOf(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const share = (small: ReadonlySet<string>) =>
    words.filter((word) => small.has(word)).length / words.length;
  const [english, spanish] = [share(ENGLISH), share(SPANISH)];
  if (english > SETTLED_SHARE && english > 4 * spanish) return "en";
  if (spanish > SETTLED_SHARE && spanish > 4 * english) return "es";
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const guess = letters >= MIN_LETTERS ? detect(text) : "";
  return BELIEVED.has(guess) ? guess : "en";
}
