import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadStaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { readManifest } from "@/lib/search-index/manifest";
import { openIndex } from "@/lib/search-index/open";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TSX = path.join(ROOT, "node_modules", "tsx", "dist", "loader.mjs");

let base = "";
let folder = "";
let dir = "";
beforeAll(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), "pamphlet killed "));
  folder = path.join(base, "documents");
  dir = path.join(base, "index");
  await mkdir(folder);
});
afterAll(() => rm(base, { recursive: true, force: true }));

const leaflet = (n: number, word: string) =>
  `Leaflet ${n} about ${word}\n\nWhat it is\n\n${`This is what leaflet ${n} says about ${word}, in words of its own. `.repeat(4)}\n`;
const put = (word: string) =>
  Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      writeFile(path.join(folder, `leaflet-${n}.txt`), leaflet(n, word)),
    ),
  );

function run(of = folder, into = dir): { done: Promise<number | null>; kill: () => void } {
  const child = spawn(
    process.execPath,
    ["--import", TSX, "scripts/ingest.ts", of, "--index", into, "--json"],
    { cwd: ROOT, stdio: "ignore" },
  );
  return {
    done: new Promise((resolve) => child.on("exit", (code) => resolve(code))),
    kill: () => child.kill("SIGKILL"),
  };
}

/** What serves: the version named, opened the way a server opens it, with its documents' words. */
async function serving(): Promise<string> {
  const { version, counts } = await readManifest(dir);
  const documents = await readFile(path.join(dir, version, "documents.json"), "utf8");
  expect(counts.documents).toBe(60);
  return /about (\w+), in words/u.exec(documents)?.[1] ?? "";
}

describe("an ingestion that is killed", () => {
  it("leaves the old index serving at whatever moment, and the next run finishes the work", {
    // Seven runs of the command, one after another: seconds on a free machine, minutes on a busy one.
    timeout: 600_000,
  }, async () => {
    await put("iron");
    const began = Date.now();
    expect(await run().done).toBe(0);
    const whole = Date.now() - began;
    expect(await serving()).toBe("iron");

    await put("zinc");
    for (const share of [0.3, 0.6, 0.75, 0.85, 0.95]) {
      const killed = run();
      const timer = setTimeout(killed.kill, whole * share);
      await killed.done;
      clearTimeout(timer);
      expect(["iron", "zinc"]).toContain(await serving());
    }
    expect(await run().done).toBe(0);
    expect(await serving()).toBe("zinc");
  });

  it("while it changes one document of many leaves a whole index too", {
    timeout: 600_000,
  }, async () => {
    const many = path.join(base, "many");
    const index = path.join(base, "index of many");
    await mkdir(many);
    const write = (n: number, word: string) =>
      writeFile(path.join(many, `leaflet-${n}.txt`), leaflet(n, word));
    for (let n = 0; n < 150; n += 1) await write(n, "iron");
    expect(await run(many, index).done).toBe(0);
    await write(0, "zinc");
    const began = Date.now();
    expect(await run(many, index).done).toBe(0);
    const whole = Date.now() - began;
    const embedder = loadStaticEmbeddings(ROOT);
    /** Opened whole: every file's hash is checked. */
    const words = async () => {
      const opened = await openIndex(index, embedder);
      expect(opened.chunks.size).toBe(150);
      return [...opened.documents.values()].map(({ text }) => /about (\w+), in/u.exec(text)?.[1]);
    };
    for (const [n, share] of [0.4, 0.6, 0.7, 0.8, 0.9].entries()) {
      await write(n + 1, "zinc");
      const killed = run(many, index);
      const timer = setTimeout(killed.kill, whole * share);
      await killed.done;
      clearTimeout(timer);
      const zinc = (await words()).filter((word) => word === "zinc").length;
      expect(zinc).toBeGreaterThanOrEqual(1);
      expect(zinc).toBeLessThanOrEqual(n + 2);
    }
    expect(await run(many, index).done).toBe(0);
    expect((await words()).filter((word) => word === "zinc")).toHaveLength(6);
  });

  it("lets a second run wait for the first, and both end well", { timeout: 300_000 }, async () => {
    await put("copper");
    const [first, second] = [run(), run()];
    expect(await Promise.all([first.done, second.done])).toEqual([0, 0]);
    expect(await serving()).toBe("copper");
  });
});
