/**
 * An index folder and an embedder in; the SearchIndex of the version that serves out.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Chunk, Document } from "@/lib/content";
import { IndexError } from "./errors";
import { LexicalIndex } from "./lexical";
import {
  CHUNKS_FILE,
  DOCUMENTS_FILE,
  LEXICAL_FILE,
  readManifest,
  sha256,
  VECTORS_FOLDER,
} from "./manifest";
import type { Embedder, Manifest, SearchIndex } from "./search-index";
import { loadVectors } from "./vectors";

const again = 'Run "npm run ingest" to build it again.';

async function verifiedFiles(dir: string, manifest: Manifest): Promise<Map<string, Buffer>> {
  const folder = path.join(dir, manifest.version);
  const files = new Map<string, Buffer>();
  for (const [name, expected] of Object.entries(manifest.files)) {
    const data = await readFile(path.join(folder, name)).catch(() => undefined);
    if (data === undefined)
      throw new IndexError("corrupt", `The index at ${dir} lacks ${name}. ${again}`);
    if (sha256(data) !== expected)
      throw new IndexError("corrupt", `${name} of the index at ${dir} is damaged. ${again}`);
    files.set(name, data);
  }
  return files;
}

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
  const lexical = LexicalIndex.load(files.get(LEXICAL_FILE)?.toString("utf8") ?? "");
  const vectors = await loadVectors(embedder, path.join(dir, manifest.version, VECTORS_FOLDER));

  const chunksByDocument = new Map<string, Chunk[]>();
  for (const chunk of chunks) {
    const siblings = chunksByDocument.get(chunk.documentId);
    if (siblings) siblings.push(chunk);
    else chunksByDocument.set(chunk.documentId, [chunk]);
  }
  return {
    manifest,
    documents: new Map(documents.map((document) => [document.id, document])),
    chunks: new Map(chunks.map((chunk) => [chunk.id, chunk])),
    chunksOf: (documentId) => chunksByDocument.get(documentId) ?? [],
    nearest: (vector, limit) => vectors.nearest(vector, limit),
    matching: (terms, limit) => lexical.matching(terms, limit),
    documentFrequency: (term) => lexical.documentFrequency(term),
    vocabulary: lexical.vocabulary,
  };
}
