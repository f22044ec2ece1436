/** A file or what was loaded in; its document, cleaned, cut and summed up, or why it is not taken, out. */
import type { Chunk, Document } from "@/lib/content";
import { chunkDocument, overlongBreaks } from "@/lib/ingest/chunk";
import { CHUNKER_SETTINGS } from "@/lib/ingest/chunker-settings";
import { clean } from "@/lib/ingest/clean/clean";
import { loadFile } from "@/lib/ingest/load/load";
import {
  type Ignored,
  type LoadOutcome,
  type Refused,
  type Removed,
  refused,
} from "@/lib/ingest/load/loaded";
import type { Defaults } from "@/lib/ingest/load/sidecar";
import type { FoundFile } from "@/lib/ingest/load/walk";
import { type DocumentReport, reportDocument } from "@/lib/ingest/report";
import { tagsOf } from "@/lib/ingest/tags";

/** What a document depends on besides its file. Plain data: it crosses to other threads. */
export interface MakeOptions {
  readonly today: string;
  /** Keep the text of everything removed. */
  readonly explain: boolean;
  readonly defaults?: Defaults;
}

export interface MadeDocument {
  readonly kind: "made";
  readonly document: Document;
  readonly chunks: readonly Chunk[];
  readonly report: DocumentReport;
  /** Empty unless asked for. */
  readonly explained: readonly Removed[];
}

/** Plain data, like what it is made from. */
export type Made = MadeDocument | Refused | Ignored;

/** Makes a document from one file. What is wrong with a file is a refusal, never a throw. */
export async function makeFile(
  file: FoundFile,
  options: MakeOptions,
  containsDose: (text: string) => boolean,
): Promise<Made> {
  const { defaults } = options;
  return makeDocument(await loadFile(file, defaults ? { defaults } : {}), options, containsDose);
}

/** Cleans and cuts what was loaded. */
export async function makeDocument(
  outcome: LoadOutcome,
  { today, explain }: MakeOptions,
  containsDose: (text: string) => boolean,
): Promise<Made> {
  if (outcome.kind !== "loaded") return outcome;
  const { document, removed } = clean(outcome, today);
  const cut = chunkDocument(document, CHUNKER_SETTINGS, await overlongBreaks(document));
  if (cut.length === 0)
    return refused(outcome.origin, "holds no text once page furniture is removed");
  const chunks = tagged(cut, containsDose);
  const report = reportDocument(document, chunks, removed);
  return { kind: "made", document, chunks, report, explained: explain ? removed : [] };
}

/** Chunks with their tags made anew. */
export const tagged = (
  chunks: readonly Chunk[],
  containsDose: (text: string) => boolean,
): Chunk[] => chunks.map((chunk) => ({ ...chunk, tags: tagsOf(chunk, containsDose) }));
