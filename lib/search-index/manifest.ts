/**
 * An index folder in; the manifest of its current version out.
 *
 * Layout: `DIR/current` names the version that serves; `DIR/<version>/` holds that version whole.
 * A version never changes once it has its name, so replacing `current` by rename is the swap.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { IndexError } from "./errors";
import { Manifest } from "./search-index";

export const CURRENT_FILE = "current";
export const MANIFEST_FILE = "manifest.json";

/** Names of the files a version is made of, besides the manifest and the vectors' folder. */
export const DOCUMENTS_FILE = "documents.json";
export const CHUNKS_FILE = "chunks.json";
export const LEXICAL_FILE = "lexical.json";
export const KEYS_FILE = "keys.json";
export const VECTORS_FOLDER = "vectors";

const isMissing = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ENOENT" || error.code === "ENOTDIR");

/**
 * The name of the version that serves, or undefined when the folder holds no index.
 * @throws IndexError `corrupt` when the pointer cannot be read or names something odd.
 */
export async function currentVersion(dir: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(dir, CURRENT_FILE), "utf8");
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw new IndexError(
      "corrupt",
      `The index at ${dir} cannot be read (${String(cause)}). Check its permissions.`,
      { cause },
    );
  }
  const version = text.trim();
  if (/^[\w-]+$/.test(version)) return version;
  throw new IndexError(
    "corrupt",
    `The index at ${dir} points nowhere. Run "npm run ingest" to build it again.`,
  );
}

/**
 * The manifest of the version that serves.
 * @throws IndexError `missing`, `corrupt` or `outdated`.
 */
export async function readManifest(dir: string): Promise<Manifest> {
  const version = await currentVersion(dir);
  if (!version)
    throw new IndexError(
      "missing",
      `There is no index at ${dir}. Run "npm run ingest" to build one.`,
    );
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path.join(dir, version, MANIFEST_FILE), "utf8"));
  } catch (cause) {
    throw new IndexError(
      "corrupt",
      `The index at ${dir} is incomplete or damaged (version ${version}). Run "npm run ingest" to build it again.`,
      { cause },
    );
  }
  const manifest = Manifest.safeParse(json);
  if (manifest.success) return manifest.data;
  throw new IndexError(
    "outdated",
    `The index at ${dir} was made by another version of this program. Run "npm run ingest" to build it again.`,
    { cause: manifest.error },
  );
}

export const sha256 = (data: string | Buffer): string =>
  createHash("sha256").update(data).digest("hex");

/**
 * One hash for everything an index is made from: the documents and how they were cut.
 * @param contentHashes each document's own sha256, in any order
 */
export function corpusHash(
  contentHashes: readonly string[],
  chunker: Readonly<Record<string, string | number | boolean>>,
): string {
  const settings = Object.entries(chunker).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([[...contentHashes].sort(), settings]));
}
