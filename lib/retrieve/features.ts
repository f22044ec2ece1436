/** A weighed question and a candidate passage enter; a few numbers leave, each of which is larger the better the passage fits. */

import type { HeadingMatch } from "./heading-match";
import type { PassageKinds } from "./passage-kinds";
import type { PassageTermStore } from "./passage-terms";

/** Terms at the start of a passage, where it says what it is about. Safe 20 to 60. */
const OPENING = 24;
/** Two words of the question are near in the passage when at most this far apart. Safe 1 to 4. */
const NEAR = 3;
/** Up to the square of this many concepts, each name counts in full: the rest of a long message is not what it asks. Safe 2 to 3. */
export const SHORT_QUESTION = 2.2;
/** How far a synonym counts against the word itself. Safe 0.5 to 1. */
const SYNONYM_WORTH = 0.9;

/** One thing the question names: its own term, and other ways to say it, each of one or more terms. */
export interface Concept {
  readonly term: string;
  /** How much the question is about it, 0 and up: salience times rarity. */
  readonly weight: number;
  readonly alternatives: readonly (readonly string[])[];
  /** Salience times how rare the word is in health text at large: known also for a word the index lacks. */
  readonly importance: number;
  /** How far it names the one thing asked about, 0 to 2: a medicine or a name is 1, a particular more. */
  readonly named: number;
  /** Neither the word nor another name for it is in the index. */
  readonly absent: boolean;
}

