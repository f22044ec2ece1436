/**
 * Paths and addresses in; an index written from them, and a report of what was done, out.
 *
 * load -> clean -> chunk -> embed -> write. What is wrong with one source refuses that source and
 * no other; when none is good, the index that serves is left alone.
 */
import type { Chunk, Document } from "@/lib/content";
import { CHUNKER_SETTINGS } from "@/lib/ingest/chunker-settings";
import type { IngestDependencies, IngestOptions } from "@/lib/ingest/dependencies";
import { type Fingerprint, fingerprintOf, isAddress, walkSources } from "@/lib/ingest/fingerprint";
import { readLastRun, readReport, saveRun } from "@/lib/ingest/last-run";
import type { Defaults } from "@/lib/ingest/load/sidecar";
import type { Walked } from "@/lib/ingest/load/walk";
import { makeOptions } from "@/lib/ingest/make-options";
import type { IngestReport } from "@/lib/ingest/report";
import type { Manifest } from "@/lib/search-index/search-index";

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
const CLEANING_VERSION = "5";
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
  const { dir } = options;
  if (!options.explain && (await isIndexCurrent(sources, dependencies, options))) {
    const report = await readReport(dir);
    if (report) {
      const counts = { ...report.counts, embedded: 0, reused: report.counts.chunks };
      return { ...report, status: "unchanged", counts, seconds: secondsSince(started) };
    }
  }
  const last = await readLastRun(dir);
  const walked = walkSources(sources);
  if (!last) dependencies.expectFiles?.(walked.files.length, makeOptions(options));
  const before = await fingerprintOf(sources, last?.files, dependsOn(options.defaults), walked);
  const whole = { sources, dependencies, options, walked, before, started };
  return (await attempt(whole, true)) ?? ((await attempt(whole, false)) as IngestReport);
}

interface Attempt {
  readonly sources: readonly string[];
  readonly dependencies: IngestDependencies;
  readonly options: IngestOptions & { readonly today: string };
  readonly walked: Walked;
  readonly before: Fingerprint;
  readonly started: number;
}

/**
 * Reads, embeds and writes.
 * @param mayPatch whether the index that serves may be patched where nearly everything stays
 * @returns undefined when it turned out that it cannot be patched
 */
async function attempt(
  { sources, dependencies, options, walked, before, started }: Attempt,
  mayPatch: boolean,
): Promise<IngestReport | undefined> {
  const { dir, defaults, onProgress } = options;
  const { index, embedder, doseRules } = dependencies;
  // Loaded only now: a run that finds nothing changed does without the cleaner and its libraries.
  const [{ earlierRun, NOTHING_EARLIER }, { readSources }, { ChunkVectors }] = await Promise.all([
    import("@/lib/ingest/earlier"),
    import("@/lib/ingest/read-sources"),
    import("@/lib/ingest/embed"),
  ]);
  const last = await readLastRun(dir);
  const serving = await index.readManifest(dir).catch(() => undefined);
  const sameSettings = last?.settings === dependsOn().join("\n");
  const { canPatch, earlier } =
    last && serving && sameSettings
      ? await earlierRun(dependencies, options, last, serving, before.files, mayPatch)
      : NOTHING_EARLIER;
  const known = await index.readVectors(dir, embedder);
  const vectors = new ChunkVectors(
    dependencies,
    known,
    canPatch ? undefined : dependencies.embedded,
  );
  const admitted = async (document: Document, chunks: readonly Chunk[]) => {
    await vectors.add(document, chunks);
    if (!canPatch) await dependencies.admitted?.(document, chunks);
  };
  const reading = { earlier, admitted };
  const run = await readSources(sources, dependencies, options, reading, walked);
  const chunks = run.reports.reduce((sum, report) => sum + report.chunks, 0);
  const summary = (status: IngestReport["status"], version: string | null): IngestReport => ({
    status,
    version,
    indexDir: dir,
    roots: [...sources],
    finishedAt: new Date().toISOString(),
    seconds: secondsSince(started),
    counts: {
      documents: run.reports.length,
      chunks,
      words: run.reports.reduce((sum, { words }) => sum + words, 0),
      embedded: vectors.embedded,
      reused: status === "written" ? chunks - vectors.embedded : 0,
      refused: run.refused.length,
      withheld: run.withheld.length,
    },
    documents: run.reports,
    refused: run.refused,
    withheld: run.withheld,
    ...(options.explain ? { explained: run.explained } : {}),
  });
  if (chunks === 0) return summary("kept", null);

  const { documents, order } = run;
  const content = { documents, chunks: run.chunks, vectors: await vectors.finish(onProgress) };
  onProgress?.({ stage: "writing", done: 0, total: chunks });
  const about = { embedder, chunker: { ...CHUNKER_SETTINGS }, roots: sources };
  let manifest: Manifest | undefined;
  if (canPatch && serving && index.patchIndex) {
    const { calibration } = serving;
    manifest = await index.patchIndex(dir, { ...content, order }, { ...about, calibration });
    if (!manifest) return undefined;
  }
  manifest ??= await index.writeIndex(dir, content, {
    ...about,
    calibration: (view) => dependencies.calibrate(view, embedder),
  });
  onProgress?.({ stage: "writing", done: chunks, total: chunks });
  const report = summary("written", manifest.version);
  await saveRun(dir, report, {
    version: manifest.version,
    fingerprint: before.hash,
    settings: dependsOn(defaults).join("\n"),
    embedder: embedder.fingerprint,
    ...(doseRules === undefined ? {} : { doseRules }),
    staleOn: run.staleOn,
    files: before.files,
  });
  return report;
}

const secondsSince = (started: number) => Math.round(performance.now() - started) / 1000;
