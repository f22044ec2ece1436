/** A question and its conversation enter; the passages that may answer it leave, best first, with whether they do. */

import type { Passage } from "@/lib/content";
import type { Turn } from "@/lib/guard/decision";
import { lexicalTerms } from "@/lib/search-index/lexical";
import type { Embedder, Scored, SearchIndex } from "@/lib/search-index/search-index";

/** How many passages a retriever gives unless told. Safe 3 to 20. */
const DEFAULT_LIMIT = 6;
/** Candidates taken from each of the two searches. Safe 30 to 300. */
const CANDIDATES = 100;
/** The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009). Safe 20 to 100. */
const FUSION = 60;

export interface Retrieved {
  /** Best first; near-duplicates removed. */
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

export interface Retriever {
  /** Never throws for what a person may type; an empty question gives `reason: "empty"`. */
  retrieve(question: string, options?: RetrieveOptions): Promise<Retrieved>;
}

/**
 * @param index what to search
 * @param embedder the one the index was made with
 */
export function createRetriever(index: SearchIndex, embedder: Embedder): Retriever {
  return {
    async retrieve(question, options = {}) {
      const language = options.language ?? "en";
      const terms = new Map<string, number>();
      for (const term of lexicalTerms(question, language))
        terms.set(term, (terms.get(term) ?? 0) + 1);
      for (const [term, count] of terms) terms.set(term, 1 + Math.log(count));
      const nothing = { passages: [], answerable: false, confidence: 0, query: question, language };
      if (terms.size === 0) return { ...nothing, reason: "empty", outOfScope: true };

      const lexical = index.matching(terms, CANDIDATES);
      const dense = await index.nearest(await embedder.embedQuery(question), CANDIDATES);
      const fused = new Map<string, number>();
      for (const list of [lexical, dense] as readonly (readonly Scored[])[])
        list.forEach(({ id }, rank) => {
          fused.set(id, (fused.get(id) ?? 0) + 1 / (FUSION + rank + 1));
        });
      const passages: Passage[] = [];
      for (const [id, score] of [...fused].sort((a, b) => b[1] - a[1])) {
        const chunk = index.chunks.get(id);
        const document = chunk && index.documents.get(chunk.documentId);
        if (!chunk || !document) continue;
        passages.push({ chunk, document, score: score * (FUSION / 2), scores: { fused: score } });
        if (passages.length >= (options.limit ?? DEFAULT_LIMIT)) break;
      }
      const known = [...terms.keys()].filter((term) => index.documentFrequency(term) > 0);
      const confidence = known.length / terms.size;
      const answerable = passages.length > 0 && confidence >= 0.5;
      return {
        ...nothing,
        passages,
        answerable,
        confidence,
        reason: answerable ? "ok" : passages.length === 0 ? "none" : "weak",
        outOfScope: known.length === 0,
      };
    },
  };
}
