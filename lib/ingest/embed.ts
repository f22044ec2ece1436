/** Chunks in; their unit vectors out, taken from the index that serves where nothing changed. */
import type { Chunk, Document } from "@/lib/content";
import type { IngestDependencies, IngestOptions } from "@/lib/ingest/dependencies";

/** Texts given to the embedder at once; safe 16 to 1,000. Bounds memory and paces the progress bar. */
const BATCH = 256;

export interface Embedded {
  readonly vectors: Float32Array[];
  readonly embedded: number;
  readonly reused: number;
}

/**
 * Embeds chunks, each with its title and headings as context.
 *
 * @returns vectors aligned with `chunks`
 */
export async function embedChunks(
  documents: readonly Document[],
  chunks: readonly Chunk[],
  { index, embedder }: Pick<IngestDependencies, "index" | "embedder">,
  { dir, onProgress }: Pick<IngestOptions, "dir" | "onProgress">,
): Promise<Embedded> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const known = await index.readVectors(dir, embedder);
  const vectors: Float32Array[] = new Array(chunks.length);
  const texts: { at: number; text: string }[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const text = index.embeddingText(chunk, byId.get(chunk.documentId) as Document);
    const vector = known.get(index.chunkKey(text));
    if (vector) vectors[at] = vector;
    else texts.push({ at, text });
  }
  for (let done = 0; done < texts.length; done += BATCH) {
    onProgress?.({ stage: "embedding", done, total: texts.length });
    const batch = texts.slice(done, done + BATCH);
    const made = await embedder.embedDocuments(batch.map(({ text }) => text));
    for (const [i, { at }] of batch.entries()) vectors[at] = unit(made[i] ?? []);
  }
  onProgress?.({ stage: "embedding", done: texts.length, total: texts.length });
  return { vectors, embedded: texts.length, reused: chunks.length - texts.length };
}

function unit(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
}
