/** An index and its embedder enter; a ranker leaves, which finds candidates by words and by meaning and orders them by learned weights. */

import { log } from "@/lib/log";
import type { Embedder, Scored } from "@/lib/search-index/search-index";
import { ENGLISH_STOP_WORDS } from "@/lib/search-index/stop-words";
import { type Evidence, evidenceOf } from "./evidence";
import {
  FEATURES,
  type Features,
  type PreparedConcepts,
  passageFeatures,
  prepareConcepts,
} from "./features";
import { meanMatch } from "./heading-match";
import type { Embed } from "./heading-vectors";
import { Headings } from "./headings";
import type { ContentIndex } from "./memory-index";
import { PassageKinds } from "./passage-kinds";
import { PassageTermStore } from "./passage-terms";
import { type Query, type Reader, readQuery } from "./query";
import { isKnownWord, type Resources } from "./resources";
import { Speller } from "./spelling";

/** Candidates from each search when a few passages are wanted. Safe 30 to 150. */
const CANDIDATES = 50;

/** How common chatter counts for spelling. */
const COMMON = 10_000;
/** Sections looked at for the wording of their heading alone. Safe 3 to 20. */
const ALIKE = 8;
/** Candidates that get the dearer features when a few passages are wanted. Safe 40 to 150. */
const COMPARED = 64;

/** Of them, those whose headings and first sentences are embedded: 20 microseconds each. Safe 12 to 64. */
const CLOSE = 20;

/** A candidate in order. */
export interface Ranked {
  readonly id: string;
  /** The weighted sum of the features: comparable within one question only. */
  readonly score: number;
  readonly features: Features;
}

export interface Ranker {
  read(question: string, context: string, language?: string): Query;
  /** The `limit` best passages. */
  rank(query: Query, limit: number): Promise<Ranked[]>;
  /** What the best passages show for being an answer. */
  evidence(query: Query, ranked: readonly Ranked[]): Evidence;
  readonly terms: PassageTermStore;
  readonly reader: Reader;
}

const weightedSum = (features: Features, weights: Resources["weights"]) =>
  FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0);

/** One that can embed at once lets headings be compared by meaning too. */
export type QueryEmbedder = Pick<Embedder, "embedQuery"> & { readonly embed?: Embed };

/**
 * @param index what to search
 * @param embedder the one the index was made with
 * @param resources the shipped ones, or others in tests and training
 */
export function createRanker(
  index: ContentIndex,
  embedder: QueryEmbedder,
  resources: Resources,
): Ranker {
  const terms = new PassageTermStore(index.chunks.values(), index.documents);
  const kinds = new PassageKinds(resources.kinds, terms);
  const embed = embedder.embed && ((text: string) => embedder.embed?.(text) ?? new Float32Array());
  const headings = new Headings(index.chunks, index.documents, embed);
  // A name is worth mending towards only when the index speaks of what it names.
  const isIndexed = (names: readonly string[]) =>
    names.some((term) => index.documentFrequency(term) > 0);
  const names = new Map(resources.synonyms.singleWords(isIndexed).map((name) => [name, 0]));
  // Chatter is misspelt too, and must not be mended into a topic.
  const chatter = [...ENGLISH_STOP_WORDS].map((word) => [word, COMMON] as const);
  const isKnown = (word: string) => isKnownWord(word, resources);
  const reader: Reader = {
    index,
    resources,
    speller: new Speller(new Map([...names, ...terms.words, ...chatter]), isKnown),
    hasSpanish: [...index.chunks.values()].some(({ language }) => language.startsWith("es")),
  };

  async function searched(text: string, limit: number): Promise<readonly Scored[]> {
    if (!text) return [];
    const vector = await embedder.embedQuery(text).catch((err: unknown) => {
      // A server that embeds may be away; words alone still find most passages.
      log.warn({ err }, "the question could not be embedded; searching by words alone");
      return [];
    });
    // A text without a known word has no direction.
    return vector.some((value) => value !== 0) ? index.nearest(vector, limit) : [];
  }

  const preparedOf = (query: Query) => {
    const prepared = new Map<string, PreparedConcepts>();
    for (const [language, { concepts, pairs }] of query.readings)
      prepared.set(language, prepareConcepts(concepts, pairs, terms));
    const english = prepared.get("en") as PreparedConcepts;
    return (id: string) =>
      prepared.get(index.chunks.get(id)?.language.slice(0, 2) ?? "en") ?? english;
  };

  return {
    terms,
    reader,
    evidence: (query, ranked) =>
      evidenceOf(ranked, preparedOf(query), terms, (id) => headings.isQuestion(id)),
    read: (question, context, language) => readQuery(question, context, language, reader),
    async rank(query, limit) {
      const wanted = Math.max(CANDIDATES, limit);
      const byWords = [...query.readings.values()].flatMap((reading) => {
        const hits = index.matching(reading.terms, wanted);
        const most = hits[0]?.score ?? 1;
        return hits.map(({ id, score }) => ({ id, score: score / most }));
      });
      const byMeaning = await searched(query.meaning, wanted);
      const byGist = query.gist ? await searched(query.gist, wanted) : byMeaning;
      const words = best(byWords);
      const meaning = best(byMeaning);
      const gist = best(byGist);
      // A passage outside a list is at most as near as the last one in it.
      const meaningFloor = byMeaning.at(-1)?.score ?? 0;
      const gistFloor = byGist.at(-1)?.score ?? 0;

      const prepared = preparedOf(query);
      const question = headings.prepare(query);
      const { weights } = resources;
      const alike = headings.alike(question, ALIKE);
      const found = [...new Set([...words.keys(), ...meaning.keys(), ...gist.keys(), ...alike])];
      const isAlike = new Set(alike);
      const candidates = found
        .map((id) => {
          const searched = {
            words: words.get(id) ?? 0,
            meaning: meaning.get(id) ?? meaningFloor,
            gist: gist.get(id) ?? gistFloor,
          };
          // Words stand for what covering them will add.
          const first =
            (weights.words + weights.covered) * searched.words +
            weights.meaning * searched.meaning +
            weights.gist * searched.gist;
          return { id, searched, first };
        })
        .sort((a, b) => b.first - a.first)
        .filter(({ id }, place) => place < Math.max(COMPARED, 2 * limit) || isAlike.has(id));
      const compared = (some: typeof candidates, isClose: boolean): Ranked[] => {
        const above = some.map(({ id, searched }) =>
          headings.compare(id, question, searched.meaning, isClose),
        );
        const without = meanMatch(above);
        return some.map(({ id, searched }, i) => {
          const match = above[i] ?? without;
          const features = passageFeatures(
            id,
            searched,
            prepared(id),
            query.kinds,
            match,
            kinds,
            terms,
          );
          return { id, features, score: weightedSum(features, weights) };
        });
      };
      const ranked = compared(candidates, false).sort((a, b) => b.score - a.score);
      const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
      const close = ranked.slice(0, CLOSE).flatMap(({ id }) => byId.get(id) ?? []);
      const nearest = compared(close, true).sort((a, b) => b.score - a.score);
      // The others keep their order, below.
      const others = ranked.slice(CLOSE);
      const shift = Math.max(0, (others[0]?.score ?? 0) - (nearest.at(-1)?.score ?? 0));
      return [
        ...nearest,
        ...others.map((other) => ({ ...other, score: other.score - shift })),
      ].slice(0, limit);
    },
  };
}

function best(hits: readonly Scored[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { id, score } of hits) scores.set(id, Math.max(score, scores.get(id) ?? -1));
  return scores;
}
