/**
 * Vectors come from the command that ingests as they are made, then their ids and a folder; the graph over
 * them leaves, saved in that folder.
 */
import { parentPort } from "node:worker_threads";
import type { Embedder } from "@/lib/search-index/search-index";
import { type GrowingVectors, growVectors } from "@/lib/search-index/vectors";

/** More vectors, one after another; or where to save the graph and what its vectors are called. */
export type GraphTask =
  | { readonly rows: Float32Array; readonly dimensions: number }
  | { readonly ids: readonly string[]; readonly folder: string };

/** Vectors that the graph has room for at first; it grows by doubling. Safe 1,000 to 100,000. */
const FIRST_ROOM = 4_096;

/** Nothing is embedded here; the store only wants to hold one. */
const noEmbedder = (dimensions: number): Embedder => ({
  name: "none",
  dimensions,
  fingerprint: "none",
  embedQuery: async () => [],
  embedDocuments: async () => [],
});

let growing: Promise<GrowingVectors> | undefined;

// Chained, so that the graph is saved only when everything before has been added.
let last = Promise.resolve();
parentPort?.on("message", (task: GraphTask) => {
  last = last.then(() => work(task));
});

async function work(task: GraphTask): Promise<void> {
  if ("rows" in task) {
    const { rows, dimensions } = task;
    growing ??= growVectors(noEmbedder(dimensions), dimensions, FIRST_ROOM);
    (await growing).add(vectorsIn(rows, dimensions));
    return;
  }
  if (!growing) throw new Error("no vectors came");
  await (await growing).named(task.ids).save(task.folder);
  parentPort?.postMessage("saved");
}

function* vectorsIn(rows: Float32Array, dimensions: number): Generator<Float32Array> {
  for (let from = 0; from < rows.length; from += dimensions)
    yield rows.subarray(from, from + dimensions);
}
