/**
 * Retrieved passages and their index in; the same passages with the rest of the best ones' sections out.
 *
 * A section is cut into pieces to be found; to be read it is wanted whole, from its opening on.
 */
import type { Chunk, Passage } from "@/lib/content";
import type { SearchIndex } from "@/lib/search-index/search-index";

/** Sections completed. Safe 1 to 4: the answer is in the first or second. */
const SECTIONS = 3;
/** Pieces on either side of a found one; a long section stays long. Safe 1 to 3. */
const REACH = 2;
/** What a neighbour is worth of the passage it belongs to. Safe 0.5 to 0.95: below what was found. */
const NEIGHBOUR = 0.9;

const samePath = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((heading, at) => heading === b[at]);

/** A retriever may give a passage with its neighbours joined on. */
const isInside = (sibling: Chunk, chunk: Chunk) =>
  sibling.start < chunk.end && sibling.end > chunk.start;

/** @returns best first; every passage given is among them */
export function widen(
  passages: readonly Passage[],
  index: Pick<SearchIndex, "chunksOf">,
): Passage[] {
  const found = new Map(passages.map((passage) => [passage.chunk.id, passage]));
  const sections = new Set<string>();
  for (const { chunk, document, score, scores } of passages) {
    const section = JSON.stringify([document.id, ...chunk.headingPath]);
    if (!sections.has(section) && sections.size >= SECTIONS) continue;
    sections.add(section);
    const siblings = index.chunksOf(document.id);
    const at = siblings.findIndex(({ id }) => id === chunk.id);
    for (const sibling of siblings.slice(Math.max(0, at - REACH), at + REACH + 1))
      if (
        !found.has(sibling.id) &&
        !isInside(sibling, chunk) &&
        samePath(sibling.headingPath, chunk.headingPath)
      )
        found.set(sibling.id, { chunk: sibling, document, score: score * NEIGHBOUR, scores });
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}
