import { EventEmitter } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Embedder } from "@/lib/search-index/search-index";
import { buildAndSave } from "@/lib/search-index/vectors";
import { GraphThread } from "@/scripts/ingest/graph";

const DIMENSIONS = 8;
const embedder: Embedder = {
  name: "test",
  dimensions: DIMENSIONS,
  fingerprint: "test",
  embedQuery: async () => [],
  embedDocuments: async () => [],
};
/** More than the graph in the thread has room for at first. */
const ids = Array.from({ length: 4_500 }, (_, at) => `passage ${at}`);
const vectors = ids.map((_, at) => {
  const raw = Array.from({ length: DIMENSIONS }, (_, k) => Math.sin((at + 1) * (k + 1)));
  const length = Math.hypot(...raw);
  return Float32Array.from(raw, (value) => value / length);
});

let base = "";
beforeAll(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), "pamphlet graph "));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const savedIn = (folder: string) => readFile(path.join(folder, "hnswlib.index"));

it("grows in a thread into the graph that is built at once", { timeout: 120_000 }, async () => {
  const thread = new GraphThread({ from: 500 });
  for (let from = 0; from < ids.length; from += 300) thread.add(vectors.slice(from, from + 300));
  const grown = await thread.build(embedder, ids, vectors, path.join(base, "grown"));
  await buildAndSave(embedder, ids, vectors, path.join(base, "whole"));
  expect(await savedIn(path.join(base, "grown"))).toEqual(await savedIn(path.join(base, "whole")));
  expect(grown.size).toBe(ids.length);
  expect(grown.vectorOf("passage 7")).toEqual(vectors[7]);
});

it("is built all the same when the thread fails, at once, on the way or at the end", async () => {
  const few = 40;
  const failing = (answers: number) => () => {
    let left = answers;
    const thread = Object.assign(new EventEmitter(), {
      postMessage() {
        left -= 1;
        if (left < 0) setImmediate(() => thread.emit("error", new Error("out of memory")));
      },
      terminate: async () => 0,
    });
    return thread as unknown as Worker;
  };
  for (const answers of [0, 2, 4]) {
    const thread = new GraphThread({ start: failing(answers), from: 10 });
    for (let from = 0; from < few; from += 10) {
      thread.add(vectors.slice(from, from + 10));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const folder = path.join(base, `failed after ${answers}`);
    const graph = await thread.build(embedder, ids.slice(0, few), vectors.slice(0, few), folder);
    expect(graph.size).toBe(few);
    expect((await savedIn(folder)).length).toBeGreaterThan(0);
  }
});

it("is built from what is written when that is not what came before", async () => {
  const thread = new GraphThread({ from: 10 });
  thread.add(vectors.slice(0, 9));
  const folder = path.join(base, "other");
  const graph = await thread.build(embedder, ids.slice(0, 5), vectors.slice(0, 5), folder);
  expect(graph.size).toBe(5);
});
