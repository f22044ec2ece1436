/**
 * Documents with their passages in, one after another; the postings and keys of all of them out.
 *
 * Ingestion has a core to spare while it waits for documents, and none at the end.
 */
import { askedOf, type Chunk, type Document } from "@/lib/content";
import { type DocumentKeys, keysOf } from "./keys";
import { type LexicalEntry, surfaceWords, termOf } from "./lexical";
import { type Postings, PostingsBuilder } from "./postings";

/** What is searched by words of a chunk. */
export function lexicalEntry(chunk: Chunk, document: Document): LexicalEntry {
  return {
    id: chunk.id,
    headings: [document.title, ...chunk.headingPath, ...askedOf(chunk, document)].join("\n"),
    text: chunk.text,
    language: chunk.language,
  };
}

export interface GatheredWords {
  readonly postings: Postings;
  /** Of each document, in order. */
  readonly keys: readonly DocumentKeys[];
}

/** Reads the terms of passages, for the index by words and for others. */
export interface TermReader {
  /** @returns the numbers of all terms of what is searched by words of a chunk, repeats included */
  read(chunk: Chunk, document: Document): readonly number[];
  /** Every term with its number; the numbers run from 0, in order. */
  readonly terms: ReadonlyMap<string, number>;
}

/** A word that is not searched for. */
const NO_NUMBER = -1;

/** Reads them for the index by words alone. */
class Words implements TermReader {
  readonly terms = new Map<string, number>();
  /** By language: the number of each word as written, so that each is stemmed once and looked up once. */
  readonly #byLanguage = new Map<string, Map<string, number>>();

  read(chunk: Chunk, document: Document): readonly number[] {
    const { headings, text, language = "en" } = lexicalEntry(chunk, document);
    const known = this.#byLanguage.get(language) ?? new Map<string, number>();
    this.#byLanguage.set(language, known);
    const numbers: number[] = [];
    for (const word of surfaceWords(`${headings}\n${text}`)) {
      let number = known.get(word);
      if (number === undefined) {
        number = this.#numberOf(termOf(word, language));
        known.set(word, number);
      }
      if (number !== NO_NUMBER) numbers.push(number);
    }
    return numbers;
  }

  #numberOf(term: string): number {
    if (!term) return NO_NUMBER;
    const number = this.terms.get(term) ?? this.terms.size;
    this.terms.set(term, number);
    return number;
  }
}

/** Postings and keys that grow with what is read. */
export class Gathered {
  readonly #builder = new PostingsBuilder();
  readonly #reader: TermReader;
  readonly #chunks: Chunk[] = [];
  readonly #keys: DocumentKeys[] = [];

  /** @param reader one that keeps what it reads, when others need it as well; it has read nothing yet */
  constructor(reader: TermReader = new Words()) {
    this.#reader = reader;
  }

  add(document: Document, chunks: readonly Chunk[]): void {
    this.#keys.push(keysOf(document, chunks));
    for (const chunk of chunks) {
      this.#chunks.push(chunk);
      this.#builder.addRows(chunk.id, this.#reader.read(chunk, document));
    }
  }

  /** @returns undefined when other documents or chunks were gathered than these */
  of({
    documents,
    chunks,
  }: {
    readonly documents: readonly Document[];
    readonly chunks: readonly Chunk[];
  }): GatheredWords | undefined {
    const same =
      documents.length === this.#keys.length &&
      chunks.length === this.#chunks.length &&
      chunks.every((chunk, at) => chunk === this.#chunks[at]);
    if (!same) return undefined;
    return { postings: this.#builder.build(this.#reader.terms.keys()), keys: this.#keys };
  }
}
