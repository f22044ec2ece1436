/** Weights and one message's vector go in; a probability for each class comes out. */
import { CLASSES } from "./classes";

/** What one message looks like to the network. */
export interface Vector {
  /** Rows of the table, one for each known cue, and how much each counts. */
  readonly rows: Uint32Array;
  readonly value: Float32Array;
  /** The embeddings of the whole message and of the part that asks, one after the other; may be empty. */
  readonly dense: Float32Array;
}

/** A line over the cues, plus one hidden layer over the embedding. */
export interface Network {
  /** Row by row, class by class. */
  readonly table: Float32Array;
  readonly bias: Float32Array;
  readonly dense: number;
  readonly hidden: number;
  /** Unit by unit, over the embedding. */
  readonly inner: Float32Array;
  readonly innerBias: Float32Array;
  /** Class by class, over the units. */
  readonly outer: Float32Array;
}

/**
 * @param mask how much each hidden unit counts; left out, every unit counts once
 * @returns probabilities in the order of CLASSES, and the hidden units
 */
export function forward(
  network: Network,
  vector: Vector,
  mask?: Float32Array,
): { chances: Float64Array; units: Float32Array } {
  const { table, bias, dense, hidden, inner, innerBias, outer } = network;
  const scores = Float64Array.from(bias);
  const size = CLASSES.length;
  for (let each = 0; each < vector.rows.length; each += 1) {
    const start = (vector.rows[each] as number) * size;
    const value = vector.value[each] as number;
    for (let k = 0; k < size; k += 1)
      scores[k] = (scores[k] as number) + (table[start + k] as number) * value;
  }
  const units = new Float32Array(hidden);
  for (let unit = 0; unit < hidden; unit += 1) {
    const sum = (innerBias[unit] as number) + product(inner, unit * dense, vector.dense);
    if (sum > 0) units[unit] = sum * (mask ? (mask[unit] as number) : 1);
  }
  for (let k = 0; k < size; k += 1)
    for (let unit = 0; unit < hidden; unit += 1)
      scores[k] =
        (scores[k] as number) + (outer[k * hidden + unit] as number) * (units[unit] as number);
  return { chances: softmax(scores), units };
}

/** A row of a matrix times a vector, in four sums side by side: one waits for its last addition, four do not. */
function product(matrix: Float32Array, start: number, vector: Float32Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = vector.length - (vector.length % 4);
  for (let at = 0; at < whole; at += 4) {
    first += (matrix[start + at] as number) * (vector[at] as number);
    second += (matrix[start + at + 1] as number) * (vector[at + 1] as number);
    third += (matrix[start + at + 2] as number) * (vector[at + 2] as number);
    fourth += (matrix[start + at + 3] as number) * (vector[at + 3] as number);
  }
  for (let at = whole; at < vector.length; at += 1)
    first += (matrix[start + at] as number) * (vector[at] as number);
  return first + second + third + fourth;
}

/** Scores to probabilities, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1)
    sum += scores[at] = Math.exp((scores[at] as number) - top);
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
  return scores;
}
