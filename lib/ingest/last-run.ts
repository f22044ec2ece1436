/**
 * A run's report and state in, kept beside the index; the same out when the next run asks whether
 * anything has changed.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { IngestReport } from "@/lib/ingest/report";
import { reportPage } from "@/lib/ingest/report-page";

/** The state of the last run: kept beside the index so that a later run can tell nothing changed. */
export const LastRun = z.object({
  version: z.string().nullable(),
  fingerprint: z.string(),
  /** What besides the files the documents depend on: documents of other settings are not used again. */
  settings: z.string(),
  embedder: z.string(),
  /** By which rules chunks were tagged; see `IngestDependencies.doseRules`. */
  doseRules: z.string().optional(),
  /** The first day on which a document becomes overdue or is withheld; null when none will. */
  staleOn: z.string().nullable(),
  files: z.record(z.string(), z.tuple([z.number(), z.number(), z.string()])),
});
export type LastRun = z.infer<typeof LastRun>;

const RUN_FILE = "last-run.json";
const REPORT_FILE = "report.json";
const PAGE_FILE = "report.html";

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
  await replace(path.join(dir, PAGE_FILE), reportPage(report));
  await replace(path.join(dir, RUN_FILE), JSON.stringify(run));
}
