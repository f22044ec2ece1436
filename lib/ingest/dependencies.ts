/**
 * What ingestion is given by the entry point: the index room, an embedder, a dose detector, and how
 * to report progress. Tests pass small fakes.
 */
import type { Chunk, Document } from "@/lib/content";
import type { LoadOutcome } from "@/lib/ingest/load/loaded";
import type { Defaults } from "@/lib/ingest/load/sidecar";
import type { FoundFile } from "@/lib/ingest/load/walk";
import type { Made, MakeOptions } from "@/lib/ingest/make";
import type { Embedder, IndexView, Manifest } from "@/lib/search-index/search-index";

export interface IndexContent {
  readonly documents: readonly Document[];
  readonly chunks: readonly Chunk[];
  /** Unit length, aligned with `chunks`. */
  readonly vectors: readonly Float32Array[];
}

/** What ingestion says of an index besides what it holds. */
export interface IndexNotes {
  readonly embedder: Embedder;
  readonly chunker: Record<string, number>;
  readonly roots: readonly string[];
}

/** Vectors of the index that serves, by chunk key. */
export interface KnownVectors {
  readonly size: number;
  get(key: string): Float32Array | undefined;
}

/** What ingestion asks of the index room; the entry point passes the real one. */
export interface IndexDoor {
  /** @param about.calibration what it was, or how to calibrate on the new index before it serves */
  writeIndex(
    dir: string,
    content: IndexContent,
    about: IndexNotes & {
      readonly calibration:
        | Readonly<Record<string, number>>
        | ((index: IndexView) => Promise<Record<string, number>>);
    },
  ): Promise<Manifest>;
  /**
   * Writes an index that holds `order`: the given documents, and for the rest what serves now.
   * Undefined when what serves cannot be taken over. Without it everything is written anew.
   */
  patchIndex?(
    dir: string,
    patch: IndexContent & { readonly order: readonly string[] },
    about: IndexNotes & { readonly calibration: Readonly<Record<string, number>> },
  ): Promise<Manifest | undefined>;
  readVectors(dir: string, embedder: Embedder): Promise<KnownVectors>;
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
  calibrate(index: IndexView, embedder: Embedder): Promise<Record<string, number>>;
  containsDose(text: string): boolean;
  /** Names the rules behind `containsDose`: under others, chunks are tagged again. Absent: always. */
  readonly doseRules?: string;
  /** Told of the documents of an index that is made anew and of their chunks, in order, as they are known. */
  admitted?(document: Document, chunks: readonly Chunk[]): Promise<void>;
  /** Told of the vectors of an index that is made anew, in the order of its chunks, as they are known. */
  embedded?(vectors: readonly Float32Array[]): void;
  /** Told early that so many files are to be made, so that what makes them may get ready. */
  expectFiles?(count: number, options: MakeOptions): void;
  /** Makes documents from many files at once, in their order; without it one after another. */
  makeFiles?(files: readonly FoundFile[], options: MakeOptions): AsyncIterable<Made>;
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
