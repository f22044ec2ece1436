/** Bags of rows enter; unit vectors leave, and gradients flow back into the rows: a pooled lookup table and its optimiser. */

import type { Random } from "./random";

/** Adam's usual constants (Kingma and Ba 2015). */
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Several texts, each a weighted bag of rows, one after the other. */
export interface Bags {
  rows: Int32Array;
  shares: Float32Array;
  /** Text i owns the entries from starts[i] to starts[i + 1]. */
  starts: Int32Array;
}

/** Texts pooled by the model: unit vectors, and the lengths they had. */
export interface Pooled {
  unit: Float32Array;
  lengths: Float32Array;
}

/** A table of vectors and a learned importance for each row; a text is the importance-weighted sum of its rows. */
export class LookupModel {
  readonly vectors: Float32Array;
  /** Natural logarithm of each row's importance. */
  readonly importance: Float32Array;
  readonly #gradient: Float32Array;
  readonly #importanceGradient: Float32Array;
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  readonly #importanceFirst: Float32Array;
  readonly #importanceSecond: Float32Array;
  readonly #isTouched: Uint8Array;
  readonly #touched: number[] = [];
  #step = 0;

  constructor(
    readonly count: number,
    readonly dimensions: number,
  ) {
    const size = count * dimensions;
    this.vectors = new Float32Array(size);
    this.importance = new Float32Array(count);
    this.#gradient = new Float32Array(size);
    this.#first = new Float32Array(size);
    this.#second = new Float32Array(size);
    this.#importanceGradient = new Float32Array(count);
    this.#importanceFirst = new Float32Array(count);
    this.#importanceSecond = new Float32Array(count);
    this.#isTouched = new Uint8Array(count);
  }

  /** Fills every vector with small noise; real starting values are written over it. */
  fillWithNoise(size: number, random: Random): void {
    for (let i = 0; i < this.vectors.length; i++) this.vectors[i] = (random.next() * 2 - 1) * size;
  }

  pool(bags: Bags): Pooled {
    const { dimensions, vectors, importance } = this;
    const texts = bags.starts.length - 1;
    const unit = new Float32Array(texts * dimensions);
    const lengths = new Float32Array(texts);
    const sum = new Float64Array(dimensions);
    for (let text = 0; text < texts; text++) {
      sum.fill(0);
      const end = bags.starts[text + 1] as number;
      for (let entry = bags.starts[text] as number; entry < end; entry++) {
        const row = bags.rows[entry] as number;
        const share = (bags.shares[entry] as number) * Math.exp(importance[row] as number);
        const start = row * dimensions;
        for (let k = 0; k < dimensions; k++)
          sum[k] = (sum[k] as number) + share * (vectors[start + k] as number);
      }
      let squared = 0;
      for (let k = 0; k < dimensions; k++) squared += (sum[k] as number) ** 2;
      const length = Math.sqrt(squared) + 1e-9;
      lengths[text] = length;
      for (let k = 0; k < dimensions; k++)
        unit[text * dimensions + k] = (sum[k] as number) / length;
    }
    return { unit, lengths };
  }

  /** Adds the gradient of a loss with respect to the unit vectors (one row for each text) to the rows that made them. */
  backward(bags: Bags, pooled: Pooled, gradient: Float32Array): void {
    const { dimensions, vectors, importance } = this;
    const texts = bags.starts.length - 1;
    const inner = new Float64Array(dimensions);
    for (let text = 0; text < texts; text++) {
      const at = text * dimensions;
      let along = 0;
      for (let k = 0; k < dimensions; k++)
        along += (gradient[at + k] as number) * (pooled.unit[at + k] as number);
      const length = pooled.lengths[text] as number;
      for (let k = 0; k < dimensions; k++)
        inner[k] =
          ((gradient[at + k] as number) - along * (pooled.unit[at + k] as number)) / length;
      const end = bags.starts[text + 1] as number;
      for (let entry = bags.starts[text] as number; entry < end; entry++) {
        const row = bags.rows[entry] as number;
        const share = (bags.shares[entry] as number) * Math.exp(importance[row] as number);
        const start = row * dimensions;
        if (this.#isTouched[row] === 0) {
          this.#isTouched[row] = 1;
          this.#touched.push(row);
        }
        let onVector = 0;
        for (let k = 0; k < dimensions; k++) {
          const slope = inner[k] as number;
          onVector += slope * (vectors[start + k] as number);
          this.#gradient[start + k] = (this.#gradient[start + k] as number) + share * slope;
        }
        this.#importanceGradient[row] =
          (this.#importanceGradient[row] as number) + share * onVector;
      }
    }
  }

  /** One Adam step on the rows touched since the last one. */
  step(rate: number, importanceRate: number): void {
    this.#step++;
    const correct1 = 1 - BETA1 ** this.#step;
    const correct2 = 1 - BETA2 ** this.#step;
    const vectorRate = (rate * Math.sqrt(correct2)) / correct1;
    const scalarRate = (importanceRate * Math.sqrt(correct2)) / correct1;
    for (const row of this.#touched) {
      this.#isTouched[row] = 0;
      const start = row * this.dimensions;
      adam(
        this.vectors,
        this.#gradient,
        this.#first,
        this.#second,
        start,
        this.dimensions,
        vectorRate,
      );
      adam(
        this.importance,
        this.#importanceGradient,
        this.#importanceFirst,
        this.#importanceSecond,
        row,
        1,
        scalarRate,
      );
    }
    this.#touched.length = 0;
  }
}

/** Updates a run of values in place and clears their gradient. */
function adam(
  values: Float32Array,
  gradient: Float32Array,
  first: Float32Array,
  second: Float32Array,
  start: number,
  count: number,
  rate: number,
): void {
  for (let i = start; i < start + count; i++) {
    const slope = gradient[i] as number;
    const mean = BETA1 * (first[i] as number) + (1 - BETA1) * slope;
    const square = BETA2 * (second[i] as number) + (1 - BETA2) * slope * slope;
    first[i] = mean;
    second[i] = square;
    values[i] = (values[i] as number) - (rate * mean) / (Math.sqrt(square) + EPSILON);
    gradient[i] = 0;
  }
}
