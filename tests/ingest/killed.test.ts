import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readManifest } from "@/lib/search-index/manifest";

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

function run(): { done: Promise<number | null>; kill: () => void } {
  const child = spawn(
    process.execPath,
    ["--import", TSX, "scripts/ingest.ts", folder, "--index", dir, "--json"],
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

  it("lets a second run wait for the first, and both end well", { timeout: 300_000 }, async () => {
    await put("copper");
    const [first, second] = [run(), run()];
    expect(await Promise.all([first.done, second.done])).toEqual([0, 0]);
    expect(await serving()).toBe("copper");
  });
});
