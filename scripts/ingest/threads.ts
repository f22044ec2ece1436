/**
 * Files in; what is made of each, in their order, out: by two threads when there are many files.
 */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { containsDose } from "@/lib/guard/dose";
import type { FoundFile } from "@/lib/ingest/load/walk";
import { type Made, type MakeOptions, makeFile } from "@/lib/ingest/make";
import { noteWithout, startThread } from "./start-thread";

/**
 * Fewer files are made as soon without threads, each of which takes a second of work to start and to
 * warm up; safe 1,000 to 5,000.
 */
const MANY_FILES = 2_000;
/** Threads at most; safe 1 to 4. Each takes some 100 MB. */
const MOST_THREADS = 2;
/** Files given to a thread at once; safe 8 to 128. */
const BATCH = 32;
/** Batches made or being made that nobody has taken yet; safe 4 to 32. Bounds memory. */
const AHEAD = 8;

/** One thread and the batch it is making. */
class Maker {
  readonly #thread: Worker;
  #waiting: { resolve(made: Made[]): void; reject(error: unknown): void } | undefined;
  #failed: unknown;
  #ended = false;

  constructor(options: MakeOptions, start: typeof startThread) {
    this.#thread = start(new URL("./make-worker.ts", import.meta.url), options);
    this.#thread.on("message", (json: string) => this.#waiting?.resolve(JSON.parse(json)));
    const fail = (error: unknown) => {
      if (!this.#failed && !this.#ended) noteWithout(error);
      this.#failed ??= error;
      this.#waiting?.reject(error);
    };
    this.#thread.on("error", fail);
    this.#thread.on("exit", () => fail(new Error("the thread has ended")));
  }

  make(files: readonly FoundFile[]): Promise<Made[]> {
    if (this.#failed) return Promise.reject(this.#failed);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#thread.postMessage(files);
    });
  }

  end(): void {
    this.#ended = true;
    void this.#thread.terminate();
  }
}

async function makeHere(files: readonly FoundFile[], options: MakeOptions): Promise<Made[]> {
  const made: Made[] = [];
  for (const file of files) made.push(await makeFile(file, options, containsDose));
  return made;
}

/**
 * A batch whose thread failed (too little memory, no thread to be had) is made here instead.
 * @param means tests pass threads that fail, and few files as many
 */
export async function* makeInThreads(
  files: readonly FoundFile[],
  options: MakeOptions,
  { start = startThread, many = MANY_FILES } = {},
): AsyncGenerator<Made> {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  if (files.length < many || threads < 2) {
    for (const file of files) yield await makeFile(file, options, containsDose);
    return;
  }
  const idle = Array.from({ length: threads }, () => new Maker(options, start));
  const all = [...idle];
  const awaiting: (() => void)[] = [];
  const makerFree = async (): Promise<Maker> => {
    while (idle.length === 0) await new Promise<void>((resolve) => awaiting.push(resolve));
    return idle.pop() as Maker;
  };
  const makeBatch = async (batch: readonly FoundFile[]): Promise<Made[] | undefined> => {
    const maker = await makerFree();
    const made = await maker.make(batch).catch(() => undefined);
    idle.push(maker);
    awaiting.shift()?.();
    return made;
  };
  const batches: { files: readonly FoundFile[]; made: Promise<Made[] | undefined> }[] = [];
  let next = 0;
  try {
    while (next < files.length || batches.length > 0) {
      while (next < files.length && batches.length < AHEAD) {
        const batch = files.slice(next, next + BATCH);
        batches.push({ files: batch, made: makeBatch(batch) });
        next += BATCH;
      }
      const first = batches.shift();
      if (first) yield* (await first.made) ?? (await makeHere(first.files, options));
    }
  } finally {
    for (const maker of all) maker.end();
  }
}
