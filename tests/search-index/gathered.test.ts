import { expect, it } from "vitest";
import { blankDocument } from "@/lib/blank-document";
import type { Chunk } from "@/lib/content";
import { PassageTermStore } from "@/lib/retrieve/passage-terms";
import { Gathered, lexicalEntry } from "@/lib/search-index/gathered";
import { keysOf } from "@/lib/search-index/keys";
import { postingsOf } from "@/lib/search-index/lexical";

const documents = [
  blankDocument("anemia", "Low iron is treated. The iron is low again."),
  blankDocument("hierro", "Las pastillas de hierro. The pills.", { language: "es" }),
  blankDocument("empty-words", "The of and to"),
];
const chunks = documents.map(
  (document): Chunk => ({
    id: `${document.id}/1`,
    documentId: document.id,
    ordinal: 0,
    headingPath: [],
    text: document.text,
    start: 0,
    end: document.text.length,
    language: document.language,
    sentences: [],
    tags: [],
    figures: [],
  }),
);

function gathered(reader?: PassageTermStore): Gathered {
  const words = new Gathered(reader);
  for (const [at, document] of documents.entries()) words.add(document, chunks.slice(at, at + 1));
  return words;
}

it.each([
  ["alone", undefined],
  ["for others as well", new PassageTermStore()],
])("gathers one by one what is made of all at once, %s", (_, reader) => {
  const pairs = documents.map((document, at) => [document, chunks[at] as Chunk] as const);
  expect(gathered(reader).of({ documents, chunks })).toEqual({
    postings: postingsOf(pairs.map(([document, chunk]) => lexicalEntry(chunk, document))),
    keys: pairs.map(([document, chunk]) => keysOf(document, [chunk])),
  });
});

it("leaves the terms of passages as they are when read at the end", () => {
  const reader = new PassageTermStore();
  gathered(reader);
  const whole = new PassageTermStore(chunks, new Map(documents.map((one) => [one.id, one])));
  expect(reader.terms).toEqual(whole.terms);
  expect(reader.words).toEqual(whole.words);
  for (const { id } of chunks) expect(reader.of(id)).toEqual(whole.of(id));
  expect(reader.holds(new Map(chunks.map(({ id }) => [id, id])))).toBe(true);
  expect(reader.holds(new Map([["other/1", ""]]))).toBe(false);
});

it("has nothing to say of other chunks than those that came", () => {
  expect(gathered().of({ documents, chunks: chunks.slice(1) })).toBeUndefined();
  expect(gathered().of({ documents, chunks: [...chunks].reverse() })).toBeUndefined();
});
