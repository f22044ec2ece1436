/**
 * Named lists of patterns go in; a matcher that finds every one of them in a text, in one pass, comes out.
 *
 * The pass runs from the last token to the first, so that when a pattern is tried every concept it
 * may refer to further on is already known. Work per token is bounded by the patterns that can start
 * there and by their gaps, never by the length of the text.
 */
import { type Normalised, STOP } from "../normalise";
import { parseList, type Step } from "./pattern";

/** Concept name to its patterns, written as in pattern.ts. */
export type Vocabulary = Readonly<Record<string, string>>;

export interface Hit {
  /** Token range. */
  readonly from: number;
  readonly to: number;
}

/** What was found in one text. */
export interface Matches {
  readonly normalised: Normalised;
  has(concept: string): boolean;
  /** Every place a concept was found, first to last; empty when nowhere. */
  hits(concept: string): readonly Hit[];
  /** Whether a concept lies wholly within a token range. */
  within(concept: string, from: number, to: number): boolean;
}

interface Sequence {
  readonly concept: string;
  readonly steps: readonly Step[];
}

export interface Lexicon {
  match(normalised: Normalised): Matches;
  /** Every whole word of the patterns, for the spelling corrector. */
  readonly words: ReadonlySet<string>;
  /** Whether a token is a word of the patterns, whole or by its beginning. */
  knows(word: string): boolean;
}

