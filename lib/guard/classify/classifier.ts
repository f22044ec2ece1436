/**
 * A message's matches, features and the rules' verdict go in; a second opinion comes out.
 *
 * Multinomial logistic regression over hashed cues: words and their neighbours, pieces of words (for
 * slips of the pen), the same with medicines, bodies and people replaced by what they are, the rules'
 * own concepts and verdict, the turn before, and the sentence embedding when one is given.
 */
import { createHash } from "node:crypto";
import type { Category, Decision, Notice, RedirectCategory, UrgentCategory } from "../decision";
import { REDIRECT_CATEGORIES, URGENT_CATEGORIES } from "../decision";
import type { Matches } from "../match/lexicon";
import { STOP } from "../normalise";
import type { Features } from "./features";

/** Hash buckets; a power of two, safe 2^14 to 2^17. Weights take one byte a bucket and class. */
export const BUCKETS = 2 ** 15;
/** The classes, in the order of the weights. */
export const CLASSES: readonly Category[] = [
  "education",
  ...URGENT_CATEGORIES,
  ...REDIRECT_CATEGORIES,
];

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
  /** The turn before, if there was one. */
  readonly before?: {
    readonly matches: Matches;
    readonly verdict: Pick<Verdict, "action" | "category">;
  };
}

/** Above these the classifier may change the rules' verdict; chosen on held-out training examples (README). */
export interface Thresholds {
  /** Least probability of all urgent classes together to raise an alarm the rules did not. */
  readonly urgent: number;
  /** The same for a long message, whose many words make some look urgent by chance. */
  readonly urgentLong: number;
  /** Least probability of "not education" to turn an answer into a redirect. */
  readonly redirect: number;
  /** Least probability of education to turn a redirect into an answer. */
  readonly allow: number;
}

export interface Weights {
  readonly thresholds: Thresholds;
  readonly buckets: number;
  readonly dimensions: number;
  /** One scale a class: weight = byte * scale. */
  readonly scales: readonly number[];
  readonly bias: readonly number[];
  /** Base64 of `classes * (buckets + dimensions)` signed bytes, class by class. */
  readonly weights: string;
}

export interface Classifier {
  /** A hash of the weights. */
  readonly version: string;
  /** Probabilities in the order of CLASSES. */
  probabilities(evidence: Evidence): Float64Array;
  /** What to change in the rules' verdict; undefined to leave it. */
  review(evidence: Evidence): Partial<Verdict> | undefined;
}

/** Sparse cues: bucket and value, in pairs. */
export interface Cues {
  readonly at: number[];
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
  concepts: 1.2,
  rules: 1.5,
  before: 0.6,
} as const;

function add(cues: Cues, keys: ReadonlySet<string>, share: number): void {
  if (keys.size === 0) return;
  const value = share / Math.sqrt(keys.size);
  for (const key of keys) {
    cues.at.push(hash(key) & (BUCKETS - 1));
    cues.value.push(value);
  }
}

function shape(word: string): string {
  if (!/^\d/u.test(word)) return word;
  const number = Number.parseFloat(word.replace(",", "."));
  return number < 1
    ? "#0"
    : number < 13
      ? "#1"
      : number < 18
        ? "#2"
        : number < 100
          ? "#3"
          : number < 1000
            ? "#4"
            : "#5";
}

/**
 * Reads the cues of one message.
 *
 * @param evidence what the classifier may look at
 */
