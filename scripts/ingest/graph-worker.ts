/**
 * Ids, vectors and a folder come with the thread; the graph over them leaves, saved in that folder.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Embedder } from "@/lib/search-index/search-index";
import { buildVectors } from "@/lib/search-index/vectors";

/** What the thread is started with. */
export interface GraphWork {
  readonly ids: readonly string[];
  /** Shared memory: the vectors one after another. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  readonly folder: string;
}

const { ids, vectors, dimensions, folder } = workerData.data as GraphWork;

/** Nothing is embedded here; the store only wants to hold one. */
const noEmbedder: Embedder = {
  name: "none",
  dimensions,
  fingerprint: "none",
  embedQuery: async () => [],
  embedDocuments: async () => [],
};

const rows = ids.map((_, at) => vectors.subarray(at * dimensions, (at + 1) * dimensions));
const graph = await buildVectors(noEmbedder, ids, rows);
await graph.save(folder);
parentPort?.postMessage("saved");
