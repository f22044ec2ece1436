/** Vectors as they are made, then their ids and a folder, in; the saved graph over them out, built beside other work where that pays. */

import type { Worker } from "node:worker_threads";
import type { Embedder } from "@/lib/search-index/search-index";
import type { Vectors } from "@/lib/search-index/vectors";
import type { GraphTask } from "./graph-worker";
import { noteWithout, startThread } from "./start-thread";

/** Passages from which on a thread of its own is worth starting (half a second); safe 1,000 to 10,000. */
const OWN_THREAD_FROM = 3_000;

/** A graph that grows in a thread while documents are still being read. */
export class GraphThread {
  readonly #start: typeof startThread;
  readonly #from: number;
  /** Vectors that came before there were enough of them for a thread. */
  #held: Float32Array[] = [];
  #added = 0;
  #thread: Worker | undefined;
  #failed: unknown;
  #ended = false;
  #saved: (() => void) | undefined;
  #lost: ((error: unknown) => void) | undefined;

  /** Tests pass threads that fail, and few vectors as many. */
  constructor({ start = startThread, from = OWN_THREAD_FROM } = {}) {
    this.#start = start;
    this.#from = from;
  }

  /** @param vectors the next ones, in the order of the passages */
  readonly add = (vectors: readonly Float32Array[]): void => {
    this.#added += vectors.length;
    if (this.#failed) return;
    if (this.#thread) {
      this.#send(vectors);
      return;
    }
    this.#held.push(...vectors);
    if (this.#added < this.#from) return;
    this.#thread = this.#started();
    this.#send(this.#held);
    this.#held = [];
  };

  /** As `buildAndSave`; the vectors are those that were added, and serve when the thread has failed. */
  readonly build = async (
    embedder: Embedder,
    ids: readonly string[],
    vectors: readonly Float32Array[],
    folder: string,
  ): Promise<Vectors> => {
    const { buildAndSave, loadVectors } = await import("@/lib/search-index/vectors");
    if (!this.#thread || this.#added !== ids.length)
      return buildAndSave(embedder, ids, vectors, folder);
    try {
      await this.#save(this.#thread, ids, folder);
    } catch (error) {
      noteWithout(error);
      return buildAndSave(embedder, ids, vectors, folder);
    } finally {
      this.end();
    }
    return loadVectors(embedder, folder);
  };

  end(): void {
    this.#ended = true;
    void this.#thread?.terminate();
  }

  #started(): Worker {
    const thread = this.#start(new URL("./graph-worker.ts", import.meta.url), undefined);
    const fail = (error: unknown) => {
      if (this.#ended) return;
      this.#failed ??= error;
      this.#lost?.(error);
    };
    thread.on("error", fail);
    thread.on("exit", (code) => fail(new Error(`it ended with status ${code}`)));
    thread.on("message", () => this.#saved?.());
    return thread;
  }

  #send(vectors: readonly Float32Array[]): void {
    const dimensions = vectors[0]?.length ?? 0;
    const rows = new Float32Array(vectors.length * dimensions);
    for (const [at, vector] of vectors.entries()) rows.set(vector, at * dimensions);
    const task: GraphTask = { rows, dimensions };
    this.#thread?.postMessage(task, [rows.buffer]);
  }

  #save(thread: Worker, ids: readonly string[], folder: string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failed) return reject(this.#failed);
      this.#saved = resolve;
      this.#lost = reject;
      const task: GraphTask = { ids, folder };
      thread.postMessage(task);
    });
  }
}
