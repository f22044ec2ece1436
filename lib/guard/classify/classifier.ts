/**
 * What the classifier may look at goes in; a second opinion on the rules' verdict comes out.
 *
 * A multinomial logistic regression over cues with one hidden layer over the sentence embedding
 * beside it, averaged over several seeds; `combine.ts` says what it may change.
 */
import { createHash } from "node:crypto";
import { CLASSES } from "./classes";
import { combine, type Thresholds } from "./combine";
import type { Evidence, Verdict } from "./cues";
import { type KnownCues, knownCues } from "./known-cues";
import { forward, type Network } from "./network";
import { type Embedding, readingOf, vectorOf } from "./vector";

export type { Thresholds } from "./combine";
export type { Evidence, Verdict } from "./cues";

/** Signed bytes in base64, with one scale: weight = byte * scale. */
export interface Packed {
  readonly scale: number;
  readonly bytes: string;
}

export interface Weights {
  readonly thresholds: Thresholds;
  /** Keys of the cues that have weights, ascending: unsigned 32 bits, least byte first, in base64. */
  readonly cues: string;
  /** Names of the classes, so that weights of an older list are not read as a newer one's. */
  readonly classes: readonly string[];
  readonly table: Packed;
  readonly bias: readonly number[];
  /** The layer over the embedding; absent when none is used. */
  readonly layer?: {
    /** Of the embedding it was trained with. */
    readonly fingerprint: string;
    readonly dimensions: number;
    readonly hidden: number;
    readonly inner: Packed;
    readonly innerBias: readonly number[];
    readonly outer: Packed;
  };
}

export interface Classifier {
  /** A hash of the weights. */
  readonly version: string;
  /** Probabilities in the order of CLASSES. */
  probabilities(evidence: Evidence): Float64Array;
  /** What to change in the rules' verdict; undefined to leave it. */
  review(evidence: Evidence): Partial<Verdict> | undefined;
}

/** The weights do not fit this program or this embedding. */
export class ClassifierError extends Error {
  override readonly name = "ClassifierError";
}

/** One signed byte a weight. */
export function pack(values: Float32Array): Packed {
  let top = 0;
  for (const value of values) top = Math.max(top, Math.abs(value));
  const scale = Number((top / 127 || 1).toPrecision(8));
  const bytes = Int8Array.from(values, (value) => Math.round(value / scale));
  return { scale, bytes: Buffer.from(bytes.buffer).toString("base64") };
}

function unpack({ scale, bytes }: Packed, length: number, what: string): Float32Array {
  const buffer = Buffer.from(bytes, "base64");
  if (buffer.length !== length)
    throw new ClassifierError(`${what} has ${buffer.length} weights, not ${length}`);
  return Float32Array.from(new Int8Array(buffer), (byte) => byte * scale);
}

/** The keys as they are written. */
export function packKeys(keys: Uint32Array): string {
  const bytes = Buffer.alloc(4 * keys.length);
  for (const [row, key] of keys.entries()) bytes.writeUInt32LE(key, 4 * row);
  return bytes.toString("base64");
}

function cuesOfFile(cues: unknown): KnownCues {
  const bytes = Buffer.from(typeof cues === "string" ? cues : "", "base64");
  if (bytes.length === 0 || bytes.length % 4 !== 0)
    throw new ClassifierError("The classifier names no cues; train it again");
  const keys = new Uint32Array(bytes.length / 4);
  for (let row = 0; row < keys.length; row += 1) keys[row] = bytes.readUInt32LE(4 * row);
  try {
    return knownCues(keys);
  } catch (cause) {
    throw new ClassifierError("The classifier's cues are out of order", { cause });
  }
}

function networkOf(weights: Weights, cues: number): Network {
  const { classes, layer } = weights;
  if (classes?.join() !== CLASSES.join())
    throw new ClassifierError("The classifier was trained for other classes; train it again");
  const dense = layer ? 2 * layer.dimensions : 0;
  const hidden = layer?.hidden ?? 0;
  const none = new Float32Array(0);
  return {
    table: unpack(weights.table, cues * classes.length, "The table"),
    bias: Float32Array.from(weights.bias),
    dense,
    hidden,
    inner: layer ? unpack(layer.inner, hidden * dense, "The inner layer") : none,
    innerBias: Float32Array.from(layer?.innerBias ?? []),
    outer: layer ? unpack(layer.outer, hidden * classes.length, "The outer layer") : none,
  };
}

/**
 * Readies a classifier.
 *
 * @param weights as written by the training script
 * @param embedding the sentence embedding the weights were trained with; not read when they have no layer over one
 * @throws ClassifierError when the weights are for other cues or another embedding
 */
export function createClassifier(weights: Weights, embedding?: Embedding): Classifier {
  const known = cuesOfFile(weights.cues);
  const network = networkOf(weights, known.keys.length);
  const { layer, thresholds } = weights;
  if (layer && embedding?.fingerprint !== layer.fingerprint)
    throw new ClassifierError(
      `The classifier was trained with embedding ${layer.fingerprint.slice(0, 12)}, not ${embedding?.fingerprint.slice(0, 12) ?? "none"}`,
    );
  const version = createHash("sha256").update(JSON.stringify(weights)).digest("hex").slice(0, 12);
  const probabilities = (evidence: Evidence): Float64Array =>
    forward(network, vectorOf(readingOf(evidence, layer ? embedding : undefined), known)).chances;

  return {
    version,
    probabilities,
    review(evidence) {
      const { verdict, matches, features, language } = evidence;
      const tokens = matches.normalised.tokens.length;
      return combine(
        verdict,
        probabilities(evidence),
        {
          tokens,
          language,
          decision: features.decision,
          matter: namesHealth(evidence),
          ...(evidence.before ? { before: evidence.before.verdict.category } : {}),
        },
        thresholds,
      );
    },
  };
}

/** Concepts that make a message one about health. */
const MATTERS: readonly string[] = [
  "drug",
  "drug-word",
  "substance",
  "toxic",
  "symptom",
  "condition",
  "body",
  "procedure",
  "lab",
  "pregnant-word",
  "pain",
  "dose-form",
  "dose-unit",
  "intake-verb",
];

/** A follow-up may leave out what the turn before has named. */
function namesHealth({ matches, before }: Evidence): boolean {
  return before !== undefined || MATTERS.some((concept) => matches.has(concept));
}
