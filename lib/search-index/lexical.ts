/** Passages enter; an index by words leaves, which ranks them by BM25 for weighted terms and says how rare a term is. */

import stem from "wink-porter2-stemmer";
import { type Postings, PostingsBuilder } from "./postings";
import { readPostings } from "./postings-file";
import type { Scored } from "./search-index";
import { ENGLISH_STOP_WORDS, SPANISH_STOP_WORDS } from "./stop-words";

/** How fast repeating a word in a passage stops paying (Robertson and Zaragoza 2009). Safe 0.9 to 1.6. */
const SATURATION = 1.2;
/** How much a long passage is held against itself. Safe 0.3 to 0.9. */
const LENGTH_PENALTY = 0.75;
/** Longest run of letters that counts as a word; longer runs are not words and must not fill the index. Safe 24 to 64. */
const LONGEST_WORD = 40;
/** Remembered stems; cleared when full so that hostile input cannot grow it. Safe 10,000 to 500,000. */
const MOST_STEMS = 50_000;

const ASCII = /^[\t\n\r -~]*$/;
const ASCII_WORD = /[a-z0-9]+/g;
const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
const POSSESSIVE = /['’]s\b/g;
const APOSTROPHE = /['’]/g;
/** Scripts written without spaces: a run of them is cut into pairs of characters. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Splits a text into lower-case words with accents folded, possessives dropped and hyphens split.
 * @param text any text, empty allowed
 * @returns words in order, stop words included; a run of a script without spaces becomes pairs of characters
 * @example surfaceWords("Crohn’s disease, type-2") // ["crohn", "disease", "type", "2"]
 */
export function surfaceWords(text: string): string[] {
  let folded = text.toLowerCase();
  const ascii = ASCII.test(folded);
  if (!ascii) folded = folded.normalize("NFKD").replace(MARKS, "");
  if (folded.includes("'") || folded.includes("’"))
    folded = folded.replace(POSSESSIVE, "").replace(APOSTROPHE, "");
  const words = folded.match(ascii ? ASCII_WORD : WORD) ?? [];
  return ascii || !UNSPACED.test(folded) ? words : words.flatMap(pairsIfUnspaced);
}

function pairsIfUnspaced(word: string): string[] {
  if (!UNSPACED.test(word)) return [word];
  const characters = [...word];
  if (characters.length < 2) return [word];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/** British spellings become American ones, so that either finds the other: anaemia, oestrogen, tumour. */
function foldSpelling(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/ae|oe/g, "e")
    .replace(/our(s?)$/, "or$1")
    .replace("sulph", "sulf");
}

/** Plural and gender endings of Spanish nouns and adjectives (after Savoy's light stemmer, 1999). */
function spanishStem(word: string): string {
  if (word.length < 5) return word;
  const singular = word.replace(/(?:([^aeiou])es|s)$/, "$1");
  return singular.length < 5 ? singular : singular.replace(/[aeo]$/, "");
}

const stems = new Map<string, string>();

/**
 * The term of one word from {@link surfaceWords}, or an empty string for a stop word.
 * @param language BCP 47; Spanish has its own endings and stop words, everything else is treated as English
 */
export function termOf(word: string, language = "en"): string {
  // Nobody's medicine is that long: what is typed at length is not remembered either.
  if (word.length > LONGEST_WORD) return "";
  const spanish = language.startsWith("es");
  const key = spanish ? `es ${word}` : word;
  const held = stems.get(key);
  if (held !== undefined) return held;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stop = spanish ? SPANISH_STOP_WORDS : ENGLISH_STOP_WORDS;
  const term = stop.has(word) ? "" : spanish ? spanishStem(word) : stem(foldSpelling(word));
  stems.set(key, term);
  return term;
}

/**
 * The terms a text is found by: folded, stop words dropped, stemmed (Porter2).
 * @param language BCP 47, `en` when unknown
 * @returns terms in order, repeats included; empty when nothing is worth looking for
 * @example lexicalTerms("Is low testosterone treated?") // ["low", "testosteron", "treat"]
 */
export function lexicalTerms(text: string, language = "en"): string[] {
  const terms: string[] = [];
  for (const word of surfaceWords(text)) {
    const term = termOf(word, language);
    if (term) terms.push(term);
  }
  return terms;
}

/** What is indexed of a chunk: `headings` is the document's title and the heading path, joined by spaces or newlines. */
export interface LexicalEntry {
  readonly id: string;
  readonly headings: string;
  readonly text: string;
  /** BCP 47, `en` when absent. */
  readonly language?: string;
}

/** Collects the terms of passages, as they are searched: headings and text together. Ids must be unique. */
export function postingsOf(entries: Iterable<LexicalEntry>): Postings {
  const builder = new PostingsBuilder();
  for (const entry of entries) builder.add(entry.id, termsOfEntry(entry));
  return builder.build();
}

/** @returns the terms one passage is found by, repeats included */
export function termsOfEntry({ headings, text, language }: LexicalEntry): string[] {
  return lexicalTerms(`${headings}\n${text}`, language);
}

/**
 * MiniSearch's BM25 over MiniSearch's form on disk, from flat arrays: a 150-word message over 16,000 passages
 * otherwise costs tens of milliseconds in maps of results (`npm run bench -- retrieval` prints both). A test holds
 * the two scores equal.
 */
export class LexicalIndex {
  readonly vocabulary: ReadonlySet<string>;
  readonly #ids: readonly string[];
  readonly #rows: ReadonlyMap<string, number>;
  /** Postings of row r lie from #starts[r] to #starts[r + 1]. */
  readonly #starts: Uint32Array;
  readonly #passages: Uint32Array;
  /** BM25 of the posting for a term of weight 1. */
  readonly #impacts: Float32Array;
  /** Scratch: one score a passage, all zero between calls. */
  readonly #scores: Float64Array;

  constructor({ ids, lengths, terms, starts, passages, counts }: Postings) {
    this.#ids = ids;
    this.#rows = new Map(terms.map((term, row) => [term, row]));
    this.vocabulary = new Set(terms);
    this.#starts = starts;
    this.#passages = passages;
    this.#impacts = new Float32Array(passages.length);
    this.#scores = new Float64Array(ids.length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / ids.length || 1;
    for (let row = 0; row < terms.length; row++) {
      const [from, end] = [starts[row] as number, starts[row + 1] as number];
      const rarity = Math.log(1 + (ids.length - (end - from) + 0.5) / (end - from + 0.5));
      for (let at = from; at < end; at++) {
        const count = counts[at] as number;
        const length = (lengths[passages[at] as number] as number) / mean;
        this.#impacts[at] =
          (rarity * count * (SATURATION + 1)) /
          (count + SATURATION * (1 - LENGTH_PENALTY + LENGTH_PENALTY * length));
      }
    }
  }

  /** Indexes passages by the terms of their headings and text together. Ids must be unique. */
  static build(entries: Iterable<LexicalEntry>): LexicalIndex {
    return new LexicalIndex(postingsOf(entries));
  }

  /**
   * @param bytes what `writePostings` gave
   * @throws Error when the bytes are no such index
   */
  static load(bytes: Buffer): LexicalIndex {
    return new LexicalIndex(readPostings(bytes));
  }

  /** How many passages are indexed. */
  get size(): number {
    return this.#ids.length;
  }

  /** How many passages hold a term; 0 when none does. */
  documentFrequency(term: string): number {
    const row = this.#rows.get(term);
    if (row === undefined) return 0;
    return (this.#starts[row + 1] as number) - (this.#starts[row] as number);
  }

  /**
   * The best passages for weighted terms.
   * @param terms each term (as {@link lexicalTerms} makes them) with its weight, at least 0
   * @param limit how many at most
   * @returns best first, scores above 0; ties keep the order of indexing
   */
  matching(terms: ReadonlyMap<string, number>, limit: number): Scored[] {
    const scores = this.#scores;
    const touched: number[] = [];
    for (const [term, weight] of terms) {
      const row = this.#rows.get(term);
      if (row === undefined || !(weight > 0)) continue;
      const end = this.#starts[row + 1] as number;
      for (let i = this.#starts[row] as number; i < end; i++) {
        const passage = this.#passages[i] as number;
        const held = scores[passage] as number;
        if (held === 0) touched.push(passage);
        scores[passage] = held + weight * (this.#impacts[i] as number);
      }
    }
    const best = bestOf(touched, scores, limit);
    const found = best.map((passage) => ({
      id: this.#ids[passage] as string,
      score: scores[passage] as number,
    }));
    for (const passage of touched) scores[passage] = 0;
    return found;
  }
}

/** The `limit` highest of some passages, best first, without sorting them all. */
export function bestOf(passages: readonly number[], scores: Float64Array, limit: number): number[] {
  if (limit <= 0) return [];
  const before = (a: number, b: number) => (scores[b] as number) - (scores[a] as number) || a - b;
  if (passages.length <= limit) return [...passages].sort(before);
  // A buffer of twice the limit, cut back whenever it fills: linear in practice.
  let kept: number[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  for (const passage of passages) {
    if ((scores[passage] as number) < floor) continue;
    kept.push(passage);
    if (kept.length >= 2 * limit) {
      kept = kept.sort(before).slice(0, limit);
      floor = scores[kept[limit - 1] as number] as number;
    }
  }
  return kept.sort(before).slice(0, limit);
}
