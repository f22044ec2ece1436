/** A trained model enters; the table that ships leaves: signed bytes and a scale for each row. */

import type { Weights } from "@/lib/search-index/embeddings/weights";
import type { Learned } from "./learn";

const LARGEST = 127;

/** Folds each row's importance into its scale and rounds its numbers to signed bytes. */
export function quantise(
  { model, vocabulary }: Pick<Learned, "model" | "vocabulary">,
  name: string,
): Omit<Weights, "fingerprint"> {
  const { dimensions, vectors, count } = model;
  const rows = new Int8Array(count * dimensions);
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    const start = row * dimensions;
    let most = 1e-12;
    for (let k = 0; k < dimensions; k++)
      most = Math.max(most, Math.abs(vectors[start + k] as number));
    for (let k = 0; k < dimensions; k++)
      rows[start + k] = Math.round(((vectors[start + k] as number) / most) * LARGEST);
    scales[row] = (most / LARGEST) * Math.exp(model.importance[row] as number);
  }
  return {
    name,
    dimensions,
    words: [...vocabulary.words],
    buckets: vocabulary.buckets,
    rows,
    scales,
  };
}
