/** Checklist questions over the shipped documents enter; the weights of what headings show leave. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Chunk } from "@/lib/content";
import { FEATURES, type Feature } from "@/lib/retrieve/features";
import { createRanker } from "@/lib/retrieve/rank";
import type { Resources } from "@/lib/retrieve/resources";
import type { StaticEmbeddings } from "@/lib/search-index/embeddings/static";
import type { SearchIndex } from "@/lib/search-index/search-index";

type Weights = Record<Feature, number>;

/** Only these: MedQuAD's passages have no headings and taught the others. */
const LEARNED: readonly Feature[] = [
  "heading",
  "holds",
  "wording",
  "asks",
  "opener",
  "manner",
  "form",
];
/** Where the search begins, and what the result is drawn back to. */
const START = {
  heading: 0.6,
  holds: 2,
  wording: 2.5,
  asks: 2,
  opener: 0.5,

  manner: 0.5,
  form: 1,
};
const FACTORS = [0, 0.5, 0.7, 0.85, 1.2, 1.5, 2];
/** Cost of leaving the start: there are two hundred questions. Safe 0.002 to 0.02. */
const PULL = 0.004;
const CANDIDATES = 60;
const MOST_ROUNDS = 6;
/** What a passage in the question's language gains: see lib/retrieve/retrieve. */
const OWN_LANGUAGE = 0.3;

const Section = z.object({ document: z.string(), section: z.string() });
const Facts = z.array(Section.extend({ question: z.string(), also: z.array(Section).optional() }));
const Golden = z.array(
  z.object({
    question: z.string(),
    language: z.string().optional(),
    history: z.array(z.unknown()).optional(),
    sections: z.array(z.string()).optional(),
  }),
);

/** Half of the checklist's questions are learned from; the other half is for the report. */
export function isForLearning(question: string): boolean {
  let hash = 2166136261;
  for (const letter of question) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return ((hash >>> 9) & 1) === 0;
}

interface Row {
  readonly features: readonly number[];
  readonly bonus: number;
  readonly right: boolean;
}

async function rowsOf(
  question: string,
  language: string | undefined,
  isRight: (chunk: Chunk) => boolean,
  index: SearchIndex,
  ranker: ReturnType<typeof createRanker>,
): Promise<Row[]> {
  const query = ranker.read(question, "", language);
  const ranked = await ranker.rank(query, CANDIDATES);
  return ranked.flatMap(({ id, features }) => {
    const chunk = index.chunks.get(id);
    if (!chunk) return [];
    const own = chunk.language.slice(0, 2) === query.language.slice(0, 2);
    return {
      features: FEATURES.map((name) => features[name]),
      bonus: own ? OWN_LANGUAGE : 0,
      right: isRight(chunk),
    };
  });
}

/** Right passages first, and by how much: the share of questions, and the log odds of the right passages. */
function quality(asked: readonly (readonly Row[])[], weights: Weights): number {
  let sum = 0;
  for (const rows of asked) {
    let right = Number.NEGATIVE_INFINITY;
    let wrong = Number.NEGATIVE_INFINITY;
    let all = 0;
    let good = 0;
    for (const row of rows) {
      const score = row.features.reduce(
        (total, value, i) => total + value * weights[FEATURES[i] as Feature],
        row.bonus,
      );
      const share = Math.exp(2 * score);
      all += share;
      if (row.right) {
        good += share;
        right = Math.max(right, score);
      } else wrong = Math.max(wrong, score);
    }
    if (good === 0) continue;
    sum += 0.3 * (right > wrong ? 1 : 0) + Math.log(good / all);
  }
  return sum / asked.length;
}

/** Climbs one weight at a time from {@link START}. */
export async function learnHeadingWeights(
  root: string,
  index: SearchIndex,
  embedder: StaticEmbeddings,
  resources: Resources,
): Promise<Weights> {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(root, "tests/fixtures", name), "utf8"));
  const facts = ["facts/part-a.json", "facts/part-b.json"]
    .flatMap((name) => Facts.parse(read(name)))
    .filter(({ question }) => isForLearning(question));
  const golden = Golden.parse(read("retrieval/golden.json"));
  const ranker = createRanker(index, embedder, resources);
  const titleOf = (chunk: Chunk) => index.documents.get(chunk.documentId)?.title ?? "";
  const asked: Row[][] = [];
  for (const { question, document, section, also = [] } of facts) {
    const right = [{ document, section }, ...also];
    const isRight = (chunk: Chunk) =>
      right.some(
        (one) =>
          one.document === chunk.documentId &&
          one.section === (chunk.headingPath.at(-1) ?? titleOf(chunk)),
      );
    asked.push(await rowsOf(question, undefined, isRight, index, ranker));
  }
  for (const { question, language, history, sections } of golden) {
    if (!sections || history) continue;
    const isRight = (chunk: Chunk) => {
      const place = (chunk.headingPath.join(" > ") || titleOf(chunk)).toLowerCase();
      return sections.some((section) => place.includes(section.toLowerCase()));
    };
    asked.push(await rowsOf(question, language, isRight, index, ranker));
  }
  const start: Weights = { ...resources.weights, ...START };
  const objective = (weights: Weights) =>
    quality(asked, weights) -
    PULL *
      LEARNED.reduce(
        (sum, name) => sum + Math.log((weights[name] + 0.1) / (start[name] + 0.1)) ** 2,
        0,
      );
  let weights = start;
  let best = objective(weights);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = best;
    for (const name of LEARNED) {
      const base = weights[name];
      for (const factor of FACTORS) {
        const tried = { ...weights, [name]: base === 0 ? 0.3 * factor : base * factor };
        const score = objective(tried);
        if (score > best + 1e-5) {
          best = score;
          weights = tried;
        }
      }
    }
    if (best - before < 0.0005) break;
  }
  const rounded = { ...weights };
  for (const name of LEARNED) rounded[name] = Math.round(weights[name] * 1000) / 1000;
  return rounded;
}
