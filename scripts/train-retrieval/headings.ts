/** Checklist questions over the shipped documents, and the ways their authors say people ask, enter; the weights of what headings show leave. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Chunk, Document } from "@/lib/content";
import { FEATURES, type Feature } from "@/lib/retrieve/features";
import { type ContentIndex, memoryIndex } from "@/lib/retrieve/memory-index";
import { createRanker } from "@/lib/retrieve/rank";
import type { Resources } from "@/lib/retrieve/resources";
import type { StaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { embeddingText } from "@/lib/search-index/keys";
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
  "says",
];
/** Where the search begins, and what the result is drawn back to. */
const START = {
  heading: 0.6,
  holds: 1.5,
  wording: 4,
  asks: 0.6,
  opener: 0.6,
  manner: 1.2,
  form: 1,
  says: 3,
};
const FACTORS = [0, 0.5, 0.7, 0.85, 1.2, 1.5, 2];
/** Cost of leaving the start: there are nine hundred questions, most of them one author's. Safe 0.002 to 0.02. */
const PULL = 0.01;
/** Log odds a point of the ranking score is worth. The others' scale is given; a free one would only shrink these. */
const SHARPNESS = 1;
/** A question about nothing that was found costs no more than this many log odds: it may be two sections' own. */
const WORST = -8;
/** Ways of asking are set aside in this many parts, each asked of an index that holds the others. */
const PARTS = 4;
const CANDIDATES = 60;
const MOST_ROUNDS = 6;
/** What a passage in the question's language gains: see lib/retrieve/retrieve. */
const OWN_LANGUAGE = 3;

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

function hashOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return hash >>> 9;
}

/** Half of the checklist's questions are learned from; the other half is for the report. */
export const isForLearning = (question: string) => (hashOf(question) & 1) === 0;

interface Row {
  readonly features: readonly number[];
  readonly bonus: number;
  readonly right: boolean;
}

/** A document without one part of the ways in which its sections are asked for. */
const without = (document: Document, part: number): Document =>
  document.asked
    ? {
        ...document,
        asked: Object.fromEntries(
          Object.entries(document.asked).map(([section, ways]) => [
            section,
            ways.filter((way) => hashOf(way) % PARTS !== part),
          ]),
        ),
      }
    : document;

async function rowsOf(
  question: string,
  language: string | undefined,
  isRight: (chunk: Chunk) => boolean,
  index: ContentIndex,
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
      const share = Math.exp(SHARPNESS * score);
      all += share;
      if (row.right) {
        good += share;
        right = Math.max(right, score);
      } else wrong = Math.max(wrong, score);
    }
    sum +=
      good === 0 ? WORST : 0.5 * (right > wrong ? 1 : 0) + Math.max(WORST, Math.log(good / all));
  }
  return sum / asked.length;
}

/** Each way of asking, put to an index that does not know it. */
async function rowsOfWays(
  index: SearchIndex,
  embedder: StaticEmbeddings,
  resources: Resources,
): Promise<Row[][]> {
  const chunks = [...index.chunks.values()];
  const vectors = chunks.map((chunk) => {
    const document = index.documents.get(chunk.documentId);
    return embedder.embed(document ? embeddingText(chunk, document) : chunk.text);
  });
  const asked: Row[][] = [];
  for (let part = 0; part < PARTS; part++) {
    const documents = [...index.documents.values()].map((document) => without(document, part));
    const partial = memoryIndex({ documents, chunks, vectors });
    const ranker = createRanker(partial, embedder, resources);
    for (const document of index.documents.values())
      for (const [section, ways] of Object.entries(document.asked ?? {}))
        for (const way of ways.filter((one) => hashOf(one) % PARTS === part)) {
          const isRight = (chunk: Chunk) =>
            chunk.documentId === document.id && chunk.headingPath.at(-1) === section;
          asked.push(await rowsOf(way, undefined, isRight, partial, ranker));
        }
  }
  return asked;
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
  const asked = await rowsOfWays(index, embedder, resources);
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
