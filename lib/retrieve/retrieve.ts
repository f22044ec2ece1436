/** A question and its conversation enter; the passages that may answer it leave, best first, with whether they do. */

import type { Passage } from "@/lib/content";
import type { Turn } from "@/lib/guard/decision";
import { surfaceWords, termOf } from "@/lib/search-index/lexical";
import type { SearchIndex } from "@/lib/search-index/search-index";
import { THRESHOLD } from "./calibrate";
import { completeFromHistory } from "./complete";
import { oddsOf } from "./evidence";
import { choosePassages } from "./passages";
import type { Query } from "./query";
import { createRanker, type QueryEmbedder, type Ranked } from "./rank";
import { type Resources, shippedResources } from "./resources";

/** How many passages a retriever gives unless told. Safe 3 to 20. */
const DEFAULT_LIMIT = 6;
/** Candidates ordered for each passage wanted, so that duplicates and joined neighbours leave enough. Safe 2 to 5. */
const SPARE = 4;
/** What a passage in the reader's own language gains, in ranking points (a perfect passage has about 16): a summary that can be read goes before a chapter that cannot. Safe 1 to 4. */
const OWN_LANGUAGE = 3;
/** How many times more candidates are ordered where most passages are in another language. Safe 1 to 3. */
const DEEPER = 2;
/** What a passage past its review date loses. Safe 0.1 to 0.6. */
const OVERDUE = 0.3;
/** How topical (log odds) a word must be for a question to be about health. Safe 0.5 to 2. */
const HEALTH_WORD = 1;

export interface Retrieved {
  /** Best first; near-duplicates removed, neighbours joined. */
  readonly passages: readonly Passage[];
  /** Whether the best passages answer the question. */
  readonly answerable: boolean;
  /** Calibrated for this index: the chance that the question is answerable from it, 0 to 1. */
  readonly confidence: number;
  /** The question as it was searched: completed from the conversation and spelling mended. */
  readonly query: string;
  /** BCP 47. */
  readonly language: string;
  /** Why it is not answerable: no words to search for, nothing found, or nothing that fits. */
  readonly reason: "none" | "weak" | "empty" | "ok";
  /** True for an everyday question, false for a health question without a source. */
  readonly outOfScope: boolean;
}

export interface RetrieveOptions {
  readonly history?: readonly Turn[];
  readonly limit?: number;
  /** BCP 47 language of the question, when the caller knows it. */
  readonly language?: string;
}

/** The whole order of candidates, before duplicates are dropped and whatever the threshold says. */
export interface Ranking {
  readonly ranking: readonly { readonly id: string; readonly score: number }[];
  readonly answerable: boolean;
  readonly confidence: number;
}

export interface Retriever {
  /** Never throws for what a person may type; an empty question gives `reason: "empty"`. */
  retrieve(question: string, options?: RetrieveOptions): Promise<Retrieved>;
}

/** A retriever whose order can be measured. */
export interface MeasurableRetriever extends Retriever {
  rank(question: string, options?: RetrieveOptions): Promise<Ranking>;
}

/** A word of health, or a question put as one is put about a medicine or an illness. */
const HEALTH_PHRASE =
  /\b(?:side effects?|symptoms?|treat(?:ed|ment)?|cured?|diagnos\w+|disease|syndrome|medicine|drug|tablets?|pills?|doctor|patient|inherited|hereditary|safe to take|s[ií]ntomas?|efectos|tratamiento|medicamento|enfermedad)\b/i;

/** Endings of medicines' names, for those nobody knows. */
const MEDICINE_ENDING =
  /(?:ine|in|ol|ole|ide|ane|one|ate|ast|mab|nib|ril|vir|stat|sone|pam|oxin|vane|vock|arin|prost|tide)$/;
const SHORTEST_MEDICINE = 8;
/** Endings of illnesses' names. */
const ILLNESS_ENDING = /(?:itis|osis|emia|aemia|oma|pathy|algia|plegia|rrhea|ectomy|phobia)s?$/;
/** A word this usual in health passages (log odds of its rarity), and no clear chatter, belongs to health. */
const USUAL = 5;
const NO_CHATTER = -1.2;

