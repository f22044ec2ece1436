/** Words and their counts enter; a numbering of rows leaves: one for each known word, then one for each bucket of pieces. */

import { hashPieces, MOST_PIECES } from "@/lib/search-index/embeddings/tokenise";
import type { Bags } from "./model";
import type { Random } from "./random";

/** Which words have rows of their own, and the rows of the pieces that stand in for all others. */
export class Vocabulary {
  readonly rowOf = new Map<string, number>();
  readonly #pieceRows = new Map<string, Int32Array>();
  readonly #scratch = new Int32Array(MOST_PIECES);

  constructor(
    readonly words: readonly string[],
    readonly buckets: number,
  ) {
    words.forEach((word, row) => {
      this.rowOf.set(word, row);
    });
  }

  get rows(): number {
    return this.words.length + this.buckets;
  }

  /** The rows of a word's pieces, known word or not. */
  pieceRows(word: string): Int32Array {
    let held = this.#pieceRows.get(word);
    if (held === undefined) {
      const count = hashPieces(word, this.buckets, this.#scratch);
      held = this.#scratch.slice(0, count).map((bucket) => this.words.length + bucket);
      this.#pieceRows.set(word, held);
    }
    return held;
  }

  /**
   * Bags of rows for several texts, every word counted each time it occurs.
   * @param spelled how often a known word is spelled out in pieces instead, so that the pieces learn too (0 to 1)
   * @param dropped how often a word after the first is left out, so that no one word is relied on (0 to 1)
   */
  bags(
    texts: readonly (readonly string[])[],
    spelled: number,
    dropped: number,
    random: Random,
  ): Bags {
    const rows: number[] = [];
    const shares: number[] = [];
    const starts = new Int32Array(texts.length + 1);
    texts.forEach((words, index) => {
      words.forEach((word, position) => {
        if (dropped > 0 && position > 0 && random.chance(dropped)) return;
        const row = this.rowOf.get(word);
        if (row !== undefined && !(spelled > 0 && random.chance(spelled))) {
          rows.push(row);
          shares.push(1);
          return;
        }
        const pieces = this.pieceRows(word);
        for (const piece of pieces) {
          rows.push(piece);
          shares.push(1 / pieces.length);
        }
      });
      starts[index + 1] = rows.length;
    });
    return { rows: Int32Array.from(rows), shares: Float32Array.from(shares), starts };
  }
}

/** Counts words over many texts. */
export function countWordsIn(texts: Iterable<readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const PLAIN_WORD = /^[a-z0-9]{1,24}$/;

/**
 * Chooses the words that get rows.
 * @param counts how often each word occurs in the training texts
 * @param names words of drug, disease and domain names, kept however rare
 * @param general words of general English, most frequent first, to fill up with
 * @param limit most words to keep
 * @param fewest occurrences a word needs that is not in a name
 */
export function chooseWords(
  counts: Map<string, number>,
  names: Set<string>,
  general: readonly string[],
  limit: number,
  fewest: number,
): string[] {
  const chosen = new Set(
    [...counts]
      .filter(([word, count]) => (count >= fewest || names.has(word)) && PLAIN_WORD.test(word))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([word]) => word)
      .slice(0, limit),
  );
  for (const word of names) if (chosen.size < limit && PLAIN_WORD.test(word)) chosen.add(word);
  for (const word of general) {
    if (chosen.size >= limit) break;
    if (/^[a-z]{2,24}$/.test(word)) chosen.add(word);
  }
  return [...chosen];
}
