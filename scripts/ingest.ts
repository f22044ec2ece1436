/**
 * `npm run ingest -- [paths or urls…] [--index DIR] [--json] [--explain] [--defaults FILE]`:
 * makes the index hold exactly what the given paths hold; without a path, what CORPUS_DIR holds.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineCommand, runMain } from "citty";
import { type Env, env } from "@/lib/env";
import { containsDose } from "@/lib/guard/dose";
import type { IngestDependencies, Progress } from "@/lib/ingest/dependencies";
import { ingest } from "@/lib/ingest/ingest";
import type { LoadOutcome } from "@/lib/ingest/load/loaded";
import { type IngestReport, noticeLine, printable } from "@/lib/ingest/report";
import { loadStaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { IndexError } from "@/lib/search-index/errors";
import type { Gathered } from "@/lib/search-index/gathered";
import { chunkKey, embeddingText } from "@/lib/search-index/keys";
import { withIndexLock } from "@/lib/search-index/lock";
import { readManifest } from "@/lib/search-index/manifest";
import type { Embedder } from "@/lib/search-index/search-index";
import { GraphThread } from "./ingest/graph";
import { type Maker, startMakers } from "./ingest/makers";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** How long a second run waits for the first (milliseconds); safe 10 s to an hour. */
const WAIT_MS = 120_000;

/** A plain line at most this often when there is no terminal to draw a bar on (milliseconds). */
const LINE_EVERY_MS = 5_000;

/** The door to the index room. What writes is loaded when something is written. */
const doorWith = (
  graph: GraphThread,
  gathered: () => Gathered | undefined,
): IngestDependencies["index"] => ({
  writeIndex: async (dir, content, about) => {
    const { writeIndex } = await import("@/lib/search-index/write");
    const before = gathered();
    const means = { buildGraph: graph.build, ...(before ? { gathered: before } : {}) };
    return writeIndex(dir, content, about, means);
  },
  patchIndex: async (dir, patch, about) =>
    (await import("@/lib/search-index/patch")).patchIndex(dir, patch, about),
  readVectors: async (...given) =>
    (await import("@/lib/search-index/serving")).readVectors(...given),
  readContent: async (dir) => (await import("@/lib/search-index/serving")).readContent(dir),
  readManifest,
  embeddingText,
  chunkKey,
  withIndexLock: (folder, job) =>
    withIndexLock(folder, job, {
      waitMs: WAIT_MS,
      onWait: () =>
        console.error(`Another ingestion is writing ${folder}; waiting for it to finish.`),
    }),
});

/** The shipped embedder does without the libraries of the others. */
async function embedderOf(settings: Env): Promise<Embedder> {
  if (!settings.embeddingModel) return loadStaticEmbeddings(ROOT);
  return (await import("@/lib/search-index/embedder")).createEmbedder(settings, ROOT);
}

/** The guard's own source names the rules of its dose detector, so none of its changes can be forgotten. */
function doseRules(): string {
  const guard = path.join(ROOT, "lib", "guard");
  const names = readdirSync(guard, { recursive: true, encoding: "utf8" });
  const hash = createHash("sha256");
  for (const name of names.filter((file) => file.endsWith(".ts")).sort())
    hash.update(readFileSync(path.join(guard, name)));
  return hash.digest("hex");
}

/** A bar on a terminal, a line now and then otherwise; both on stderr, which leaves stdout to --json. */
async function progressPrinter(): Promise<{
  show: (progress: Progress) => void;
  end: () => void;
}> {
  if (process.stderr.isTTY) {
    const { SingleBar } = await import("cli-progress");
    const bar = new SingleBar({
      format: "{stage} [{bar}] {value}/{total}  {rate}/s  {eta_formatted} left",
      clearOnComplete: true,
      hideCursor: true,
    });
    let stage = "";
    let since = Date.now();
    return {
      show: ({ stage: now, done, total }) => {
        if (now !== stage) {
          bar.stop();
          stage = now;
          since = Date.now();
          bar.start(total, done, { stage, rate: "–" });
        }
        const seconds = (Date.now() - since) / 1000;
        bar.update(done, { rate: seconds > 0 ? Math.round(done / seconds) : "–" });
      },
      end: () => bar.stop(),
    };
  }
  let lastLine = Date.now();
  return {
    show: ({ stage, done, total }) => {
      if (Date.now() - lastLine < LINE_EVERY_MS) return;
      lastLine = Date.now();
      console.error(`${stage}: ${done} of ${total}`);
    },
    end: () => undefined,
  };
}

