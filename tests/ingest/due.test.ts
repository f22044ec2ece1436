import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ingestionDue } from "@/lib/ingest/due";
import { ingest } from "@/lib/ingest/ingest";
import { chunkKey, embeddingText } from "@/lib/search-index/keys";
import { withIndexLock } from "@/lib/search-index/lock";
import { readManifest } from "@/lib/search-index/manifest";
import { openIndex } from "@/lib/search-index/open";
import type { Embedder } from "@/lib/search-index/search-index";
import { readVectors } from "@/lib/search-index/serving";
import { writeIndex } from "@/lib/search-index/write";

const index = { writeIndex, readVectors, readManifest, withIndexLock, embeddingText, chunkKey };

/** Two numbers a text: how long it is, and how many vowels it has. */
const embedderOf = (fingerprint: string): Embedder => {
  const embed = (text: string) => {
    const vowels = text.replace(/[^aeiou]/g, "").length;
    const size = Math.hypot(text.length, vowels) || 1;
    return [text.length / size, vowels / size];
  };
  return {
    name: fingerprint,
    dimensions: 2,
    fingerprint,
    embedQuery: async (text) => embed(text),
    embedDocuments: async (texts) => texts.map(embed),
  };
};

const embedder = embedderOf("one");
let base = "";
let corpus = "";
let dir = "";
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), "due "));
  corpus = path.join(base, "corpus");
  dir = path.join(base, "index");
  await cp(path.resolve("corpus/glossary.md"), path.join(corpus, "glossary.md"));
});
afterEach(() => rm(base, { recursive: true, force: true }));

const run = (sources: string[], by = embedder) =>
  ingest(
    sources,
    { index, embedder: by, calibrate: async () => ({}), containsDose: () => false },
    { dir },
  );
const due = (by = embedder) => ingestionDue(dir, corpus, { index, embedder: by, openIndex });

it("ingests the corpus when there is no index", async () => {
  expect(await due()).toMatchObject({
    roots: [corpus],
    reason: expect.stringContaining("no index"),
  });
});

it("does nothing when nothing changed, and ingests when a document did", async () => {
  await run([corpus]);
  expect(await due()).toBeUndefined();
  await cp(
    path.resolve("corpus/fertility-and-sperm.md"),
    path.join(corpus, "fertility-and-sperm.md"),
  );
  expect(await due()).toMatchObject({ roots: [corpus] });
});

it("serves an index made from other paths as it is", async () => {
  const page = path.join(base, "page.txt");
  await writeFile(
    page,
    "Warts\n\nWhat they are\n\nWarts are small growths on the skin that many people have.\n",
  );
  await run([page]);
  await writeFile(
    page,
    "Warts\n\nWhat they are\n\nWarts are something else now, as this page says today.\n",
  );
  expect(await due()).toBeUndefined();
});

it("makes an index of another embedder again, from its own paths", async () => {
  await run([corpus], embedderOf("two"));
  expect(await due()).toMatchObject({ roots: [corpus], reason: expect.stringContaining('"two"') });
});

it("makes a damaged index again", async () => {
  await run([corpus]);
  const { version } = await readManifest(dir);
  await writeFile(path.join(dir, version, "chunks.json"), "[");
  expect(await due()).toMatchObject({
    roots: [corpus],
    reason: expect.stringContaining("damaged"),
  });
});
