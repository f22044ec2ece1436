/** Chunks enter; for each the numbers of its terms in order leave, made once so that ranking never splits a text again. */

import { askedOf, type Chunk, type Document } from "@/lib/content";
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

/** Terms as small numbers, and the words they were met as. */
export class PassageTermStore {
  readonly #numbers = new Map<string, number>();
  /** By word as written: the number of its term, and how often it was met. */
  readonly #byWord = new Map<string, { readonly number: number; count: number }>();
  readonly #passages = new Map<string, PassageTerms>();
  readonly #wordCounts = new Map<string, number>();

  constructor(chunks: Iterable<Chunk>, documents: ReadonlyMap<string, Document>) {
    for (const chunk of chunks) {
      const document = documents.get(chunk.documentId);
      this.#passages.set(chunk.id, {
        body: this.#numbered(chunk.text, chunk.language),
        headings: this.#numbered(headingsOf(chunk, document), chunk.language),
        asked: this.#numbered(askedOf(chunk, document).join("\n"), chunk.language),
      });
    }
    for (const [word, { number, count }] of this.#byWord)
      if (number >= 0 && !word.startsWith(IN_SPANISH)) this.#wordCounts.set(word, count);
    this.#byWord.clear();
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

  /** Every content word as it is written in passages that are not Spanish, with how often. */
  get words(): ReadonlyMap<string, number> {
    return this.#wordCounts;
  }

  of(chunkId: string): PassageTerms | undefined {
    return this.#passages.get(chunkId);
  }

  #numbered(text: string, language: string): Uint32Array {
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
      if (held.number >= 0 && numbers.length < MOST_TERMS) numbers.push(held.number);
    }
    return Uint32Array.from(numbers);
  }

  #numberFor(term: string): number {
    if (!term) return -1;
    const held = this.#numbers.get(term);
    if (held !== undefined) return held;
    this.#numbers.set(term, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
