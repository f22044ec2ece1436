/**
 * Paths and addresses in; an index written from them, and a report of what was done, out.
 *
 * load -> clean -> chunk -> embed -> write. What is wrong with one source refuses that source and
 * no other; when none is good, the index that serves is left alone.
 */
import type { Chunk, Document } from "@/lib/content";
import { CHUNKER_SETTINGS, chunkDocument, overlongBreaks } from "@/lib/ingest/chunk";
import { clean } from "@/lib/ingest/clean/clean";
import type { IngestDependencies, IngestOptions } from "@/lib/ingest/dependencies";
import { embedChunks } from "@/lib/ingest/embed";
import { fingerprintOf } from "@/lib/ingest/fingerprint";
import { readLastRun, readReport, saveRun } from "@/lib/ingest/last-run";
import { loadFile } from "@/lib/ingest/load/load";
import type { Loaded, LoadOutcome, Refused, Removed } from "@/lib/ingest/load/loaded";
import type { Defaults } from "@/lib/ingest/load/sidecar";
import { walk } from "@/lib/ingest/load/walk";
import { type DocumentReport, type IngestReport, reportDocument } from "@/lib/ingest/report";
import { tagsOf } from "@/lib/ingest/tags";

/** Days past its review date after which a document is withheld; CORPUS: "more than a year overdue". */
const WITHHELD_AFTER_DAYS = 365;

const isAddress = (source: string) => /^https?:\/\//iu.test(source);
const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Makes the index hold exactly what `sources` hold.
 *
 * @param sources files, folders and web addresses
 * @returns a report; `status` is `kept` when no document was good
 * @throws IndexError when the index cannot be written or another run holds it; the old one serves
 */
export async function ingest(
  sources: readonly string[],
  dependencies: IngestDependencies,
  options: IngestOptions,
): Promise<IngestReport> {
  const { index } = dependencies;
  return index.withIndexLock(options.dir, () => ingestLocked(sources, dependencies, options));
}

/**
 * Whether the index already holds what some paths hold now, so that a start may skip ingestion.
 *
 * @param embedder the embedder that would be used; its fingerprint must be the index's
 */
export async function isIndexCurrent(
  sources: readonly string[],
  { index, embedder }: Pick<IngestDependencies, "index" | "embedder">,
  { dir, defaults, today = new Date().toISOString().slice(0, 10) }: IngestOptions,
): Promise<boolean> {
  if (sources.some(isAddress)) return false;
  const last = await readLastRun(dir);
  if (!last || last.embedder !== embedder.fingerprint) return false;
  if (last.staleOn !== null && last.staleOn <= today) return false;
  const manifest = await index.readManifest(dir).catch(() => undefined);
  if (!manifest || manifest.version !== last.version) return false;
  const now = await fingerprintOf(sources, last.files, dependsOn(defaults));
  return now.hash === last.fingerprint;
}

/** Everything besides the files that a result depends on. Grows when cleaning changes its results. */
const CLEANING_VERSION = "1";
const dependsOn = (defaults?: Defaults) => [
  CLEANING_VERSION,
  JSON.stringify(CHUNKER_SETTINGS),
  defaults?.hash ?? "",
];

async function ingestLocked(
  sources: readonly string[],
  dependencies: IngestDependencies,
  options: IngestOptions,
): Promise<IngestReport> {
  const started = performance.now();
  const { dir, onProgress, today = new Date().toISOString().slice(0, 10) } = options;
  if (!options.explain && (await isIndexCurrent(sources, dependencies, options))) {
    const report = await readReport(dir);
    if (report) {
      const counts = { ...report.counts, embedded: 0, reused: report.counts.chunks };
      return { ...report, status: "unchanged", counts, seconds: secondsSince(started) };
    }
  }
  const last = await readLastRun(dir);
  const before = await fingerprintOf(sources, last?.files, dependsOn(options.defaults));
  const run = await readAll(sources, dependencies, { ...options, today });
  const { documents, chunks } = run;

  const summary = (): Omit<IngestReport, "status" | "version" | "counts"> => ({
    indexDir: dir,
    roots: [...sources],
    finishedAt: new Date().toISOString(),
    seconds: secondsSince(started),
    documents: run.reports,
    refused: run.refused,
    withheld: run.withheld,
    ...(options.explain ? { explained: run.explained } : {}),
  });
  const counts = {
    documents: documents.length,
    chunks: chunks.length,
    words: run.reports.reduce((sum, { words }) => sum + words, 0),
    embedded: 0,
    reused: 0,
    refused: run.refused.length,
    withheld: run.withheld.length,
  };
  if (chunks.length === 0) return { ...summary(), status: "kept", version: null, counts };

  const { index, embedder } = dependencies;
  const { vectors, embedded, reused } = await embedChunks(documents, chunks, dependencies, options);
  onProgress?.({ stage: "writing", done: 0, total: chunks.length });
  const content = { documents, chunks, vectors };
  const calibration = await dependencies.calibrate(content, embedder);
  const manifest = await index.writeIndex(dir, content, {
    embedder,
    chunker: { ...CHUNKER_SETTINGS },
    roots: sources,
    calibration,
  });
  onProgress?.({ stage: "writing", done: chunks.length, total: chunks.length });
  const report: IngestReport = {
    ...summary(),
    status: "written",
    version: manifest.version,
    counts: { ...counts, embedded, reused },
  };
  await saveRun(dir, report, {
    version: manifest.version,
    fingerprint: before.hash,
    embedder: embedder.fingerprint,
    staleOn: run.staleOn,
    files: before.files,
  });
  return report;
}

