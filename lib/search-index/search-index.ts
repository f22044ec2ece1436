/**
 * The small interface of an index: what retrieval may ask of it, whatever stores it.
 *
 * Local now (HNSWLib and MiniSearch); nothing outside this room may know which.
 */
import { z } from "zod";
import type { Chunk, Document } from "@/lib/content";

/** How an index was made: enough to know whether it fits this program and these documents. */
export const Manifest = z.object({
  /** Grows when the files on disk change shape; an older index asks to be ingested again. */
  schema: z.literal(1),
  /** The version: also the name of the folder. */
  version: z.string(),
  createdAt: z.string(),
  embedder: z.object({ name: z.string(), dimensions: z.number().int(), fingerprint: z.string() }),
  chunker: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** The paths or URLs the run was given, as given. */
  roots: z.array(z.string()),
  /** sha256 over every document's content hash and the chunker's settings. */
  corpusHash: z.string(),
  counts: z.object({
    documents: z.number().int(),
    chunks: z.number().int(),
    words: z.number().int(),
  }),
  /** sha256 of each file, by its path inside the version: a damaged index is told from a good one. */
  files: z.record(z.string(), z.string()),
  /** Calibrated at ingestion for this corpus: see lib/retrieve. */
  calibration: z.record(z.string(), z.number()),
});
export type Manifest = z.infer<typeof Manifest>;

/** A chunk's id with one score; higher is better. */
export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** What turns text into vectors, known by name so that an index can say which it was made with. */
export interface Embedder {
  readonly name: string;
  readonly dimensions: number;
  /** Identifies the weights: two embedders with one fingerprint give the same vectors. */
  readonly fingerprint: string;
  embedQuery(text: string): Promise<number[]>;
  embedDocuments(texts: string[]): Promise<number[][]>;
}

/** What may be searched, before it has a manifest. */
export type IndexView = Omit<SearchIndex, "manifest">;

export interface SearchIndex {
  readonly manifest: Manifest;
  readonly documents: ReadonlyMap<string, Document>;
  readonly chunks: ReadonlyMap<string, Chunk>;
  /** A document's chunks in reading order. */
  chunksOf(documentId: string): readonly Chunk[];
  /** The `limit` chunks nearest a unit vector, by cosine similarity (-1 to 1). */
  nearest(vector: readonly number[], limit: number): Promise<readonly Scored[]>;
  /** The `limit` best chunks for weighted terms by BM25. Terms are as `lexicalTerms` makes them. */
  matching(terms: ReadonlyMap<string, number>, limit: number): readonly Scored[];
  /** How many chunks hold a term; 0 when the index has never seen it. */
  documentFrequency(term: string): number;
  /** Every term of the lexical index, for spelling. */
  readonly vocabulary: ReadonlySet<string>;
}
