/** Chunks enter; for each the numbers of its terms in order leave, made once so that ranking never splits a text again. */

import { askedOf, type Chunk, type Document } from "@/lib/content";
import type { TermReader } from "@/lib/search-index/gathered";
import { surfaceWords, termOf } from "@/lib/search-index/lexical";
import { headingsOf } from "./memory-index";

/** Terms of a passage that are looked at; chunks are far shorter, foreign passages may not be. Safe 200 to 1,000. */
const MOST_TERMS = 500;

/** Stands before a Spanish word, which may be written like an English one. No word holds a space. */
const IN_SPANISH = "es ";

export interface PassageTerms {
  /** Numbers of the terms of the text, in order, repeats included. */
  readonly body: Uint32Array;
  /** Numbers of the terms of the title and headings. */
  readonly headings: Uint32Array;
  /** Numbers of the terms by which people ask for it: they show that it answers, not which of several does. */
  readonly asked: Uint32Array;
}

const NONE = new Uint32Array(0);

/** Terms as small numbers, and the words they were met as. */
export class PassageTermStore implements TermReader {
  readonly #numbers = new Map<string, number>();
  /** By word as written: the number of its term, and how often it was met. */
  readonly #byWord = new Map<string, { readonly number: number; count: number }>();
  readonly #passages = new Map<string, PassageTerms>();
  #wordCounts: ReadonlyMap<string, number> | undefined;

  constructor(
    chunks: Iterable<Chunk> = [],
    documents: ReadonlyMap<string, Document> = new Map<string, Document>(),
  ) {
    for (const chunk of chunks) this.read(chunk, documents.get(chunk.documentId));
  }

  /**
   * Adds a passage.
   * @returns the numbers of all its terms, repeats included
   */
  read(chunk: Chunk, document: Document | undefined): readonly number[] {
    const { language } = chunk;
    const body = this.#numbered(chunk.text, language);
    const headings = this.#numbered(headingsOf(chunk, document), language);
    const ways = askedOf(chunk, document);
    const asked = ways.length > 0 ? this.#numbered(ways.join("\n"), language) : [];
    this.#passages.set(chunk.id, {
      body: kept(body),
      headings: kept(headings),
      asked: kept(asked),
    });
    for (const number of headings) body.push(number);
    for (const number of asked) body.push(number);
    return body;
  }

  /** Whether the passages are those with these ids. */
  holds(ids: ReadonlyMap<string, unknown>): boolean {
    if (ids.size !== this.#passages.size) return false;
    for (const id of ids.keys()) if (!this.#passages.has(id)) return false;
    return true;
  }

  /** The number of a term, or -1 when no passage holds it. */
  numberOf(term: string): number {
    return this.#numbers.get(term) ?? -1;
  }

  /** How many distinct terms there are: numbers are below it. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Every term with its number. */
  get terms(): ReadonlyMap<string, number> {
    return this.#numbers;
  }

  /** Every content word as it is written in passages that are not Spanish, with how often; to be asked when all are read. */
  get words(): ReadonlyMap<string, number> {
    if (this.#wordCounts) return this.#wordCounts;
    const counts = new Map<string, number>();
    for (const [word, { number, count }] of this.#byWord)
      if (number >= 0 && !word.startsWith(IN_SPANISH)) counts.set(word, count);
    this.#byWord.clear();
    this.#wordCounts = counts;
    return counts;
  }

  of(chunkId: string): PassageTerms | undefined {
    return this.#passages.get(chunkId);
  }

  #numbered(text: string, language: string): number[] {
    const spanish = language.startsWith("es");
    const numbers: number[] = [];
    for (const word of surfaceWords(text)) {
      const key = spanish ? IN_SPANISH + word : word;
      let held = this.#byWord.get(key);
      if (held === undefined) {
        held = { number: this.#numberFor(termOf(word, language)), count: 0 };
        this.#byWord.set(key, held);
      }
      held.count += 1;
      if (held.number >= 0) numbers.push(held.number);
    }
    return numbers;
  }

  #numberFor(term: string): number {
    if (!term) return -1;
    const held = this.#numbers.get(term);
    if (held !== undefined) return held;
    this.#numbers.set(term, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

function kept(numbers: readonly number[]): Uint32Array {
  if (numbers.length === 0) return NONE;
  return new Uint32Array(numbers.length > MOST_TERMS ? numbers.slice(0, MOST_TERMS) : numbers);
}
