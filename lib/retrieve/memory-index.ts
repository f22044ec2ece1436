/** Documents, chunks and their vectors enter; a SearchIndex in memory leaves, for calibration and measurement. */

import type { Chunk, Document } from "@/lib/content";
import { LexicalIndex } from "@/lib/search-index/lexical";
import type { Manifest, Scored, SearchIndex } from "@/lib/search-index/search-index";

/** What an index is made from. */
export interface Content {
  readonly documents: readonly Document[];
  readonly chunks: readonly Chunk[];
  /** Unit length, aligned with `chunks`. */
  readonly vectors: readonly (readonly number[] | Float32Array)[];
}

/** A SearchIndex without a folder, and so without a manifest of its own. */
export type ContentIndex = Omit<SearchIndex, "manifest">;

/** What is searched of a chunk besides its text: the document's title and the headings above it. */
export function headingsOf(chunk: Chunk, document: Document | undefined): string {
  return [document?.title ?? "", ...chunk.headingPath].filter(Boolean).join("\n");
}

/** Builds the index; nearest neighbours are exact. */
export function memoryIndex({ documents, chunks, vectors }: Content): ContentIndex {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const siblings = groupByDocument(chunks);
  const lexical = LexicalIndex.build(
    chunks.map((chunk) => ({
      id: chunk.id,
      headings: headingsOf(chunk, byId.get(chunk.documentId)),
      text: chunk.text,
      language: chunk.language,
    })),
  );
  const rows = vectors.map((vector) => Float32Array.from(vector));
  return {
    documents: byId,
    chunks: new Map(chunks.map((chunk) => [chunk.id, chunk])),
    chunksOf: (documentId) => siblings.get(documentId) ?? [],
    nearest: async (vector, limit) => exactNearest(Float32Array.from(vector), rows, chunks, limit),
    matching: (terms, limit) => lexical.matching(terms, limit),
    documentFrequency: (term) => lexical.documentFrequency(term),
    vocabulary: lexical.vocabulary,
  };
}

/** Adds a manifest that names the embedder and carries a calibration. */
export function withManifest(
  index: ContentIndex,
  calibration: Readonly<Record<string, number>>,
): SearchIndex {
  const manifest: Manifest = {
    schema: 1,
    version: "memory",
    createdAt: new Date(0).toISOString(),
    embedder: { name: "memory", dimensions: 0, fingerprint: "memory" },
    chunker: {},
    roots: [],
    corpusHash: "",
    counts: { documents: index.documents.size, chunks: index.chunks.size, words: 0 },
    files: {},
    calibration,
  };
  return { ...index, manifest };
}

function groupByDocument(chunks: readonly Chunk[]): Map<string, Chunk[]> {
  const groups = new Map<string, Chunk[]>();
  for (const chunk of chunks) {
    const group = groups.get(chunk.documentId);
    if (group) group.push(chunk);
    else groups.set(chunk.documentId, [chunk]);
  }
  return groups;
}

function exactNearest(
  query: Float32Array,
  rows: readonly Float32Array[],
  chunks: readonly Chunk[],
  limit: number,
): Scored[] {
  const scored = rows.map((row, i) => {
    let dot = 0;
    for (let k = 0; k < row.length; k++) dot += (row[k] as number) * (query[k] ?? 0);
    return { id: (chunks[i] as Chunk).id, score: dot };
  });
  return scored.sort((a, b) => b.score - a.score).slice(0, limit);
}
