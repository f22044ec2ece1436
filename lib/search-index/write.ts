/**
 * Documents, chunks and vectors in; a new version of the index on disk, swapped in by rename.
 *
 * Everything is written beside the version that serves. Killed at any moment, the old one serves.
 */
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Chunk, Document } from "@/lib/content";
import { IndexError } from "./errors";
import { LexicalIndex } from "./lexical";
import {
  CHUNKS_FILE,
  CURRENT_FILE,
  corpusHash,
  currentVersion,
  DOCUMENTS_FILE,
  KEYS_FILE,
  LEXICAL_FILE,
  MANIFEST_FILE,
  readManifest,
  sha256,
  VECTORS_FOLDER,
} from "./manifest";
import type { Embedder, Manifest } from "./search-index";
import { buildVectors, loadVectors } from "./vectors";

/** Names the folder of a version that is being written; a crash leaves one, the next run clears it. */
const BUILDING_PREFIX = ".building-";

export interface IndexContent {
  readonly documents: readonly Document[];
  readonly chunks: readonly Chunk[];
  /** Unit length, aligned with `chunks`. */
  readonly vectors: readonly Float32Array[];
}

export interface IndexAbout {
  readonly embedder: Embedder;
  readonly chunker: Readonly<Record<string, string | number | boolean>>;
  readonly roots: readonly string[];
  readonly calibration: Readonly<Record<string, number>>;
}

/** What is embedded for a chunk: its title and headings give the context its text leaves out. */
export function embeddingText(chunk: Chunk, document: Document): string {
  return [document.title, ...chunk.headingPath, chunk.text].join("\n");
}

/** Identifies an embedding text, so that an unchanged chunk's vector is used again. */
export function chunkKey(text: string): string {
  return sha256(text);
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

async function writeSynced(file: string, data: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function hashesOf(dir: string): Promise<Record<string, string>> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const hashes: Record<string, string> = {};
  for (const entry of files) {
    const file = path.join(entry.parentPath, entry.name);
    hashes[path.relative(dir, file)] = sha256(await readFile(file));
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
 * Writes a new version and makes it the one that serves. Hold the lock (`withIndexLock`) around it.
 * @returns the new version's manifest
 * @throws IndexError `empty` or `unwritable`; what served before still serves
 */
export async function writeIndex(
  dir: string,
  content: IndexContent,
  about: IndexAbout,
): Promise<Manifest> {
  const { documents, chunks, vectors } = content;
  if (chunks.length === 0)
    throw new IndexError(
      "empty",
      `There is nothing to put into the index at ${dir}: no document held any text. What served before still serves.`,
    );
  const byId = new Map(documents.map((document) => [document.id, document]));
  const documentOf = (chunk: Chunk): Document => {
    const document = byId.get(chunk.documentId);
    if (!document) throw new Error(`Chunk ${chunk.id} belongs to no document of this index.`);
    return document;
  };
  const hash = corpusHash(
    documents.map((document) => document.contentHash),
    about.chunker,
  );
  const version = `v${Date.now()}-${hash.slice(0, 8)}`;
  const building = path.join(dir, `${BUILDING_PREFIX}${version}`);

  try {
    const previous = await currentVersion(dir).catch(() => undefined);
    await mkdir(building, { recursive: true });
    const lexical = LexicalIndex.build(
      chunks.map((chunk) => ({
        id: chunk.id,
        headings: [documentOf(chunk).title, ...chunk.headingPath].join("\n"),
        text: chunk.text,
        language: chunk.language,
      })),
    );
    const graph = await buildVectors(
      about.embedder,
      chunks.map((chunk) => chunk.id),
      vectors,
    );
    await graph.save(path.join(building, VECTORS_FOLDER));
    const keys = chunks.map((chunk) => chunkKey(embeddingText(chunk, documentOf(chunk))));
    await writeSynced(path.join(building, DOCUMENTS_FILE), JSON.stringify(documents));
    await writeSynced(path.join(building, CHUNKS_FILE), JSON.stringify(chunks));
    await writeSynced(path.join(building, LEXICAL_FILE), lexical.toJSON());
    await writeSynced(path.join(building, KEYS_FILE), JSON.stringify(keys));
    const manifest: Manifest = {
      schema: 1,
      version,
      createdAt: new Date().toISOString(),
      embedder: {
        name: about.embedder.name,
        dimensions: vectors[0]?.length ?? about.embedder.dimensions,
        fingerprint: about.embedder.fingerprint,
      },
      chunker: about.chunker,
      roots: [...about.roots],
      corpusHash: hash,
      counts: {
        documents: documents.length,
        chunks: chunks.length,
        words: chunks.reduce((sum, chunk) => sum + wordsIn(chunk.text), 0),
      },
      files: await hashesOf(building),
      calibration: about.calibration,
    };
    await writeSynced(path.join(building, MANIFEST_FILE), JSON.stringify(manifest, null, 2));
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

/**
 * The vectors of the index that serves, by chunk key, when they were made by this embedder.
 * Empty when there is no index, it is damaged, or another embedder made it.
 */
export async function readVectors(
  dir: string,
  embedder: Embedder,
): Promise<Map<string, Float32Array>> {
  try {
    const manifest = await readManifest(dir);
    if (manifest.embedder.fingerprint !== embedder.fingerprint) return new Map();
    const folder = path.join(dir, manifest.version);
    const keys: unknown = JSON.parse(await readFile(path.join(folder, KEYS_FILE), "utf8"));
    if (!Array.isArray(keys)) return new Map();
    const vectors = (await loadVectors(embedder, path.join(folder, VECTORS_FOLDER))).all();
    return new Map(
      keys.flatMap((key, at) => {
        const vector = vectors[at];
        return vector ? [[String(key), vector] as const] : [];
      }),
    );
  } catch (error) {
    if (error instanceof IndexError || error instanceof SyntaxError) return new Map();
    if (error instanceof Error && "code" in error) return new Map();
    throw error;
  }
}
