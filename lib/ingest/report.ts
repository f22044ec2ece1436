/** What a run did, document by document: the value that the terminal, `--json` and the page show. */
import { z } from "zod";
import type { Chunk, Document } from "@/lib/content";
import type { Refused, Removed } from "@/lib/ingest/load/loaded";
import { countWords } from "@/lib/words";

const Notice = z.object({ origin: z.string(), reason: z.string() });
const RemovedLine = z.object({ reason: z.string(), text: z.string(), line: z.number() });

export const DocumentReport = z.object({
  id: z.string(),
  title: z.string(),
  origin: z.string(),
  format: z.string(),
  language: z.string(),
  words: z.number(),
  chunks: z.number(),
  readingGrade: z.number().nullable(),
  lastReviewed: z.string().nullable(),
  nextReviewDue: z.string().nullable(),
  licence: z.string().nullable(),
  overdue: z.boolean(),
  inferred: z.array(z.string()),
  /** How many things were left out, by reason. */
  removed: z.record(z.string(), z.number()),
  /** Instructions aimed at a model, in full, because an owner should read them. */
  quarantined: z.array(RemovedLine),
  /** Chunks that carry a dose, and chunks that direct the reader. */
  tagged: z.object({ dose: z.number(), directive: z.number() }),
});
export type DocumentReport = z.infer<typeof DocumentReport>;

export const IngestReport = z.object({
  /** `unchanged`: the index already holds this; `kept`: no document was good, the old index serves. */
  status: z.enum(["written", "unchanged", "kept"]),
  version: z.string().nullable(),
  indexDir: z.string(),
  roots: z.array(z.string()),
  finishedAt: z.string(),
  seconds: z.number(),
  counts: z.object({
    documents: z.number(),
    chunks: z.number(),
    words: z.number(),
    embedded: z.number(),
    reused: z.number(),
    refused: z.number(),
    withheld: z.number(),
  }),
  documents: z.array(DocumentReport),
  refused: z.array(Notice),
  /** Well formed, but more than a year past the date they were to be reviewed by. */
  withheld: z.array(Notice),
  /** With `--explain`: every removed line. */
  explained: z.array(RemovedLine.extend({ origin: z.string() })).optional(),
});
export type IngestReport = z.infer<typeof IngestReport>;

/** Sums up one document. */
export function reportDocument(
  document: Document,
  chunks: readonly Chunk[],
  removed: readonly Removed[],
): DocumentReport {
  const counts: Record<string, number> = {};
  for (const { reason } of removed) counts[reason] = (counts[reason] ?? 0) + 1;
  const tagged = (tag: Chunk["tags"][number]) =>
    chunks.filter((chunk) => chunk.tags.includes(tag)).length;
  const {
    id,
    title,
    origin,
    format,
    language,
    readingGrade,
    lastReviewed,
    nextReviewDue,
    licence,
    overdue,
    inferred,
  } = document;
  return {
    id,
    title,
    origin,
    format,
    language,
    words: countWords(document.text),
    chunks: chunks.length,
    readingGrade,
    lastReviewed,
    nextReviewDue,
    licence,
    overdue,
    inferred,
    removed: counts,
    quarantined: removed
      .filter(({ reason }) => reason === "instruction to a model")
      .map((entry) => ({ ...entry })),
    tagged: { dose: tagged("dose"), directive: tagged("directive") },
  };
}

/** A refusal or any other notice, on one line whatever a file is called. */
export function noticeLine({ origin, reason }: Pick<Refused, "origin" | "reason">): string {
  return `${printable(origin)}: ${printable(reason)}`;
}

/** Control characters of a file name shown as escapes, so that one file is one line. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const json = JSON.stringify(character).slice(1, -1);
    const code = character.codePointAt(0) ?? 0;
    return json === character ? `\\u{${code.toString(16)}}` : json;
  });
}
