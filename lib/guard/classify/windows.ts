/** A long message's matches go in; its parts, each to be read by itself, come out. */
import type { Matches } from "../match/lexicon";

/** Sentences read together: what happened, and when or to whom; safe 1 to 3. */
const TOGETHER = 2;
/** Parts read at most, first to last; safe 8 to 24. */
const MOST_PARTS = 16;
/** Shortest part worth reading, in tokens; safe 3 to 8. */
const SHORTEST = 4;

/**
 * @returns texts of neighbouring sentences, overlapping by all but one; none for a message of one part
 */
export function windowsOf({ normalised }: Matches): string[] {
  const { text, tokens, sentences } = normalised;
  if (sentences.length <= TOGETHER) return [];
  const windows: string[] = [];
  for (let at = 0; at + TOGETHER <= sentences.length && windows.length < MOST_PARTS; at += 1) {
    const first = sentences[at];
    const last = sentences[at + TOGETHER - 1];
    if (!first || !last || last.to - first.from < SHORTEST) continue;
    windows.push(text.slice(tokens[first.from]?.start ?? 0, tokens[last.to - 1]?.end ?? 0));
  }
  return windows;
}
