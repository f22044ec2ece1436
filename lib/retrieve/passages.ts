/** Ranked candidates enter; passages leave: near-duplicates dropped, and neighbours joined where the answer runs on. */

import type { Chunk, Passage } from "@/lib/content";
import type { ContentIndex } from "./memory-index";
import type { PassageTermStore } from "./passage-terms";
import type { Ranked } from "./rank";

/** Share of three-term runs in common from which two passages say the same. Safe 0.6 to 0.9. */
const SAME = 0.75;
/** A neighbour this good, against the best passage, belongs to the answer. Safe 0.7 to 0.95. */
const NEIGHBOUR = 0.85;
/** Ranking points by which a passage must be better to be worth e times as much. Safe 2.5 to 10. */
const POINTS = 4;
/** Longest joined passage in characters. Safe 1,500 to 4,000. */
const LONGEST = 2_500;

/** A joined passage whose last sentence is cut off or announces more. */
const RUNS_ON = /(?::|,|;|[\p{L}\p{N}])\s*$/u;

/** Runs of three terms, as one number each. */
function shingles(body: Uint32Array): Set<number> {
  const found = new Set<number>();
  for (let i = 2; i < body.length; i++) {
    const a = body[i - 2] as number;
    const b = body[i - 1] as number;
    const c = body[i] as number;
    found.add(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c);
  }
  return found;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const item of small) if (large.has(item)) both++;
  return both / (a.size + b.size - both);
}

/** Two neighbours of one section as one chunk; null when they do not lie side by side. */
export function joined(first: Chunk, second: Chunk, text: string): Chunk | null {
  const gap = text.slice(first.end, second.start);
  if (second.start < first.start || gap.trim() !== "") return null;
  const whole = text.slice(first.start, second.end);
  if (whole.length > LONGEST) return null;
  const shift = second.start - first.start;
  const moved = second.sentences
    .map((sentence) => ({
      ...sentence,
      start: sentence.start + shift,
      end: sentence.end + shift,
    }))
    // Where chunks overlap, a sentence is kept once.
    .filter(({ start }) => start >= first.end - first.start);
  return {
    ...first,
    text: whole,
    end: second.end,
    sentences: [...first.sentences, ...moved],
    tags: [...new Set([...first.tags, ...second.tags])],
    figures: [
      ...first.figures,
      ...second.figures.filter(({ id }) => !first.figures.some((figure) => figure.id === id)),
    ],
  };
}

const sameSection = (a: Chunk, b: Chunk) =>
  a.documentId === b.documentId && a.headingPath.join("\n") === b.headingPath.join("\n");

/**
 * @param ranked best first, more than are wanted
 * @param confidence the chance that the question is answerable, which the best passage's score is
 */
export function choosePassages(
  ranked: readonly Ranked[],
  index: ContentIndex,
  terms: PassageTermStore,
  limit: number,
  confidence: number,
): Passage[] {
  const top = ranked[0]?.score ?? 0;
  const scoreOf = new Map(ranked.map(({ id, score }) => [id, score]));
  const seen: Set<number>[] = [];
  const used = new Set<string>();
  const passages: Passage[] = [];
  for (const { id, score, features } of ranked) {
    if (passages.length >= limit) break;
    const chunk = index.chunks.get(id);
    const document = chunk && index.documents.get(chunk.documentId);
    if (!chunk || !document || used.has(id)) continue;
    const runs = shingles(terms.of(id)?.body ?? new Uint32Array());
    if (seen.some((other) => overlap(runs, other) >= SAME)) continue;
    seen.push(runs);
    used.add(id);

    let whole = chunk;
    const siblings = index.chunksOf(chunk.documentId);
    const at = siblings.findIndex((sibling) => sibling.id === id);
    const isGood = (sibling: Chunk) => (scoreOf.get(sibling.id) ?? 0) >= NEIGHBOUR * top && top > 0;
    const next = siblings[at + 1];
    if (
      next &&
      !used.has(next.id) &&
      sameSection(chunk, next) &&
      (RUNS_ON.test(chunk.text) || isGood(next))
    ) {
      const longer = joined(whole, next, document.text);
      if (longer) {
        whole = longer;
        used.add(next.id);
      }
    }
    const before = siblings[at - 1];
    if (
      before &&
      !used.has(before.id) &&
      sameSection(before, chunk) &&
      (RUNS_ON.test(before.text) || isGood(before))
    ) {
      const longer = joined(before, whole, document.text);
      if (longer) {
        // The passage keeps the id it was found by.
        whole = { ...longer, id };
        used.add(before.id);
      }
    }
    const share = Math.min(1, Math.exp((score - top) / POINTS));
    passages.push({
      chunk: whole,
      document,
      score: confidence * share,
      scores: { ...features, ranking: score },
    });
  }
  return passages;
}
