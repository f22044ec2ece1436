/** What the classifier may look at goes in; the vector its network reads comes out. */
import { askingSpans, cuesOf, type Evidence } from "./cues";
import type { Vector } from "./network";

/** Turns a text into a fixed number of numbers. */
export interface Embedding {
  /** Changes when the weights do. */
  readonly fingerprint: string;
  readonly dimensions: number;
  embed(text: string): Float32Array;
}

const NOTHING = new Float32Array(0);

/**
 * @param embedding the sentence embedding, if the network reads one: of the whole and of the part that asks
 */
export function vectorOf(evidence: Evidence, embedding: Embedding | undefined): Vector {
  const asking = askingSpans(evidence.matches);
  const { at, value } = cuesOf(evidence, asking);
  const cues = { at: Uint32Array.from(at), value: Float32Array.from(value) };
  if (!embedding) return { ...cues, dense: NOTHING };
  const { text, tokens } = evidence.matches.normalised;
  const asked = asking
    .map(({ from, to }) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0))
    .join(" ");
  const dense = new Float32Array(2 * embedding.dimensions);
  dense.set(embedding.embed(text));
  dense.set(embedding.embed(asked), embedding.dimensions);
  return { ...cues, dense };
}