function printReport(report: IngestReport): void {
  for (const entry of report.explained ?? [])
    console.log(
      `removed  ${printable(entry.origin)}:${entry.line}  [${entry.reason}] ${printable(entry.text)}`,
    );
  for (const document of report.documents) {
    for (const entry of document.quarantined)
      console.log(
        `held back  ${printable(document.origin)}:${entry.line}  an instruction aimed at a model: ${printable(entry.text)}`,
      );
    if (document.overdue)
      console.log(
        `overdue  ${printable(document.origin)}: review was due ${document.nextReviewDue}`,
      );
  }
  for (const notice of report.withheld) console.log(`withheld  ${noticeLine(notice)}`);
  for (const notice of report.refused) console.log(`refused  ${noticeLine(notice)}`);
  const { documents, chunks, words, embedded, reused } = report.counts;
  const removed = new Map<string, number>();
  for (const document of report.documents)
    for (const [reason, count] of Object.entries(document.removed))
      removed.set(reason, (removed.get(reason) ?? 0) + count);
  if (removed.size > 0)
    console.log(
      `cleaned: ${[...removed]
        .sort((a, b) => b[1] - a[1])
        .map(([reason, count]) => `${count} ${reason}`)
        .join(", ")}`,
    );
  const inferred = report.documents.filter((document) => document.inferred.length > 0).length;
  if (inferred > 0)
    console.log(
      `inferred, not stated, in ${inferred} documents: title, language or dates; see report.html`,
    );
  if (report.status === "kept")
    console.log("No document was good, so the index was left as it was.");
  else if (report.status === "unchanged")
    console.log(
      `Nothing has changed: ${documents} documents, ${chunks} chunks (${report.seconds} s).`,
    );
  else
    console.log(
      `${documents} documents, ${chunks} chunks, ${words} words (${embedded} embedded, ${reused} as before) in ${report.seconds} s -> ${report.indexDir}`,
    );
}

const main = defineCommand({
  meta: { name: "ingest", description: "Build the index from documents." },
  args: {
    index: { type: "string", description: "The index folder (INDEX_DIR)" },
    json: { type: "boolean", description: "Print one JSON object" },
    explain: { type: "boolean", description: "Print every removed line with the reason" },
    defaults: {
      type: "string",
      description: "A YAML file of fields that every document without its own has",
    },
  },
  async run({ args }) {
    const settings = env();
    const sources = args._.length > 0 ? args._ : [settings.corpusDir];
    const dir = args.index ?? settings.indexDir;
    const defaults = args.defaults
      ? await (await import("@/lib/ingest/load/sidecar")).readDefaults(args.defaults)
      : undefined;
    if (defaults && "problems" in defaults) {
      for (const problem of defaults.problems) console.error(`${args.defaults}: ${problem}`);
      process.exitCode = 1;
      return;
    }
    const progress = await progressPrinter();
    const graph = new GraphThread();
    let gathered: Gathered | undefined;
    let makers: Maker[] | undefined;
    let loadAddress: ((address: string) => AsyncIterable<LoadOutcome>) | undefined;
    try {
      const report = await ingest(
        sources,
        {
          index: doorWith(graph, () => gathered),
          embedder: await embedderOf(settings),
          embedded: graph.add,
          async admitted(document, chunks) {
            if (!gathered) {
              const { Gathered } = await import("@/lib/search-index/gathered");
              gathered = new Gathered();
              // Needed at the end, when nothing else is left to do meanwhile.
              void import("@/lib/retrieve/calibrate");
              void import("@/lib/search-index/write");
            }
            gathered.add(document, chunks);
          },
          calibrate: async (view, embedder) =>
            (await import("@/lib/retrieve/calibrate")).calibrate(view, embedder),
          containsDose,
          doseRules: doseRules(),
          expectFiles(count, options) {
            makers ??= startMakers(count, options);
          },
          async *makeFiles(files, options) {
            const { makeInThreads } = await import("./ingest/threads");
            yield* makeInThreads(files, options, makers ?? startMakers(files.length, options));
          },
          async *fetchAddress(address) {
            const [{ addressLoader }, { pageCache }] = await Promise.all([
              import("@/lib/ingest/load/url"),
              import("@/lib/ingest/load/page-cache"),
            ]);
            loadAddress ??= addressLoader({
              cache: pageCache(path.join(dir, "pages")),
              ...(defaults ? { defaults } : {}),
            });
            yield* loadAddress(address);
          },
        },
        {
          dir,
          explain: args.explain,
          onProgress: progress.show,
          ...(defaults ? { defaults } : {}),
        },
      );
      progress.end();
      if (args.json) console.log(JSON.stringify(report));
      else printReport(report);
      if (report.refused.length > 0 || report.status === "kept") process.exitCode = 1;
    } catch (error) {
      progress.end();
      const isSaid = error instanceof IndexError || (error instanceof Error && "code" in error);
      if (!isSaid) throw error;
      console.error(error.message);
      process.exitCode = 1;
    } finally {
      graph.end();
      for (const maker of makers ?? []) maker.end();
    }
  },
});

await runMain(main);
