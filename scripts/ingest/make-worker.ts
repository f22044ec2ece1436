/**
 * Batches of files come from the command that ingests; what was made of each goes back as JSON, which
 * costs less than copying the values.
 */
import { parentPort, workerData } from "node:worker_threads";
import { containsDose } from "@/lib/guard/dose";
import type { FoundFile } from "@/lib/ingest/load/walk";
import { type MakeOptions, makeFile } from "@/lib/ingest/make";
import { type Packed, pack } from "./packed";

const options = workerData.data as MakeOptions;

// Chained, because answers are taken in the order in which batches were given.
let last = Promise.resolve();
parentPort?.on("message", (files: readonly FoundFile[]) => {
  last = last.then(() => make(files));
});

async function make(files: readonly FoundFile[]): Promise<void> {
  const made: Packed[] = [];
  for (const file of files) made.push(pack(await makeFile(file, options, containsDose)));
  parentPort?.postMessage(made);
}