export function cuesOf(evidence: Evidence): Cues {
  const { matches, features, verdict, before } = evidence;
  const cues: Cues = { at: [], value: [] };
  const tokens = matches.normalised.tokens.slice(0, MOST_WORDS);
  const plain = tokens.map((token) => shape(token.word));
  const kinds = [...plain];
  for (const [concept, kind] of [...KINDS].reverse())
    for (const hit of matches.hits(concept))
      for (let at = hit.from; at < hit.to && at < kinds.length; at += 1) kinds[at] = kind;
  const words = new Set<string>();
  const abstract = new Set<string>();
  const pieces = new Set<string>();
  for (let at = 0; at < plain.length; at += 1) {
    const word = plain[at] as string;
    if (word === STOP) continue;
    const next = plain[at + 1] ?? STOP;
    const after = plain[at + 2] ?? STOP;
    words.add(`w ${word}`);
    words.add(`w ${word} ${next}`);
    words.add(`w ${word} ${next} ${after}`);
    if (after !== STOP && next !== STOP) words.add(`s ${word} ${after}`);
    if (at === 0 || plain[at - 1] === STOP) words.add(`^ ${word} ${next}`);
    const k0 = kinds[at] as string;
    const k1 = kinds[at + 1] ?? STOP;
    const k2 = kinds[at + 2] ?? STOP;
    const k3 = kinds[at + 3] ?? STOP;
    abstract.add(`k ${k0} ${k1}`);
    abstract.add(`k ${k0} ${k1} ${k2}`);
    abstract.add(`k ${k0} ${k1} ${k2} ${k3}`);
    abstract.add(`k ${k0} _ ${k2}`);
    if (word.length > 3 && word.length < 20) {
      const marked = `<${word}>`;
      for (let size = 3; size <= 5; size += 1)
        for (let from = 0; from + size <= marked.length; from += 1)
          pieces.add(`c ${marked.slice(from, from + size)}`);
    }
  }
  add(cues, words, SHARE.words);
  add(cues, abstract, SHARE.kinds);
  add(cues, pieces, SHARE.pieces);
  const concepts = new Set<string>();
  for (const concept of CUE_CONCEPTS) if (matches.has(concept)) concepts.add(`o ${concept}`);
  const on = Object.entries(features)
    .filter(([, value]) => value)
    .map(([name]) => name);
  for (const name of on)
    for (const other of on) if (name <= other) concepts.add(`f ${name} ${other}`);
  concepts.add(
    `asks ${matches.normalised.sentences.filter((sentence) => sentence.asks).length > 0}`,
  );
  const opener = matches.has("question-opener");
  concepts.add(`opener ${opener} ${features.person}`);
  const size = tokens.length;
  concepts.add(`size ${size < 4 ? 0 : size < 8 ? 1 : size < 16 ? 2 : size < 40 ? 3 : 4}`);
  for (const name of on) concepts.add(`of ${opener} ${name}`);
  add(cues, concepts, SHARE.concepts);
  const rules = new Set<string>([
    `v ${verdict.action}`,
    `v ${verdict.category}`,
    ...verdict.rules.map((rule) => `r ${rule}`),
  ]);
  add(cues, rules, SHARE.rules);
  if (before) {
    const earlier = new Set<string>([`b ${before.verdict.action}`, `b ${before.verdict.category}`]);
    for (const token of before.matches.normalised.tokens.slice(0, 60))
      earlier.add(`b ${shape(token.word)}`);
    for (const [concept] of KINDS) if (before.matches.has(concept)) earlier.add(`b o ${concept}`);
    add(cues, earlier, SHARE.before);
    add(
      cues,
      new Set([
        `bv ${before.verdict.category} ${size < 8}`,
        `bv ${before.verdict.action} ${opener}`,
        "before",
      ]),
      SHARE.before,
    );
  }
  return cues;
}

/** Concepts whose presence is a cue. */
const CUE_CONCEPTS: readonly string[] = [
  "self",
  "self-subject",
  "self-owner",
  "child",
  "relative",
  "someone-present",
  "owned",
  "pronoun",
  "other",
  "case",
  "own-age",
  "young-self",
  "child-age",
  "kid-years",
  "amount",
  "mass",
  "frequency",
  "intake-verb",
  "decision",
  "info-ask",
  "past-time",
  "habitual",
  "now",
  "negation",
  "hypothetical",
  "general-marker",
  "question-opener",
  "drug",
  "named-drug",
  "drug-word",
  "substance",
  "toxic",
  "procedure",
  "symptom",
  "condition",
  "body",
  "pain",
  "swollen",
  "breathless",
  "bleeding",
  "blood",
  "vomit",
  "fever",
  "rash",
  "confusion",
  "drowsy",
  "weakness",
  "lab",
  "pregnant-word",
  "pregnant-self",
  "frame",
  "own-data",
  "too-much",
  "wrong-one",
  "wish",
  "die-act",
  "violence",
  "abuser",
  "insists",
  "asks-amount",
  "leans-back",
  "asks-in-general",
  "settled",
  "worse",
  "dose-form",
  "dose-unit",
  "number",
];

