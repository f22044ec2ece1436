/** Held-out questions enter, half of whose documents are left out of the index; the risk-coverage curve leaves. */

import { calibrate } from "@/lib/retrieve/calibrate";
import { withManifest } from "@/lib/retrieve/memory-index";
import { createRetriever } from "@/lib/retrieve/retrieve";
import type { StaticEmbeddings } from "@/lib/search-index/embeddings/static";
import type { TrainingData } from "../train/data";
import { indexPassages } from "./passage-index";
import { buildTasks, type Task } from "./tasks";

export interface RiskCurve {
  readonly passages: number;
  readonly answerable: number;
  readonly unanswerable: number;
  readonly points: readonly {
    /** Answered from this confidence on. */
    readonly confidence: number;
    /** Share of all questions that are answered. */
    readonly coverage: number;
    /** Share of questions with a source that are answered. */
    readonly kept: number;
    /** Share of questions without a source that are answered all the same. */
    readonly leaked: number;
    /** Of all that are answered, the share whose first three passages hold a right one. */
    readonly right: number;
  }[];
}

const CONFIDENCES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Kinds of mess in which the topic of the question is known for sure. */
const KINDS = ["clean", "short", "chatter"];
const MOST = 120;

/** Measures the threshold on an index that lacks what half of the questions ask about. */
export async function riskAndCoverage(
  data: TrainingData,
  embedder: StaticEmbeddings,
): Promise<RiskCurve> {
  const inside = buildTasks(data, { half: 1, seed: 3, titled: true });
  const outside = buildTasks(data, { half: 0, seed: 4, titled: true });
  const pool = inside[0]?.passages ?? [];
  const texts = new Set(pool.map(({ text }) => text));
  const outsideTexts = new Map((outside[0]?.passages ?? []).map(({ id, text }) => [id, text]));
  // A question is without a source when no passage of its topic happens to be in this pool.
  const isForeign = ({ grades }: Task["questions"][number]) =>
    [...grades.keys()].every((id) => !texts.has(outsideTexts.get(id) ?? ""));
  const { index, content } = indexPassages(pool, embedder);
  const retriever = createRetriever(
    withManifest(index, await calibrate(content, embedder)),
    embedder,
  );

  const results: { confidence: number; hasSource: boolean; right: boolean }[] = [];
  for (const [tasks, hasSource] of [
    [inside, true],
    [outside, false],
  ] as const)
    for (const { name, questions } of tasks) {
      if (!KINDS.includes(name)) continue;
      const asked = hasSource ? questions : questions.filter(isForeign);
      for (const { text, grades } of asked.slice(0, MOST)) {
        const { confidence, passages } = await retriever.retrieve(text, {
          limit: 3,
          language: "en",
        });
        const right = passages.some(({ chunk }) => hasSource && (grades.get(chunk.id) ?? 0) > 0);
        results.push({ confidence, hasSource, right });
      }
    }
  const withSource = results.filter(({ hasSource }) => hasSource);
  const without = results.filter(({ hasSource }) => !hasSource);
  return {
    passages: pool.length,
    answerable: withSource.length,
    unanswerable: without.length,
    points: CONFIDENCES.map((least) => {
      const answered = results.filter(({ confidence }) => confidence >= least);
      const among = (some: typeof results) =>
        some.filter(({ confidence }) => confidence >= least).length / Math.max(1, some.length);
      return {
        confidence: least,
        coverage: answered.length / Math.max(1, results.length),
        kept: among(withSource),
        leaked: among(without),
        right: answered.filter(({ right }) => right).length / Math.max(1, answered.length),
      };
    }),
  };
}
