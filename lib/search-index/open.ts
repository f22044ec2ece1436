/**
 * An index folder and an embedder in; the SearchIndex of the version that serves out.
 */
import path from "node:path";
import type { Chunk, Document } from "@/lib/content";
import { IndexError } from "./errors";
import { LexicalIndex } from "./lexical";
import {
  CHUNKS_FILE,
  DOCUMENTS_FILE,
  LEXICAL_FILE,
  readManifest,
  VECTORS_FOLDER,
} from "./manifest";
import type { Embedder, Manifest, SearchIndex } from "./search-index";
import { loadVectors } from "./vectors";
import { verifiedFiles } from "./verify";
import { viewOf } from "./view";

function assertSameEmbedder(dir: string, manifest: Manifest, embedder: Embedder): void {
  if (manifest.embedder.fingerprint === embedder.fingerprint) return;
  throw new IndexError(
    "embedder-mismatch",
    `The index at ${dir} was made with the embedding model "${manifest.embedder.name}", but this program now uses "${embedder.name}". Run "npm run ingest" to make it again, or set EMBEDDING_MODEL back.`,
  );
}

/**
 * Opens the version that serves.
 * @throws IndexError `missing`, `corrupt`, `outdated` or `embedder-mismatch`, with the fix.
 */
export async function openIndex(dir: string, embedder: Embedder): Promise<SearchIndex> {
  const manifest = await readManifest(dir);
  assertSameEmbedder(dir, manifest, embedder);
  const files = await verifiedFiles(dir, manifest);
  // The hashes vouch for the shape: these files are exactly what writeIndex wrote.
  const parse = (name: string): unknown => JSON.parse(files.get(name)?.toString("utf8") ?? "null");
  const documents = parse(DOCUMENTS_FILE) as Document[];
  const chunks = parse(CHUNKS_FILE) as Chunk[];
  const lexical = LexicalIndex.load(files.get(LEXICAL_FILE) ?? Buffer.alloc(0));
  const vectors = await loadVectors(embedder, path.join(dir, manifest.version, VECTORS_FOLDER));

  return { manifest, ...viewOf(documents, chunks, vectors, lexical) };
}
