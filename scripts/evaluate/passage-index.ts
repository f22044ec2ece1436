/** Ready-made passages enter; an index in memory leaves, one document and one chunk a passage. */

import { blankDocument } from "@/lib/blank-document";
import type { Chunk, Document } from "@/lib/content";
import { type ContentIndex, memoryIndex } from "@/lib/retrieve/memory-index";
import type { StaticEmbeddings } from "@/lib/search-index/embeddings/static";
import type { TaskPassage } from "./tasks";

/** Passages as one-chunk documents: what an index of ready-made passages is. */
export function indexPassages(
  passages: readonly TaskPassage[],
  embedder: StaticEmbeddings,
): {
  index: ContentIndex;
  content: { documents: Document[]; chunks: Chunk[]; vectors: Float32Array[] };
} {
  const chunks = passages.map(
    ({ id, text }): Chunk => ({
      id,
      documentId: id,
      ordinal: 0,
      headingPath: [],
      text,
      start: 0,
      end: text.length,
      language: "en",
      sentences: [],
      tags: [],
      figures: [],
    }),
  );
  const documents = passages.map(({ id, text, title }) =>
    blankDocument(id, text, { title: title ?? "", slug: "passage" }),
  );
  const vectors = passages.map(({ title, text }) =>
    embedder.embed(title ? `${title}\n${text}` : text),
  );
  const content = { documents, chunks, vectors };
  return { index: memoryIndex(content), content };
}
