/**
 * A message's matches, features and the rules' verdict go in; the keys of the cues the classifier weighs come out.
 *
 * Words and their neighbours, pieces of words (for slips of the pen), the same with medicines, bodies and
 * people replaced by what they are, all of it once more for the part that asks, the rules' concepts and
 * verdict, what each question is made of, and the turn before.
 */
import type { Category, Decision, Notice } from "../decision";
import type { Matches } from "../match/lexicon";
import { STOP } from "../normalise";
import { askingSpans, partsAsked, type Span } from "./asking";
import { CUE_CONCEPTS } from "./cue-concepts";
import type { Features } from "./features";

export interface Verdict {
  readonly action: Decision["action"];
  readonly category: Category;
  readonly rules: readonly string[];
  readonly notices: readonly Notice[];
}

/** What the classifier may look at. */
export interface Evidence {
  readonly matches: Matches;
  readonly features: Features;
  /** What the rules say. */
  readonly verdict: Verdict;
  /** BCP 47, when known. */
  readonly language?: string;
  /** The turn before, if there was one. */
  readonly before?: {
    readonly matches: Matches;
    readonly verdict: Pick<Verdict, "action" | "category">;
  };
}

/** Sparse cues: a key of 32 bits and how much it counts, in pairs. */
export interface Cues {
  readonly keys: number[];
  readonly value: number[];
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  return value >>> 0;
}

/** What a word is, for cues that should hold for every medicine and every body part. Earlier wins. */
const KINDS: readonly (readonly [string, string])[] = [
  ["drug", "M"],
  ["substance", "S"],
  ["toxic", "X"],
  ["child", "C"],
  ["relative", "R"],
  ["lab", "L"],
  ["condition", "D"],
  ["symptom", "Y"],
  ["body", "B"],
  ["procedure", "P"],
  ["dose-unit", "U"],
  ["pregnant-word", "G"],
];
/** Words beyond this many are not read for cues; safe 200 to 1,000. */
const MOST_WORDS = 400;
/** How much each family of cues weighs before training; the length of the family's vector. */
const SHARE = {
  words: 1.2,
  pieces: 0.8,
  kinds: 1.2,
  asking: 1.2,
  parts: 1.2,
  concepts: 1.2,
  rules: 1.5,
  before: 0.6,
} as const;
function add(cues: Cues, keys: ReadonlySet<string>, share: number): void {
  if (keys.size === 0) return;
  const value = share / Math.sqrt(keys.size);
  for (const key of keys) {
    cues.keys.push(hash(key));
    cues.value.push(value);
  }
}

/** Numbers by their size, so that an age is not a dose: under 1, 13, 18, 100, 1,000. */
function shape(word: string): string {
  if (!/^\d/u.test(word)) return word;
  const number = Number.parseFloat(word.replace(",", "."));
  return `#${[1, 13, 18, 100, 1000].filter((edge) => number >= edge).length}`;
}

/** Words and their neighbours in one range. */
function runs(into: Set<string>, list: readonly string[], { from, to }: Span, mark: string): void {
  const word = (at: number) => (at < to ? (list[at] as string) : STOP);
  for (let at = from; at < to; at += 1) {
    const first = word(at);
    if (first === STOP) continue;
    into.add(`${mark} ${first}`);
    into.add(`${mark} ${first} ${word(at + 1)}`);
    into.add(`${mark} ${first} ${word(at + 1)} ${word(at + 2)}`);
    if (word(at + 1) !== STOP && word(at + 2) !== STOP)
      into.add(`${mark} ${first} _ ${word(at + 2)}`);
    if (at === from || list[at - 1] === STOP) into.add(`${mark}^ ${first} ${word(at + 1)}`);
  }
}

function piecesOf(words: readonly string[]): Set<string> {
  const pieces = new Set<string>();
  for (const word of words) {
    if (word.length <= 3 || word.length >= 20) continue;
    const marked = `<${word}>`;
    for (let size = 3; size <= 5; size += 1)
      for (let from = 0; from + size <= marked.length; from += 1)
        pieces.add(`c ${marked.slice(from, from + size)}`);
  }
  return pieces;
}

