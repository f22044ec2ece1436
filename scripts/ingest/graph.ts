/** Ids and their vectors in; the saved graph over them out, built beside other work where that pays. */

import type { Embedder } from "@/lib/search-index/search-index";
import { buildAndSave, loadVectors, type Vectors } from "@/lib/search-index/vectors";
import type { GraphWork } from "./graph-worker";
import { noteWithout, startThread } from "./start-thread";

/** Passages from which on a thread of its own is worth starting (half a second); safe 1,000 to 10,000. */
const OWN_THREAD_FROM = 3_000;

/** `buildAndSave`, in a thread when there is much to build. */
export async function buildInThread(
  embedder: Embedder,
  ids: readonly string[],
  vectors: readonly Float32Array[],
  folder: string,
): Promise<Vectors> {
  if (ids.length < OWN_THREAD_FROM) return buildAndSave(embedder, ids, vectors, folder);
  try {
    await builtInThread(ids, vectors, folder);
  } catch (error) {
    noteWithout(error);
    return buildAndSave(embedder, ids, vectors, folder);
  }
  return loadVectors(embedder, folder);
}

function builtInThread(
  ids: readonly string[],
  vectors: readonly Float32Array[],
  folder: string,
): Promise<void> {
  const dimensions = vectors[0]?.length ?? 0;
  const shared = new SharedArrayBuffer(ids.length * dimensions * Float32Array.BYTES_PER_ELEMENT);
  const rows = new Float32Array(shared);
  for (const [at, vector] of vectors.entries()) rows.set(vector, at * dimensions);
  const work: GraphWork = { ids, vectors: rows, dimensions, folder };
  return new Promise((resolve, reject) => {
    const thread = startThread(new URL("./graph-worker.ts", import.meta.url), work);
    thread.once("error", reject);
    thread.once("message", () => {
      resolve();
      void thread.terminate();
    });
    thread.once("exit", (code) => reject(new Error(`it ended with status ${code}`)));
  });
}
