/** Arguments enter; milliseconds a question, memory and the ratio to plain MiniSearch leave, at the size of MedQuAD. */

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import MiniSearch from "minisearch";
import { createRetriever } from "@/lib/retrieve/retrieve";
import { loadStaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { lexicalTerms } from "@/lib/search-index/lexical";
import { openIndex } from "@/lib/search-index/open";
import { writeIndex } from "@/lib/search-index/write";
import { indexPassages } from "../evaluate/passage-index";
import { readTrainingData } from "../train/data";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Questions timed, after as many have warmed the machine up. */
const QUESTIONS = 400;
const MEGABYTE = 1024 * 1024;

interface Timing {
  name: string;
  p50: number;
  p95: number;
  /** Mean, median and 95th percentile of processor time. */
  cpu: number;
  cpu50: number;
  cpu95: number;
}

/** Times each question by the clock and by the processor, which other programs disturb less. */
async function time(
  name: string,
  questions: readonly string[],
  ask: (question: string) => unknown,
): Promise<Timing> {
  for (const question of questions.slice(0, 100)) await ask(question);
  const spent: number[] = [];
  const worked: number[] = [];
  for (const question of questions) {
    const before = process.cpuUsage();
    const start = performance.now();
    await ask(question);
    spent.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    worked.push((user + system) / 1000);
  }
  const at = (values: number[], share: number) =>
    values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
  return {
    name,
    p50: at(spent, 0.5),
    p95: at(spent, 0.95),
    cpu: worked.reduce((sum, ms) => sum + ms, 0) / worked.length,
    cpu50: at(worked, 0.5),
    cpu95: at(worked, 0.95),
  };
}

const memory = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return (heapUsed + Math.max(arrayBuffers, external)) / MEGABYTE;
};

/** `npm run bench -- retrieval [--json] [--data FOLDER]` */
export async function run(args: string[]): Promise<void> {
  const at = args.indexOf("--data");
  const folder = (at >= 0 ? args[at + 1] : undefined) ?? join(root, "..", "shared", "data");
  if (!existsSync(folder)) {
    console.log(`No question sets at ${folder}: nothing timed. Give --data FOLDER.`);
    return;
  }
  const data = readTrainingData(folder);
  const embedder = loadStaticEmbeddings(root);
  const passages = data.answered.map(({ answer, focus }, i) => ({
    id: `p${i}`,
    text: answer.split(/\s+/).slice(0, 250).join(" "),
    title: focus,
  }));
  const messages = data.messages.slice(0, QUESTIONS / 2).map(({ chq }) => chq.slice(0, 2_000));
  const short = data.answered.filter((_, i) => i % 80 === 0).map(({ question }) => question);
  const questions = [...messages, ...short].slice(0, QUESTIONS);

  const dir = await mkdtemp(join(tmpdir(), "bench-retrieval-"));
  try {
    await writeIndex(dir, indexPassages(passages, embedder).content, {
      embedder,
      chunker: {},
      roots: [],
      calibration: {},
    });
    const before = memory();
    const startOpen = performance.now();
    const index = await openIndex(dir, embedder);
    const opened = performance.now() - startOpen;
    const startReady = performance.now();
    const retriever = createRetriever(index, embedder);
    const ready = performance.now() - startReady;
    const held = memory() - before;

    const mini = new MiniSearch<{ id: string; terms: string }>({
      fields: ["terms"],
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
      searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 } },
    });
    for (const { id, title, text } of passages)
      mini.add({ id, terms: lexicalTerms(`${title}\n${text}`).join(" ") });
    const termsOf = (question: string) => {
      const counts = new Map<string, number>();
      for (const term of lexicalTerms(question)) counts.set(term, (counts.get(term) ?? 0) + 1);
      return counts;
    };
    const timings = [
      await time("MiniSearch's own search", questions, (question) =>
        mini.search([...termsOf(question).keys()].join(" ")).slice(0, 50),
      ),
      await time("our BM25", questions, (question) => index.matching(termsOf(question), 50)),
      await time("embedding", questions, (question) => embedder.embed(question)),
      await time("embedding and neighbours", questions, async (question) =>
        index.nearest(await embedder.embedQuery(question), 50),
      ),
      await time("retrieval, messages", messages, (question) => retriever.retrieve(question)),
      await time("retrieval, short", short.slice(0, QUESTIONS / 2), (question) =>
        retriever.retrieve(question),
      ),
      await time("retrieval, all", questions, (question) => retriever.retrieve(question)),
    ];
    const base = timings[0]?.cpu ?? 1;
    const result = {
      passages: passages.length,
      openMs: opened,
      readyMs: ready,
      heldMB: held,
      timings,
    };
    if (args.includes("--json")) {
      console.log(JSON.stringify(result));
      return;
    }
    console.log(
      `${passages.length} passages: opened in ${opened.toFixed(0)} ms, retriever ready in ${ready.toFixed(0)} ms, ${held.toFixed(0)} MB held${globalThis.gc ? "" : " (start node with --expose-gc for an exact number)"}, ${(process.memoryUsage().rss / MEGABYTE).toFixed(0)} MB for the whole process with the yardstick.`,
    );
    console.log(
      "milliseconds a question       p50     p95   processor: p50     p95    mean   of MiniSearch",
    );
    for (const { name, p50, p95, cpu, cpu50, cpu95 } of timings)
      console.log(
        `${name.padEnd(26)}${[p50, p95].map((ms) => ms.toFixed(2).padStart(8)).join("")}        ${[cpu50, cpu95, cpu].map((ms) => ms.toFixed(2).padStart(8)).join("")}${(cpu / base).toFixed(2).padStart(12)}`,
      );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
