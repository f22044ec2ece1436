/** Examples go in; a fold for each comes out, near-pairs and tellings of one story always in the same. */
import type { Example } from "./examples";
import { place } from "./examples";

/** Folds of the cross-check; safe 4 to 10. */
export const FOLDS = 5;
/** Words in a shingle; safe 3 to 5. */
const SHINGLE = 4;
/** Share of the smaller text's shingles in common that makes two texts near; safe 0.25 to 0.5. */
const NEAR = 0.34;
/** A shingle in more texts than this is a habit of speech; safe 20 to 100. */
const COMMON = 40;

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length <= SHINGLE + 1) return new Set([words.join(" ")]);
  return new Set(
    words
      .slice(0, words.length - SHINGLE + 1)
      .map((_, at) => words.slice(at, at + SHINGLE).join(" ")),
  );
}

/**
 * Deals examples into folds.
 *
 * @param examples in the order written
 * @returns one fold an example, 0 to FOLDS - 1; how many groups there were and the largest
 */
export function foldsOf(examples: readonly Example[]): {
  folds: number[];
  groups: number;
  largest: number;
} {
  const parent = examples.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  const shingles = examples.map(({ q }) => shinglesOf(q));
  const where = new Map<string, number[]>();
  for (const [index, set] of shingles.entries())
    for (const shingle of set) {
      const list = where.get(shingle);
      if (list) list.push(index);
      else where.set(shingle, [index]);
    }
  for (const [index, set] of shingles.entries()) {
    const shared = new Map<number, number>();
    for (const shingle of set) {
      const list = where.get(shingle) ?? [];
      if (list.length > COMMON) continue;
      for (const other of list) if (other < index) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared)
      if (count / Math.min(set.size, (shingles[other] as Set<string>).size) >= NEAR)
        parent[root(index)] = root(other);
  }
  const sizes = new Map<number, number>();
  const folds = examples.map((_, index) => {
    const group = root(index);
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
    return Math.floor(place(`fold ${(examples[group] as Example).q}`) * FOLDS);
  });
  return { folds, groups: sizes.size, largest: Math.max(...sizes.values()) };
}
