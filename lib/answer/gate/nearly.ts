/**
 * A draft and the sentence it nearly copies in; what the changes do to the claim out.
 *
 * Most false sentences of a model are true ones with one word changed. Where a draft follows a
 * sentence of the passage word for word, only the difference is judged, and strictly.
 */
import type { Rejection } from "../draft";
import type { Doubt } from "./cues";
import type { Evidence } from "./evidence";
import type { Reading, Token } from "./read";

/** From this share of words in common, in order, a draft counts as a copy with changes. Safe 0.6 to 0.85. */
export const NEARLY_A_COPY = 0.7;
/** A run of words left out at once is a part left out, not a word changed. Safe 3 to 6. */
const WHOLE_PART = 4;

interface Difference {
  readonly share: number;
  readonly added: readonly Token[];
  readonly removed: readonly Token[];
}

const same = (mine: Token | undefined, theirs: Token | undefined) =>
  mine !== undefined &&
  theirs !== undefined &&
  (mine.word === theirs.word ||
    (mine.term !== "" &&
      mine.term === theirs.term &&
      mine.weight === 1 &&
      theirs.weight === 1 &&
      !mine.name &&
      !theirs.name));

/** Longest common subsequence of the words; quadratic in a sentence, which is bounded. */
function difference(draft: Reading, source: Reading): Difference {
  const a = draft.tokens;
  const b = source.tokens;
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] = same(a[i], b[j])
        ? (table[(i + 1) * width + j + 1] as number) + 1
        : Math.max(table[(i + 1) * width + j] as number, table[i * width + j + 1] as number);
  const added: Token[] = [];
  let run: Token[] = [];
  const runs: { tokens: Token[]; replaced: boolean }[] = [];
  let i = 0;
  let j = 0;
  let addedHere = false;
  const close = () => {
    if (run.length > 0) runs.push({ tokens: run, replaced: addedHere });
    run = [];
    addedHere = false;
  };
  while (i < a.length || j < b.length) {
    const mine = a[i];
    const theirs = b[j];
    if (mine && theirs && same(mine, theirs)) {
      close();
      i += 1;
      j += 1;
    } else if (
      theirs &&
      (!mine || (table[i * width + j + 1] as number) >= (table[(i + 1) * width + j] as number))
    ) {
      run.push(theirs);
      j += 1;
    } else if (mine) {
      added.push(mine);
      addedHere = true;
      i += 1;
    }
  }
  close();
  // A part left out at the end, or between, takes its own doubts with it; one that set the scene does not.
  const removed = runs
    .filter(({ tokens, replaced }) =>
      tokens[0]?.clause === source.tokens[0]?.clause && source.setting
        ? true
        : tokens.length < WHOLE_PART || (replaced && tokens.length === WHOLE_PART),
    )
    .flatMap(({ tokens }) => tokens);
  return { share: a.length === 0 ? 0 : (table[0] as number) / a.length, added, removed };
}

const doubtsIn = (tokens: readonly Token[]) =>
  new Set<Doubt>(tokens.flatMap(({ doubts }) => doubts));
const turns = (tokens: readonly Token[]) =>
  tokens.filter(({ negates, denies }) => negates || denies).length;

/** The sentence a draft follows most closely, when it follows one word for word. */
function nearest(
  draft: Reading,
  sources: readonly Reading[],
): { source: Reading; changes: Difference } | undefined {
  let best: { source: Reading; changes: Difference } | undefined;
  for (const source of sources) {
    const changes = difference(draft, source);
    if (changes.share >= NEARLY_A_COPY && changes.share > (best?.changes.share ?? 0))
      best = { source, changes };
  }
  return best;
}

/** The share of a draft that the sentence it follows most closely has, word for word, in order. */
export const follows = (draft: Reading, sources: readonly Reading[]): number =>
  nearest(draft, sources)?.changes.share ?? 0;