const NUMBER = /^\d/u;
/** What parts two clauses of a sentence. */
const BREAK = /[,:—–(]|\s-\s/u;
/** Longest beginning looked up; safe 12 to 30. No prefix in the data is longer. */
const MAX_PREFIX = 16;

/**
 * Compiles vocabularies.
 *
 * @param vocabularies concept lists; the same name in two of them is one concept
 * @param tag names the concept a single word belongs to by its shape, such as the ending of a medicine's name
 * @returns a matcher; build once, use for every message
 * @throws Error when a pattern refers to a concept that does not exist (a mistake in our own data)
 */
export function compileLexicon(
  vocabularies: readonly Vocabulary[],
  tag: (word: string) => string | undefined = () => undefined,
): Lexicon {
  const byWord = new Map<string, Sequence[]>();
  const byPrefix = new Map<string, Sequence[]>();
  const byConcept = new Map<string, Sequence[]>();
  const byNumber: Sequence[] = [];
  const words = new Set<string>();
  const names = new Set(vocabularies.flatMap((vocabulary) => Object.keys(vocabulary)));
  const add = (map: Map<string, Sequence[]>, key: string, sequence: Sequence) => {
    const list = map.get(key);
    if (list) list.push(sequence);
    else map.set(key, [sequence]);
  };
  const visit = (steps: readonly Step[], concept: string): void => {
    for (const step of steps) {
      if (step.kind === "word") words.add(step.word);
      if (step.kind === "concept" && !names.has(step.name))
        throw new Error(`"${concept}" refers to <${step.name}>, which is not defined`);
      if (step.kind === "any") {
        for (const word of step.words) words.add(word);
        for (const choice of step.longer) visit(choice, concept);
      }
    }
  };
  for (const vocabulary of vocabularies)
    for (const [concept, list] of Object.entries(vocabulary))
      for (const steps of parseList(list)) {
        const sequence = { concept, steps };
        const first = steps.find((step) => step.kind !== "start" && step.kind !== "clause");
        visit(steps, concept);
        if (first?.kind === "word") add(byWord, first.word, sequence);
        else if (first?.kind === "prefix") add(byPrefix, first.word, sequence);
        else if (first?.kind === "concept") add(byConcept, first.name, sequence);
        else if (first?.kind === "number") byNumber.push(sequence);
        else
          throw new Error(
            `A pattern of "${concept}" does not begin with a word: ${JSON.stringify(steps.slice(0, 3))}`,
          );
      }

  const knows = (word: string) => {
    if (words.has(word)) return true;
    for (let size = Math.min(word.length, MAX_PREFIX); size >= 2; size -= 1)
      if (byPrefix.has(word.slice(0, size))) return true;
    return false;
  };

  function match(normalised: Normalised): Matches {
    const { tokens } = normalised;
    /** At each token: concept to the ends of its hits. */
    const found: Map<string, number[]>[] = Array.from(
      { length: tokens.length + 1 },
      () => new Map(),
    );
    const all = new Map<string, Hit[]>();

    const finish = (steps: readonly Step[], index: number, at: number, ends: number[]): void => {
      const step = steps[index];
      if (step === undefined) {
        if (!ends.includes(at)) ends.push(at);
        return;
      }
      const word = tokens[at]?.word;
      switch (step.kind) {
        case "word":
          if (word === step.word) finish(steps, index + 1, at + 1, ends);
          return;
        case "prefix":
          if (word?.startsWith(step.word)) finish(steps, index + 1, at + 1, ends);
          return;
        case "number":
          if (word !== undefined && NUMBER.test(word)) finish(steps, index + 1, at + 1, ends);
          return;
        case "concept":
          for (const end of found[at]?.get(step.name) ?? []) finish(steps, index + 1, end, ends);
          return;
        case "gap":
          for (let skip = 0; skip <= step.most; skip += 1) {
            finish(steps, index + 1, at + skip, ends);
            const next = tokens[at + skip]?.word;
            if (next === undefined || next === STOP) return;
          }
          return;
        case "any": {
          if (word !== undefined && step.words.has(word)) finish(steps, index + 1, at + 1, ends);
          if (step.longer.length === 0) return;
          const reached: number[] = [];
          for (const choice of step.longer) finish(choice, 0, at, reached);
          for (const end of reached) finish(steps, index + 1, end, ends);
          return;
        }
        case "start":
          if (at === 0 || tokens[at - 1]?.word === STOP) finish(steps, index + 1, at, ends);
          return;
        case "clause": {
          const before = tokens[at - 1];
          const next = tokens[at];
          if (
            before === undefined ||
            before.word === STOP ||
            (next !== undefined && BREAK.test(normalised.text.slice(before.end, next.start)))
          )
            finish(steps, index + 1, at, ends);
          return;
        }
        case "end":
          if (word === undefined || word === STOP) finish(steps, index + 1, at, ends);
      }
    };

    for (let at = tokens.length - 1; at >= 0; at -= 1) {
      const word = tokens[at]?.word ?? "";
      if (word === STOP) continue;
      const here = found[at] as Map<string, number[]>;
      const queue: Sequence[] = [...(byWord.get(word) ?? [])];
      for (let size = Math.min(word.length, MAX_PREFIX); size >= 2; size -= 1) {
        const starting = byPrefix.get(word.slice(0, size));
        if (starting) queue.push(...starting);
      }
      if (NUMBER.test(word)) queue.push(...byNumber);
      const shape = tag(word);
      if (shape !== undefined) {
        here.set(shape, [at + 1]);
        all.set(shape, [...(all.get(shape) ?? []), { from: at, to: at + 1 }]);
        queue.push(...(byConcept.get(shape) ?? []));
      }
      for (let next = 0; next < queue.length; next += 1) {
        const sequence = queue[next] as Sequence;
        const ends: number[] = [];
        finish(sequence.steps, 0, at, ends);
        if (ends.length === 0) continue;
        const known = here.get(sequence.concept);
        const fresh = known ? ends.filter((end) => !known.includes(end)) : ends;
        if (fresh.length === 0) continue;
        if (known) known.push(...fresh);
        else here.set(sequence.concept, fresh);
        const hits = all.get(sequence.concept);
        const made = fresh.map((to) => ({ from: at, to }));
        if (hits) hits.push(...made);
        else all.set(sequence.concept, made);
        queue.push(...(byConcept.get(sequence.concept) ?? []));
      }
    }
    for (const hits of all.values()) hits.reverse();
    return {
      normalised,
      has: (concept) => all.has(concept),
      hits: (concept) => all.get(concept) ?? [],
      within: (concept, from, to) =>
        (all.get(concept) ?? []).some((hit) => hit.from >= from && hit.to <= to),
    };
  }
  return { match, words, knows };
}
