/** A message and its matches go in; its separate requests, as texts, come out. */
import type { Matches } from "./match/lexicon";
import type { Sentence } from "./normalise";

/** Fewest words of a request worth an answer of its own; safe 3 to 5. */
const SHORTEST = 3;
/** Most requests told apart in one message; safe 3 to 6. */
const MOST = 4;

/** Where a sentence turns to a second request without a stop. */
const SECOND =
  /(?:,\s*|\s)(?=(?:and also|also|and (?:what|how|why|which|can|is|are|does|do|should|when|where|who)|plus (?:what|how|why|can|is|should)|y (?:tambi[eé]n|qu[eé]|c[oó]mo|cu[aá]nt[oa]s?|por qu[eé]|puedo|debo|cu[aá]l|es)|y adem[aá]s|adem[aá]s|tambi[eé]n)\s)/giu;

/** Longest background read with a request, in characters; safe 200 to 1,000. */
const BACKGROUND = 600;

function asks(matches: Matches, { from, to, asks }: Sentence): boolean {
  return (
    asks ||
    matches.within("question-opener", from, to) ||
    matches.within("info-ask", from, to) ||
    matches.within("decision", from, to) ||
    matches.within("now.suicide", from, to)
  );
}

/**
 * What a message tells without asking: whom its requests are about.
 *
 * @returns the end of it, at most BACKGROUND characters; empty when everything asks
 */
export function backgroundOf(matches: Matches): string {
  const { normalised } = matches;
  return normalised.sentences
    .filter((sentence) => !asks(matches, sentence))
    .map(({ from, to }) =>
      normalised.text.slice(normalised.tokens[from]?.start, normalised.tokens[to - 1]?.end),
    )
    .join(". ")
    .slice(-BACKGROUND);
}

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
    if (!asks(matches, sentence)) continue;
    const whole = normalised.text.slice(first.start, last.end) + (sentence.asks ? "?" : "");
    pieces.push(...whole.split(SECOND));
  }
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece.split(/\s+/u).length >= SHORTEST)
    .slice(0, MOST);
}
