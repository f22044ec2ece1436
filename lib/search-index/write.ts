/**
 * Documents, chunks and vectors in; a new version of the index on disk, swapped in by rename.
 */
import path from "node:path";
import type { Chunk, Document } from "@/lib/content";
import { countWords } from "@/lib/words";
import { IndexError } from "./errors";
import { type Gathered, type GatheredWords, lexicalEntry } from "./gathered";
import { keysOf } from "./keys";
import { type LexicalEntry, LexicalIndex, postingsOf } from "./lexical";
import { arrayOf, linesFor, type Open, writeParts } from "./lines";
import { CHUNKS_FILE, DOCUMENTS_FILE, KEYS_FILE, LEXICAL_FILE, VECTORS_FOLDER } from "./manifest";
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
  /** What was gathered of the documents and chunks while they came. */
  readonly gathered?: Gathered;
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
      const words = gathered?.of(content) ?? wordsOf(content, documentOf);
      const files = await writeWords(building, content, words, openFile);
      const { calibration } = about;
      if (typeof calibration !== "function") return { files, calibration };
      // Calibration reads every passage before it asks for neighbours: the graph has until then.
      const neighbours: Pick<Vectors, "nearest"> = {
        nearest: async (vector, limit) => (await graphed).nearest(vector, limit),
      };
      const view = viewOf(documents, chunks, neighbours, new LexicalIndex(words.postings));
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

/** What is gathered here when nobody did before. */
function wordsOf(
  { documents, chunks }: IndexContent,
  documentOf: (chunk: Chunk) => Document,
): GatheredWords {
  const siblings = byDocument(chunks);
  return {
    postings: postingsOf(entriesOf(chunks, documentOf)),
    keys: documents.map((document) => keysOf(document, siblings.get(document.id) ?? [])),
  };
}

function* entriesOf(
  chunks: readonly Chunk[],
  documentOf: (chunk: Chunk) => Document,
): Generator<LexicalEntry> {
  for (const chunk of chunks) yield lexicalEntry(chunk, documentOf(chunk));
}

/** Writes every file but the vectors', side by side. @returns their hashes */
async function writeWords(
  building: string,
  { documents, chunks }: IndexContent,
  { postings, keys }: GatheredWords,
  openFile?: Open,
): Promise<Record<string, string>> {
  const write = async (name: string, parts: Iterable<string | Buffer>) =>
    [name, await writeParts(path.join(building, name), parts, openFile)] as const;
  const written = await Promise.allSettled([
    write(LEXICAL_FILE, [writePostings(postings)]),
    write(DOCUMENTS_FILE, arrayOf(linesFor(documents))),
    write(CHUNKS_FILE, arrayOf(linesFor(chunks))),
    write(KEYS_FILE, arrayOf(linesFor(keys))),
  ]);
  return Object.fromEntries(
    written.map((file) => {
      if (file.status === "rejected") throw file.reason;
      return file.value;
    }),
  );
}
