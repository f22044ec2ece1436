/** The parts of an index in; what retrieval may ask of it out. */
import type { Chunk, Document } from "@/lib/content";
import type { LexicalIndex } from "./lexical";
import type { IndexView } from "./search-index";
import type { Vectors } from "./vectors";

/** Chunks by the id of their document, in order. */
export function byDocument(chunks: Iterable<Chunk>): Map<string, Chunk[]> {
  const groups = new Map<string, Chunk[]>();
  for (const chunk of chunks) {
    const group = groups.get(chunk.documentId);
    if (group) group.push(chunk);
    else groups.set(chunk.documentId, [chunk]);
  }
  return groups;
}

/** @param chunks in reading order of each document */
export function viewOf(
  documents: readonly Document[],
  chunks: readonly Chunk[],
  vectors: Pick<Vectors, "nearest">,
  lexical: LexicalIndex,
): IndexView {
  const siblings = byDocument(chunks);
  return {
    documents: new Map(documents.map((document) => [document.id, document])),
    chunks: new Map(chunks.map((chunk) => [chunk.id, chunk])),
    chunksOf: (documentId) => siblings.get(documentId) ?? [],
    nearest: (vector, limit) => vectors.nearest(vector, limit),
    matching: (terms, limit) => lexical.matching(terms, limit),
    documentFrequency: (term) => lexical.documentFrequency(term),
    vocabulary: lexical.vocabulary,
  };
}
