import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sectionOf } from "@/lib/content";
import { createRetriever, type Retrieved, type Retriever } from "@/lib/retrieve/retrieve";
import { openIndex } from "@/lib/search-index/open";
import { indexOf } from "../fixtures/answers/index-of";

const Place = z.object({ document: z.string(), section: z.string() });
const Facts = z.array(Place.extend({ question: z.string(), also: z.array(Place).optional() }));
type Fact = z.infer<typeof Facts>[number];

const factsOf = (...parts: string[]) =>
  parts.flatMap((part) =>
    Facts.parse(JSON.parse(readFileSync(`tests/fixtures/facts/${part}.json`, "utf8"))),
  );

let dir: string;
let retriever: Retriever;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "facts-"));
  const embedder = await indexOf(["corpus"], dir);
  retriever = createRetriever(await openIndex(dir, embedder), embedder);
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const isRight = ({ document, section, also = [] }: Fact, { passages }: Retrieved, most: number) =>
  passages
    .slice(0, most)
    .some((passage) =>
      [{ document, section }, ...also].some(
        (place) =>
          place.document === passage.document.id &&
          place.section === sectionOf(passage.chunk, passage.document),
      ),
    );

async function play(facts: readonly Fact[]) {
  const missed: string[] = [];
  let inThree = 0;
  let answerable = 0;
  for (const fact of facts) {
    const found = await retriever.retrieve(fact.question);
    if (!isRight(fact, found, 1)) missed.push(fact.question);
    if (isRight(fact, found, 3)) inThree++;
    if (found.answerable) answerable++;
  }
  const all = facts.length;
  return {
    first: 1 - missed.length / all,
    inThree: inThree / all,
    answerable: answerable / all,
    missed: missed.join("\n"),
  };
}

describe("the checklist of facts, by retrieval alone", () => {
  it("ranks the right section first", async () => {
    const { first, inThree, answerable, missed } = await play(factsOf("part-a", "part-b"));
    expect(first, missed).toBeGreaterThanOrEqual(0.95);
    expect(inThree).toBeGreaterThanOrEqual(0.98);
    expect(answerable).toBeGreaterThanOrEqual(0.97);
  });
  it("does so for lay questions kept out of training", async () => {
    const { first, inThree, answerable, missed } = await play(factsOf("part-c"));
    expect(first, missed).toBeGreaterThanOrEqual(0.85);
    expect(inThree).toBeGreaterThanOrEqual(0.93);
    expect(answerable).toBeGreaterThanOrEqual(0.92);
  });
});
