/**
 * One sentence in; what it claims out: its terms, clauses, names, numbers and cues, each with its place.
 */
import { surfaceWords } from "@/lib/search-index/lexical";
import { meaningOf } from "../synonyms";
import {
  ABSOLUTES,
  DENIALS,
  type Direction,
  type Doubt,
  directionsOf,
  doubtsOf,
  NEGATIONS,
  numberOf,
  PLAIN,
  studiedIn,
} from "./cues";
import { type Name, nameOf } from "./names";

/** A word or number that counts, with what it means. */
export interface Token {
  /** Position among the sentence's tokens, stop words included. */
  readonly at: number;
  readonly clause: number;
  /** Lower case, accents folded. */
  readonly word: string;
  /** Stem with synonyms folded; empty for a stop word. */
  readonly term: string;
  /** How much an unsupported one tells against the sentence: 0 for a stop word, 1 for a technical word. */
  readonly weight: number;
  readonly name?: Name;
  readonly number?: { readonly value: string; readonly unit: string };
  readonly directions: readonly Direction[];
  readonly doubts: readonly Doubt[];
  readonly negates: boolean;
  readonly denies: boolean;
  readonly absolute: boolean;
  readonly studied?: string;
}

export interface Clause {
  readonly terms: ReadonlySet<string>;
  readonly negative: boolean;
  readonly denies: boolean;
  readonly doubts: ReadonlySet<Doubt>;
  readonly studied: ReadonlySet<string>;
}

export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  /** Every term with its weight. */
  readonly terms: ReadonlyMap<string, number>;
  readonly absolutes: ReadonlySet<string>;
  readonly doubts: ReadonlySet<Doubt>;
  readonly negative: boolean;
  readonly denies: boolean;
  readonly studied: ReadonlySet<string>;
  /** The opening phrase sets the scene for every clause: "In a trial of 39 men, …". */
  readonly setting?: Clause;
}

/** What a plain word weighs against a technical one. Safe 0.2 to 0.6. */
const PLAIN_WEIGHT = 0.35;
/** A longer text is not a sentence; characters, safe 400 to 2,000. */
export const LONGEST_SENTENCE = 700;

const TOKEN =
  /\d+(?:[.,]\d+)*%?|[\p{L}][\p{L}\p{N}]*(?:['’][\p{L}]+)*(?:-[\p{L}\p{N}]+)*|[,;:()—–]/gu;
const BREAKS = new Set([
  "but",
  "because",
  "although",
  "though",
  "while",
  "whereas",
  "unless",
  "which",
  "who",
  "so",
  "if",
  "when",
  "pero",
  "porque",
  "aunque",
  "mientras",
  "cuando",
  "si",
]);
const NOT_ONLY = new Set(["only", "just", "solo", "solamente"]);
const UNITS =
  /^(?:%|percent|por|hours?|days?|weeks?|months?|years?|minutes?|mg|mcg|ml|ng|million|thousand|times?|men|women|people|horas?|dias?|semanas?|meses|anos?)$/u;

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}+/gu, "");
const PARTS = ["thin", "off", "low", "test", "turn"];

/** Hyphened words are taken apart unless they are a cue of their own ("off-label", "low-certainty"). */
function* piecesOf(text: string): Generator<string> {
  for (const [match] of text.matchAll(TOKEN)) {
    if (
      !match.includes("-") ||
      (PARTS.includes(match.split("-", 1)[0]?.toLowerCase() ?? "") &&
        DENIALS.has(match.toLowerCase()))
    )
      yield match;
    else yield* match.split("-");
  }
}

const plainNumber = (text: string) => {
  const bare = text
    .replace(/,(?=\d{3}(?:\D|$))/g, "")
    .replace(/[%]$/, "")
    .replace(",", ".");
  return bare.includes(".")
    ? bare.replace(/0+$/, "").replace(/\.$/, "")
    : bare.replace(/^0+(?=\d)/, "");
};

function unitAfter(pieces: readonly string[], at: number): string {
  if (pieces[at]?.endsWith("%")) return "%";
  for (const piece of pieces.slice(at + 1, at + 3)) {
    const word = piece.toLowerCase();
    if (UNITS.test(word))
      return word === "percent" || word === "por" ? "%" : word.replace(/s$/, "");
  }
  return "";
}

interface Drafted {
  terms: Set<string>;
  negative: boolean;
  denies: boolean;
  doubts: Set<Doubt>;
  studied: Set<string>;
  content: number;
  words: number;
  opensNegative: boolean;
}
const emptyClause = (): Drafted => ({
  terms: new Set(),
  negative: false,
  denies: false,
  doubts: new Set(),
  studied: new Set(),
  content: 0,
  words: 0,
  opensNegative: false,
});

