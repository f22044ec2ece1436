/** A TypeScript file and data in; a thread that runs it out. */
import { Worker } from "node:worker_threads";

/** @param entry a TypeScript file, which finds `data` as `workerData.data` */
export function startThread(entry: URL, data: unknown): Worker {
  const workerData = { entry: entry.href, data };
  return new Worker(new URL("./thread.mjs", import.meta.url), { workerData, execArgv: [] });
}

/** Says why work goes on without a thread: it is slower, and somebody may wonder. */
export function noteWithout(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`A thread failed (${reason}); its work is done without it.`);
}
