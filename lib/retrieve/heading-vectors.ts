/** Headings and an embedder enter; how near each is in meaning to a question leaves, apart from what all of them share. */

/** Turns a text into a unit vector at once, without a network. */
export type Embed = (text: string) => Float32Array;

/** Vectors remembered; cleared when full. 256 numbers each. Safe 1,000 to 50,000. */
const MOST_VECTORS = 20_000;
/** A shorter rest has no direction. */
const LEAST_LENGTH = 1e-6;
/** Headings that show what an index is all about. Safe 200 to 5,000: each costs 10 microseconds when it is opened. */
const SAMPLED = 1_000;

const dot = (a: Float32Array, b: Float32Array) => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
};

/** Takes out of a vector what all headings have in common; what is left is scaled to length 1. */
function withoutCommon(vector: Float32Array, common: Float32Array): Float32Array {
  const share = dot(vector, common);
  const rest = vector.map((value, k) => value - share * (common[k] as number));
  const length = Math.sqrt(dot(rest, rest));
  return length > LEAST_LENGTH ? rest.map((value) => value / length) : rest.fill(0);
}

/** The direction all headings share, as long as they share it: none in a general library. */
function commonDirection(embed: Embed, headings: readonly string[]): Float32Array | undefined {
  const step = Math.max(1, Math.floor(headings.length / SAMPLED));
  const vectors = headings.filter((_, i) => i % step === 0).map((text) => embed(text));
  const sum = vectors[0]?.map(() => 0);
  if (!sum) return undefined;
  for (const vector of vectors)
    for (let k = 0; k < sum.length; k++)
      sum[k] = (sum[k] as number) + (vector[k] as number) / vectors.length;
  // Taking out its part along the mean, in the measure in which the mean is long.
  const scale = Math.sqrt(Math.sqrt(dot(sum, sum)));
  return scale > LEAST_LENGTH ? sum.map((value) => value / scale) : undefined;
}

export class HeadingVectors {
  readonly #embed: Embed;
  readonly #common: Float32Array | undefined;
  readonly #vectors = new Map<string, Float32Array>();

  constructor(embed: Embed, headings: readonly string[]) {
    this.#embed = embed;
    this.#common = commonDirection(embed, headings);
  }

  /** The vector of a question. */
  of(text: string): Float32Array {
    const vector = this.#embed(text);
    return this.#common ? withoutCommon(vector, this.#common) : vector;
  }

  /**
   * @param vectors a question's, as `of` makes them
   * @param near what a heading must beat to count
   * @returns how much nearer the heading is than that; 0 without a question
   */
  nearness(heading: string, vectors: readonly Float32Array[], near: number): number {
    if (vectors.length === 0) return 0;
    let vector = this.#vectors.get(heading);
    if (!vector) {
      if (this.#vectors.size >= MOST_VECTORS) this.#vectors.clear();
      vector = this.of(heading);
      this.#vectors.set(heading, vector);
    }
    let most = -1;
    for (const asked of vectors) most = Math.max(most, dot(asked, vector));
    return most - near;
  }
}
