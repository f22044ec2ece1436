/** An id and a text in; a document of which nothing else is known out. */
import type { Document, DocumentMeta } from "@/lib/content";

/** What is said of a document of which nothing is stated and nothing can be inferred. */
export const UNKNOWN_META: Omit<DocumentMeta, "title" | "slug"> = {
  summary: null,
  topics: [],
  audience: null,
  jurisdiction: null,
  language: "en",
  author: null,
  reviewer: null,
  published: null,
  lastReviewed: null,
  nextReviewDue: null,
  licence: null,
  evidence: "unknown",
  sources: [],
};

/**
 * @param more whatever is known after all
 * @returns a document without blocks, titled by its id unless `more` has a title
 */
export function blankDocument(id: string, text: string, more: Partial<Document> = {}): Document {
  return {
    ...UNKNOWN_META,
    id,
    slug: id,
    title: id,
    format: "text",
    origin: id,
    inferred: [],
    text,
    blocks: [],
    references: [],
    readingGrade: null,
    overdue: false,
    contentHash: id,
    ...more,
  };
}
