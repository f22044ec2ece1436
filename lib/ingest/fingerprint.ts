/**
 * Paths in; one hash of what they hold now out, fast enough to ask at every start.
 *
 * A file whose size and modification time are as they were is not read again; any other is hashed
 * by its content, so a fresh checkout of the same files has the same fingerprint.
 */
import { createHash } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { MAX_BYTES } from "@/lib/ingest/load/limits";
import { type Walked, walk } from "@/lib/ingest/load/walk";

/** What is known of a file from an earlier run: path -> size, modification time (ms), sha256. */
export type KnownFiles = Record<string, [size: number, mtimeMs: number, sha256: string]>;

export interface Fingerprint {
  readonly hash: string;
  /** To be handed to the next call. */
  readonly files: KnownFiles;
}

/** @returns whether a source is a web address rather than a path */
export const isAddress = (source: string) => /^https?:\/\//iu.test(source);

/** The files under those sources that are paths. */
export const walkSources = (sources: readonly string[]): Walked =>
  walk(sources.filter((source) => !isAddress(source)));

/** Smaller files are read at once; larger ones as a stream. Bytes; safe 100 kB to 10 MB. */
const SMALL = 1_000_000;
/** Files beyond the largest size that is ever read are known by their size alone. */
const LARGEST = Math.max(...Object.values(MAX_BYTES));

async function contentHash(file: string, size: number): Promise<string> {
  if (size > LARGEST) return `size:${size}`;
  const hash = createHash("sha256");
  if (size < SMALL) return hash.update(readFileSync(file)).digest("hex");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/**
 * @param roots files and folders; web addresses are known by name only, asking them is ingestion's
 * @param known `files` of an earlier fingerprint
 * @param extra anything else the result depends on (settings, a defaults file's content)
 * @param walked the files, when they have been listed already
 */
export async function fingerprintOf(
  roots: readonly string[],
  known: KnownFiles = {},
  extra: readonly string[] = [],
  { files: found, refused }: Walked = walkSources(roots),
): Promise<Fingerprint> {
  const files: KnownFiles = {};
  const note = async (origin: string, size: number, mtimeMs: number) => {
    const before = known[origin];
    const same = before && before[0] === size && before[1] === mtimeMs;
    const sha = same ? before[2] : await contentHash(origin, size).catch(() => "unreadable");
    files[origin] = [size, mtimeMs, sha];
  };
  for (const { origin, size, mtimeMs, sidecar } of found) {
    await note(origin, size, mtimeMs);
    const beside = sidecar === undefined ? undefined : statSync(sidecar, { throwIfNoEntry: false });
    if (sidecar && beside) await note(sidecar, beside.size, beside.mtimeMs);
  }
  const hash = createHash("sha256");
  hash.update(JSON.stringify([...roots].map((root) => path.normalize(root)).sort()));
  hash.update(JSON.stringify(Object.entries(files).map(([origin, [, , sha]]) => [origin, sha])));
  hash.update(JSON.stringify(refused.map(({ origin, reason }) => [origin, reason])));
  hash.update(JSON.stringify(extra));
  return { hash: hash.digest("hex"), files };
}
