/**
 * Documents with their passages in, one after another; the postings of all of them out.
 *
 * Ingestion has a core to spare while it waits for documents, and none at the end.
 */
import { askedOf, type Chunk, type Document } from "@/lib/content";
import { type LexicalEntry, termsOfEntry } from "./lexical";
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

/** Postings that grow with what is read. */
export class GatheredPostings {
  readonly #builder = new PostingsBuilder();
  readonly #chunks: Chunk[] = [];

  add(document: Document, chunks: readonly Chunk[]): void {
    for (const chunk of chunks) {
      this.#chunks.push(chunk);
      this.#builder.add(chunk.id, termsOfEntry(lexicalEntry(chunk, document)));
    }
  }

  /** @returns the postings, or undefined when other chunks were gathered than these */
  of(chunks: readonly Chunk[]): Postings | undefined {
    const same =
      chunks.length === this.#chunks.length &&
      chunks.every((chunk, at) => chunk === this.#chunks[at]);
    return same ? this.#builder.build() : undefined;
  }
}