function conceptsOf({ matches, features }: Evidence, asking: readonly Span[]): Set<string> {
  const { tokens, sentences } = matches.normalised;
  const found = new Set<string>();
  for (const concept of CUE_CONCEPTS) {
    if (!matches.has(concept)) continue;
    found.add(`o ${concept}`);
    if (asking.some(({ from, to }) => matches.within(concept, from, to)))
      found.add(`oa ${concept}`);
  }
  const on = Object.entries(features)
    .filter(([, value]) => value)
    .map(([name]) => name);
  for (const name of on) for (const other of on) if (name <= other) found.add(`f ${name} ${other}`);
  found.add(`asks ${sentences.some((sentence) => sentence.asks)}`);
  const opener = matches.has("question-opener");
  found.add(`opener ${opener} ${features.person}`);
  const size = [4, 8, 16, 40, 90].filter((edge) => tokens.length >= edge).length;
  found.add(`size ${size}`);
  for (const name of on) found.add(`of ${opener} ${name}`);
  return found;
}

/**
 * Reads the cues of one message.
 *
 * @param evidence what the classifier may look at
 * @param asking the part that asks, as `askingSpans` finds it
 */
export function cuesOf(evidence: Evidence, asking = askingSpans(evidence.matches)): Cues {
  const { matches, verdict, before } = evidence;
  const cues: Cues = { keys: [], value: [] };
  const tokens = matches.normalised.tokens.slice(0, MOST_WORDS);
  const plain = tokens.map((token) => shape(token.word));
  const kinds = [...plain];
  for (const [concept, kind] of [...KINDS].reverse())
    for (const hit of matches.hits(concept))
      for (let at = hit.from; at < hit.to && at < kinds.length; at += 1) kinds[at] = kind;
  const whole = { from: 0, to: plain.length };
  const words = new Set<string>();
  runs(words, plain, whole, "w");
  const abstract = new Set<string>();
  runs(abstract, kinds, whole, "k");
  for (let at = 0; at + 3 < kinds.length; at += 1)
    abstract.add(`k ${kinds.slice(at, at + 4).join(" ")}`);
  const asked = new Set<string>();
  for (const span of asking) {
    const inside = { from: span.from, to: Math.min(span.to, plain.length) };
    runs(asked, plain, inside, "aw");
    runs(asked, kinds, inside, "ak");
  }
  add(cues, words, SHARE.words);
  add(cues, abstract, SHARE.kinds);
  add(cues, piecesOf(plain), SHARE.pieces);
  add(cues, asked, SHARE.asking);
  add(cues, conceptsOf(evidence, asking), SHARE.concepts);
  add(cues, partsAsked(matches, asking), SHARE.parts);
  const rules = new Set<string>([
    `v ${verdict.action}`,
    `v ${verdict.category}`,
    ...verdict.rules.map((rule) => `r ${rule}`),
  ]);
  add(cues, rules, SHARE.rules);
  if (before) addBefore(cues, before, plain.length, matches.has("question-opener"));
  return cues;
}

/** Words of the turn before that are read; safe 30 to 100. */
const WORDS_BEFORE = 60;

function addBefore(
  cues: Cues,
  before: NonNullable<Evidence["before"]>,
  size: number,
  opener: boolean,
): void {
  const { action, category } = before.verdict;
  const earlier = new Set<string>([`b ${action}`, `b ${category}`]);
  for (const token of before.matches.normalised.tokens.slice(0, WORDS_BEFORE))
    earlier.add(`b ${shape(token.word)}`);
  for (const [concept] of KINDS) if (before.matches.has(concept)) earlier.add(`b o ${concept}`);
  add(cues, earlier, SHARE.before);
  const verdicts = [`bv ${category} ${size < 8}`, `bv ${action} ${opener}`, "before"];
  add(cues, new Set(verdicts), SHARE.before);
}
