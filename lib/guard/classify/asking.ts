/** A message's matches go in; the parts of it that ask, and what each is made of, come out. */
import type { Matches } from "../match/lexicon";

/** A range of tokens. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Longest sentence taken whole as the part that asks, in tokens; safe 15 to 40. */
const ASKING_SENTENCE = 28;
/** Tokens before and after an asking phrase in a longer sentence; safe 0 to 6 and 8 to 20. */
const ASKING_BEFORE = 2;
const ASKING_AFTER = 14;
const ASKING_CONCEPTS = ["question-opener", "info-ask", "decision", "asks-amount"];

/**
 * Finds the part of a message that asks: sentences with a question mark or an asking phrase; around that
 * phrase in a run-on; the end of a message that has neither.
 *
 * @param matches the message against the whole lexicon
 * @returns token ranges, first to last; none for a message without words
 */
export function askingSpans(matches: Matches): Span[] {
  const { sentences } = matches.normalised;
  const phrases = ASKING_CONCEPTS.flatMap((concept) => matches.hits(concept));
  const spans: Span[] = [];
  for (const { from, to, asks } of sentences) {
    const inside = phrases.filter((hit) => hit.from >= from && hit.from < to);
    if (to - from <= ASKING_SENTENCE) {
      if (asks || inside.length > 0) spans.push({ from, to });
      continue;
    }
    const windows = inside
      .map((hit) => ({
        from: Math.max(from, hit.from - ASKING_BEFORE),
        to: Math.min(to, hit.from + ASKING_AFTER),
      }))
      .sort((a, b) => a.from - b.from);
    if (asks) windows.push({ from: Math.max(from, to - ASKING_SENTENCE), to });
    for (const window of windows) {
      const last = spans[spans.length - 1];
      if (last && last.from >= from && window.from <= last.to)
        spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, window.to) };
      else spans.push(window);
    }
  }
  const end = sentences[sentences.length - 1];
  if (spans.length === 0 && end)
    spans.push({ from: Math.max(end.from, end.to - ASKING_SENTENCE), to: end.to });
  return spans;
}

/** What a question may be made of: who is in it, what it wants, what it is about. */
const MADE_OF: readonly string[] = [
  "self",
  "other",
  "case",
  "owned",
  "decision",
  "wants-help",
  "wants-to-know",
  "info-ask",
  "asks-amount",
  "seeks-resources",
  "points-back",
  "about-illness",
  "own-data",
  "drug",
  "lab",
  "number",
  "condition",
  "symptom",
  "body",
  "procedure",
  "negation",
  "past-time",
  "hypothetical",
];

/** Whom a question is about. */
function whoIn(made: readonly string[]): "self" | "other" | "nobody" {
  if (made.includes("self") || made.includes("owned")) return "self";
  return made.includes("other") || made.includes("case") ? "other" : "nobody";
}

/**
 * Names what each question of a message is made of, by whom it is about: a story about oneself may end in a question
 * about nobody. The last one is named apart, since most people ask last.
 *
 * @param asking the parts that ask, as `askingSpans` finds them
 */
export function partsAsked(matches: Matches, asking: readonly Span[]): Set<string> {
  const { tokens } = matches.normalised;
  const found = new Set<string>();
  let about = 0;
  for (const [at, { from, to }] of asking.entries()) {
    const made = MADE_OF.filter((concept) => matches.within(concept, from, to));
    const who = whoIn(made);
    if (who !== "nobody") about += 1;
    const first = tokens[from]?.word ?? "";
    const second = tokens[from + 1]?.word ?? "";
    for (const mark of ["s", at === asking.length - 1 ? "sl" : "sn"]) {
      found.add(`${mark} ${who}`);
      found.add(`${mark} ${who} ${first}`);
      found.add(`${mark} ${who} ${first} ${second}`);
      for (const one of made) found.add(`${mark} ${who} ${one}`);
    }
    for (const one of made) for (const two of made) if (one < two) found.add(`s2 ${one} ${two}`);
  }
  found.add(`parts ${Math.min(4, asking.length)} ${Math.min(3, about)}`);
  return found;
}
