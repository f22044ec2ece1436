/**
 * Document, Chunk and Passage: what ingestion produces and everything else reads.
 *
 * A schema and its type share one name, so a value read from disk is checked by the same
 * word it is typed with. Every offset is in UTF-16 code units of `Document.text`.
 */
import { z } from "zod";

/** What a fact rests on, in the words a medical librarian would file it under. */
export const Evidence = z.enum(["guideline", "trial", "review", "expert opinion", "unknown"]);
export type Evidence = z.infer<typeof Evidence>;

/** A publication a document rests on. At least one of `pmid` and `url` identifies it. */
export const Reference = z.object({
  title: z.string().min(1),
  publisher: z.string().optional(),
  year: z.number().int().optional(),
  pmid: z.string().optional(),
  url: z.string().optional(),
});
export type Reference = z.infer<typeof Reference>;

/** `YYYY-MM-DD`. */
export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date like 2026-11-23");

/** Who wrote a document, for whom, and how fresh it is. `null` is "unknown", shown as such. */
export const DocumentMeta = z.object({
  title: z.string().min(1),
  slug: z.string().regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, "must be words joined by hyphens"),
  summary: z.string().nullable(),
  topics: z.array(z.string()),
  audience: z.string().nullable(),
  jurisdiction: z.string().nullable(),
  /** BCP 47, e.g. `en`, `es`. */
  language: z.string().min(2),
  author: z.string().nullable(),
  reviewer: z.string().nullable(),
  published: IsoDate.nullable(),
  lastReviewed: IsoDate.nullable(),
  nextReviewDue: IsoDate.nullable(),
  licence: z.string().nullable(),
  evidence: Evidence,
  sources: z.array(Reference),
  /** By heading: other ways in which people ask what its section answers. Searched, never shown. */
  asked: z.record(z.string(), z.array(z.string())).optional(),
});
export type DocumentMeta = z.infer<typeof DocumentMeta>;

/** A picture that belongs to a section. `src` is a path under `/figures/` or null if not served. */
export const Figure = z.object({
  id: z.string(),
  src: z.string().nullable(),
  alt: z.string(),
  caption: z.string(),
});
export type Figure = z.infer<typeof Figure>;

/** One paragraph, heading, list item, table row, glossary entry or figure of a cleaned document. */
export const Block = z.object({
  kind: z.enum(["heading", "paragraph", "list-item", "table-row", "term", "figure"]),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** Headings only: 1 to 6. */
  level: z.number().int().min(1).max(6).optional(),
  /** Headings only: the fragment that `/sources/<slug>#anchor` scrolls to. */
  anchor: z.string().optional(),
  /** List items of a numbered list: the number shown. */
  ordinal: z.number().int().optional(),
  /** Table rows: the column names and this row's cells; the block's text is the row as a sentence. */
  header: z.array(z.string()).optional(),
  cells: z.array(z.string()).optional(),
  figure: Figure.optional(),
  /** 1-based page of a paged format. */
  page: z.number().int().optional(),
  /** Links inside the block; `href` is `slug`, `slug#anchor` or an https URL. */
  links: z.array(z.object({ start: z.number(), end: z.number(), href: z.string() })).optional(),
});
export type Block = z.infer<typeof Block>;

/** One vetted source: its cleaned text, the blocks that make it up, and its front matter. */
export const Document = DocumentMeta.extend({
  /** Equal to the slug; unique in an index. */
  id: z.string(),
  format: z.enum(["markdown", "text", "html", "pdf", "docx", "odt", "epub"]),
  /** Where it came from: a path as given on the command line, or a URL. */
  origin: z.string(),
  /** Names of the meta fields that were inferred, not stated by the owner. */
  inferred: z.array(z.string()),
  text: z.string(),
  blocks: z.array(Block),
  /** Reference lists found in the text: kept as metadata, never an answer. */
  references: z.array(z.string()),
  /** Flesch-Kincaid grade; null when the language has no formula here. */
  readingGrade: z.number().nullable(),
  /** True once `nextReviewDue` has passed at ingestion: shown with a note and ranked lower. */
  overdue: z.boolean(),
  /** sha256 of what was loaded, before cleaning. */
  contentHash: z.string(),
});
export type Document = z.infer<typeof Document>;

/** A half-open range of characters. */
export const Span = z.object({ start: z.number().int(), end: z.number().int() });
export type Span = z.infer<typeof Span>;

/** One sentence of a chunk: `start`/`end` are offsets into `Chunk.text`. */
export const ChunkSentence = Span.extend({
  kind: z.enum(["prose", "list-item", "table-row", "term"]),
});
export type ChunkSentence = z.infer<typeof ChunkSentence>;

/** A piece of a document as indexed. `text` equals `document.text.slice(start, end)`. */
export const Chunk = z.object({
  /** `slug/heading-path/ordinal`, stable while the document is unchanged. */
  id: z.string(),
  documentId: z.string(),
  /** Position in the document, from 0. */
  ordinal: z.number().int().nonnegative(),
  /** Headings from the outermost to the nearest; the title is not part of it. */
  headingPath: z.array(z.string()),
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  language: z.string(),
  page: z.number().int().optional(),
  sentences: z.array(ChunkSentence),
  /** Found at the door: writers avoid passages that carry a dose or direct the reader. */
  tags: z.array(z.enum(["dose", "directive"])),
  figures: z.array(Figure),
});
export type Chunk = z.infer<typeof Chunk>;

/** A chunk retrieved for a question, with its document and its scores (higher is better). */
export interface Passage {
  readonly chunk: Chunk;
  readonly document: Document;
  /** The order of the list: the final, calibrated score between 0 and 1. */
  readonly score: number;
  readonly scores: Readonly<Record<string, number>>;
}

/** The section name a reader sees: the nearest heading, or the document's title. */
export function sectionOf(chunk: Chunk, document: Document): string {
  return chunk.headingPath.at(-1) ?? document.title;
}

/** Other ways in which people ask what a chunk's section answers, as its author wrote them down. */
export function askedOf(chunk: Chunk, document: Document | undefined): readonly string[] {
  return document?.asked?.[chunk.headingPath.at(-1) ?? document.title] ?? [];
}
