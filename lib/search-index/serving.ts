/** An index folder in; what a next version may take over from the one that serves out. */
import path from "node:path";
import type { Chunk, Document } from "@/lib/content";
import { IndexError } from "./errors";
import { areDocumentKeys } from "./keys";
import { CHUNKS_FILE, DOCUMENTS_FILE, KEYS_FILE, readManifest, VECTORS_FOLDER } from "./manifest";
import type { Embedder } from "./search-index";
import { loadVectors } from "./vectors";
import { verifiedFiles } from "./verify";

/** Vectors by chunk key; each is read when it is asked for. */
export interface KnownVectors {
  readonly size: number;
  get(key: string): Float32Array | undefined;
}

/** There is no index, it is damaged, or its files have another form: nothing can be taken over. */
const isUnusable = (error: unknown) => error instanceof IndexError || error instanceof SyntaxError;

/**
 * The vectors of the index that serves, when they were made by this embedder.
 * Empty when there is no index, it is damaged, or another embedder made it.
 */
export async function readVectors(dir: string, embedder: Embedder): Promise<KnownVectors> {
  try {
    const manifest = await readManifest(dir);
    if (manifest.embedder.fingerprint !== embedder.fingerprint) return new Map();
    const names = Object.keys(manifest.files);
    const inVectors = names.filter((name) => path.dirname(name) === VECTORS_FOLDER);
    const files = await verifiedFiles(dir, manifest, [KEYS_FILE, ...inVectors]);
    const keys: unknown = JSON.parse(files.get(KEYS_FILE)?.toString("utf8") ?? "null");
    if (!areDocumentKeys(keys)) return new Map();
    const ids = new Map(
      keys.flatMap(([, , chunks]) => chunks.map(([id, key]) => [key, id] as const)),
    );
    const vectors = await loadVectors(embedder, path.join(dir, manifest.version, VECTORS_FOLDER));
    return {
      size: ids.size,
      get(key) {
        const id = ids.get(key);
        return id === undefined ? undefined : vectors.vectorOf(id);
      },
    };
  } catch (error) {
    if (isUnusable(error)) return new Map();
    throw error;
  }
}

/** The documents and chunks of the version that serves; undefined when they cannot be read. */
export async function readContent(
  dir: string,
): Promise<{ documents: Document[]; chunks: Chunk[] } | undefined> {
  try {
    const files = await verifiedFiles(dir, await readManifest(dir), [DOCUMENTS_FILE, CHUNKS_FILE]);
    const parse = (name: string): unknown => JSON.parse(files.get(name)?.toString("utf8") ?? "");
    // The hashes vouch for the shape.
    return {
      documents: parse(DOCUMENTS_FILE) as Document[],
      chunks: parse(CHUNKS_FILE) as Chunk[],
    };
  } catch (error) {
    if (isUnusable(error)) return undefined;
    throw error;
  }
}
