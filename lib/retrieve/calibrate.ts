/** An index's content and its embedder enter; the numbers leave that tell an answerable question from another, for this index. */

import type { Chunk } from "@/lib/content";
import { surfaceWords, termOf } from "@/lib/search-index/lexical";
import { oddsOf } from "./evidence";
import {
  EVERYDAY,
  FOREIGN_ASPECTS,
  MADE_UP,
  MADE_UP_NAMES,
  OTHER_HEALTH,
} from "./foreign-questions";
import { type Content, type ContentIndex, memoryIndex } from "./memory-index";
import { createRanker, type QueryEmbedder, type Ranker } from "./rank";
import { type Resources, shippedResources } from "./resources";

/** Questions made from the index. Safe 50 to 300: fewer are noise, more cost ingestion time. */
const SAMPLED = 120;
/** Near misses made of them, two of each: fewer, and one new section moves the threshold. Safe 100 to 400. */
const NEAR_MISSES = 240;
/** Where the threshold may move, in log odds from the shipped one. Safe 1 to 3. */
const FURTHEST = 1.5;
/** Answerable questions that may be lost at the index's own threshold. Issue: at most 3%. */
const LOST = 0.03;
/** Foreign questions that must abstain at it. */
const ABSTAINED = 0.92;
/** Passages the ranker is asked for: evidence looks at the first few. */
const LOOKED_AT = 5;

/** A manifest without this key was made by another calibration. */
export const THRESHOLD = "threshold";

interface Asked {
  readonly question: string;
  readonly language: string;
}

/** Every n-th item, so that a sample covers the whole and is the same every time. */
function sampleOf<T>(items: readonly T[], size: number): T[] {
  const step = Math.max(1, items.length / size);
  const sample: T[] = [];
  for (let at = 0; at < items.length; at += step) sample.push(items[Math.floor(at)] as T);
  return sample;
}

/** The rarest few content words of a passage's first sentences, in order: how a person might put it in a search box. */
function fragmentOf(chunk: Chunk, ranker: Ranker): string {
  const words = surfaceWords(chunk.text.slice(0, 400)).filter((word) =>
    termOf(word, chunk.language),
  );
  const rarity = (word: string) => {
    const found = ranker.reader.index.documentFrequency(termOf(word, chunk.language));
    return found > 1 ? -found : Number.NEGATIVE_INFINITY;
  };
  const kept = new Set([...new Set(words)].sort((a, b) => rarity(b) - rarity(a)).slice(0, 3));
  return [...new Set(words)].filter((word) => kept.has(word)).join(" ");
}

/** Questions the index answers: its headings, its titles with a heading, and fragments of its passages. */
function ownQuestions({ chunks, documents }: ContentIndex, ranker: Ranker): Asked[] {
  return sampleOf([...chunks.values()], SAMPLED).flatMap((chunk, i): Asked[] => {
    const title = documents.get(chunk.documentId)?.title ?? "";
    const heading = chunk.headingPath.at(-1) ?? title;
    const question = [heading, `${title} ${heading}`, fragmentOf(chunk, ranker)][i % 3] ?? "";
    return question.trim() === "" ? [] : [{ question, language: chunk.language.slice(0, 2) }];
  });
}

/** The word a question is most about. */
function coreOf({ question, language }: Asked, ranker: Ranker) {
  const concepts = ranker.read(question, "", language).readings.get("en")?.concepts ?? [];
  return concepts.reduce(
    (most, concept) => (concept.importance > (most?.importance ?? 0) ? concept : most),
    concepts[0],
  );
}

/**
 * Near misses made from the index's own questions: about something that does not exist, the weightiest word giving way
 * to a made-up name, or about what no leaflet says of that word.
 */
function nearMisses(own: readonly Asked[], ranker: Ranker): Asked[] {
  return own.flatMap((asked, i): Asked[] => {
    const { question, language } = asked;
    if (language !== "en") return [];
    const core = coreOf(asked, ranker);
    const word = surfaceWords(question).find((part) => termOf(part) === core?.term);
    if (!word) return [];
    const name = MADE_UP_NAMES[i % MADE_UP_NAMES.length] as string;
    const changed = question.replace(/[\p{L}\p{N}'’]+/gu, (part) =>
      surfaceWords(part).includes(word) ? name : part,
    );
    const aspect = FOREIGN_ASPECTS[i % FOREIGN_ASPECTS.length] as string;
    return [
      ...(changed === question ? [] : [{ question: changed, language }]),
      { question: aspect.replace("$", () => word), language },
    ];
  });
}

/** A foreign question is no yardstick for an index that speaks of its topic. */
function isForeign(asked: Asked, ranker: Ranker): boolean {
  return coreOf(asked, ranker)?.absent ?? true;
}

async function oddsFor(asked: readonly Asked[], ranker: Ranker, resources: Resources) {
  const odds: number[] = [];
  for (const { question, language } of asked) {
    const query = ranker.read(question, "", language);
    const ranked = await ranker.rank(query, LOOKED_AT);
    odds.push(oddsOf(ranker.evidence(query, ranked), resources.evidence));
  }
  return odds.sort((a, b) => a - b);
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Runs at ingestion; the result is stored in the manifest's `calibration`.
 *
 * Questions made from the index's own headings and passages are what it answers; foreign questions, and its own
 * with the topic replaced by a made-up name or an aspect no leaflet has, are what it does not. The threshold is set
 * between the two.
 * @param content the index itself, or what one is made from
 * @returns `threshold` in log odds, with what it rests on
 */
export async function calibrate(
  content: Content | ContentIndex,
  embedder: QueryEmbedder,
  resources: Resources = shippedResources(),
): Promise<Record<string, number>> {
  const index = "nearest" in content ? content : memoryIndex(content);
  const ranker = createRanker(index, embedder, resources);
  const own = ownQuestions(index, ranker);
  if (own.length === 0) return { [THRESHOLD]: 0, questions: 0 };
  const foreign = [...OTHER_HEALTH, ...MADE_UP, ...EVERYDAY].map((question) => ({
    question,
    language: /[¿¡]/.test(question) ? "es" : "en",
  }));
  const answered = await oddsFor(own, ranker, resources);
  const unanswered = await oddsFor(
    [
      ...foreign.filter((asked) => isForeign(asked, ranker)),
      ...sampleOf(nearMisses(own, ranker), NEAR_MISSES),
    ],
    ranker,
    resources,
  );
  const low = quantile(answered, LOST);
  const high = quantile(unanswered, ABSTAINED);
  // Foreign questions are patients' own; the answerable ones are made, and easier than theirs.
  const between = (low + 2 * high) / 3;
  const threshold = Math.max(-FURTHEST, Math.min(FURTHEST, between));
  return {
    [THRESHOLD]: Math.round(threshold * 1000) / 1000,
    questions: own.length,
    foreign: unanswered.length,
    lowestAnswered: Math.round(low * 1000) / 1000,
    highestForeign: Math.round(high * 1000) / 1000,
  };
}
