/**
 * Sources in; their documents cut into chunks, and a line for each that is not taken, out.
 */
import type { Chunk, Document } from "@/lib/content";
import type { IngestDependencies, IngestOptions } from "@/lib/ingest/dependencies";
import { isAddress } from "@/lib/ingest/fingerprint";
import type { Refused, Removed } from "@/lib/ingest/load/loaded";
import type { FoundFile, Walked } from "@/lib/ingest/load/walk";
import { type Made, type MakeOptions, makeDocument, makeFile, tagged } from "@/lib/ingest/make";
import { makeOptions } from "@/lib/ingest/make-options";
import type { DocumentReport } from "@/lib/ingest/report";

/** Days past its review date after which a document is withheld; CORPUS: "more than a year overdue". */
const WITHHELD_AFTER_DAYS = 365;

type Notice = Pick<Refused, "origin" | "reason">;

/** A document as an earlier run left it; taken again when its file has not changed. */
export interface Earlier {
  readonly report: DocumentReport;
  /** Absent: the index takes it over as it is, so nobody need read it. */
  readonly content?: { readonly document: Document; readonly chunks: readonly Chunk[] };
}

export interface ReadSources {
  /** Ids of all documents, in order. */
  readonly order: string[];
  /** Those that were made, or read from the earlier index. */
  readonly documents: Document[];
  readonly chunks: Chunk[];
  /** Of all documents, in order. */
  readonly reports: DocumentReport[];
  readonly refused: Notice[];
  readonly withheld: Notice[];
  readonly explained: (Removed & { origin: string })[];
  /** The next day on which a document becomes overdue or is withheld, or null. */
  staleOn: string | null;
}

export interface Reading {
  /** The document of an unchanged file. */
  earlier(file: FoundFile): Earlier | undefined;
  /** Told of each document whose chunks join the run, in their order. */
  admitted(document: Document, chunks: readonly Chunk[]): Promise<void>;
}

interface Context extends Reading {
  readonly run: ReadSources;
  readonly originOf: Map<string, string>;
  readonly options: MakeOptions;
  containsDose(text: string): boolean;
}

const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Reads everything, in order.
 * @param walked the files under the sources
 */
export async function readSources(
  sources: readonly string[],
  {
    containsDose,
    fetchAddress,
    makeFiles,
  }: Pick<IngestDependencies, "containsDose" | "fetchAddress" | "makeFiles">,
  ingestOptions: IngestOptions & { readonly today: string },
  reading: Reading,
  walked: Walked,
): Promise<ReadSources> {
  const run: ReadSources = {
    order: [],
    documents: [],
    chunks: [],
    reports: [],
    refused: [],
    withheld: [],
    explained: [],
    staleOn: null,
  };
  const options = makeOptions(ingestOptions);
  const { onProgress } = ingestOptions;
  const context: Context = { ...reading, run, originOf: new Map(), options, containsDose };
  run.refused.push(...walked.refused.map(({ origin, reason }) => ({ origin, reason })));
  const found = walked.files.map((file) => ({ file, known: reading.earlier(file) }));
  const fresh = found.filter(({ known }) => !known).map(({ file }) => file);
  const made = makeFiles ? makeFiles(fresh, options) : oneByOne(fresh, options, containsDose);
  const next = made[Symbol.asyncIterator]();
  try {
    for (const [done, { known }] of found.entries()) {
      onProgress?.({ stage: "reading", done, total: found.length });
      if (known) await takeAgain(known, context);
      else {
        const { value, done: ended } = await next.next();
        if (ended) throw new Error("Fewer documents were made than files were given.");
        await take(value, context);
      }
    }
  } finally {
    // Threads end here, whatever happened.
    await next.return?.();
  }
  onProgress?.({ stage: "reading", done: found.length, total: found.length });
  for (const address of sources.filter(isAddress)) {
    if (!fetchAddress)
      run.refused.push({ origin: address, reason: "web addresses cannot be loaded here" });
    else
      for await (const outcome of fetchAddress(address))
        await take(await makeDocument(outcome, options, containsDose), context);
  }
  return run;
}

async function* oneByOne(
  files: readonly FoundFile[],
  options: MakeOptions,
  containsDose: (text: string) => boolean,
): AsyncGenerator<Made> {
  for (const file of files) yield await makeFile(file, options, containsDose);
}

/** Tags are made again: what counts as a dose is the guard's to say, and it may have learnt. */
async function takeAgain({ report, content }: Earlier, context: Context): Promise<void> {
  if (!content) return admit(report, undefined, context);
  const { nextReviewDue } = content.document;
  const overdue = nextReviewDue !== null && nextReviewDue < context.options.today;
  const chunks = tagged(content.chunks, context.containsDose);
  const count = (tag: Chunk["tags"][number]) =>
    chunks.filter(({ tags }) => tags.includes(tag)).length;
  const tags = { dose: count("dose"), directive: count("directive") };
  const document = { ...content.document, overdue };
  await admit({ ...report, overdue, tagged: tags }, { document, chunks }, context);
}

/** Takes what was made, or notes why it is not taken. */
async function take(made: Made, context: Context): Promise<void> {
  const { run } = context;
  if (made.kind === "ignored") return;
  if (made.kind === "refused") {
    run.refused.push({ origin: made.origin, reason: made.reason });
    return;
  }
  const { document, chunks, report, explained } = made;
  for (const entry of explained) run.explained.push({ ...entry, origin: document.origin });
  await admit(report, { document, chunks }, context);
}

/** Takes a document into the run unless it is too long overdue or its slug is taken. */
async function admit(
  report: DocumentReport,
  content: Earlier["content"],
  { run, originOf, options: { today }, admitted }: Context,
): Promise<void> {
  const { id, origin, nextReviewDue } = report;
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
  run.order.push(id);
  run.reports.push(report);
  if (!content) return;
  run.documents.push(content.document);
  for (const chunk of content.chunks) run.chunks.push(chunk);
  await admitted(content.document, content.chunks);
}
