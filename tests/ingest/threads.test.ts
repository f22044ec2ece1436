import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { containsDose } from "@/lib/guard/dose";
import { walk } from "@/lib/ingest/load/walk";
import { type Made, makeFile } from "@/lib/ingest/make";
import { readManifest } from "@/lib/search-index/manifest";
import { startMakers } from "@/scripts/ingest/makers";
import { pack } from "@/scripts/ingest/packed";
import { makeInThreads } from "@/scripts/ingest/threads";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TSX = path.join(ROOT, "node_modules", "tsx", "dist", "loader.mjs");
/** Enough for one changed document to be less than a hundredth. */
const FILES = 340;
const DAY = { today: "2026-01-01", explain: false };

let base = "";
let folder = "";
beforeAll(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), "pamphlet threads "));
  folder = path.join(base, "documents");
  await mkdir(folder);
  for (let n = 0; n < FILES; n += 1) await put(n, `iron${n % 7}`);
  await writeFile(path.join(folder, "leaflet-17.txt"), "");
});
afterAll(() => rm(base, { recursive: true, force: true }));

const put = (n: number, word: string) =>
  writeFile(
    path.join(folder, `leaflet-${n}.txt`),
    `Leaflet ${n} about ${word}\n\nWhat it is\n\n${`This is what leaflet ${n} says about ${word}, in words of its own. `.repeat(1 + (n % 5))}\n`,
  );

async function made(all: AsyncIterable<Made>): Promise<Made[]> {
  const list: Made[] = [];
  for await (const one of all) list.push(one);
  return list;
}

async function oneByOne(): Promise<Made[]> {
  const list: Made[] = [];
  for (const file of walk([folder]).files) list.push(await makeFile(file, DAY, containsDose));
  return list;
}

function ingest(index: string): Promise<{ status: string; counts: Record<string, number> }> {
  const child = spawn(
    process.execPath,
    ["--import", TSX, "scripts/ingest.ts", folder, "--index", path.join(base, index), "--json"],
    { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] },
  );
  let out = "";
  child.stdout.on("data", (part: Buffer) => {
    out += part.toString("utf8");
  });
  return new Promise((resolve) => child.on("close", () => resolve(JSON.parse(out))));
}

async function filesOf(index: string): Promise<Record<string, string>> {
  const { version } = await readManifest(path.join(base, index));
  const at = path.join(base, index, version);
  const names = (await readdir(at)).filter((name) => /^(?!manifest).*\.json$/u.test(name));
  const read = async (name: string) => [name, await readFile(path.join(at, name), "utf8")] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

describe("many files", () => {
  it("are made by threads as they are one by one, in the same order", {
    timeout: 120_000,
  }, async () => {
    const { files } = walk([folder]);
    const makers = startMakers(files.length, DAY, { many: FILES });
    expect(await made(makeInThreads(files, DAY, makers))).toEqual(await oneByOne());
  });

  it("are made all the same when threads fail, at once or on the way", {
    timeout: 120_000,
  }, async () => {
    const { files } = walk([folder]);
    const failing = (answers: number) => () => {
      let left = answers;
      let last: Promise<unknown> = Promise.resolve();
      const answer = async (batch: typeof files) => {
        left -= 1;
        const list = await Promise.all(batch.map((file) => makeFile(file, DAY, containsDose)));
        if (left < 0) thread.emit("error", new Error("out of memory"));
        else thread.emit("message", list.map(pack));
      };
      const thread = Object.assign(new EventEmitter(), {
        postMessage(batch: typeof files) {
          last = last.then(() => answer(batch));
        },
        terminate: async () => 0,
      });
      return thread as unknown as Worker;
    };
    const expected = await oneByOne();
    for (const answers of [0, 2]) {
      const makers = startMakers(files.length, DAY, { start: failing(answers), many: FILES });
      expect(await made(makeInThreads(files, DAY, makers))).toEqual(expected);
    }
  });

  it("changed in one place give the index that all of them give", {
    timeout: 300_000,
  }, async () => {
    expect(await ingest("patched")).toMatchObject({
      status: "written",
      counts: { documents: FILES - 1, refused: 1 },
    });
    const before = await filesOf("patched");
    await put(20, "zinc");
    const again = await ingest("patched");
    expect(again).toMatchObject({ status: "written", counts: { documents: FILES - 1 } });
    expect(again.counts.embedded).toBeGreaterThan(0);
    expect(again.counts.embedded).toBeLessThan(5);
    await ingest("whole");
    const [patched, whole] = [await filesOf("patched"), await filesOf("whole")];
    expect(patched).not.toEqual(before);
    expect(patched).toEqual(whole);
    expect((await ingest("patched")).status).toBe("unchanged");
  });
});
