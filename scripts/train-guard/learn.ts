/** Vectors and labels go in; weights come out, the same for the same order of the same examples. */
import { CLASSES } from "@/lib/guard/classify/classes";
import { type KnownCues, knownCues } from "@/lib/guard/classify/known-cues";
import { forward, type Network, type Vector } from "@/lib/guard/classify/network";
import { type Reading, vectorOf } from "@/lib/guard/classify/vector";

export interface Lesson {
  readonly reading: Reading;
  readonly label: number;
  readonly weight: number;
}

interface Exercise extends Omit<Lesson, "reading"> {
  readonly vector: Vector;
}

export interface Settings {
  /** Lessons that must show a cue for it to have weights: rarer ones are noise; safe 4 to 20. */
  readonly leastSeen: number;
  /** Passes over the examples; safe 6 to 30. */
  readonly epochs: number;
  /** First step of AdaGrad for the cues; safe 0.03 to 0.2. */
  readonly step: number;
  /** The same for the layer over the embedding; safe 0.003 to 0.05. */
  readonly denseStep: number;
  /** Pull of every weight towards 0; safe 1e-6 to 1e-4. */
  readonly decay: number;
  /** How much less an example counts that is already right (focal loss, Lin et al. 2017); safe 0 to 2. */
  readonly focus: number;
  /** Hidden units over the embedding; 0 for none; safe 0 to 96. */
  readonly hidden: number;
  /** Share of hidden units left out at each step (Srivastava et al. 2014); safe 0 to 0.5. */
  readonly dropout: number;
  /** Share of an example's cues left out at each step; safe 0 to 0.4. */
  readonly blanks: number;
  /** Networks averaged, each from another seed; safe 1 to 5. */
  readonly bags: number;
  readonly seed: number;
}

/** mulberry32: small, seeded, good enough to shuffle. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** Puts a list in a seeded order, in place. */
export function shuffle<T>(list: T[], random: () => number): T[] {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}

/** The cues that enough lessons show. */
function cuesSeen(lessons: readonly Lesson[], least: number): KnownCues {
  const seen = new Map<number, number>();
  for (const { reading } of lessons)
    for (const key of reading.keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  const keys = [...seen].filter(([, times]) => times >= least).map(([key]) => key);
  return knownCues(Uint32Array.from(keys).sort());
}

/**
 * Trains a network by AdaGrad (Duchi et al. 2011), one example at a time.
 *
 * @param exercises vectors with their class
 * @param rows how many cues have weights
 * @param dense how many numbers the embedding part has; 0 for none
 */
function train(
  exercises: readonly Exercise[],
  rows: number,
  dense: number,
  settings: Settings,
): Network {
  const { epochs, step, denseStep, decay, focus, dropout, blanks } = settings;
  const hidden = dense > 0 ? settings.hidden : 0;
  const random = generator(settings.seed);
  const K = CLASSES.length;
  const table = new Float32Array(rows * K);
  const tableSquares = new Float32Array(rows * K).fill(1e-4);
  const bias = new Float32Array(K);
  const inner = Float32Array.from({ length: hidden * dense }, () => (random() - 0.5) * 0.6);
  const innerSquares = new Float32Array(hidden * dense).fill(1e-3);
  const innerBias = new Float32Array(hidden);
  const outer = Float32Array.from({ length: K * hidden }, () => (random() - 0.5) * 0.2);
  const outerSquares = new Float32Array(K * hidden).fill(1e-3);
  const network: Network = { table, bias, dense, hidden, inner, innerBias, outer };
  const order = exercises.map((_, index) => index);
  const errors = new Float32Array(K);
  const back = new Float32Array(hidden);
  const mask = new Float32Array(hidden).fill(1);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    // The step falls to a quarter, so that the last examples seen do not decide.
    const now = 1 - (0.75 * epoch) / Math.max(1, epochs - 1);
    for (const index of order) {
      const { vector, label, weight } = exercises[index] as Exercise;
      let { rows: at, value } = vector;
      if (blanks > 0) {
        const keep: number[] = [];
        for (let each = 0; each < at.length; each += 1) if (random() >= blanks) keep.push(each);
        at = Uint32Array.from(keep, (each) => vector.rows[each] as number);
        value = Float32Array.from(keep, (each) => (vector.value[each] as number) / (1 - blanks));
      }
      if (dropout > 0)
        for (let unit = 0; unit < hidden; unit += 1)
          mask[unit] = random() < dropout ? 0 : 1 / (1 - dropout);
      const { chances, units } = forward(network, { rows: at, value, dense: vector.dense }, mask);
      const right = chances[label] as number;
      const emphasis = weight * (focus > 0 ? (1 - right) ** focus + 0.05 : 1);
      let largest = 0;
      for (let k = 0; k < K; k += 1) {
        const error = emphasis * ((chances[k] as number) - (k === label ? 1 : 0));
        errors[k] = error;
        largest = Math.max(largest, Math.abs(error));
        bias[k] = (bias[k] as number) - 0.02 * now * error;
      }
      if (largest < 1e-3) continue;
      for (let each = 0; each < at.length; each += 1) {
        const start = (at[each] as number) * K;
        const size = value[each] as number;
        for (let k = 0; k < K; k += 1) {
          const cell = start + k;
          const pull = (errors[k] as number) * size + decay * (table[cell] as number);
          const square = (tableSquares[cell] as number) + pull * pull;
          tableSquares[cell] = square;
          table[cell] = (table[cell] as number) - (step * now * pull) / Math.sqrt(square);
        }
      }
      if (hidden === 0) continue;
      back.fill(0);
      for (let k = 0; k < K; k += 1)
        for (let unit = 0; unit < hidden; unit += 1) {
          const cell = k * hidden + unit;
          back[unit] = (back[unit] as number) + (errors[k] as number) * (outer[cell] as number);
          const pull =
            (errors[k] as number) * (units[unit] as number) + decay * (outer[cell] as number);
          const square = (outerSquares[cell] as number) + pull * pull;
          outerSquares[cell] = square;
          outer[cell] = (outer[cell] as number) - (denseStep * now * pull) / Math.sqrt(square);
        }
      for (let unit = 0; unit < hidden; unit += 1) {
        if ((units[unit] as number) <= 0) continue;
        const slope = (back[unit] as number) * (mask[unit] as number);
        if (Math.abs(slope) < 1e-6) continue;
        innerBias[unit] = (innerBias[unit] as number) - 0.01 * now * slope;
        const start = unit * dense;
        for (let each = 0; each < dense; each += 1) {
          const cell = start + each;
          const pull = slope * (vector.dense[each] as number) + decay * (inner[cell] as number);
          const square = (innerSquares[cell] as number) + pull * pull;
          innerSquares[cell] = square;
          inner[cell] = (inner[cell] as number) - (denseStep * now * pull) / Math.sqrt(square);
        }
      }
    }
  }
  return network;
}

