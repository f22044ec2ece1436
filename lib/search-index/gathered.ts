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

/** A word that is not searched for. */
const NO_ROW = -1;

export interface GatheredWords {
  readonly postings: Postings;
  /** Of each document, in order. */
  readonly keys: readonly DocumentKeys[];
}

/** Postings and keys that grow with what is read. */
export class Gathered {
  readonly #builder = new PostingsBuilder();
  /** By language: the row of each word as written, so that each is stemmed once and looked up once. */
  readonly #rowsOfWords = new Map<string, Map<string, number>>();
  readonly #chunks: Chunk[] = [];
  readonly #keys: DocumentKeys[] = [];

  add(document: Document, chunks: readonly Chunk[]): void {
    this.#keys.push(keysOf(document, chunks));
    for (const chunk of chunks) {
      this.#chunks.push(chunk);
      this.#builder.addRows(chunk.id, this.#rowsOf(lexicalEntry(chunk, document)));
    }
  }

  /** The rows of `termsOfEntry`. */
  #rowsOf({ headings, text, language = "en" }: LexicalEntry): number[] {
    const known = this.#rowsOfWords.get(language) ?? new Map<string, number>();
    this.#rowsOfWords.set(language, known);
    const rows: number[] = [];
    for (const word of surfaceWords(`${headings}\n${text}`)) {
      let row = known.get(word);
      if (row === undefined) {
        const term = termOf(word, language);
        row = term ? this.#builder.rowOf(term) : NO_ROW;
        known.set(word, row);
      }
      if (row !== NO_ROW) rows.push(row);
    }
    return rows;
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
    return same ? { postings: this.#builder.build(), keys: this.#keys } : undefined;
  }
}
