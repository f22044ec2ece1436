/**
 * A true sentence and the passages of an index in; false versions of it out, one or more for each way
 * that a model goes wrong. The same seed gives the same set.
 *
 * The tables here are the generator's own, so that the gate is not tested with its own word lists.
 */
import type { Passage } from "@/lib/content";

export const CORRUPTIONS = [
  "number changed",
  "drug swapped",
  "direction flipped",
  "negation added",
  "negation removed",
  "hedge removed",
  "citation moved",
  "dose inserted",
  "passages blended",
] as const;
export type Corruption = (typeof CORRUPTIONS)[number];

export interface Corrupted {
  readonly kind: Corruption;
  readonly text: string;
  readonly passages: readonly Passage[];
}

/** A true sentence with the passages of its section. */
export interface TrueSentence {
  readonly text: string;
  readonly passages: readonly Passage[];
}

/** Mulberry32: small, fast, the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Names that may stand in each other's place without breaking the grammar. */
const SWAPS: readonly (readonly string[])[] = [
  [
    "clomiphene",
    "tamoxifen",
    "enclomiphene",
    "anastrozole",
    "gonadorelin",
    "hCG",
    "finasteride",
    "metformin",
  ],
  ["LH", "FSH", "GnRH", "prolactin", "cortisol"],
  ["testosterone", "estrogen", "progesterone", "insulin"],
  ["SERMs", "aromatase inhibitors", "statins", "beta blockers"],
  ["pituitary", "hypothalamus", "thyroid"],
  ["stroke", "diabetes", "asthma", "prostate cancer"],
  ["Leydig", "Sertoli"],
];
const FLIPS: readonly (readonly [string, string])[] = [
  ["raises", "lowers"],
  ["raise", "lower"],
  ["raised", "lowered"],
  ["raising", "lowering"],
  ["rise", "fall"],
  ["rises", "falls"],
  ["rose", "fell"],
  ["increase", "decrease"],
  ["increases", "decreases"],
  ["more", "less"],
  ["higher", "lower"],
  ["high", "low"],
  ["before", "after"],
  ["faster", "slower"],
  ["longer", "shorter"],
  ["better", "worse"],
  ["stronger", "weaker"],
  ["strong", "weak"],
  ["younger", "older"],
  ["safer", "riskier"],
  ["safe", "unsafe"],
  ["inside", "outside"],
  ["above", "below"],
  ["same", "different"],
  ["start", "stop"],
  ["starts", "stops"],
  ["early", "late"],
  ["most", "few"],
  ["common", "rare"],
  ["grow", "shrink"],
  ["men", "women"],
  ["improve", "worsen"],
  ["quick", "slow"],
  ["gain", "loss"],
  ["primary", "secondary"],
];
const NEGATABLE =
  /\b(is|are|was|were|can|may|might|could|does|do|did|has|have|will|should)\b(?! not\b)/giu;
const HEDGES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:may|might|could)\b(?! not)/iu, "will"],
  [/\bcan\b(?! not)/iu, "always will"],
  [/\b(?:often|usually|sometimes|generally|typically) /iu, ""],
  [/\b(?:often|usually|sometimes|generally|typically)\b/iu, "always"],
  [/\bSome\b/u, "All"],
  [/\b(?:some|many|most)\b(?= \p{L})/iu, "all"],
  [/\ba few\b/iu, "all"],
  [/\btends? to /iu, ""],
  [/\b(?:healthy )?volunteers\b/iu, "men"],
  [/\bin (?:rats|mice|monkeys|animals)\b/iu, ""],
  [/^In (?:a|one|an|the) [^,]{0,60}\b(?:trial|study|review)\b[^,]{0,60}, (?=\p{L})/u, ""],
  [/\bthe evidence suggests (?:that )?/iu, ""],
];
const DOSES = [
  " at 25 mg every other day",
  " 50 mg a day",
  " with 500 IU twice a week",
  " using two tablets each morning",
  " 0.5 mg twice weekly",
  " at a dose of 100 mg",
];
const KEEP_CASE = /^(?:LH|FSH|GnRH|hCG|SERMs|Leydig|Sertoli)$/;

const capital = (text: string) => (text[0] ?? "").toUpperCase() + text.slice(1);
const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

/** Replaces one whole word, keeping a capital at the start. */
function replaceOne(
  text: string,
  from: string,
  to: string,
  random: () => number,
): string | undefined {
  const escaped = from.replace(/[()]/g, "\\$&");
  const places = [
    ...text.matchAll(
      new RegExp(`(?<![\\p{L}-])${escaped}(?![\\p{L}-])`, KEEP_CASE.test(from) ? "gu" : "giu"),
    ),
  ];
  const place = pick(places, random);
  if (!place) return undefined;
  const put = /^\p{Lu}/u.test(place[0]) && !KEEP_CASE.test(from) ? capital(to) : to;
  return text.slice(0, place.index) + put + text.slice(place.index + place[0].length);
}

function numberChanged(text: string, random: () => number): string[] {
  const numbers = [...text.matchAll(/\d+(?:[.,]\d+)*/g)];
  return numbers.slice(0, 2).map((match) => {
    const value = Number(match[0].replace(/,/g, ""));
    const changed =
      pick(
        [value + 1, value * 2, value * 10, Math.max(1, Math.round(value / 2)), value + 7],
        random,
      ) ?? value + 1;
    const written = changed === value ? String(value + 3) : String(Math.round(changed * 100) / 100);
    return text.slice(0, match.index) + written + text.slice(match.index + match[0].length);
  });
}