export const FEATURES = [
  "words",
  "meaning",
  "gist",
  "covered",
  "opening",
  "heading",
  "focus",
  "near",
  "kind",
  "holds",
  "wording",
  "asks",
  "opener",
  "manner",
  "form",
  "says",
  "fullness",
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Record<Feature, number>;

/** A question's concepts as passage term numbers, ready to be compared with many passages. */
export interface PreparedConcepts {
  readonly total: number;
  /** Index of the heaviest concept, -1 when there is none. */
  readonly heaviest: number;
  readonly weights: Float64Array;
  readonly importances: Float64Array;
  /** See {@link Concept.named}; counts for less the longer the question. */
  readonly named: Float64Array;
  /** Share of the question's importance that the index has no word for. */
  readonly absent: number;
  /** By term number: 1 + the concept it is the word of, or 0. */
  readonly own: Int32Array;
  /** By term number: 1 when it is part of another name of a concept. */
  readonly isPart: Uint8Array;
  readonly parts: ReadonlyMap<number, readonly { concept: number; alternative: number }[]>;
  readonly alternativeSizes: readonly (readonly number[])[];
  /** Weight of neighbouring concepts of the question, by `pairKey`. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly pairTotal: number;
}

function absentShare(concepts: readonly Concept[]): number {
  let all = 0;
  let absent = 0;
  for (const concept of concepts) {
    all += concept.importance;
    if (concept.absent) absent += concept.importance;
  }
  return all > 0 ? absent / all : 1;
}

/** Shares from 0 to 1 of what a question is about that a passage holds. */
export interface Coverage {
  readonly covered: number;
  /** With the weightiest concepts counting most. */
  readonly core: number;
  /** 1 when no name the question gives is missing. */
  readonly named: number;
}

/**
 * How far a passage, its headings included, holds what the question is about.
 * @returns shares of importance, 0 to 1: of all concepts, and with the weightiest counting most
 */
export function coverage(
  id: string,
  prepared: PreparedConcepts,
  store: PassageTermStore,
): Coverage {
  const passage = store.of(id);
  if (!passage) return { covered: 0, core: 0, named: 0 };
  const inBody = met(passage.body, passage.body.length, prepared);
  const inHeadings = met(passage.headings, passage.headings.length, prepared);
  const inAsked = met(passage.asked, passage.asked.length, prepared);
  let all = 0;
  let covered = 0;
  let squares = 0;
  let core = 0;
  let missing = 0;
  for (let i = 0; i < inBody.length; i++) {
    const importance = prepared.importances[i] as number;
    const share = Math.max(inBody[i] as number, inHeadings[i] as number, inAsked[i] as number);
    all += importance;
    covered += importance * share;
    squares += importance ** 2;
    core += importance ** 2 * share;
    missing = Math.max(missing, (prepared.named[i] as number) * (1 - share));
  }
  if (all <= 0) return { covered: 0, core: 0, named: 0 };
  return { covered: covered / all, core: core / squares, named: 1 - missing };
}

const pairKey = (a: number, b: number) => (a < b ? a * 65_536 + b : b * 65_536 + a);

/** Makes the lookups of one reading of a question. */
export function prepareConcepts(
  concepts: readonly Concept[],
  pairs: readonly (readonly [string, string])[],
  store: PassageTermStore,
): PreparedConcepts {
  const own = new Int32Array(store.size);
  const isPart = new Uint8Array(store.size);
  const parts = new Map<number, { concept: number; alternative: number }[]>();
  const indexOf = new Map(concepts.map(({ term }, i) => [term, i]));
  let total = 0;
  let heaviest = -1;
  concepts.forEach(({ term, weight, alternatives }, concept) => {
    total += weight;
    if (heaviest < 0 || weight > (concepts[heaviest]?.weight ?? 0)) heaviest = concept;
    const number = store.numberOf(term);
    if (number >= 0) own[number] = concept + 1;
    alternatives.forEach((terms, alternative) => {
      for (const part of terms) {
        const at = store.numberOf(part);
        if (at < 0) continue;
        isPart[at] = 1;
        const held = parts.get(at);
        if (held) held.push({ concept, alternative });
        else parts.set(at, [{ concept, alternative }]);
      }
    });
  });
  const pairWeights = new Map<number, number>();
  let pairTotal = 0;
  for (const [a, b] of pairs) {
    const first = indexOf.get(a);
    const second = indexOf.get(b);
    if (first === undefined || second === undefined) continue;
    const key = pairKey(first, second);
    if (pairWeights.has(key)) continue;
    const weight = Math.min(concepts[first]?.weight ?? 0, concepts[second]?.weight ?? 0);
    pairWeights.set(key, weight);
    pairTotal += weight;
  }
  return {
    total,
    heaviest,
    weights: Float64Array.from(concepts, ({ weight }) => weight),
    importances: Float64Array.from(concepts, ({ importance }) => importance),
    named: Float64Array.from(
      concepts,
      ({ named }) => named * Math.min(1, SHORT_QUESTION ** 2 / concepts.length),
    ),
    absent: absentShare(concepts),
    own,
    isPart,
    parts,
    alternativeSizes: concepts.map(({ alternatives }) => alternatives.map(({ length }) => length)),
    pairs: pairWeights,
    pairTotal,
  };
}

/** How far each concept is met by some terms, 0 to 1. */
function met(numbers: Uint32Array, end: number, prepared: PreparedConcepts): Float64Array {
  const { own, isPart, parts, alternativeSizes } = prepared;
  const found = new Float64Array(prepared.weights.length);
  let seen: Map<number, Set<number>> | undefined;
  for (let i = 0; i < end; i++) {
    const number = numbers[i] as number;
    const concept = own[number] as number;
    if (concept > 0) found[concept - 1] = 1;
    if (isPart[number] === 0) continue;
    for (const { concept: at, alternative } of parts.get(number) ?? []) {
      if ((found[at] as number) >= SYNONYM_WORTH) continue;
      seen ??= new Map();
      const key = at * 256 + alternative;
      const met = seen.get(key) ?? new Set<number>();
      met.add(number);
      seen.set(key, met);
      // Half of a two-word name is not half of the thing.
      if (met.size >= (alternativeSizes[at]?.[alternative] ?? 1)) found[at] = SYNONYM_WORTH;
    }
  }
  return found;
}

function share(found: Float64Array, prepared: PreparedConcepts): number {
  if (prepared.total <= 0) return 0;
  let sum = 0;
  for (let i = 0; i < found.length; i++)
    sum += (found[i] as number) * (prepared.weights[i] as number);
  return sum / prepared.total;
}

/** The share of neighbouring words of the question that stand near each other in the passage, by weight. */
function nearness(body: Uint32Array, prepared: PreparedConcepts): number {
  const { own, pairs, pairTotal } = prepared;
  if (pairTotal <= 0) return 0;
  const seen = new Set<number>();
  let sum = 0;
  for (let i = 1; i < body.length; i++) {
    const concept = own[body[i] as number] as number;
    if (concept === 0) continue;
    for (let j = Math.max(0, i - NEAR); j < i; j++) {
      const other = own[body[j] as number] as number;
      if (other === 0 || other === concept) continue;
      const key = pairKey(concept - 1, other - 1);
      const weight = pairs.get(key);
      if (weight === undefined || seen.has(key)) continue;
      seen.add(key);
      sum += weight;
    }
  }
  return sum / pairTotal;
}

/** Compares one passage with the question. `words`, `meaning` and `gist` come from the searches. */
export function passageFeatures(
  id: string,
  searched: Pick<Features, "words" | "meaning" | "gist">,
  prepared: PreparedConcepts,
  asked: readonly (readonly [number, number])[],
  above: HeadingMatch,
  kinds: PassageKinds,
  store: PassageTermStore,
): Features {
  const passage = store.of(id);
  const body = passage?.body ?? new Uint32Array();
  const headings = passage?.headings ?? new Uint32Array();
  const whole = met(body, body.length, prepared);
  const opening = met(body, Math.min(OPENING, body.length), prepared);
  const heading = met(headings, headings.length, prepared);
  for (let i = 0; i < whole.length; i++) {
    const inHeading = heading[i] as number;
    whole[i] = Math.max(whole[i] as number, inHeading);
    opening[i] = Math.max(opening[i] as number, inHeading);
  }
  const heaviest = prepared.heaviest;
  const given = kinds.of(id);
  const covered = share(whole, prepared);
  const { headed, ...asQuestion } = above;
  return {
    ...searched,
    covered,
    // A section under a heading of its own is short: what it does not say, it does not answer.
    holds: headed * covered,
    opening: share(opening, prepared),
    heading: share(heading, prepared),
    focus: heaviest < 0 ? 0 : ((opening[heaviest] as number) + (whole[heaviest] as number)) / 2,
    near: nearness(body, prepared),
    kind: asked.reduce((sum, [kind, part]) => sum + part * (given[kind] as number), 0),
    ...asQuestion,
    fullness: Math.min(1, body.length / OPENING),
  };
}
