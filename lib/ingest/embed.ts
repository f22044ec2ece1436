/** Chunks in; their unit vectors out, taken from the index that serves where nothing changed. */
import type { Chunk, Document } from "@/lib/content";
import type { IngestDependencies, IngestOptions, KnownVectors } from "@/lib/ingest/dependencies";

/** Texts given to the embedder at once; safe 16 to 1,000. Bounds memory and paces the progress bar. */
const BATCH = 256;

/** Embeds chunks as they come, each with its title and headings as context. */
export class ChunkVectors {
  readonly #index: IngestDependencies["index"];
  readonly #embedder: IngestDependencies["embedder"];
  readonly #known: KnownVectors;
  /** Aligned with the chunks that were added; holes until the batch they are in is embedded. */
  readonly #vectors: Float32Array[] = [];
  #waiting: { at: number; text: string }[] = [];
  readonly #onKnown: IngestDependencies["embedded"];
  /** How many of the vectors have been told of. */
  #told = 0;
  embedded = 0;

  constructor(
    { index, embedder }: Pick<IngestDependencies, "index" | "embedder">,
    known: KnownVectors,
    onKnown?: IngestDependencies["embedded"],
  ) {
    this.#index = index;
    this.#embedder = embedder;
    this.#known = known;
    this.#onKnown = onKnown;
  }

  async add(document: Document, chunks: readonly Chunk[]): Promise<void> {
    for (const chunk of chunks) {
      const text = this.#index.embeddingText(chunk, document);
      // A first run has nothing to look up, and hashing every text to find that out takes time.
      const vector =
        this.#known.size === 0 ? undefined : this.#known.get(this.#index.chunkKey(text));
      const at = this.#vectors.length;
      this.#vectors.push(vector ?? NOT_YET);
      if (!vector) this.#waiting.push({ at, text });
    }
    while (this.#waiting.length >= BATCH) await this.#embed();
    if (this.#untold >= BATCH) this.#tell();
  }

  /** @returns vectors aligned with the chunks that were added */
  async finish(onProgress?: IngestOptions["onProgress"]): Promise<Float32Array[]> {
    const total = this.embedded + this.#waiting.length;
    while (this.#waiting.length > 0) await this.#embed();
    this.#tell();
    onProgress?.({ stage: "embedding", done: total, total });
    return this.#vectors;
  }

  /** Vectors without a hole before them that nobody has been told of. */
  get #untold(): number {
    return (this.#waiting[0]?.at ?? this.#vectors.length) - this.#told;
  }

  #tell(): void {
    const until = this.#told + this.#untold;
    if (until > this.#told) this.#onKnown?.(this.#vectors.slice(this.#told, until));
    this.#told = until;
  }

  async #embed(): Promise<void> {
    const batch = this.#waiting.slice(0, BATCH);
    this.#waiting = this.#waiting.slice(BATCH);
    const made = await this.#embedder.embedDocuments(batch.map(({ text }) => text));
    // One piece of memory for a batch: thousands of small ones cost as much again.
    const dimensions = made[0]?.length ?? 0;
    const rows = new Float32Array(batch.length * dimensions);
    for (const [i, { at }] of batch.entries()) {
      const row = rows.subarray(i * dimensions, (i + 1) * dimensions);
      row.set(made[i] ?? []);
      toUnit(row);
      this.#vectors[at] = row;
    }
    this.embedded += batch.length;
  }
}

const NOT_YET = new Float32Array(0);

/** Brings a vector to length 1, in place. */
function toUnit(vector: Float32Array): void {
  let squared = 0;
  for (const value of vector) squared += value * value;
  const length = Math.sqrt(squared) || 1;
  for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] as number) / length;
}
