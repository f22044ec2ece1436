/** Documents, chunks and their vectors enter; a SearchIndex in memory leaves, for calibration and measurement. */

import { askedOf, type Chunk, type Document } from "@/lib/content";
import { bestOf, LexicalIndex } from "@/lib/search-index/lexical";
import type { IndexView, Manifest, Scored, SearchIndex } from "@/lib/search-index/search-index";
import { viewOf } from "@/lib/search-index/view";

/** What an index is made from. */
export interface Content {
  readonly documents: readonly Document[];
  readonly chunks: readonly Chunk[];
  /** Unit length, aligned with `chunks`. */
  readonly vectors: readonly (readonly number[] | Float32Array)[];
}

/** A SearchIndex without a folder, and so without a manifest of its own. */
export type ContentIndex = IndexView;

/** What stands above a chunk: the document's title and the headings. */
export function headingsOf(chunk: Chunk, document: Document | undefined): string {
  return [document?.title ?? "", ...chunk.headingPath].filter(Boolean).join("\n");
}

/** Builds the index; nearest neighbours are exact. */
export function memoryIndex({ documents, chunks, vectors }: Content): ContentIndex {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const lexical = LexicalIndex.build(
    chunks.map((chunk) => ({
      id: chunk.id,
      headings: [
        headingsOf(chunk, byId.get(chunk.documentId)),
        ...askedOf(chunk, byId.get(chunk.documentId)),
      ].join("\n"),
      text: chunk.text,
      language: chunk.language,
    })),
  );
  const rows = vectors.map((vector) => Float32Array.from(vector));
  const ids = chunks.map(({ id }) => id);
  const nearest = async (vector: readonly number[], limit: number) =>
    exactNearest(Float32Array.from(vector), rows, ids, limit);
  return viewOf(documents, chunks, { nearest }, lexical);
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

function exactNearest(
  query: Float32Array,
  rows: readonly Float32Array[],
  ids: readonly string[],
  limit: number,
): Scored[] {
  const scores = Float64Array.from(rows, (row) => {
    let dot = 0;
    for (let k = 0; k < row.length; k++) dot += (row[k] as number) * (query[k] ?? 0);
    return dot;
  });
  const best = bestOf([...scores.keys()], scores, limit);
  return best.map((at) => ({ id: ids[at] as string, score: scores[at] as number }));
}
