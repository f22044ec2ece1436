/**
 * Documents, chunks and vectors in; a new version of the index on disk, swapped in by rename.
 */
import path from "node:path";
import type { Chunk, Document } from "@/lib/content";
import { countWords } from "@/lib/words";
import { IndexError } from "./errors";
import { type GatheredPostings, lexicalEntry } from "./gathered-postings";
import { keysOf } from "./keys";
import { type LexicalEntry, LexicalIndex, postingsOf } from "./lexical";
import { arrayOf, linesFor, type Open, writeParts } from "./lines";
import { CHUNKS_FILE, DOCUMENTS_FILE, KEYS_FILE, LEXICAL_FILE, VECTORS_FOLDER } from "./manifest";
import type { Postings } from "./postings";
import { writePostings } from "./postings-file";
import type { Embedder, IndexView, Manifest } from "./search-index";
import { buildAndSave, type Vectors } from "./vectors";
import { inNewVersion, type VersionAbout } from "./version";
import { byDocument, viewOf } from "./view";

export interface IndexContent {
  readonly documents: readonly Document[];
  readonly chunks: readonly Chunk[];
  /** Unit length, aligned with `chunks`. */
  readonly vectors: readonly Float32Array[];
}

export interface IndexAbout extends VersionAbout {
  readonly embedder: Embedder;
  /** What was calibrated before, or how to calibrate on the index itself, before it serves. */
  readonly calibration:
    | Readonly<Record<string, number>>
    | ((index: IndexView) => Promise<Record<string, number>>);
}

export interface WriteMeans {
  readonly openFile?: Open;
  /** Postings of the chunks, when they were gathered before. */
  readonly gathered?: GatheredPostings;
  readonly buildGraph?: typeof buildAndSave;
}

/**
 * Writes a new version and makes it the one that serves. Hold the lock (`withIndexLock`) around it.
 *
 * @param means how the graph is built and files are opened for writing, when not here and on the disk,
 *   and what has been gathered
 * @returns the new version's manifest
 * @throws IndexError `empty` or `unwritable`; what served before still serves
 */
export async function writeIndex(
  dir: string,
  content: IndexContent,
  about: IndexAbout,
  { openFile, gathered, buildGraph = buildAndSave }: WriteMeans = {},
): Promise<Manifest> {
  const { documents, chunks, vectors } = content;
  if (chunks.length === 0)
    throw new IndexError(
      "empty",
      `There is nothing to put into the index at ${dir}: no document held any text. What served before still serves.`,
    );
  if (vectors.length !== chunks.length)
    throw new Error(`${chunks.length} chunks came with ${vectors.length} vectors.`);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const documentOf = (chunk: Chunk): Document => {
    const document = byId.get(chunk.documentId);
    if (!document) throw new Error(`Chunk ${chunk.id} belongs to no document of this index.`);
    return document;
  };
  const hashes = documents.map(({ contentHash }) => contentHash);
  const fill = async (building: string) => {
    const ids = chunks.map(({ id }) => id);
    const graphed = buildGraph(about.embedder, ids, vectors, path.join(building, VECTORS_FOLDER));
    const worded = async () => {
      const postings = gathered?.of(chunks) ?? postingsOf(entriesOf(chunks, documentOf));
      const files = await writeWords(building, content, postings, openFile);
      const { calibration } = about;
      if (typeof calibration !== "function") return { files, calibration };
      // Calibration reads every passage before it asks for neighbours: the graph has until then.
      const neighbours: Pick<Vectors, "nearest"> = {
        nearest: async (vector, limit) => (await graphed).nearest(vector, limit),
      };
      const view = viewOf(documents, chunks, neighbours, new LexicalIndex(postings));
      return { files, calibration: await calibration(view) };
    };
    // Built beside the rest; whichever fails, the other ends before the folder is cleared.
    const [graph, words] = await Promise.allSettled([graphed, worded()]);
    if (words.status === "rejected") throw words.reason;
    if (graph.status === "rejected") throw graph.reason;
    return {
      ...words.value,
      counts: {
        documents: documents.length,
        chunks: chunks.length,
        words: chunks.reduce((sum, chunk) => sum + countWords(chunk.text), 0),
      },
      dimensions: vectors[0]?.length ?? about.embedder.dimensions,
    };
  };
  return inNewVersion(dir, about, hashes, fill, openFile);
}

/** Writes every file but the vectors'. @returns their hashes */
async function writeWords(
  building: string,
  { documents, chunks }: IndexContent,
  postings: Postings,
  openFile?: Open,
): Promise<Record<string, string>> {
  const write = (name: string, parts: Iterable<string | Buffer>) =>
    writeParts(path.join(building, name), parts, openFile);
  const siblings = byDocument(chunks);
  const keys = documents.map((document) => keysOf(document, siblings.get(document.id) ?? []));
  return {
    [LEXICAL_FILE]: await write(LEXICAL_FILE, [writePostings(postings)]),
    [DOCUMENTS_FILE]: await write(DOCUMENTS_FILE, arrayOf(linesFor(documents))),
    [CHUNKS_FILE]: await write(CHUNKS_FILE, arrayOf(linesFor(chunks))),
    [KEYS_FILE]: await write(KEYS_FILE, arrayOf(linesFor(keys))),
  };
}

function* entriesOf(
  chunks: readonly Chunk[],
  documentOf: (chunk: Chunk) => Document,
): Generator<LexicalEntry> {
  for (const chunk of chunks) yield lexicalEntry(chunk, documentOf(chunk));
}