function isAboutHealth(query: Query, { words, medicines, synonyms }: Resources): boolean {
  if (HEALTH_PHRASE.test(query.meaning)) return true;
  return surfaceWords(query.meaning).some((word) => {
    const term = termOf(word);
    if (term === "") return false;
    if (medicines.has(word) || synonyms.find([word]).length > 0) return true;
    const known = words[term];
    if (ILLNESS_ENDING.test(word)) return true;
    if (!known) return word.length >= SHORTEST_MEDICINE && MEDICINE_ENDING.test(word);
    return known[0] >= HEALTH_WORD || (known[1] <= USUAL && known[0] >= NO_CHATTER);
  });
}

/**
 * @param index what to search; its manifest's calibration sets the threshold
 * @param embedder the one the index was made with
 * @param resources the shipped tables, or others in tests
 */
export function createRetriever(
  index: SearchIndex,
  embedder: QueryEmbedder,
  resources: Resources = shippedResources(),
): MeasurableRetriever {
  const ranker = createRanker(index, embedder, resources);
  const threshold = index.manifest.calibration[THRESHOLD] ?? 0;

  /** What readers would prefer among passages that fit about equally. */
  const preferred = ({ id, score, features }: Ranked, language: string): Ranked => {
    const chunk = index.chunks.get(id);
    const overdue = chunk && index.documents.get(chunk.documentId)?.overdue;
    const own = chunk?.language.slice(0, 2) === language.slice(0, 2);
    return { id, features, score: score + (own ? OWN_LANGUAGE : 0) - (overdue ? OVERDUE : 0) };
  };

  async function search(question: string, options: RetrieveOptions, depth: number) {
    const context = completeFromHistory(
      question,
      options.history ?? [],
      resources,
      (term) => index.documentFrequency(term) > 0,
    );
    const query = ranker.read(question, context, options.language);
    const isEmpty = [...query.readings.values()].every(({ terms }) => terms.size === 0);
    if (isEmpty) return { query, context, ranked: [], odds: Number.NEGATIVE_INFINITY, isEmpty };
    // A passage that the reader can read may stand far down before it is preferred.
    const deep = query.language.startsWith("en") ? depth : DEEPER * depth;
    const ranked = (await ranker.rank(query, deep))
      .map((candidate) => preferred(candidate, query.language))
      .sort((a, b) => b.score - a.score);
    const odds = oddsOf(ranker.evidence(query, ranked), resources.evidence) - threshold;
    return { query, context, ranked, odds, isEmpty };
  }

  const confidenceOf = (odds: number) => 1 / (1 + Math.exp(-odds));

  return {
    async rank(question, options = {}) {
      const { ranked, odds } = await search(question, options, options.limit ?? DEFAULT_LIMIT);
      return {
        ranking: ranked.map(({ id, score }) => ({ id, score })),
        answerable: odds >= 0 && ranked.length > 0,
        confidence: confidenceOf(odds),
      };
    },

    async retrieve(question, options = {}) {
      const limit = options.limit ?? DEFAULT_LIMIT;
      const { query, context, ranked, odds, isEmpty } = await search(
        question,
        options,
        limit * SPARE,
      );
      const { language } = query;
      const searched = context ? `${query.text} (${context})` : query.text;
      const outOfScope = !isAboutHealth(query, resources);
      if (ranked.length === 0)
        return {
          passages: [],
          answerable: false,
          confidence: 0,
          query: searched,
          language,
          reason: isEmpty ? "empty" : "none",
          outOfScope,
        };
      const confidence = confidenceOf(odds);
      const answerable = odds >= 0;
      return {
        passages: choosePassages(ranked, index, ranker.terms, limit, confidence),
        answerable,
        confidence,
        query: searched,
        language,
        reason: answerable ? "ok" : "weak",
        outOfScope: !answerable && outOfScope,
      };
    },
  };
}
