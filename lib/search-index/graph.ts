/** Ids and their vectors in; the saved graph over them out, built beside other work where that pays. */
import { Worker } from "node:worker_threads";
import type { GraphWork } from "./graph-thread";
import type { Embedder } from "./search-index";
import { buildVectors, loadVectors, type Vectors } from "./vectors";

/** Passages from which on a thread of its own is worth starting (half a second); safe 1,000 to 10,000. */
const OWN_THREAD_FROM = 3_000;

/**
 * Builds and saves a graph.
 *
 * @param folder where it is to be saved
 * @returns the graph as saved
 */
export async function buildGraph(
  embedder: Embedder,
  ids: readonly string[],
  vectors: readonly Float32Array[],
  folder: string,
): Promise<Vectors> {
  if (ids.length >= OWN_THREAD_FROM && (await builtInThread(ids, vectors, folder)))
    return loadVectors(embedder, folder);
  const graph = await buildVectors(embedder, ids, vectors);
  await graph.save(folder);
  return graph;
}

/** @returns whether it worked; where a thread cannot be started, the work is done without */
function builtInThread(
  ids: readonly string[],
  vectors: readonly Float32Array[],
  folder: string,
): Promise<boolean> {
  const dimensions = vectors[0]?.length ?? 0;
  const shared = new SharedArrayBuffer(ids.length * dimensions * Float32Array.BYTES_PER_ELEMENT);
  const rows = new Float32Array(shared);
  for (const [at, vector] of vectors.entries()) rows.set(vector, at * dimensions);
  const workerData: GraphWork = { ids, vectors: rows, dimensions, folder };
  return new Promise((resolve) => {
    const thread = new Worker(new URL("./graph-thread.ts", import.meta.url), { workerData });
    thread.once("error", () => resolve(false));
    thread.once("exit", (code) => resolve(code === 0));
  });
}
