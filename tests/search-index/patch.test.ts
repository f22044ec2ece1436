import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blankDocument } from "@/lib/blank-document";
import type { Chunk, Document } from "@/lib/content";
import { lexicalTerms } from "@/lib/search-index/lexical";
import { openIndex } from "@/lib/search-index/open";
import { patchIndex } from "@/lib/search-index/patch";
import type { Embedder } from "@/lib/search-index/search-index";
import { type IndexContent, writeIndex } from "@/lib/search-index/write";

const WORDS = ["iron", "zinc", "copper", "sperm", "testes", "tablet", "gel", "clinic"];
/** One dimension a word: what holds the same words lies in the same direction. */
const direction = (text: string) => {
  const counts = WORDS.map((word) => 0.1 + text.split(word).length);
  const length = Math.hypot(...counts);
  return counts.map((count) => count / length);
};
const embedder: Embedder = {
  name: "words",
  dimensions: WORDS.length,
  fingerprint: "words",
  embedQuery: async (text) => direction(text),
  embedDocuments: async (texts) => texts.map(direction),
};
const about = { embedder, chunker: { version: 1 }, roots: ["corpus"], calibration: { one: 1 } };

/** A document of which each paragraph is a chunk. */
type Written = { id: string; paragraphs: string[] };

function contentOf(written: readonly Written[]): IndexContent {
  const documents: Document[] = [];
  const chunks: Chunk[] = [];
  for (const { id, paragraphs } of written) {
    const text = paragraphs.join("\n\n");
    documents.push(blankDocument(id, text, { title: `About ${id}`, contentHash: `${id} ${text}` }));
    paragraphs.forEach((paragraph, ordinal) => {
      const start = paragraphs.slice(0, ordinal).join("\n\n").length + (ordinal > 0 ? 2 : 0);
      chunks.push({
        id: `${id}/${ordinal + 1}`,
        documentId: id,
        ordinal,
        headingPath: [],
        text: paragraph,
        start,
        end: start + paragraph.length,
        language: "en",
        sentences: [{ start: 0, end: paragraph.length, kind: "prose" }],
        tags: [],
        figures: [],
      });
    });
  }
  return {
    documents,
    chunks,
    vectors: chunks.map(({ text }) => Float32Array.from(direction(text))),
  };
}

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "patched index "));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const servingFile = async (folder: string, name: string) => {
  const version = (await readFile(path.join(folder, "current"), "utf8")).trim();
  return readFile(path.join(folder, version, name));
};

/** Everything a question can find out about an index. */
async function answersOf(folder: string) {
  const index = await openIndex(folder, embedder);
  const near = await Promise.all(
    WORDS.map(async (word) => index.nearest(direction(`${word} ${word}`), 1_000)),
  );
  return {
    counts: index.manifest.counts,
    corpus: index.manifest.corpusHash,
    calibration: index.manifest.calibration,
    documents: [...index.documents.values()],
    chunks: [...index.chunks.values()],
    vocabulary: [...index.vocabulary],
    words: WORDS.map((word) => index.matching(new Map([[lexicalTerms(word)[0] ?? "", 1]]), 1_000)),
    near: near.map((hits) => hits.map(({ id, score }) => [id, score.toFixed(5)])),
  };
}

const paragraph = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(" "));
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 3 });
/** What becomes of each of some documents; undefined: it is not there. */
const fates = fc.array(
  fc.record({
    before: fc.option(paragraphs, { nil: undefined }),
    after: fc.oneof(
      { weight: 3, arbitrary: fc.constant("same" as const) },
      { weight: 1, arbitrary: fc.option(paragraphs, { nil: undefined }) },
    ),
  }),
  { minLength: 3, maxLength: 25 },
);

