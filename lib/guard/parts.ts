/** A message and its matches go in; its separate requests, as texts, come out. */
import type { Matches } from "./match/lexicon";

/** Fewest words of a request worth an answer of its own; safe 3 to 5. */
const SHORTEST = 3;
/** Most requests told apart in one message; safe 3 to 6. */
const MOST = 4;

/** Where a sentence turns to a second request without a stop. */
const SECOND =
  /(?:,\s*|\s)(?=(?:and also|also|and (?:what|how|why|which|can|is|are|does|do|should|when|where|who)|plus (?:what|how|why|can|is|should)|y (?:tambi[eé]n|qu[eé]|c[oó]mo|cu[aá]nt[oa]s?|por qu[eé]|puedo|debo|cu[aá]l|es)|y adem[aá]s|adem[aá]s|tambi[eé]n)\s)/giu;

/**
 * Splits a message that asks several things.
 *
 * @returns the pieces that ask something, in order; one or none when there is a single request
 */
export function splitRequests(matches: Matches): string[] {
  const { normalised } = matches;
  const pieces: string[] = [];
  for (const sentence of normalised.sentences) {
    const first = normalised.tokens[sentence.from];
    const last = normalised.tokens[sentence.to - 1];
    if (!first || !last) continue;
    const asks =
      sentence.asks ||
      matches.within("question-opener", sentence.from, sentence.to) ||
      matches.within("info-ask", sentence.from, sentence.to) ||
      matches.within("decision", sentence.from, sentence.to) ||
      matches.within("now.suicide", sentence.from, sentence.to);
    if (!asks) continue;
    const whole = normalised.text.slice(first.start, last.end) + (sentence.asks ? "?" : "");
    pieces.push(...whole.split(SECOND));
  }
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece.split(/\s+/u).length >= SHORTEST)
    .slice(0, MOST);
}
