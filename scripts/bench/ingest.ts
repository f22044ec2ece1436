/**
 * `npm run bench -- ingest [--sizes 1000,4000,16407] [--queries 500] [--json]`: times ingestion of
 * MedQuAD answers in a process of its own, an unchanged and a one-change run after it, and the
 * plain LangChain pipeline with the same embedder beside it, with hit@3 of both.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Embeddings } from "@langchain/core/embeddings";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { Document } from "langchain";
import { env } from "@/lib/env";
import { createEmbedder } from "@/lib/search-index/embedder";
import { openIndex } from "@/lib/search-index/open";
import type { Embedder } from "@/lib/search-index/search-index";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DATA = path.join(ROOT, "..", "shared", "data", "medquad-answered.jsonl.gz");

interface Answered {
  readonly id: string;
  readonly focus: string;
  readonly question: string;
  readonly answer: string;
}

interface Run {
  readonly seconds: number;
  /** Processor seconds, which a busy machine does not stretch as it stretches the clock. */
  readonly cpu: number;
  readonly megabytes: number;
  readonly status: string;
  readonly documents: number;
  readonly chunks: number;
  readonly embedded: number;
}

const nameOf = ({ id }: Answered) => id.replace(/[^\w-]+/gu, "-");

/** Runs the real command and watches the process from outside. */
async function ingestProcess(folder: string, index: string): Promise<Run> {
  const tsx = path.join(ROOT, "node_modules", "tsx", "dist", "loader.mjs");
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", tsx, "scripts/ingest.ts", folder, "--index", index, "--json"],
    { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"] },
  );
  let megabytes = 0;
  let cpu = 0;
  const watch = setInterval(async () => {
    const [status, stat] = await Promise.all([
      readFile(`/proc/${child.pid}/status`, "utf8"),
      readFile(`/proc/${child.pid}/stat`, "utf8"),
    ]).catch(() => ["", ""]);
    megabytes = Math.max(megabytes, Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    cpu = Math.max(cpu, (Number(ticks[11] ?? 0) + Number(ticks[12] ?? 0)) / 100);
  }, 100);
  let out = "";
  for await (const part of child.stdout) out += part;
  clearInterval(watch);
  const report = JSON.parse(out) as {
    status: string;
    counts: { documents: number; chunks: number; embedded: number };
  };
  return {
    seconds: (performance.now() - started) / 1000,
    cpu,
    megabytes,
    status: report.status,
    ...report.counts,
  };
}

/** LangChain's loaders want its own class; the shipped embedder has one, another is wrapped. */
class SameEmbedder extends Embeddings {
  readonly #embedder: Embedder;
  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }
  embedDocuments(texts: string[]) {
    return this.#embedder.embedDocuments(texts);
  }
  embedQuery(text: string) {
    return this.#embedder.embedQuery(text);
  }
}

async function plainPipeline(
  rows: readonly Answered[],
  embedder: Embedder,
): Promise<{
  seconds: number;
  cpu: number;
  chunks: number;
  nearest: (query: string) => Promise<string[]>;
}> {
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const whole = rows.map(
    (row) =>
      new Document({ pageContent: `${row.focus}\n\n${row.answer}`, metadata: { id: nameOf(row) } }),
  );
  const pieces = await splitter.splitDocuments(whole);
  const store = await HNSWLib.fromDocuments(pieces, new SameEmbedder(embedder));
  const cpu = process.cpuUsage(cpuBefore);
  return {
    seconds: (performance.now() - started) / 1000,
    cpu: (cpu.user + cpu.system) / 1e6,
    chunks: pieces.length,
    nearest: async (query) =>
      (await store.similaritySearch(query, 10)).map(({ metadata }) => String(metadata.id)),
  };
}

/** Share of questions whose own answer is among the first three documents. */
async function hitAt3(
  rows: readonly Answered[],
  nearest: (query: string) => Promise<string[]>,
): Promise<number> {
  let hits = 0;
  for (const row of rows) {
    const documents = [...new Set(await nearest(row.question))].slice(0, 3);
    if (documents.includes(nameOf(row))) hits += 1;
  }
  return hits / rows.length;
}

function optionsOf(args: readonly string[]) {
  const value = (name: string) => args[args.indexOf(`--${name}`) + 1];
  const sizes = args.includes("--sizes")
    ? (value("sizes") ?? "").split(",").map(Number)
    : [1_000, 4_000, 16_407];
  return {
    sizes,
    queries: args.includes("--queries") ? Number(value("queries")) : 500,
    json: args.includes("--json"),
  };
}

