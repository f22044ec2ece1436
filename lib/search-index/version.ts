/**
 * What a version is to hold in; that version on disk, serving, and its manifest out.
 *
 * Everything is written beside the version that serves. Killed at any moment, the old one serves.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { IndexError } from "./errors";
import { type Open, writeParts } from "./lines";
import {
  CURRENT_FILE,
  corpusHash,
  currentVersion,
  MANIFEST_FILE,
  sha256,
  VECTORS_FOLDER,
} from "./manifest";
import type { Embedder, Manifest } from "./search-index";

/** Names the folder of a version that is being written; a crash leaves one, the next run clears it. */
const BUILDING_PREFIX = ".building-";

/** What the manifest says that the content does not. */
export interface VersionAbout {
  readonly embedder: Pick<Embedder, "name" | "dimensions" | "fingerprint">;
  readonly chunker: Readonly<Record<string, string | number | boolean>>;
  readonly roots: readonly string[];
}

/** What was written into the folder of a version. */
export interface Filled {
  /** sha256 by file name, of the files outside the vectors' folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly counts: Manifest["counts"];
  readonly calibration: Readonly<Record<string, number>>;
  readonly dimensions: number;
}

async function vectorHashes(building: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const name of (await readdir(path.join(building, VECTORS_FOLDER))).sort()) {
    const file = path.join(VECTORS_FOLDER, name);
    hashes[file] = sha256(await readFile(path.join(building, file)));
  }
  return hashes;
}

/** Clears what crashed runs left and versions nobody opens any more (the last two stay). */
async function sweep(dir: string, keep: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const isVersion = /^v\d+-[0-9a-f]+$/.test(entry.name) || entry.name.startsWith(BUILDING_PREFIX);
    if (entry.isDirectory() && isVersion && !keep.has(entry.name))
      await rm(path.join(dir, entry.name), { recursive: true, force: true });
  }
}

function unwritable(dir: string, cause: unknown): IndexError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new IndexError(
    "unwritable",
    `The index at ${dir} could not be written (${reason}). The old index still serves. Free some space or check the folder's permissions, then ingest again.`,
    { cause },
  );
}

/**
 * Makes a new version and lets it serve. Hold the lock (`withIndexLock`) around it.
 *
 * @param contentHashes of every document the version will hold
 * @param fill writes everything but the manifest into the folder it is given
 * @throws IndexError `unwritable`; what served before still serves
 */
export async function inNewVersion(
  dir: string,
  about: VersionAbout,
  contentHashes: readonly string[],
  fill: (building: string) => Promise<Filled>,
  openFile?: Open,
): Promise<Manifest> {
  const hash = corpusHash(contentHashes, about.chunker);
  const version = `v${Date.now()}-${hash.slice(0, 8)}`;
  const building = path.join(dir, `${BUILDING_PREFIX}${version}`);
  try {
    const previous = await currentVersion(dir).catch(() => undefined);
    await mkdir(building, { recursive: true });
    const { files, counts, calibration, dimensions } = await fill(building);
    const { name, fingerprint } = about.embedder;
    const manifest: Manifest = {
      schema: 1,
      version,
      createdAt: new Date().toISOString(),
      embedder: { name, dimensions, fingerprint },
      chunker: about.chunker,
      roots: [...about.roots],
      corpusHash: hash,
      counts,
      files: { ...files, ...(await vectorHashes(building)) },
      calibration,
    };
    const text = JSON.stringify(manifest, null, 2);
    await writeParts(path.join(building, MANIFEST_FILE), [text], openFile);
    await rename(building, path.join(dir, version));
    const pointer = path.join(dir, `${CURRENT_FILE}.${process.pid}`);
    await writeFile(pointer, version);
    await rename(pointer, path.join(dir, CURRENT_FILE));
    await sweep(dir, new Set([version, previous ?? version]));
    return manifest;
  } catch (cause) {
    await rm(building, { recursive: true, force: true }).catch(() => undefined);
    if (cause instanceof Error && "code" in cause) throw unwritable(dir, cause);
    throw cause;
  }
}
