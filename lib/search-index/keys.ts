/** A chunk and its document in; the text that is embedded for it, and what identifies that text, out. */
import type { Chunk, Document } from "@/lib/content";
import { sha256 } from "./manifest";

/** What is embedded for a chunk: its title and headings give the context its text leaves out. */
export function embeddingText(chunk: Chunk, document: Document): string {
  return [document.title, ...chunk.headingPath, chunk.text].join("\n");
}

/** Identifies an embedding text, so that an unchanged chunk's vector is used again. */
export function chunkKey(text: string): string {
  return sha256(text);
}

/** A document's line in the file of keys: its id, its content hash, and each chunk's id and key. */
export type DocumentKeys = [id: string, contentHash: string, chunks: [id: string, key: string][]];

/** @returns whether what was parsed has that form; an older version's file has not */
export function areDocumentKeys(parsed: unknown): parsed is DocumentKeys[] {
  return (
    Array.isArray(parsed) &&
    parsed.every(
      (entry) =>
        Array.isArray(entry) &&
        typeof entry[0] === "string" &&
        typeof entry[1] === "string" &&
        Array.isArray(entry[2]),
    )
  );
}

/** @param chunks the document's own */
export function keysOf(document: Document, chunks: readonly Chunk[]): DocumentKeys {
  return [
    document.id,
    document.contentHash,
    chunks.map((chunk) => [chunk.id, chunkKey(embeddingText(chunk, document))]),
  ];
}
