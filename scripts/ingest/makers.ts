/**
 * How many files there are in; threads that make documents of them out. Apart from what uses them, so
 * that they start before the cleaner is loaded here as well.
 */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import type { FoundFile } from "@/lib/ingest/load/walk";
import type { Made, MakeOptions } from "@/lib/ingest/make";
import { type Packed, unpack } from "./packed";
import { noteWithout, startThread } from "./start-thread";

/**
 * Fewer files are made as soon without threads, each of which takes a second of work to start and to
 * warm up; safe 1,000 to 5,000.
 */
const MANY_FILES = 2_000;
/**
 * Threads at most; safe 1 to 4. Each takes some 100 MB, and a core must be left for what embeds and for
 * the graph: with two cores a second maker only takes turns with them.
 */
const MOST_THREADS = 2;

/** One thread and the batches it is making, one after another. */
export class Maker {
  readonly #thread: Worker;
  readonly #waiting: { resolve(made: Made[]): void; reject(error: unknown): void }[] = [];
  #failed: unknown;
  #ended = false;

  constructor(options: MakeOptions, start: typeof startThread) {
    this.#thread = start(new URL("./make-worker.ts", import.meta.url), options);
    this.#thread.on("message", (made: readonly Packed[]) =>
      this.#waiting.shift()?.resolve(made.map(unpack)),
    );
    const fail = (error: unknown) => {
      if (!this.#failed && !this.#ended) noteWithout(error);
      this.#failed ??= error;
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    };
    this.#thread.on("error", fail);
    this.#thread.on("exit", () => fail(new Error("the thread has ended")));
  }

  /** How many batches it has still to make; a thread that failed comes last. */
  get load(): number {
    return this.#failed ? Number.POSITIVE_INFINITY : this.#waiting.length;
  }

  make(files: readonly FoundFile[]): Promise<Made[]> {
    if (this.#failed) return Promise.reject(this.#failed);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#thread.postMessage(files);
    });
  }

  end(): void {
    this.#ended = true;
    void this.#thread.terminate();
  }
}

/**
 * @param means tests pass threads that fail, and few files as many
 * @returns none when the files are few or there is no core for it
 */
export function startMakers(
  files: number,
  options: MakeOptions,
  { start = startThread, many = MANY_FILES } = {},
): Maker[] {
  if (files < many) return [];
  const threads = Math.min(MOST_THREADS, availableParallelism() - 1);
  return Array.from({ length: threads }, () => new Maker(options, start));
}
