/** A document in; one chunk that holds all of its text out. */
import type { Chunk, Document } from "@/lib/content";

/** @param change what is not as in a chunk of prose without headings */
export const wholeChunk = (document: Document, change: Partial<Chunk> = {}): Chunk => ({
  id: `${document.id}/0`,
  documentId: document.id,
  ordinal: 0,
  headingPath: [],
  text: document.text,
  start: 0,
  end: document.text.length,
  language: document.language,
  sentences: [{ start: 0, end: document.text.length, kind: "prose" }],
  tags: [],
  figures: [],
  ...change,
});