/**
 * Reads one sentence. Linear in its length; what lies beyond {@link LONGEST_SENTENCE} is not read.
 * @param language BCP 47
 */
export function read(text: string, language = "en"): Reading {
  const pieces = [...piecesOf(folded(text.slice(0, LONGEST_SENTENCE)))];
  const tokens: Token[] = [];
  const clauses: Drafted[] = [emptyClause()];
  const terms = new Map<string, number>();
  const absolutes = new Set<string>();
  pieces.forEach((piece, at) => {
    const word = piece.toLowerCase().replace(/['’]/g, "");
    let clause = clauses.at(-1) as Drafted;
    if (/^[,;:()—–]$/u.test(piece) || BREAKS.has(word)) {
      if (clause.words > 0) clauses.push(emptyClause());
      if (!BREAKS.has(word)) return;
      clause = clauses.at(-1) as Drafted;
    }
    clause.words += 1;
    // "No," at the start answers a heading; the sentence after it says the same again.
    const bareVerdict = at === 0 && /^(?:no|yes|si)$/.test(word) && pieces[1] === ",";
    if (bareVerdict) return;
    const notOnly =
      NOT_ONLY.has(pieces[at + 1]?.toLowerCase() ?? "") &&
      pieces.some((other) => /^(?:but|sino)$/i.test(other));
    const negates = (NEGATIONS.has(word) || /n['’]t$/iu.test(piece)) && !notOnly;
    const denies = DENIALS.has(word);
    const doubts = doubtsOf(word);
    // The name of a trial says that there was one: TRAVERSE.
    const studied = studiedIn(word) ?? (/^\p{Lu}{6,}$/u.test(piece) ? "trial" : undefined);
    const absolute =
      ABSOLUTES.has(word) &&
      !/^(?:are|were|is|of|at|after|above|not|no)$/i.test(pieces[at - 1] ?? "") &&
      pieces[at + 1]?.toLowerCase() !== "the";
    if (negates) clause.negative = true;
    if (negates && clause.words === 1) clause.opensNegative = true;
    if (denies) clause.denies = true;
    for (const doubt of doubts) clause.doubts.add(doubt);
    if (studied) clause.studied.add(studied);
    if (absolute) absolutes.add(word);

    const isDigit = /^\d/.test(piece);
    const value = isDigit ? plainNumber(piece) : numberOf(word);
    const surface = surfaceWords(word).at(-1) ?? word;
    const directions = directionsOf(word);
    // Words of one direction say the same, and a number is known by its value.
    const [first] = directions;
    const term =
      value !== undefined
        ? `#${value}`
        : first
          ? `${first.kind}${first.sign}`
          : meaningOf(surface, language);
    const name = isDigit ? undefined : nameOf(word, piece);
    const weight =
      term === ""
        ? 0
        : name
          ? 1
          : PLAIN.has(word) || directions.length > 0 || doubts.length > 0
            ? PLAIN_WEIGHT
            : 1;
    if (term && weight > 0) {
      terms.set(term, Math.max(weight, terms.get(term) ?? 0));
      clause.terms.add(term);
      clause.content += 1;
    }
    tokens.push({
      at,
      clause: clauses.length - 1,
      word,
      term,
      weight,
      directions,
      doubts,
      negates,
      denies,
      absolute,
      ...(studied ? { studied } : {}),
      ...(name ? { name } : {}),
      ...(value !== undefined ? { number: { value, unit: unitAfter(pieces, at) } } : {}),
    });
  });
  const opening = clauses[0];
  const setsScene =
    clauses.length > 1 &&
    opening &&
    /^(?:in|among|for|of|within|during|at|with|en|entre|de)\b/iu.test(text.trim());
  return {
    text,
    tokens: withoutContrasts(tokens, clauses),
    clauses: clauses.filter((clause) => clause.words > 0 && !isContrast(clause)),
    terms,
    absolutes,
    doubts: new Set(clauses.flatMap(({ doubts }) => [...doubts])),
    negative: clauses.some((clause) => clause.negative && !isContrast(clause)),
    denies: clauses.some(({ denies }) => denies),
    studied: new Set(clauses.flatMap(({ studied }) => [...studied])),
    ...(setsScene ? { setting: opening } : {}),
  };
}

/** "…, not up": repeats the claim by what it is not. */
const isContrast = ({ words, content, opensNegative }: Drafted) =>
  opensNegative && words <= 3 && content <= 1;

const withoutContrasts = (tokens: readonly Token[], clauses: readonly Drafted[]) =>
  tokens.filter(({ clause }) => !isContrast(clauses[clause] ?? emptyClause()));
