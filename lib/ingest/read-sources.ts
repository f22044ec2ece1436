/**
 * Sources in; their documents cut into chunks, and a line for each that is not taken, out.
 */
import type { Chunk, Document } from "@/lib/content";
import { CHUNKER_SETTINGS, chunkDocument, overlongBreaks } from "@/lib/ingest/chunk";
import { clean } from "@/lib/ingest/clean/clean";
import type { IngestDependencies, IngestOptions } from "@/lib/ingest/dependencies";
import type { KnownFiles } from "@/lib/ingest/fingerprint";
import { loadFile } from "@/lib/ingest/load/load";
import type { Loaded, LoadOutcome, Refused, Removed } from "@/lib/ingest/load/loaded";
import { type FoundFile, walk } from "@/lib/ingest/load/walk";
import { type DocumentReport, reportDocument } from "@/lib/ingest/report";
import { tagsOf } from "@/lib/ingest/tags";

/** Days past its review date after which a document is withheld; CORPUS: "more than a year overdue". */
const WITHHELD_AFTER_DAYS = 365;

type Notice = Pick<Refused, "origin" | "reason">;

/** A document as an earlier run left it; taken again when its file has not changed. */
export interface Earlier {
  readonly document: Document;
  readonly chunks: readonly Chunk[];
  readonly report: DocumentReport;
}

export interface ReadSources {
  readonly documents: Document[];
  readonly chunks: Chunk[];
  readonly reports: DocumentReport[];
  readonly refused: Notice[];
  readonly withheld: Notice[];
  readonly explained: (Removed & { origin: string })[];
  /** The next day on which a document becomes overdue or is withheld, or null. */
  staleOn: string | null;
}

interface Context {
  readonly run: ReadSources;
  readonly originOf: Map<string, string>;
  readonly today: string;
  readonly explain: boolean;
  containsDose(text: string): boolean;
}

/** @returns whether a source is a web address rather than a path */
export const isAddress = (source: string) => /^https?:\/\//iu.test(source);

const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Reads everything, one source at a time.
 *
 * @param files what the fingerprint knows of each path
 * @param earlier documents of the index that serves, by `earlierKey`
 */
export async function readSources(
  sources: readonly string[],
  { containsDose, fetchAddress }: Pick<IngestDependencies, "containsDose" | "fetchAddress">,
  { today, explain = false, defaults, onProgress }: IngestOptions & { readonly today: string },
  files: KnownFiles,
  earlier: ReadonlyMap<string, Earlier>,
): Promise<ReadSources> {
  const run: ReadSources = {
    documents: [],
    chunks: [],
    reports: [],
    refused: [],
    withheld: [],
    explained: [],
    staleOn: null,
  };
  const context: Context = { run, originOf: new Map(), today, explain, containsDose };
  const walked = walk(sources.filter((source) => !isAddress(source)));
  run.refused.push(...walked.refused.map(({ origin, reason }) => ({ origin, reason })));
  for (const [done, file] of walked.files.entries()) {
    onProgress?.({ stage: "reading", done, total: walked.files.length });
    const known = defaults || explain ? undefined : earlier.get(keyOf(file, files));
    if (known) takeAgain(known, context);
    else await take(await loadFile(file, { ...(defaults ? { defaults } : {}) }), context);
  }
  onProgress?.({ stage: "reading", done: walked.files.length, total: walked.files.length });
  for (const address of sources.filter(isAddress)) {
    if (!fetchAddress)
      run.refused.push({ origin: address, reason: "web addresses cannot be loaded here" });
    else for await (const outcome of fetchAddress(address)) await take(outcome, context);
  }
  return run;
}

/** Identifies a document by where it came from and what its file held. */
export const earlierKey = (origin: string, contentHash: string) => `${contentHash} ${origin}`;

/** A file with a sidecar is read again: its content hash covers both. */
function keyOf({ origin, sidecar }: FoundFile, files: KnownFiles): string {
  return sidecar === undefined ? earlierKey(origin, files[origin]?.[2] ?? "") : "";
}

/** Tags are made again: what counts as a dose is the guard's to say, and it may have learnt. */
function takeAgain({ document, chunks, report }: Earlier, context: Context): void {
  const { today } = context;
  const overdue = document.nextReviewDue !== null && document.nextReviewDue < today;
  const again = tagged(chunks, context.containsDose);
  const count = (tag: Chunk["tags"][number]) =>
    again.filter(({ tags }) => tags.includes(tag)).length;
  const tags = { dose: count("dose"), directive: count("directive") };
  admit({ ...document, overdue }, again, { ...report, overdue, tagged: tags }, context);
}

const tagged = (chunks: readonly Chunk[], containsDose: (text: string) => boolean): Chunk[] =>
  chunks.map((chunk) => ({ ...chunk, tags: tagsOf(chunk, containsDose) }));

/** Cleans and cuts one source, or notes why it is not taken. */
async function take(outcome: LoadOutcome, context: Context): Promise<void> {
  const { run, today, explain, containsDose } = context;
  if (outcome.kind === "ignored") return;
  const { origin } = outcome;
  if (outcome.kind === "refused") {
    run.refused.push({ origin, reason: outcome.reason });
    return;
  }
  const { document, chunks, removed } = await makeDocument(outcome, today, containsDose);
  if (explain) for (const entry of removed) run.explained.push({ ...entry, origin });
  if (chunks.length === 0) {
    run.refused.push({ origin, reason: "holds no text once page furniture is removed" });
    return;
  }
  admit(document, chunks, reportDocument(document, chunks, removed), context);
}

/** Takes a document into the run unless it is too long overdue or its slug is taken. */
function admit(
  document: Document,
  chunks: readonly Chunk[],
  report: DocumentReport,
  { run, originOf, today }: Context,
): void {
  const { id, origin, nextReviewDue } = document;
  const withheldOn = nextReviewDue ? addDays(nextReviewDue, WITHHELD_AFTER_DAYS + 1) : null;
  if (withheldOn !== null && withheldOn <= today) {
    const reason = `withheld: its review was due ${nextReviewDue}, over a year ago; review it and move lastReviewed and nextReviewDue`;
    run.withheld.push({ origin, reason });
    return;
  }
  const taken = originOf.get(id);
  if (taken !== undefined) {
    const reason = `slug: "${id}" is already used by ${taken}; give one of them another slug`;
    run.refused.push({ origin, reason });
    return;
  }
  originOf.set(id, origin);
  for (const day of [nextReviewDue ? addDays(nextReviewDue, 1) : null, withheldOn])
    if (day !== null && day > today && (run.staleOn === null || day < run.staleOn))
      run.staleOn = day;
  run.documents.push(document);
  for (const chunk of chunks) run.chunks.push(chunk);
  run.reports.push(report);
}

async function makeDocument(
  loaded: Loaded,
  today: string,
  containsDose: (text: string) => boolean,
): Promise<{ document: Document; chunks: Chunk[]; removed: readonly Removed[] }> {
  const { document, removed } = clean(loaded, today);
  const cut = chunkDocument(document, CHUNKER_SETTINGS, await overlongBreaks(document));
  const chunks = tagged(cut, containsDose);
  return { document, chunks, removed };
}
