/**
 * A draft and one passage in; which sentences, clauses and places of the passage it speaks of out.
 */
import type { Evidence } from "./evidence";
import type { Clause, Reading, Token } from "./read";

/** The passage's sentences that together may stand behind one draft sentence. Safe 2 to 4. */
const MOST_ALIGNED = 3;
/** A passage's sentence that shares less of the draft than this says something else. Safe 0.15 to 0.4. */
const LEAST_SHARED = 0.2;
/** Words on either side that say what a cue is about. Safe 2 to 4. */
const NEIGHBOURHOOD = 3;
/** How near the best a clause must come to be taken for the one meant. Safe 0.05 to 0.25. */
export const NEARLY = 0.2;

/** The share of a draft's words, by weight, that something has. */
export const shareOf = (reading: Reading, has: (term: string) => boolean): number => {
  let held = 0;
  let total = 0;
  for (const [term, weight] of reading.terms) {
    total += weight;
    if (has(term)) held += weight;
  }
  return total === 0 ? 0 : held / total;
};

/** The passage's sentences that a draft rests on: the closest, then those that add what it lacks. */
export function align(draft: Reading, { sentences }: Evidence): Reading[] {
  const aligned: Reading[] = [];
  const held = new Set<string>();
  const shares = sentences.map((sentence) => shareOf(draft, (term) => sentence.terms.has(term)));
  while (aligned.length < MOST_ALIGNED) {
    let best: { sentence: Reading; gain: number; at: number } | undefined;
    sentences.forEach((sentence, at) => {
      if (aligned.includes(sentence) || (shares[at] ?? 0) < LEAST_SHARED) return;
      let gain = 0;
      for (const [term, weight] of draft.terms)
        if (!held.has(term) && sentence.terms.has(term)) gain += weight;
      if (gain > (best?.gain ?? 0)) best = { sentence, gain, at };
    });
    if (!best) break;
    // A further sentence has to bring something of substance.
    if (aligned.length > 0 && best.gain < 0.5) break;
    aligned.push(best.sentence);
    for (const term of best.sentence.terms.keys()) held.add(term);
  }
  return aligned;
}

const neighbours = (reading: Reading, token: Token) =>
  reading.tokens.filter(
    (other) =>
      other !== token &&
      other.weight > 0 &&
      Math.abs(other.at - token.at) <= NEIGHBOURHOOD &&
      other.directions.length === 0,
  );

/** How alike two places are: shared words nearby count more on the same side, and in the same clause. */
function likeness(draft: Reading, mine: Token, source: Reading, theirs: Token): number {
  let score = 0;
  const around = new Map(
    neighbours(source, theirs).map(({ term, at }) => [term, Math.sign(at - theirs.at)]),
  );
  for (const { term, at } of neighbours(draft, mine)) {
    const side = around.get(term);
    if (side !== undefined) score += side === Math.sign(at - mine.at) ? 1 : 0.6;
  }
  const clause = source.clauses[theirs.clause];
  for (const { term, clause: own, weight } of draft.tokens)
    if (own === mine.clause && weight > 0 && clause?.terms.has(term)) score += 0.2;
  return score;
}

interface Rivals {
  /** How well the place fits where the passage has the same thing; undefined when it never has it. */
  readonly same?: number;
  /** And where the passage has something else of the kind. */
  readonly other?: number;
}

/** Finds where the passage has what the draft has, or something else of its kind, in like company. */
export function rivals(
  draft: Reading,
  token: Token,
  sources: readonly Reading[],
  compare: (theirs: Token) => "same" | "other" | undefined,
): Rivals {
  let same: number | undefined;
  let other: number | undefined;
  for (const source of sources)
    for (const theirs of source.tokens) {
      const verdict = compare(theirs);
      if (!verdict) continue;
      const score = likeness(draft, token, source, theirs);
      if (verdict === "same") same = Math.max(same ?? 0, score);
      else other = Math.max(other ?? 0, score);
    }
  return { same, other };
}

/** The clauses of the passage that a clause of the draft may be saying again. */
export function matching(
  clause: Clause,
  aligned: readonly Reading[],
  nearly = NEARLY,
): { clause: Clause; reading: Reading }[] {
  const scored = aligned.flatMap((reading) =>
    reading.clauses.map((candidate) => {
      let shared = 0;
      for (const term of clause.terms) if (candidate.terms.has(term)) shared += 1;
      return {
        clause: candidate,
        reading,
        share: clause.terms.size ? shared / clause.terms.size : 0,
      };
    }),
  );
  const best = Math.max(0, ...scored.map(({ share }) => share));
  return best === 0 ? [] : scored.filter(({ share }) => share >= best - nearly);
}
