/** Arguments enter; tables of how well passages are found leave, on held-out MedQuAD documents or as a run file for outside data. */

import { createReadStream, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { calibrate } from "@/lib/retrieve/calibrate";
import { type ContentIndex, withManifest } from "@/lib/retrieve/memory-index";
import { createRanker } from "@/lib/retrieve/rank";
import { shippedResources } from "@/lib/retrieve/resources";
import { createRetriever } from "@/lib/retrieve/retrieve";
import { loadStaticEmbeddings, type StaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { lexicalTerms } from "@/lib/search-index/lexical";
import { readTrainingData } from "../train/data";
import { indexPassages } from "./passage-index";
import { riskAndCoverage } from "./risk";
import { buildTasks, type Task } from "./tasks";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Passages written for each question of a run file. */
const RUN_DEPTH = 100;
const FUSION = 60;

type Turn = { role: "user" | "assistant"; text: string };

type Search = (question: string) => Promise<string[]>;

/** The retrievers that are compared, from the plainest to the full pipeline. */
function retrievers(index: ContentIndex, embedder: StaticEmbeddings): Record<string, Search> {
  const ranker = createRanker(index, embedder, shippedResources());
  const words = (question: string) => {
    const counts = new Map<string, number>();
    for (const term of lexicalTerms(question)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) counts.set(term, 1 + Math.log(count));
    return index.matching(counts, RUN_DEPTH).map(({ id }) => id);
  };
  const meaning = async (question: string) =>
    (await index.nearest(await embedder.embedQuery(question), RUN_DEPTH)).map(({ id }) => id);
  return {
    BM25: async (question) => words(question),
    "our model": meaning,
    fusion: async (question) => {
      const scores = new Map<string, number>();
      for (const list of [words(question), await meaning(question)])
        list.forEach((id, rank) => {
          scores.set(id, (scores.get(id) ?? 0) + 1 / (FUSION + rank + 1));
        });
      return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    },
    "full pipeline": async (question) =>
      (await ranker.rank(ranker.read(question, ""), 10)).map(({ id }) => id),
  };
}

interface Row {
  task: string;
  retriever: string;
  questions: number;
  ndcg10: number;
  recall10: number;
  mrr: number;
  hit3: number;
  ms: number;
}

/** Gains are 2^grade - 1; a passage of any grade counts for R@10, only the best grade for MRR and hit@3. */
export async function measure(task: Task, name: string, search: Search): Promise<Row> {
  const sum = { ndcg10: 0, recall10: 0, mrr: 0, hit3: 0, ms: 0 };
  for (const { text, grades } of task.questions) {
    const start = performance.now();
    const found = await search(text);
    sum.ms += performance.now() - start;
    const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
    const top = ideal[0] ?? 0;
    const gain = (list: readonly number[]) =>
      list.reduce((total, grade, rank) => total + (2 ** grade - 1) / Math.log2(rank + 2), 0);
    const got = found.slice(0, 10).map((id) => grades.get(id) ?? 0);
    sum.ndcg10 += gain(got) / gain(ideal);
    sum.recall10 += got.filter((grade) => grade > 0).length / ideal.length;
    const first = got.indexOf(top);
    if (first >= 0) sum.mrr += 1 / (first + 1);
    if (first >= 0 && first < 3) sum.hit3++;
  }
  const count = Math.max(1, task.questions.length);
  return {
    task: task.name,
    retriever: name,
    questions: task.questions.length,
    ndcg10: sum.ndcg10 / count,
    recall10: sum.recall10 / count,
    mrr: sum.mrr / count,
    hit3: sum.hit3 / count,
    ms: sum.ms / count,
  };
}

const show = (value: number) => value.toFixed(3).padStart(8);

async function inside(folder: string, json: boolean): Promise<void> {
  const data = readTrainingData(folder);
  const embedder = loadStaticEmbeddings(root);
  // The weights were learned on the other half of the held-out documents.
  const tasks = buildTasks(data, { half: 1, seed: 2, titled: false });
  const pool = tasks[0]?.passages ?? [];
  const { index } = indexPassages(pool, embedder);
  const rows: Row[] = [];
  for (const task of tasks)
    for (const [name, search] of Object.entries(retrievers(index, embedder)))
      rows.push(await measure(task, name, search));
  const curve = await riskAndCoverage(data, embedder);
  if (json) {
    console.log(JSON.stringify({ passages: pool.length, rows, curve }));
    return;
  }
  console.log(
    `${pool.length} passages without titles from MedQuAD, questions about documents held out of training.`,
  );
  console.log("task      retriever      n     nDCG@10    R@10     MRR   hit@3      ms");
  for (const row of rows)
    console.log(
      `${row.task.padEnd(9)} ${row.retriever.padEnd(13)} ${String(row.questions).padStart(4)}  ${[row.ndcg10, row.recall10, row.mrr, row.hit3].map(show).join("")}${row.ms.toFixed(2).padStart(8)}`,
    );
  console.log(
    `\nKnowing when nothing answers: ${curve.answerable} questions with a source, ${curve.unanswerable} without, ${curve.passages} passages.`,
  );
  console.log(
    "answered   with a source   without one   right passage in the top 3 of those answered",
  );
  for (const point of curve.points)
    console.log(
      `${show(point.coverage)}  ${show(point.kept)}        ${show(point.leaked)}      ${show(point.right)}   confidence ${point.confidence.toFixed(2)}`,
    );
  console.log(
    "The packaged sentence encoder is not kept: it found less than BM25 alone and took 90 ms a passage.",
  );
}

const PassageLine = z.object({ id: z.string(), text: z.string(), title: z.string().optional() });
const QueryLine = z.object({
  id: z.string(),
  text: z.string(),
  history: z.array(z.object({ role: z.enum(["user", "assistant"]), text: z.string() })).optional(),
});

async function readJsonLines<T>(file: string, shape: z.ZodType<T>): Promise<T[]> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const items: T[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    number++;
    if (line.trim() === "") continue;
    const parsed = shape.safeParse(JSON.parse(line));
    if (!parsed.success)
      throw new Error(`${file}, line ${number}: ${z.prettifyError(parsed.error)}`);
    items.push(parsed.data);
  }
  return items;
}

/** Writes the best passages of every question by the full pipeline, and whether the threshold would have answered. */
async function outside(passagesFile: string, queriesFile: string, runFile: string): Promise<void> {
  const passages = await readJsonLines(passagesFile, PassageLine);
  const queries: { id: string; text: string; history?: Turn[] }[] = await readJsonLines(
    queriesFile,
    QueryLine,
  );
  const embedder = loadStaticEmbeddings(root);
  const { index, content } = indexPassages(passages, embedder);
  const calibration = await calibrate(content, embedder);
  const retriever = createRetriever(withManifest(index, calibration), embedder);
  const lines: string[] = [];
  let spent = 0;
  let answered = 0;
  for (const { id, text, history } of queries) {
    const start = performance.now();
    const { ranking, answerable } = await retriever.rank(text, {
      limit: RUN_DEPTH,
      ...(history ? { history } : {}),
    });
    spent += performance.now() - start;
    if (answerable) answered++;
    ranking.forEach((hit, rank) => {
      lines.push([id, hit.id, rank + 1, hit.score.toFixed(6), answerable ? 1 : 0].join("\t"));
    });
  }
  writeFileSync(runFile, `${lines.join("\n")}\n`);
  console.log(
    `${queries.length} questions over ${passages.length} passages: ${(spent / Math.max(1, queries.length)).toFixed(2)} ms a question to depth ${RUN_DEPTH}, ${answered} would be answered. Written to ${runFile}.`,
  );
}

/**
 * `npm run evaluate -- retrieval [--json] [--data FOLDER]`, or with outside data
 * `npm run evaluate -- retrieval --passages P.jsonl --queries Q.jsonl --run OUT.tsv`.
 */
export async function run(args: string[]): Promise<void> {
  const value = (name: string) => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const [passages, queries, runFile] = ["--passages", "--queries", "--run"].map(value);
  if (passages || queries || runFile) {
    if (!passages || !queries || !runFile)
      throw new Error(
        "Outside data needs all of --passages P.jsonl --queries Q.jsonl --run OUT.tsv",
      );
    return outside(passages, queries, runFile);
  }
  const folder = value("--data") ?? join(root, "..", "shared", "data");
  if (!existsSync(folder)) {
    console.log(
      `No question sets at ${folder}: nothing measured. Point --data at the folder with MedQuAD and MeQSum, or give --passages, --queries and --run.`,
    );
    return;
  }
  return inside(folder, args.includes("--json"));
}
