import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blankDocument } from "@/lib/blank-document";
import { chunkKey } from "@/lib/search-index/keys";
import { withIndexLock } from "@/lib/search-index/lock";
import { corpusHash, readManifest } from "@/lib/search-index/manifest";
import { openIndex } from "@/lib/search-index/open";
import type { Embedder } from "@/lib/search-index/search-index";
import { readVectors } from "@/lib/search-index/serving";
import { type IndexContent, writeIndex } from "@/lib/search-index/write";
import { wholeChunk } from "@/tests/whole-chunk";

/** Counts the letters a to d: enough for "nearest" to have a right answer. */
const letters = (text: string) => {
  const counts = [..."abcd"].map((letter) => text.split(letter).length - 1);
  const length = Math.hypot(...counts) || 1;
  return counts.map((count) => count / length);
};

function embedder(name = "letters"): Embedder {
  return {
    name,
    dimensions: 4,
    fingerprint: name,
    embedQuery: async (text) => letters(text),
    embedDocuments: async (texts) => texts.map(letters),
  };
}

function contentOf(texts: Record<string, string>): IndexContent {
  const documents = Object.entries(texts).map(([id, text]) =>
    blankDocument(id, text, {
      origin: `${id}.txt`,
      blocks: [{ kind: "paragraph", start: 0, end: text.length }],
      contentHash: text,
    }),
  );
  const chunks = documents.map((document) => wholeChunk(document));
  return {
    documents,
    chunks,
    vectors: chunks.map((chunk) => Float32Array.from(letters(chunk.text))),
  };
}

const about = { embedder: embedder(), chunker: { version: 1 }, roots: ["corpus"], calibration: {} };

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "index with space "));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe("an index written and opened again", () => {
  it("finds by meaning and by words", async () => {
    await writeIndex(dir, contentOf({ one: "aaa bandage", two: "ddd candidate" }), about);
    const index = await openIndex(dir, embedder());
    expect(index.manifest.counts).toEqual({ documents: 2, chunks: 2, words: 4 });
    const [nearest] = await index.nearest(letters("aaaa"), 10);
    expect(nearest?.id).toBe("one/0");
    expect(nearest?.score).toBeGreaterThan(0.9);
    expect(index.matching(new Map([["candid", 1]]), 5).map(({ id }) => id)).toEqual(["two/0"]);
    expect(index.chunksOf("two")).toHaveLength(1);
  });

  it("holds exactly what the last run was given, and keeps the version before", async () => {
    await writeIndex(dir, contentOf({ one: "aaa" }), about);
    await writeIndex(dir, contentOf({ two: "bbb" }), about);
    await writeIndex(dir, contentOf({ three: "ccc" }), about);
    const index = await openIndex(dir, embedder());
    expect([...index.documents.keys()]).toEqual(["three"]);
    const versions = (await readdir(dir)).filter((name) => name.startsWith("v"));
    expect(versions).toHaveLength(2);
  });

  it("gives vectors back by what was embedded, to the same embedder only", async () => {
    await writeIndex(dir, contentOf({ one: "aab" }), about);
    const known = await readVectors(dir, embedder());
    expect(known.size).toBe(1);
    expect(known.get(chunkKey("one\naab"))?.[0]).toBeCloseTo(2 / Math.sqrt(5), 5);
    expect(known.get(chunkKey("another text"))).toBeUndefined();
    expect(await readVectors(dir, embedder("other"))).toEqual(new Map());
    expect(await readVectors(path.join(dir, "nowhere"), embedder())).toEqual(new Map());
  });
});

