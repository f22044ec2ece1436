/** What a run did, document by document: the value that the terminal, `--json` and the page show. */
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Chunk, Document } from "@/lib/content";
import type { Refused, Removed } from "@/lib/ingest/load/loaded";

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

const wordsIn = (text: string) => text.match(/\S+/gu)?.length ?? 0;

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
    words: wordsIn(document.text),
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
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    JSON.stringify(character)
      .slice(1, -1)
      .replace(/^([^\\])$/u, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** The state of the last run: kept beside the index so that a later run can tell nothing changed. */
export const LastRun = z.object({
  version: z.string().nullable(),
  fingerprint: z.string(),
  embedder: z.string(),
  /** The first day on which a document becomes overdue or is withheld; null when none will. */
  staleOn: z.string().nullable(),
  files: z.record(z.string(), z.tuple([z.number(), z.number(), z.string()])),
  validators: z
    .record(
      z.string(),
      z.object({ etag: z.string().optional(), lastModified: z.string().optional() }),
    )
    .optional(),
});
export type LastRun = z.infer<typeof LastRun>;

const RUN_FILE = "last-run.json";
const REPORT_FILE = "report.json";

async function replace(file: string, data: string): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, data);
  await rename(beside, file);
}

async function readChecked<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, "utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** @returns the last run's state, or undefined when there was none or its file is damaged */
export function readLastRun(dir: string): Promise<LastRun | undefined> {
  return readChecked(path.join(dir, RUN_FILE), LastRun);
}

/** @returns the last run's report, or undefined when there was none or its file is damaged */
export function readReport(dir: string): Promise<IngestReport | undefined> {
  return readChecked(path.join(dir, REPORT_FILE), IngestReport);
}

/** Writes report and state after a run; the state last, because it vouches for the rest. */
export async function saveRun(dir: string, report: IngestReport, run: LastRun): Promise<void> {
  const { explained: _explained, ...kept } = report;
  await replace(path.join(dir, REPORT_FILE), JSON.stringify(kept));
  await replace(path.join(dir, RUN_FILE), JSON.stringify(run));
}