/** @param args what stands after `npm run bench -- ingest` */
export async function run(args: readonly string[]): Promise<void> {
  const { sizes, queries, json } = optionsOf(args);
  if (!existsSync(DATA)) {
    console.log(`MedQuAD is not at ${path.relative(ROOT, DATA)}, so there is nothing to time.`);
    return;
  }
  const all = gunzipSync(await readFile(DATA))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answered);
  const embedder = createEmbedder(env(), ROOT);
  const results: Record<string, unknown>[] = [];
  for (const size of sizes) {
    const step = all.length / Math.min(size, all.length);
    const rows = Array.from(
      { length: Math.min(size, all.length) },
      (_, i) => all[Math.floor(i * step)] as Answered,
    );
    const base = await mkdtemp(path.join(os.tmpdir(), "pamphlet-bench-"));
    const folder = path.join(base, "documents");
    const index = path.join(base, "index");
    await mkdir(folder);
    for (const row of rows)
      await writeFile(path.join(folder, `${nameOf(row)}.txt`), `${row.focus}\n\n${row.answer}\n`);
    const first = await ingestProcess(folder, index);
    const unchanged = await ingestProcess(folder, index);
    const [changed] = rows;
    if (changed)
      await writeFile(
        path.join(folder, `${nameOf(changed)}.txt`),
        `${changed.focus}\n\n${changed.answer}\n\nOne more line that was not there before.\n`,
      );
    const oneChanged = await ingestProcess(folder, index);
    const asked = rows
      .filter((_, i) => i % Math.max(1, Math.floor(rows.length / queries)) === 0)
      .slice(0, queries);
    const opened = await openIndex(index, embedder);
    const nameByDocument = new Map(
      [...opened.documents.values()].map(({ id, origin }) => [id, path.basename(origin, ".txt")]),
    );
    const ours = await hitAt3(asked, async (query) => {
      const found = await opened.nearest(await embedder.embedQuery(query), 10);
      return found.map(
        ({ id }) => nameByDocument.get(opened.chunks.get(id)?.documentId ?? "") ?? "",
      );
    });
    const plain = await plainPipeline(rows, embedder);
    const plainHits = await hitAt3(asked, plain.nearest);
    const result = {
      size: rows.length,
      first,
      unchanged,
      oneChanged,
      hitAt3: ours,
      plain: { seconds: plain.seconds, cpu: plain.cpu, chunks: plain.chunks, hitAt3: plainHits },
      queries: asked.length,
    };
    results.push(result);
    if (!json) print(result);
    await rm(base, { recursive: true, force: true });
  }
  if (json) console.log(JSON.stringify({ bench: "ingest", results }));
}

function print(result: {
  size: number;
  first: Run;
  unchanged: Run;
  oneChanged: Run;
  hitAt3: number;
  queries: number;
  plain: { seconds: number; cpu: number; chunks: number; hitAt3: number };
}): void {
  const line = (name: string, { seconds, cpu, megabytes, chunks, embedded }: Run) =>
    `  ${name.padEnd(22)}${seconds.toFixed(1).padStart(7)} s ${cpu.toFixed(1).padStart(7)} s cpu ${megabytes.toFixed(0).padStart(6)} MB ${String(chunks).padStart(7)} chunks ${String(embedded).padStart(7)} embedded`;
  console.log(`${result.size} documents`);
  console.log(line("ingest", result.first));
  console.log(line("nothing changed", result.unchanged));
  console.log(line("one changed", result.oneChanged));
  const { plain } = result;
  console.log(
    `  ${"plain LangChain".padEnd(22)}${plain.seconds.toFixed(1).padStart(7)} s ${plain.cpu.toFixed(1).padStart(7)} s cpu           ${String(plain.chunks).padStart(7)} chunks`,
  );
  const { first } = result;
  console.log(
    `  ${"ours to plain".padEnd(22)}${(first.seconds / plain.seconds).toFixed(2).padStart(7)}   ${(first.cpu / plain.cpu).toFixed(2).padStart(7)}`,
  );
  console.log(
    `  hit@3 of ${result.queries} questions: ${(100 * result.hitAt3).toFixed(1)}% here, ${(100 * plain.hitAt3).toFixed(1)}% plain`,
  );
}
