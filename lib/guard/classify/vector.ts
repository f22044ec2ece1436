/** What the classifier may look at goes in; the vector its network reads comes out. */
import { askingSpans } from "./asking";
import { cuesOf, type Evidence } from "./cues";
import type { KnownCues } from "./known-cues";
import type { Vector } from "./network";

/** Turns a text into a fixed number of numbers. */
export interface Embedding {
  /** Changes when the weights do. */
  readonly fingerprint: string;
  readonly dimensions: number;
  embed(text: string): Float32Array;
}

/** All that is seen of a message, before it is known which of its cues have weights. */
export interface Reading {
  readonly keys: Uint32Array;
  readonly value: Float32Array;
  readonly dense: Float32Array;
}

const NOTHING = new Float32Array(0);

/**
 * @param embedding the sentence embedding, if the network reads one: of the whole and of the part that asks
 */
export function readingOf(evidence: Evidence, embedding: Embedding | undefined): Reading {
  const asking = askingSpans(evidence.matches);
  const cues = cuesOf(evidence, asking);
  const sparse = { keys: Uint32Array.from(cues.keys), value: Float32Array.from(cues.value) };
  if (!embedding) return { ...sparse, dense: NOTHING };
  const { text, tokens } = evidence.matches.normalised;
  const asked = asking
    .map(({ from, to }) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0))
    .join(" ");
  const dense = new Float32Array(2 * embedding.dimensions);
  dense.set(embedding.embed(text));
  dense.set(embedding.embed(asked), embedding.dimensions);
  return { ...sparse, dense };
}

/** A reading without the cues that have no weights. */
export function vectorOf({ keys, value, dense }: Reading, known: KnownCues): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  for (let each = 0; each < keys.length; each += 1) {
    const row = known.rowOf(keys[each] as number);
    if (row < 0) continue;
    rows.push(row);
    values.push(value[each] as number);
  }
  return { rows: Uint32Array.from(rows), value: Float32Array.from(values), dense };
}