const secondsSince = (started: number) => Math.round(performance.now() - started) / 1000;

interface ReadRun {
  readonly documents: Document[];
  readonly chunks: Chunk[];
  readonly reports: DocumentReport[];
  readonly refused: Pick<Refused, "origin" | "reason">[];
  readonly withheld: Pick<Refused, "origin" | "reason">[];
  readonly explained: (Removed & { origin: string })[];
  staleOn: string | null;
}

async function readAll(
  sources: readonly string[],
  dependencies: IngestDependencies,
  options: IngestOptions & { readonly today: string },
): Promise<ReadRun> {
  const run: ReadRun = {
    documents: [],
    chunks: [],
    reports: [],
    refused: [],
    withheld: [],
    explained: [],
    staleOn: null,
  };
  const originOf = new Map<string, string>();
  const walked = await walk(sources.filter((source) => !isAddress(source)));
  run.refused.push(...walked.refused.map(({ origin, reason }) => ({ origin, reason })));
  for (const [done, file] of walked.files.entries()) {
    options.onProgress?.({ stage: "reading", done, total: walked.files.length });
    await take(await loadFile(file, options), run, originOf, dependencies, options);
  }
  for (const address of sources.filter(isAddress)) {
    if (!dependencies.fetchAddress)
      run.refused.push({ origin: address, reason: "web addresses cannot be loaded here" });
    else
      for await (const outcome of dependencies.fetchAddress(address))
        await take(outcome, run, originOf, dependencies, options);
  }
  options.onProgress?.({ stage: "reading", done: walked.files.length, total: walked.files.length });
  return run;
}

/** Cleans and cuts one source, or notes why it is not taken. */
async function take(
  outcome: LoadOutcome,
  run: ReadRun,
  originOf: Map<string, string>,
  { containsDose }: IngestDependencies,
  { today, explain }: IngestOptions & { readonly today: string },
): Promise<void> {
  if (outcome.kind === "ignored") return;
  if (outcome.kind === "refused") {
    run.refused.push({ origin: outcome.origin, reason: outcome.reason });
    return;
  }
  const made = await makeDocument(outcome, today, containsDose);
  if ("reason" in made) {
    run.refused.push({ origin: outcome.origin, reason: made.reason });
    return;
  }
  const { document, chunks, removed } = made;
  if (explain)
    for (const entry of removed) run.explained.push({ ...entry, origin: outcome.origin });
  const withheldOn = document.nextReviewDue
    ? addDays(document.nextReviewDue, WITHHELD_AFTER_DAYS + 1)
    : null;
  if (withheldOn !== null && withheldOn <= today) {
    const reason = `withheld: its review was due ${document.nextReviewDue}, over a year ago; review it and move lastReviewed and nextReviewDue`;
    run.withheld.push({ origin: outcome.origin, reason });
    return;
  }
  const taken = originOf.get(document.id);
  if (taken !== undefined) {
    run.refused.push({
      origin: outcome.origin,
      reason: `slug: "${document.id}" is already used by ${taken}; give one of them another slug`,
    });
    return;
  }
  originOf.set(document.id, outcome.origin);
  const changes = [document.nextReviewDue ? addDays(document.nextReviewDue, 1) : null, withheldOn];
  for (const day of changes)
    if (day !== null && day > today && (run.staleOn === null || day < run.staleOn))
      run.staleOn = day;
  run.documents.push(document);
  for (const chunk of chunks) run.chunks.push(chunk);
  run.reports.push(reportDocument(document, chunks, removed));
}

async function makeDocument(
  loaded: Loaded,
  today: string,
  containsDose: (text: string) => boolean,
): Promise<
  { document: Document; chunks: Chunk[]; removed: readonly Removed[] } | { reason: string }
> {
  const { document, removed } = clean(loaded, today);
  const cut = chunkDocument(document, CHUNKER_SETTINGS, await overlongBreaks(document));
  if (cut.length === 0) return { reason: "holds no text once page furniture is removed" };
  const chunks = cut.map((chunk) => ({
    ...chunk,
    tags: tagsOf(chunk.text, containsDose, chunk.language),
  }));
  return { document, chunks, removed };
}
