/** A trained table enters; the rows that training hardly reached leave improved: pieces of words, and words never trained on. */

import { tokenise } from "@/lib/search-index/embeddings/tokenise";
import { DOMAIN } from "./domain";
import { GLOVE_DIMENSIONS, type Glove } from "./glove";
import { misspell } from "./mess";
import type { LookupModel } from "./model";
import type { Random } from "./random";
import type { Vocabulary } from "./vocabulary";

/** Passes over the vocabulary. More changes little after this. Safe 3 to 15. */
const PASSES = 6;
/** Step of the normalised gradient descent: below 1 it cannot overshoot on one word. Safe 0.1 to 0.8. */
const STEP = 0.4;
/** An unknown word is only probably the known one it resembles, so its vector is this much shorter. Safe 0.5 to 1. */
const CERTAIN = 0.6;
/** Share of words shown misspelt, so that a slip lands near the word that was meant. Safe 0.2 to 0.7. */
const MISSPELT = 0.5;
/** A word this frequent in training texts, or of our own field, is fitted several times a pass, for it is misspelt most. */
const FREQUENT = 200;
const TIMES = 3;

/**
 * Fits the rows of the pieces so that the mean of a word's pieces is the word's own vector, also when it is misspelt
 * (after Pinter, Guthrie and Eisenstein 2017, with a sum of pieces in place of a network). Importance moves into the vectors.
 */
export function fitPieces(
  model: LookupModel,
  vocabulary: Vocabulary,
  counts: Map<string, number>,
  random: Random,
): void {
  const { dimensions, vectors, importance } = model;
  for (let row = vocabulary.words.length; row < vocabulary.rows; row++) {
    const weight = Math.exp(importance[row] as number);
    for (let k = 0; k < dimensions; k++)
      vectors[row * dimensions + k] = (vectors[row * dimensions + k] as number) * weight;
    importance[row] = 0;
  }
  const own = new Set(DOMAIN.flatMap(({ names }) => names.flatMap(tokenise)));
  const words = vocabulary.words
    .filter((word) => word.length >= 4)
    .flatMap((word) =>
      Array<string>(own.has(word) || (counts.get(word) ?? 0) >= FREQUENT ? TIMES : 1).fill(word),
    );
  const miss = new Float64Array(dimensions);
  for (let pass = 0; pass < PASSES; pass++) {
    const step = STEP * (1 - pass / PASSES);
    for (const word of random.shuffle([...words])) {
      const row = vocabulary.rowOf.get(word) as number;
      const pieces = vocabulary.pieceRows(random.chance(MISSPELT) ? misspell(word, random) : word);
      const weight = Math.exp(importance[row] as number);
      for (let k = 0; k < dimensions; k++)
        miss[k] = CERTAIN * weight * (vectors[row * dimensions + k] as number);
      for (const piece of pieces)
        for (let k = 0; k < dimensions; k++)
          miss[k] =
            (miss[k] as number) - (vectors[piece * dimensions + k] as number) / pieces.length;
      for (const piece of pieces)
        for (let k = 0; k < dimensions; k++)
          vectors[piece * dimensions + k] =
            (vectors[piece * dimensions + k] as number) + step * (miss[k] as number);
    }
  }
}

/**
 * Gives words that training never saw the vector that a ridge regression from general to trained vectors predicts
 * (the vocabulary expansion of Kiros 2015).
 */
export function predictUnseen(
  model: LookupModel,
  vocabulary: Vocabulary,
  counts: Map<string, number>,
  glove: Glove,
): void {
  const { dimensions, vectors, importance } = model;
  const inputs = GLOVE_DIMENSIONS + 1;
  const seen: { input: Float64Array; row: number }[] = [];
  const unseen: { input: Float64Array; row: number }[] = [];
  vocabulary.words.forEach((word, row) => {
    const vector = glove.vectorOf(word);
    if (!vector) return;
    const input = new Float64Array(inputs).fill(1);
    input.set(vector);
    const count = counts.get(word) ?? 0;
    if (count >= 5) seen.push({ input, row });
    else if (count === 0) unseen.push({ input, row });
  });
  if (unseen.length === 0) return;
  const width = inputs + dimensions;
  const system = new Float64Array(inputs * width);
  for (const { input, row } of seen) {
    const weight = Math.exp(importance[row] as number);
    for (let i = 0; i < inputs; i++) {
      const x = input[i] as number;
      const at = i * width;
      for (let j = 0; j < inputs; j++)
        system[at + j] = (system[at + j] as number) + x * (input[j] as number);
      for (let k = 0; k < dimensions; k++)
        system[at + inputs + k] =
          (system[at + inputs + k] as number) +
          x * weight * (vectors[row * dimensions + k] as number);
    }
  }
  for (let i = 0; i < inputs; i++)
    system[i * width + i] = (system[i * width + i] as number) + RIDGE;
  eliminate(system, inputs, width);
  for (const { input, row } of unseen) {
    for (let k = 0; k < dimensions; k++) {
      let sum = 0;
      for (let i = 0; i < inputs; i++)
        sum += (input[i] as number) * (system[i * width + inputs + k] as number);
      vectors[row * dimensions + k] = sum;
    }
    importance[row] = 0;
  }
}

/** Keeps the regression from chasing noise. Safe 1 to 1,000: the sums have thousands of words in them. */
const RIDGE = 30;

/** Gauss-Jordan elimination in place on a positive definite system; the right-hand sides become the solutions. */
function eliminate(system: Float64Array, size: number, width: number): void {
  for (let pivot = 0; pivot < size; pivot++) {
    const divisor = system[pivot * width + pivot] as number;
    for (let j = pivot; j < width; j++)
      system[pivot * width + j] = (system[pivot * width + j] as number) / divisor;
    for (let i = 0; i < size; i++) {
      const factor = system[i * width + pivot] as number;
      if (i === pivot || factor === 0) continue;
      for (let j = pivot; j < width; j++)
        system[i * width + j] =
          (system[i * width + j] as number) - factor * (system[pivot * width + j] as number);
    }
  }
}
