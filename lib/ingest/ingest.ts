/**
 * Paths and addresses in; an index written from them, and a report of what was done, out.
 *
 * load -> clean -> chunk -> embed -> write. What is wrong with one source refuses that source and
 * no other; when none is good, the index that serves is left alone.
 */
import type { Chunk } from "@/lib/content";
import { CHUNKER_SETTINGS } from "@/lib/ingest/chunk";
import type { IndexContent, IngestDependencies, IngestOptions } from "@/lib/ingest/dependencies";
import { embedChunks } from "@/lib/ingest/embed";
import { fingerprintOf } from "@/lib/ingest/fingerprint";
import { type LastRun, readLastRun, readReport, saveRun } from "@/lib/ingest/last-run";
import type { Defaults } from "@/lib/ingest/load/sidecar";
import { type Earlier, earlierKey, isAddress, readSources } from "@/lib/ingest/read-sources";
import type { IngestReport } from "@/lib/ingest/report";
import type { Manifest } from "@/lib/search-index/search-index";

/**
 * Share of chunks that must be as before for the index's calibration to be kept; safe 0.95 to 0.999.
 * Calibration looks at the whole corpus, and a document in a hundred does not move it.
 */
const SAME_CALIBRATION = 0.99;

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
const CLEANING_VERSION = "2";
const dependsOn = (defaults?: Defaults) => [
  CLEANING_VERSION,
  JSON.stringify(CHUNKER_SETTINGS),
  defaults?.hash ?? "",
];

async function ingestLocked(
  sources: readonly string[],
  dependencies: IngestDependencies,
  given: IngestOptions,
): Promise<IngestReport> {
  const started = performance.now();
  const options = { ...given, today: given.today ?? new Date().toISOString().slice(0, 10) };
  const { dir, onProgress } = options;
  const { index, embedder } = dependencies;
  if (!options.explain && (await isIndexCurrent(sources, dependencies, options))) {
    const report = await readReport(dir);
    if (report) {
      const counts = { ...report.counts, embedded: 0, reused: report.counts.chunks };
      return { ...report, status: "unchanged", counts, seconds: secondsSince(started) };
    }
  }
  const last = await readLastRun(dir);
  const before = await fingerprintOf(sources, last?.files, dependsOn(options.defaults));
  const serving = await index.readManifest(dir).catch(() => undefined);
  const earlier = await earlierDocuments(dir, dependencies, last, serving);
  const run = await readSources(sources, dependencies, options, before.files, earlier);
  const { documents, chunks, reports, refused, withheld, explained } = run;
  const counts = {
    documents: documents.length,
    chunks: chunks.length,
    words: reports.reduce((sum, { words }) => sum + words, 0),
    embedded: 0,
    reused: 0,
    refused: refused.length,
    withheld: withheld.length,
  };
  const summary = (): Omit<IngestReport, "status" | "version"> => ({
    indexDir: dir,
    roots: [...sources],
    finishedAt: new Date().toISOString(),
    seconds: secondsSince(started),
    counts,
    documents: reports,
    refused,
    withheld,
    ...(options.explain ? { explained } : {}),
  });
  if (chunks.length === 0) return { ...summary(), status: "kept", version: null };

  const { vectors, ...embedding } = await embedChunks(documents, chunks, dependencies, options);
  onProgress?.({ stage: "writing", done: 0, total: chunks.length });
  const content = { documents, chunks, vectors };
  const mostlySame = embedding.reused >= chunks.length * SAME_CALIBRATION;
  const calibration = await calibrated(content, dependencies, mostlySame ? serving : undefined);
  const chunker = { ...CHUNKER_SETTINGS };
  const manifest = await index.writeIndex(dir, content, {
    embedder,
    chunker,
    roots: sources,
    calibration,
  });
  onProgress?.({ stage: "writing", done: chunks.length, total: chunks.length });
  const report: IngestReport = {
    ...summary(),
    status: "written",
    version: manifest.version,
    counts: { ...counts, ...embedding },
  };
  await saveRun(dir, report, {
    version: manifest.version,
    fingerprint: before.hash,
    settings: dependsOn(options.defaults).join("\n"),
    embedder: embedder.fingerprint,
    staleOn: run.staleOn,
    files: before.files,
  });
  return report;
}

/** The documents of the index that serves, when the same settings made them. */
async function earlierDocuments(
  dir: string,
  { index }: Pick<IngestDependencies, "index">,
  last: LastRun | undefined,
  serving: Manifest | undefined,
): Promise<ReadonlyMap<string, Earlier>> {
  const earlier = new Map<string, Earlier>();
  const sameSettings = last?.settings === dependsOn().join("\n");
  if (!sameSettings || !serving || serving.version !== last.version || !index.readContent)
    return earlier;
  const [content, report] = await Promise.all([index.readContent(dir), readReport(dir)]);
  if (!content || report?.version !== serving.version) return earlier;
  const reports = new Map(report.documents.map((entry) => [entry.id, entry]));
  const chunks = new Map<string, Chunk[]>();
  for (const chunk of content.chunks) {
    const siblings = chunks.get(chunk.documentId);
    if (siblings) siblings.push(chunk);
    else chunks.set(chunk.documentId, [chunk]);
  }
  for (const document of content.documents) {
    const entry = reports.get(document.id);
    const key = earlierKey(document.origin, document.contentHash);
    if (entry) earlier.set(key, { document, chunks: chunks.get(document.id) ?? [], report: entry });
  }
  return earlier;
}

async function calibrated(
  content: IndexContent,
  { calibrate, embedder }: Pick<IngestDependencies, "calibrate" | "embedder">,
  serving: Manifest | undefined,
): Promise<Record<string, number>> {
  const same = serving?.embedder.fingerprint === embedder.fingerprint;
  return same ? serving.calibration : calibrate(content, embedder);
}

const secondsSince = (started: number) => Math.round(performance.now() - started) / 1000;
