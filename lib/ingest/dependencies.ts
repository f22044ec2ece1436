/**
 * What ingestion is given by the entry point: the index room, an embedder, a dose detector, and how
 * to report progress. Tests pass small fakes.
 */
import type { Chunk, Document } from "@/lib/content";
import type { LoadOutcome } from "@/lib/ingest/load/loaded";
import type { Defaults } from "@/lib/ingest/load/sidecar";
import type { Embedder, Manifest } from "@/lib/search-index/search-index";

export interface IndexContent {
  readonly documents: readonly Document[];
  readonly chunks: readonly Chunk[];
  /** Unit length, aligned with `chunks`. */
  readonly vectors: readonly Float32Array[];
}

/** What ingestion asks of the index room; the entry point passes the real one. */
export interface IndexDoor {
  writeIndex(
    dir: string,
    content: IndexContent,
    about: {
      embedder: Embedder;
      chunker: Record<string, number>;
      roots: readonly string[];
      calibration: Record<string, number>;
    },
  ): Promise<Manifest>;
  readVectors(dir: string, embedder: Embedder): Promise<Map<string, Float32Array>>;
  readManifest(dir: string): Promise<Manifest>;
  /** The serving index's documents and chunks, so that unchanged files are not cleaned again. */
  readContent?(dir: string): Promise<Omit<IndexContent, "vectors"> | undefined>;
  withIndexLock<T>(dir: string, job: () => Promise<T>): Promise<T>;
  embeddingText(chunk: Chunk, document: Document): string;
  chunkKey(embeddingText: string): string;
}

export interface IngestDependencies {
  readonly index: IndexDoor;
  readonly embedder: Embedder;
  calibrate(content: IndexContent, embedder: Embedder): Promise<Record<string, number>>;
  containsDose(text: string): boolean;
  /** Loads web addresses; without it they are refused. */
  fetchAddress?(address: string): AsyncIterable<LoadOutcome>;
}

export interface Progress {
  readonly stage: "reading" | "embedding" | "writing";
  readonly done: number;
  readonly total: number;
}

export interface IngestOptions {
  readonly dir: string;
  readonly defaults?: Defaults;
  /** Keep the text of everything removed, for `--explain`. */
  readonly explain?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** The day of the run; tests set it. */
  readonly today?: string;
}
