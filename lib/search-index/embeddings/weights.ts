/** Bytes of a weights file enter; a checked lookup table of word vectors leaves, and the other way round for training. */

import { createHash } from "node:crypto";

/** What a static embedding model is: one signed-byte row and one scale for each word and each bucket of word pieces. */
export interface Weights {
  /** For people and manifests, e.g. `pamphlet-static-v1`. */
  name: string;
  dimensions: number;
  /** Row i belongs to words[i]; the rows of the buckets follow. */
  words: string[];
  buckets: number;
  /** (words + buckets) x dimensions, row after row. */
  rows: Int8Array;
  /** What a row's bytes are multiplied by; carries the learned importance of the word as well. */
  scales: Float32Array;
  /** SHA-256 of everything after the magic, hexadecimal. */
  fingerprint: string;
}

/** A weights file that cannot be used. The message names the file and what to do. */
export class WeightsError extends Error {
  override readonly name = "WeightsError";
  constructor(
    readonly path: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(
      `The embedding weights ${path} ${problem}. Restore the file from the release (git checkout -- ${path}) or make it again with: npm run train`,
      options,
    );
  }
}

/** First bytes of the file: the format and its version. */
const MAGIC = "PMPHLTW1";
const HASH_BYTES = 32;
const HEADER_AT = MAGIC.length + HASH_BYTES + 4;

/**
 * Writes weights as bytes: magic, SHA-256 of the rest, header length, JSON header, words, scales, rows.
 * @returns the file's bytes and its fingerprint
 */
export function encodeWeights(weights: Omit<Weights, "fingerprint">): {
  bytes: Buffer;
  fingerprint: string;
} {
  const words = Buffer.from(weights.words.join("\n"), "utf8");
  const header = Buffer.from(
    JSON.stringify({
      name: weights.name,
      dimensions: weights.dimensions,
      words: weights.words.length,
      buckets: weights.buckets,
      wordBytes: words.length,
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const scales = Buffer.alloc(weights.scales.length * 4);
  for (let i = 0; i < weights.scales.length; i++)
    scales.writeFloatLE(weights.scales[i] as number, i * 4);
  const rows = Buffer.from(weights.rows.buffer, weights.rows.byteOffset, weights.rows.length);
  const body = Buffer.concat([length, header, words, scales, rows]);
  const hash = createHash("sha256").update(body).digest();
  return {
    bytes: Buffer.concat([Buffer.from(MAGIC, "latin1"), hash, body]),
    fingerprint: hash.toString("hex"),
  };
}

interface Header {
  name: string;
  dimensions: number;
  words: number;
  buckets: number;
  wordBytes: number;
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== "object" || value === null) return false;
  const header = value as Partial<Record<keyof Header, unknown>>;
  const counts = [header.dimensions, header.words, header.buckets, header.wordBytes];
  return typeof header.name === "string" && counts.every((n) => Number.isInteger(n));
}

/**
 * Reads the bytes of a weights file.
 * @param bytes the whole file
 * @param path only for messages
 * @throws WeightsError when the bytes are foreign, truncated or altered
 */
export function decodeWeights(bytes: Buffer, path: string): Weights {
  if (bytes.length === 0) throw new WeightsError(path, "are empty");
  if (bytes.toString("latin1", 0, MAGIC.length) !== MAGIC)
    throw new WeightsError(
      path,
      bytes.toString("latin1", 0, 23).includes("git-lfs")
        ? "are a Git LFS pointer, not the file itself"
        : "are not in the format this version reads (a foreign or older file)",
    );
  if (bytes.length < HEADER_AT) throw new WeightsError(path, "are truncated");
  const hash = bytes.subarray(MAGIC.length, MAGIC.length + HASH_BYTES);
  const actual = createHash("sha256")
    .update(bytes.subarray(MAGIC.length + HASH_BYTES))
    .digest();
  if (!actual.equals(hash))
    throw new WeightsError(
      path,
      `are truncated or altered (${bytes.length} bytes, wrong checksum)`,
    );

  const headerLength = bytes.readUInt32LE(HEADER_AT - 4);
  const wordsAt = HEADER_AT + headerLength;
  const header: unknown = JSON.parse(bytes.toString("utf8", HEADER_AT, wordsAt));
  if (!isHeader(header)) throw new WeightsError(path, "have a header this version cannot read");
  const total = header.words + header.buckets;
  const scalesAt = wordsAt + header.wordBytes;
  const rowsAt = scalesAt + total * 4;
  if (bytes.length !== rowsAt + total * header.dimensions)
    throw new WeightsError(path, "hold fewer or more rows than their header says");

  // Copied, because a Float32Array needs an aligned start.
  const scales = new Float32Array(
    bytes.buffer.slice(bytes.byteOffset + scalesAt, bytes.byteOffset + rowsAt),
  );
  const words = header.words === 0 ? [] : bytes.toString("utf8", wordsAt, scalesAt).split("\n");
  return {
    name: header.name,
    dimensions: header.dimensions,
    words,
    buckets: header.buckets,
    rows: new Int8Array(bytes.buffer, bytes.byteOffset + rowsAt, total * header.dimensions),
    scales,
    fingerprint: hash.toString("hex"),
  };
}
