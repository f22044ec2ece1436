/** Tasks of messy questions enter; the ranking weights that order their passages best leave. */

import { FEATURES, type Feature } from "@/lib/retrieve/features";
import { createRanker } from "@/lib/retrieve/rank";
import type { Resources } from "@/lib/retrieve/resources";
import type { StaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { indexPassages } from "../evaluate/passage-index";
import type { Task } from "../evaluate/tasks";

type Weights = Record<Feature, number>;

/** Where the search begins: sensible by eye, and what the result is drawn back to. */
export const START: Weights = {
  words: 0.5,
  meaning: 2.2,
  gist: 1.8,
  covered: 0.9,
  opening: 1,
  heading: 0.6,
  focus: 0.5,
  near: 0.8,
  kind: 0.2,
  // Passages without headings cannot teach it; less than covering the words, and enough to order equals.
  wording: 0.8,
  holds: 0,
  asks: 0,
  opener: 0,
  manner: 0,
  form: 0,
  says: 0,
  fullness: 0.15,
};
/** Candidates looked at for each question. */
const CANDIDATES = 100;
/** What R@10 counts beside nDCG@10. */
const RECALL_SHARE = 0.5;
/** Cost of leaving the start. The optimum is flat: with less pull the weights wander and real messages gain nothing. Safe 0.002 to 0.02. */
const PULL = 0.006;
/** Real messages are few and count for more than any made kind. */
const REAL = 1.5;
const FACTORS = [0, 0.5, 0.7, 0.85, 1.2, 1.5, 2];
const MOST_ROUNDS = 4;

interface Asked {
  /** Candidates by features, row after row. */
  readonly table: Float64Array;
  readonly grades: Float64Array;
  readonly ideal: number;
  readonly relevant: number;
}

const gainOf = (grade: number, rank: number) => (2 ** grade - 1) / Math.log2(rank + 2);

async function prepare(
  tasks: readonly Task[],
  embedder: StaticEmbeddings,
  resources: Resources,
): Promise<Asked[][]> {
  const { index } = indexPassages(tasks[0]?.passages ?? [], embedder);
  const ranker = createRanker(index, embedder, resources);
  const prepared: Asked[][] = [];
  for (const { questions } of tasks) {
    const asked: Asked[] = [];
    for (const { text, grades } of questions) {
      const ranked = await ranker.rank(ranker.read(text, "", "en"), CANDIDATES);
      const best = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
      asked.push({
        table: Float64Array.from(
          ranked.flatMap(({ features }) => FEATURES.map((f) => features[f])),
        ),
        grades: Float64Array.from(ranked, ({ id }) => grades.get(id) ?? 0),
        ideal: best.reduce((sum, grade, rank) => sum + gainOf(grade, rank), 0),
        relevant: best.length,
      });
    }
    prepared.push(asked);
  }
  return prepared;
}

/** Mean of nDCG@10 and a share of R@10. */
function quality(asked: readonly Asked[], weights: Weights): number {
  let sum = 0;
  for (const { table, grades, ideal, relevant } of asked) {
    const scores = Array.from(grades, (_, row) =>
      FEATURES.reduce(
        (total, f, i) => total + weights[f] * (table[row * FEATURES.length + i] as number),
        0,
      ),
    );
    const top = scores
      .map((score, row) => [score, row] as const)
      .sort((a, b) => b[0] - a[0])
      .slice(0, 10);
    let gain = 0;
    let found = 0;
    top.forEach(([, row], rank) => {
      const grade = grades[row] as number;
      gain += gainOf(grade, rank);
      if (grade > 0) found++;
    });
    sum += gain / ideal + (RECALL_SHARE * found) / relevant;
  }
  return sum / Math.max(1, asked.length);
}

/**
 * Climbs one weight at a time; weights never become negative, so no sign of fitness can count against a passage.
 * Ranking by nDCG itself did better on real messages than a softmax regression on the same features.
 */
export async function learnWeights(
  tasks: readonly Task[],
  embedder: StaticEmbeddings,
  resources: Resources,
): Promise<Weights> {
  const prepared = await prepare(tasks, embedder, resources);
  const importance = tasks.map(({ name }) => (name === "messages" ? REAL : 1));
  const all = importance.reduce((sum, value) => sum + value, 0);
  const objective = (weights: Weights) => {
    const fit = prepared.reduce(
      (sum, asked, i) => sum + ((importance[i] as number) / all) * quality(asked, weights),
      0,
    );
    const pull = FEATURES.reduce(
      (sum, f) => sum + Math.log((weights[f] + 0.1) / (START[f] + 0.1)) ** 2,
      0,
    );
    return fit - PULL * pull;
  };
  let weights = { ...START };
  let best = objective(weights);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = best;
    for (const feature of FEATURES) {
      const base = weights[feature];
      for (const factor of FACTORS) {
        const tried = { ...weights, [feature]: base === 0 ? 0.3 * factor : base * factor };
        const score = objective(tried);
        if (score > best + 1e-5) {
          best = score;
          weights = tried;
        }
      }
    }
    if (best - before < 0.0005) break;
  }
  for (const feature of FEATURES) weights[feature] = Math.round(weights[feature] * 1000) / 1000;
  return weights;
}