describe("an index of which a few documents changed", () => {
  it("answers as one made from all documents at once", { timeout: 120_000 }, async () => {
    let patched = 0;
    await fc.assert(
      fc.asyncProperty(fates, fc.boolean(), async (all, backwards) => {
        const [here, whole] = await Promise.all([
          mkdtemp(path.join(dir, "here-")),
          mkdtemp(path.join(dir, "whole-")),
        ]);
        const before: Written[] = [];
        const after: Written[] = [];
        const changed: Written[] = [];
        for (const [i, fate] of all.entries()) {
          const id = `d${i}`;
          if (fate.before) before.push({ id, paragraphs: fate.before });
          const now = fate.after === "same" ? fate.before : fate.after;
          if (now) after.push({ id, paragraphs: now });
          if (now && (fate.after !== "same" || !fate.before)) changed.push({ id, paragraphs: now });
        }
        if (backwards) {
          after.reverse();
          changed.reverse();
        }
        if (before.length === 0 || after.length === 0) return;
        await writeIndex(here, contentOf(before), about);
        const patch = { ...contentOf(changed), order: after.map(({ id }) => id) };
        if (!(await patchIndex(here, patch, about))) return;
        patched += 1;
        await writeIndex(whole, contentOf(after), about);
        expect(await answersOf(here)).toEqual(await answersOf(whole));
        for (const name of ["documents.json", "chunks.json", "lexical.json", "keys.json"])
          expect(await servingFile(here, name), name).toEqual(await servingFile(whole, name));
      }),
      { numRuns: 60 },
    );
    expect(patched).toBeGreaterThan(5);
  });

  const many = Array.from({ length: 40 }, (_, i) => ({
    id: `d${i}`,
    paragraphs: [`${WORDS[i % 8]} ${WORDS[(i * 3) % 8]}`, `${WORDS[(i * 5) % 8]} gel`],
  }));
  const order = many.map(({ id }) => id);
  const oneChanged = (word: string) => ({
    ...contentOf([{ id: "d7", paragraphs: [`${word} tablet`] }]),
    order,
  });

  it("can be changed again and again, until too much of its graph is waste", async () => {
    await writeIndex(dir, contentOf(many), about);
    let times = 0;
    while (times < 50 && (await patchIndex(dir, oneChanged(`iron${times}`), about))) times += 1;
    expect(times).toBeGreaterThan(2);
    expect(times).toBeLessThan(50);
    const index = await openIndex(dir, embedder);
    expect(index.chunksOf("d7").map(({ text }) => text)).toEqual([`iron${times - 1} tablet`]);
    expect((await index.nearest(direction("iron tablet"), 1_000)).length).toBe(79);
  });

  it("is not patched from what is damaged, missing or another embedder's", async () => {
    expect(await patchIndex(dir, oneChanged("zinc"), about)).toBeUndefined();
    const { version, files } = await writeIndex(dir, contentOf(many), about);
    const other = { ...about, embedder: { ...embedder, fingerprint: "other" } };
    expect(await patchIndex(dir, oneChanged("zinc"), other)).toBeUndefined();
    const unknown = { ...oneChanged("zinc"), order: [...order, "nobody"] };
    expect(await patchIndex(dir, unknown, about)).toBeUndefined();
    for (const name of Object.keys(files)) {
      const file = path.join(dir, version, name);
      const good = await readFile(file);
      await writeFile(file, Buffer.concat([good.subarray(0, 20), good.subarray(21)]));
      expect(await patchIndex(dir, oneChanged("zinc"), about), name).toBeUndefined();
      await writeFile(file, good);
    }
    expect(await patchIndex(dir, oneChanged("zinc"), about)).toBeDefined();
  });
});

/** Files on a disk that has room for so many writes, then fails with a code. */
const failing = (code: string, writes: number) => {
  let left = writes;
  return async () => ({
    async writeFile() {
      left -= 1;
      if (left < 0) throw Object.assign(new Error(`${code}: the disk says no`), { code });
    },
    sync: async () => undefined,
    close: async () => undefined,
  });
};

describe("a disk that fails", () => {
  const first = [{ id: "one", paragraphs: ["iron tablet"] }];
  const second = [{ id: "two", paragraphs: ["zinc gel"] }];

  it.each(["ENOSPC", "EROFS", "EACCES", "EIO"])(
    "with %s: said plainly, nothing lost",
    async (code) => {
      const before = await writeIndex(dir, contentOf(first), about);
      for (let writes = 0; writes < 5; writes += 1) {
        const means = { openFile: failing(code, writes) };
        const problem = await writeIndex(dir, contentOf(second), about, means).catch(
          (error: unknown) => error,
        );
        expect(problem).toMatchObject({
          problem: "unwritable",
          message: expect.stringMatching(new RegExp(`${code}.*old index still serves`, "u")),
        });
        const patch = { ...contentOf(second), order: ["one", "two"] };
        await expect(patchIndex(dir, patch, about, means.openFile)).rejects.toMatchObject({
          problem: "unwritable",
        });
        const names = await readdir(dir);
        expect(names.filter((name) => name.startsWith("."))).toEqual([]);
        expect((await openIndex(dir, embedder)).manifest.version).toBe(before.version);
      }
    },
  );

  it("while the graph is written is noticed, though the library that writes it does not", async () => {
    const before = await writeIndex(dir, contentOf(first), about);
    const buildGraph = async () => {
      throw Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" });
    };
    await expect(writeIndex(dir, contentOf(second), about, { buildGraph })).rejects.toMatchObject({
      problem: "unwritable",
    });
    expect((await openIndex(dir, embedder)).manifest.version).toBe(before.version);
  });
});