describe("an index that cannot be used says why and what to do", () => {
  const problem = () => openIndex(dir, embedder()).catch((error: unknown) => error);

  it("when there is none", async () => {
    expect(await problem()).toMatchObject({
      problem: "missing",
      message: expect.stringContaining("npm run ingest"),
    });
  });

  it("when another embedder made it", async () => {
    await writeIndex(dir, contentOf({ one: "aaa" }), { ...about, embedder: embedder("other") });
    expect(await problem()).toMatchObject({
      problem: "embedder-mismatch",
      message: expect.stringMatching(/"other".*"letters".*npm run ingest/),
    });
  });

  it("when any one file is damaged, truncated or gone", async () => {
    const { version, files } = await writeIndex(dir, contentOf({ one: "aaa", two: "bbb" }), about);
    expect(Object.keys(files).length).toBeGreaterThan(5);
    for (const name of Object.keys(files)) {
      const file = path.join(dir, version, name);
      const good = await readFile(file);
      await writeFile(file, good.subarray(0, good.length - 1));
      expect(await problem(), name).toMatchObject({ problem: "corrupt" });
      await rm(file);
      expect(await problem(), name).toMatchObject({ problem: "corrupt" });
      await writeFile(file, good);
    }
    expect((await openIndex(dir, embedder())).documents.size).toBe(2);
  });

  it("when the manifest is half written or from another program version", async () => {
    const { version } = await writeIndex(dir, contentOf({ one: "aaa" }), about);
    const file = path.join(dir, version, "manifest.json");
    const good = await readFile(file, "utf8");
    await writeFile(file, good.slice(0, 40));
    expect(await problem()).toMatchObject({ problem: "corrupt" });
    await writeFile(file, good.replace('"schema": 1', '"schema": 99'));
    expect(await problem()).toMatchObject({ problem: "outdated" });
  });

  it("when the pointer is nonsense", async () => {
    await writeIndex(dir, contentOf({ one: "aaa" }), about);
    await writeFile(path.join(dir, "current"), "../../etc");
    expect(await problem()).toMatchObject({ problem: "corrupt" });
  });
});

describe("writing", () => {
  it("that fails leaves the old index serving and nothing half-made", async () => {
    const before = await writeIndex(dir, contentOf({ one: "aaa" }), about);
    const broken = contentOf({ two: "bbb" });
    const uneven = { ...broken, vectors: [] };
    await expect(writeIndex(dir, uneven, about)).rejects.toThrow();
    expect((await readManifest(dir)).version).toBe(before.version);
    expect((await readdir(dir)).filter((name) => name.startsWith(".building"))).toEqual([]);
  });

  it("of nothing is refused: an empty index would answer nothing and replace one that does", async () => {
    await expect(writeIndex(dir, contentOf({}), about)).rejects.toMatchObject({ problem: "empty" });
  });

  it("clears what a killed run left behind", async () => {
    await mkdir(path.join(dir, ".building-v1-dead"), { recursive: true });
    await writeIndex(dir, contentOf({ one: "aaa" }), about);
    expect((await readdir(dir)).filter((name) => name.startsWith(".building"))).toEqual([]);
  });

  it("where nothing can be written says so", async () => {
    await writeFile(path.join(dir, "file"), "in the way");
    await expect(
      withIndexLock(path.join(dir, "file", "index"), async () => undefined),
    ).rejects.toMatchObject({ problem: "unwritable" });
  });
});

describe("the lock", () => {
  it("lets one run at a time write, and says so to the second", async () => {
    let release = () => {};
    const first = withIndexLock(
      dir,
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    await expect.poll(() => readdir(dir)).toContain(".lock");
    await expect(withIndexLock(dir, async () => 1)).rejects.toMatchObject({ problem: "busy" });
    const waiting = withIndexLock(dir, async () => "done", { waitMs: 5_000 });
    release();
    await first;
    expect(await waiting).toBe("done");
  });

  it("is taken over from a process that died", async () => {
    await writeFile(path.join(dir, ".lock"), "999999999");
    expect(await withIndexLock(dir, async () => "mine")).toBe("mine");
  });
});

it("hashes a corpus the same in any order, and differently for other settings", () => {
  expect(corpusHash(["a", "b"], { size: 1 })).toBe(corpusHash(["b", "a"], { size: 1 }));
  expect(corpusHash(["a"], { size: 1 })).not.toBe(corpusHash(["a"], { size: 2 }));
});
