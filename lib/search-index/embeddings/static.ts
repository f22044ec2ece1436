/** A text enters; a unit vector leaves, by adding up learned word vectors: no network, no key, microseconds. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Embeddings } from "@langchain/core/embeddings";
import { translateTerms } from "./spanish";
import { hashPieces, MOST_PIECES, tokenise } from "./tokenise";
import { decodeWeights, type Weights, WeightsError } from "./weights";

/** Where the shipped weights lie, from the repository root. */
export const WEIGHTS_FILE = "models/pamphlet-static-v1.bin";

/** Squared length below which a sum of word vectors carries no direction. */
const NO_DIRECTION = 1e-24;

/**
 * The shipped embedding model: a word or, for an unknown word, the mean of its hashed pieces is looked up,
 * everything is added, and the sum is scaled to length 1. How important a word is lies in the length of its row.
 */
export class StaticEmbeddings extends Embeddings {
  readonly name: string;
  readonly dimensions: number;
  readonly fingerprint: string;
  readonly #rowOf: Map<string, number>;
  readonly #weights: Weights;
  readonly #pieces = new Int32Array(MOST_PIECES);

  constructor(weights: Weights) {
    super({});
    this.name = weights.name;
    this.dimensions = weights.dimensions;
    this.fingerprint = weights.fingerprint;
    this.#weights = weights;
    this.#rowOf = new Map();
    for (let row = 0; row < weights.words.length; row++)
      this.#rowOf.set(weights.words[row] as string, row);
  }

  /**
   * Embeds one text, question or passage; Spanish is first put into English word by word.
   * @param text any text
   * @returns `dimensions` numbers of length 1, so that a dot product is a cosine; all zeros when the text
   *   holds no letter and no digit
   */
  embed(text: string): Float32Array {
    const sum = new Float32Array(this.dimensions);
    for (const word of tokenise(translateTerms(text))) {
      const row = this.#rowOf.get(word);
      if (row === undefined) this.#addPieces(sum, word);
      else this.#addRow(sum, row, 1);
    }
    let squared = 0;
    for (let k = 0; k < sum.length; k++) squared += (sum[k] as number) ** 2;
    if (squared < NO_DIRECTION) return sum.fill(0);
    const scale = 1 / Math.sqrt(squared);
    for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) * scale;
    return sum;
  }

  /** @returns whether the model has its own row for the word, in the form `tokenise` gives it */
  knows(word: string): boolean {
    return this.#rowOf.has(word);
  }

  override async embedQuery(text: string): Promise<number[]> {
    return Array.from(this.embed(text));
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => Array.from(this.embed(text)));
  }

  #addPieces(sum: Float32Array, word: string): void {
    const { buckets, words } = this.#weights;
    if (buckets === 0) return;
    const count = hashPieces(word, buckets, this.#pieces);
    for (let i = 0; i < count; i++)
      this.#addRow(sum, words.length + (this.#pieces[i] as number), 1 / count);
  }

  #addRow(sum: Float32Array, row: number, share: number): void {
    const { rows, scales } = this.#weights;
    const scale = (scales[row] as number) * share;
    const start = row * sum.length;
    const fours = sum.length - (sum.length % 4);
    let k = 0;
    // Four at a time takes half as long, and this is most of the work of embedding.
    for (; k < fours; k += 4) {
      sum[k] = (sum[k] as number) + scale * (rows[start + k] as number);
      sum[k + 1] = (sum[k + 1] as number) + scale * (rows[start + k + 1] as number);
      sum[k + 2] = (sum[k + 2] as number) + scale * (rows[start + k + 2] as number);
      sum[k + 3] = (sum[k + 3] as number) + scale * (rows[start + k + 3] as number);
    }
    for (; k < sum.length; k++) sum[k] = (sum[k] as number) + scale * (rows[start + k] as number);
  }
}

/**
 * Reads the shipped weights once; keep the result for the life of the process.
 * @param root the repository's (or the deployed bundle's) root folder, e.g. `process.cwd()`
 * @param file the weights file, from that root
 * @throws WeightsError when the file is missing, truncated or foreign
 */
export function loadStaticEmbeddings(root: string, file: string = WEIGHTS_FILE): StaticEmbeddings {
  const path = join(/* turbopackIgnore: true */ root, file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(/* turbopackIgnore: true */ path);
  } catch (cause) {
    throw new WeightsError(path, "could not be read", { cause });
  }
  return new StaticEmbeddings(decodeWeights(bytes, path));
}