/**
 * Readies a classifier.
 *
 * @param weights as written by the training script
 * @param embed the sentence embedding the weights were trained with; leave out when they have no dimensions
 */
export function createClassifier(
  weights: Weights,
  embed?: (text: string) => Float32Array,
): Classifier {
  const { buckets, dimensions, scales, bias, thresholds } = weights;
  if (buckets !== BUCKETS)
    throw new Error(`The classifier has ${buckets} buckets, not ${BUCKETS}; train it again`);
  const bytes = new Int8Array(Buffer.from(weights.weights, "base64"));
  const row = buckets + dimensions;
  const version = createHash("sha256")
    .update(weights.weights)
    .update(JSON.stringify(thresholds))
    .digest("hex")
    .slice(0, 12);

  function probabilities(evidence: Evidence): Float64Array {
    const cues = cuesOf(evidence);
    const vector = dimensions > 0 ? embed?.(evidence.matches.normalised.text) : undefined;
    const scores = new Float64Array(CLASSES.length);
    for (let label = 0; label < CLASSES.length; label += 1) {
      const start = label * row;
      let sum = 0;
      for (let at = 0; at < cues.at.length; at += 1)
        sum += (bytes[start + (cues.at[at] as number)] as number) * (cues.value[at] as number);
      if (vector)
        for (let at = 0; at < dimensions; at += 1)
          sum += (bytes[start + buckets + at] as number) * (vector[at] as number);
      scores[label] = (bias[label] as number) + sum * (scales[label] as number);
    }
    return softmax(scores);
  }

  function review(evidence: Evidence): Partial<Verdict> | undefined {
    const { verdict, matches } = evidence;
    // Greetings and "are you human?" are settled; a foreign message has few cues the weights know.
    if (verdict.action === "urgent" || SETTLED.has(verdict.rules[0] ?? "")) return undefined;
    const chances = probabilities(evidence);
    const best = (from: number, to: number): number => {
      let top = from;
      for (let at = from; at < to; at += 1)
        if ((chances[at] as number) > (chances[top] as number)) top = at;
      return top;
    };
    const firstRedirect = 1 + URGENT_CATEGORIES.length;
    const urgent = chances.slice(1, firstRedirect).reduce((sum, chance) => sum + chance, 0);
    const education = chances[0] as number;
    const alarm =
      matches.normalised.tokens.length > LONG_MESSAGE ? thresholds.urgentLong : thresholds.urgent;
    if (urgent >= alarm)
      return {
        action: "urgent",
        category: CLASSES[best(1, firstRedirect)] as UrgentCategory,
        rules: ["classifier.urgent", ...verdict.rules],
      };
    const category = CLASSES[best(firstRedirect, CLASSES.length)] as RedirectCategory;
    // Told as past and over, with nothing asked, is not a request.
    const past =
      verdict.rules.some((rule) => rule.endsWith(".past")) && !evidence.features.decision;
    if (verdict.action === "allow" && !past && 1 - education >= thresholds.redirect)
      return { action: "redirect", category, rules: ["classifier.redirect", ...verdict.rules] };
    if (verdict.action === "redirect" && education >= thresholds.allow)
      return {
        action: "allow",
        category: "education",
        rules: ["classifier.allow", ...verdict.rules],
      };
    if (
      verdict.action === "redirect" &&
      category !== verdict.category &&
      (chances[CLASSES.indexOf(category)] as number) >= CATEGORY_CERTAINTY
    )
      return { category, rules: ["classifier.category", ...verdict.rules] };
    return undefined;
  }
  return { version, probabilities, review };
}

/** Tokens from which a message is long; safe 25 to 60. */
export const LONG_MESSAGE = 35;

const SETTLED: ReadonlySet<string> = new Set(["identity", "chat", "out-of-scope.kind-line"]);

/** Least probability at which the classifier names another redirect than the rules; safe 0.5 to 0.95. */
const CATEGORY_CERTAINTY = 0.8;

/** Scores to probabilities, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1)
    sum += scores[at] = Math.exp((scores[at] as number) - top);
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
  return scores;
}