function drugSwapped(text: string, random: () => number): string[] {
  return SWAPS.flatMap((group) => {
    const present = group.filter((name) =>
      new RegExp(`(?<![\\p{L}-])${name}(?![\\p{L}-])`, KEEP_CASE.test(name) ? "u" : "iu").test(
        text,
      ),
    );
    return present.flatMap((name) => {
      const other = pick(
        group.filter((candidate) => !present.includes(candidate)),
        random,
      );
      const swapped = other && replaceOne(text, name, other, random);
      return swapped ? [swapped] : [];
    });
  }).slice(0, 2);
}

function directionFlipped(text: string, random: () => number): string[] {
  return FLIPS.flatMap(([a, b]) => [replaceOne(text, a, b, random), replaceOne(text, b, a, random)])
    .filter((flipped) => flipped !== undefined)
    .slice(0, 2);
}

function negationAdded(text: string, random: () => number): string[] {
  const places = [...text.matchAll(NEGATABLE)];
  const place = pick(places, random);
  if (!place || /\b(?:not|no|never|n't|nobody|none|cannot|without)\b/iu.test(text)) return [];
  const end = place.index + place[0].length;
  return [`${text.slice(0, end)} not${text.slice(end)}`];
}

/** Ways to take one negation out; the first that applies is used, so the sentence is turned round once. */
const REMOVALS: readonly (readonly [RegExp, string])[] = [
  [/\bcannot\b/iu, "can"],
  [/\b(?:do|does|did) not (\p{L}+)/iu, "$1"],
  [/(?<!^)\bnot (?!everyone|every|all|only)/u, ""],
  [/^No (?=\p{L})/u, "A "],
  [/\bno (?=\p{L})/u, "a "],
  [/\bnever\b/iu, "always"],
  [/^Nobody\b/u, "Everybody"],
  [/^None\b/u, "All"],
];

function negationRemoved(text: string): string[] {
  const bare = capital(text.replace(/^(?:No|Yes), /u, ""));
  const removal = REMOVALS.find(([negation]) => negation.test(bare));
  return removal ? [bare.replace(removal[0], removal[1])] : [];
}

function hedgeRemoved(text: string): string[] {
  return HEDGES.flatMap(([hedge, put]) => {
    const without = text
      .replace(hedge, put)
      .replace(/\s{2,}/g, " ")
      .replace(/\s+([.,])/g, "$1")
      .trim();
    return without === text ? [] : [capital(without)];
  }).slice(0, 2);
}

/** Cuts a sentence in two near its middle, at a space after a word that does not bind. */
function halves(text: string): [string, string] | undefined {
  const words = text.split(" ");
  if (words.length < 8) return undefined;
  const middle = Math.floor(words.length / 2);
  return [words.slice(0, middle).join(" "), words.slice(middle).join(" ")];
}

/** A sentence that says the same this far would make the moved citation a right one. */
const SAYS_THE_SAME = 0.75;
const longWords = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []);

/** Whether some sentence of the passages has most of a text's words, and so may well support it. */
function holds(passages: readonly Passage[], text: string): boolean {
  const wanted = [...longWords(text)];
  return passages.some(({ chunk }) =>
    chunk.sentences.some(({ start, end }) => {
      const words = longWords(chunk.text.slice(start, end));
      return wanted.filter((word) => words.has(word)).length >= SAYS_THE_SAME * wanted.length;
    }),
  );
}

/**
 * Every corruption of one sentence.
 * @param others sentences of other sections, for moving citations and blending
 */
export function corruptionsOf(
  sentence: TrueSentence,
  others: readonly TrueSentence[],
  random: () => number,
): Corrupted[] {
  const { text, passages } = sentence;
  const as = (kind: Corruption, texts: readonly string[]): Corrupted[] =>
    texts.filter((made) => made !== text).map((made) => ({ kind, text: made, passages }));
  const stranger = pick(others, random);
  const moved: Corrupted[] =
    stranger && !holds(stranger.passages, text)
      ? [
          {
            kind: "citation moved",
            text: `${text.replace(/\.$/, "")}.`,
            passages: stranger.passages,
          },
        ]
      : [];
  const mine = halves(text);
  const theirs = stranger && halves(stranger.text);
  const blended: Corrupted[] =
    mine && theirs && stranger
      ? [
          {
            kind: "passages blended",
            text: `${mine[0]} ${theirs[1]}`,
            passages: random() < 0.5 ? passages : [...passages, ...stranger.passages],
          },
        ]
      : [];
  const dose = pick(DOSES, random) ?? "";
  return [
    ...as("number changed", numberChanged(text, random)),
    ...as("drug swapped", drugSwapped(text, random)),
    ...as("direction flipped", directionFlipped(text, random)),
    ...as("negation added", negationAdded(text, random)),
    ...as("negation removed", negationRemoved(text)),
    ...as("hedge removed", hedgeRemoved(text)),
    ...moved,
    ...as("dose inserted", [text.replace(/[.]?$/, `${dose}.`)]),
    ...blended,
  ];
}