/** @returns "far" when the draft copies no sentence; undefined when nothing that matters was changed */
export function changedFrom(
  draft: Reading,
  sources: readonly Reading[],
): Rejection | "far" | undefined {
  const found = nearest(draft, sources);
  if (!found) return "far";
  const { source, changes } = found;
  const { added, removed } = changes;
  if (turns(added) % 2 !== turns(removed) % 2) return "negation";

  const numbers = new Set(source.tokens.flatMap(({ number }) => (number ? [number.value] : [])));
  if (added.some(({ number }) => number && !numbers.has(number.value))) return "number";
  const lostNumbers = removed.flatMap(({ number }) => (number ? [number.value] : []));
  if (
    lostNumbers.length > 0 &&
    added.some(({ number }) => number && !lostNumbers.includes(number.value))
  )
    return "number";

  const known = (token: Token) =>
    source.terms.has(token.term) || removed.some((other) => other.term === token.term);
  const news = added.filter((token) => token.weight === 1 && !known(token));
  // "The trial" for "TRAVERSE": the study is still named as one.
  const lostNames = removed.flatMap(({ name, studied }) =>
    name && !(studied && draft.studied.has(studied)) ? [name] : [],
  );
  for (const { name } of added)
    if (
      name &&
      lostNames.some((other) => other.kind === name.kind && other.id !== name.id) &&
      !lostNames.some((other) => other.id === name.id)
    )
      return "term";
  if (
    lostNames.some((lost) => !draft.tokens.some(({ name }) => name?.id === lost.id)) &&
    news.length > 0
  )
    return "term";

  const lostDirections = removed.flatMap(({ directions }) => directions);
  for (const { directions } of added)
    for (const { kind, sign } of directions) {
      const lost = lostDirections.filter((direction) => direction.kind === kind);
      const theirs = source.tokens
        .flatMap((token) => token.directions)
        .filter((direction) => direction.kind === kind);
      for (const rivals of [lost, theirs])
        if (rivals.length > 0 && rivals.every((direction) => direction.sign !== sign))
          return "direction";
    }

  const absolute = added.some((token) => token.absolute);
  const gained = doubtsIn(added);
  const kept = new Set(draft.tokens.map(({ word }) => word));
  // "May or may not" for "may not", "most … and most" for "most": the word is still there.
  for (const doubt of doubtsIn(removed.filter(({ word }) => absolute || !kept.has(word)))) {
    if (
      doubt === "about" &&
      !removed.some(({ number }) => number) &&
      !added.some(({ number }) => number)
    )
      continue;
    const held =
      gained.has(doubt) ||
      (doubt === "possible" && gained.has("partial")) ||
      (doubt === "partial" && gained.has("possible")) ||
      (doubt === "weak" && turns(added) > 0);
    if (!held) return "hedge";
  }
  const studied = new Set(draft.tokens.flatMap(({ studied: who }) => (who ? [who] : [])));
  if (removed.some(({ studied: who }) => who && !studied.has(who))) return "hedge";
  if (!draft.negative && source.absolutes.size === 0 && added.some(({ absolute }) => absolute))
    return "hedge";
  return undefined;
}

/** Fewer words than this in a row are a turn of phrase. Safe 3 to 5. */
const PIECE = 3;

interface Run {
  readonly length: number;
  /** Whether it breaks off inside a clause of the sentence it comes from. */
  readonly broken: boolean;
}
const NO_RUN: Run = { length: 0, broken: false };

/** The longest run of words, from one end of the draft, that stands in this order in a sentence of the passage. */
function runFrom(draft: readonly Token[], source: readonly Token[], fromEnd: boolean): Run {
  let longest = NO_RUN;
  const last = draft.length - 1;
  for (let at = 0; at < source.length; at += 1) {
    const mine = (step: number) => draft[fromEnd ? last - step : step];
    const theirs = (step: number) => source[fromEnd ? at - step : at + step];
    let length = 0;
    while (mine(length) && mine(length)?.word === theirs(length)?.word) length += 1;
    if (length <= longest.length) continue;
    longest = { length, broken: theirs(length)?.clause === theirs(length - 1)?.clause };
  }
  return longest;
}

/** So many words in order are lifted, not said again. Safe 4 to 6. */
const LIFTED = 4;
/** What the rest must share with the passage, where a lifted piece breaks off. Safe 0.25 to 0.5. */
const LEAST_OF_REST = 0.51;

/**
 * Whether a draft lifts a piece of a sentence, breaks off inside it, and goes on with what the
 * passage does not say. Words of the heading count for nothing: everything under it has them.
 */
export function breaksOff(draft: Reading, { sentences, context }: Evidence): boolean {
  const { tokens } = draft;
  const strays = (rest: readonly Token[]) => {
    const telling = rest.filter(({ term }) => term !== "" && !context.terms.has(term));
    const held = telling.filter(({ term }) =>
      sentences.some(({ terms }) => terms.has(term)),
    ).length;
    return rest.length >= PIECE && telling.length > 0 && held / telling.length < LEAST_OF_REST;
  };
  const longest = (fromEnd: boolean) =>
    sentences.reduce<Run>((best, source) => {
      const run = runFrom(tokens, source.tokens, fromEnd);
      return run.length > best.length ? run : best;
    }, NO_RUN);
  const head = longest(false);
  if (head.length >= LIFTED && head.broken && strays(tokens.slice(head.length))) return true;
  const tail = longest(true);
  return (
    tail.length >= LIFTED && tail.broken && strays(tokens.slice(0, tokens.length - tail.length))
  );
}

/** Whether a draft is the start of one sentence run into the end of another. */
export function isSpliced(draft: Reading, sources: readonly Reading[]): boolean {
  const { tokens } = draft;
  if (tokens.length < 2 * PIECE) return false;
  let head = NO_RUN;
  let tail = NO_RUN;
  for (const source of sources) {
    const start = runFrom(tokens, source.tokens, false);
    const end = runFrom(tokens, source.tokens, true);
    if (start.length + end.length >= tokens.length - 1) return false;
    if (start.length > head.length) head = start;
    if (end.length > tail.length) tail = end;
  }
  const whole = head.length + tail.length >= tokens.length;
  return whole && head.length >= PIECE && tail.length >= PIECE && (head.broken || tail.broken);
}
