import { expect, it } from "vitest";
import { blankDocument } from "@/lib/blank-document";
import type { Chunk } from "@/lib/content";
import { Gathered, lexicalEntry } from "@/lib/search-index/gathered";
import { keysOf } from "@/lib/search-index/keys";
import { postingsOf } from "@/lib/search-index/lexical";
import { wholeChunk } from "@/tests/whole-chunk";

const documents = [
  blankDocument("anemia", "Low iron is treated. The iron is low again."),
  blankDocument("hierro", "Las pastillas de hierro. The pills.", { language: "es" }),
  blankDocument("empty-words", "The of and to"),
];
const chunks = documents.map((document) => wholeChunk(document));

function gathered(): Gathered {
  const words = new Gathered();
  for (const [at, document] of documents.entries()) words.add(document, chunks.slice(at, at + 1));
  return words;
}

it("gathers one by one what is made of all at once", () => {
  const pairs = documents.map((document, at) => [document, chunks[at] as Chunk] as const);
  expect(gathered().of({ documents, chunks })).toEqual({
    postings: postingsOf(pairs.map(([document, chunk]) => lexicalEntry(chunk, document))),
    keys: pairs.map(([document, chunk]) => keysOf(document, [chunk])),
  });
});

it("has nothing to say of other chunks than those that came", () => {
  expect(gathered().of({ documents, chunks: chunks.slice(1) })).toBeUndefined();
  expect(gathered().of({ documents, chunks: [...chunks].reverse() })).toBeUndefined();
});