/** The average of several networks as one: tables added up, hidden layers side by side. */
function bagged(
  exercises: readonly Exercise[],
  rows: number,
  dense: number,
  settings: Settings,
): Network {
  const { bags } = settings;
  const networks = Array.from({ length: bags }, (_, bag) =>
    train(exercises, rows, dense, { ...settings, seed: settings.seed + bag }),
  );
  const first = networks[0] as Network;
  if (bags === 1) return first;
  const mean = (of: (network: Network) => Float32Array) =>
    of(first).map(
      (_, at) => networks.reduce((sum, each) => sum + (of(each)[at] as number), 0) / bags,
    );
  const beside = (of: (network: Network) => Float32Array) =>
    Float32Array.from(networks.flatMap((each) => Array.from(of(each))));
  const hidden = first.hidden * bags;
  const outer = new Float32Array(CLASSES.length * hidden);
  for (const [bag, each] of networks.entries())
    for (let k = 0; k < CLASSES.length; k += 1)
      for (let unit = 0; unit < each.hidden; unit += 1)
        outer[k * hidden + bag * each.hidden + unit] =
          (each.outer[k * each.hidden + unit] as number) / bags;
  return {
    table: mean((each) => each.table),
    bias: mean((each) => each.bias),
    dense: first.dense,
    hidden,
    inner: beside((each) => each.inner),
    innerBias: beside((each) => each.innerBias),
    outer,
  };
}

/**
 * Learns which cues count, and for what.
 *
 * @param dense how many numbers the embedding part has; 0 for none
 * @returns the cues that have weights, and the network that reads them
 */
export function learn(
  lessons: readonly Lesson[],
  dense: number,
  settings: Settings,
): { cues: KnownCues; network: Network } {
  const cues = cuesSeen(lessons, settings.leastSeen);
  const exercises = lessons.map(({ reading, ...lesson }) => ({
    ...lesson,
    vector: vectorOf(reading, cues),
  }));
  return { cues, network: bagged(exercises, cues.keys.length, dense, settings) };
}
