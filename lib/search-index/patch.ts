/**
 * A few documents, and the names of those that stay, in; a new version of the index out that takes
 * over the rest of the version that serves: lines, terms and places in the graph.
 *
 * It answers as one made from all documents at once does (a test compares them).
 */
import path from "node:path";
import type { Chunk } from "@/lib/content";
import { countWords } from "@/lib/words";
import { IndexError } from "./errors";
import { lexicalEntry } from "./gathered";
import { areDocumentKeys, type DocumentKeys, keysOf } from "./keys";
import { termsOfEntry } from "./lexical";
import { arrayOf, linesOf, type Open, writeParts } from "./lines";
import {
  CHUNKS_FILE,
  DOCUMENTS_FILE,
  KEYS_FILE,
  LEXICAL_FILE,
  readManifest,
  VECTORS_FOLDER,
} from "./manifest";
import { byPassage, type Forward, PostingsBuilder } from "./postings";
import { readPostings, writePostings } from "./postings-file";
import type { Embedder, Manifest } from "./search-index";
import { loadVectors, type Vectors } from "./vectors";
import { verifiedFiles } from "./verify";
import { inNewVersion, type VersionAbout } from "./version";
import { byDocument } from "./view";
import type { IndexContent } from "./write";

/**
 * Share of the graph that may be taken up by removed chunks before it is built anew; safe 0.02 to 0.2.
 * They cost memory and a little time in every search.
 */
const MOST_REMOVED = 0.1;

/** What a version is to hold. */
export interface Patch extends IndexContent {
  /** Every document's id, in order. Those that are not among `documents` are taken over. */
  readonly order: readonly string[];
}

export interface PatchAbout extends VersionAbout {
  readonly embedder: Embedder;
  readonly calibration: Readonly<Record<string, number>>;
}

/** A document as the files hold it. */
interface Held {
  readonly keys: DocumentKeys;
  readonly line: string | Buffer;
  readonly chunks: readonly (string | Buffer)[];
  /** Adds its chunks' terms. */
  addTo(postings: PostingsBuilder): void;
}

/**
 * Writes a new version that differs from the one that serves in a few documents. Hold the lock.
 *
 * @returns the new manifest; undefined when the version that serves cannot be taken over (none, damaged,
 *   other embedder, other form, too much removed from its graph): then everything has to be written anew
 * @throws IndexError `unwritable`; what served before still serves
 */
export async function patchIndex(
  dir: string,
  patch: Patch,
  about: PatchAbout,
  openFile?: Open,
): Promise<Manifest | undefined> {
  const serving = await readServing(dir, about.embedder);
  if (!serving) return undefined;
  const made = madeOf(patch);
  const entries: Held[] = [];
  for (const id of patch.order) {
    const entry = made.get(id) ?? serving.documents.get(id);
    if (!entry) return undefined;
    entries.push(entry);
  }
  if (entries.length === 0) return undefined;

  const taken = new Set(patch.order.filter((id) => !made.has(id)));
  const gone = [...serving.documents.values()].filter(({ keys: [id] }) => !taken.has(id));
  const graph = await patchedGraph(serving.vectors, gone, patch, made);
  const chunks = entries.reduce((sum, entry) => sum + entry.chunks.length, 0);
  if (graph.size !== chunks || graph.removedShare > MOST_REMOVED) return undefined;

  const words =
    serving.manifest.counts.words -
    gone.reduce((sum, entry) => sum + wordsOf(entry), 0) +
    patch.chunks.reduce((sum, { text }) => sum + countWords(text), 0);
  const hashes = entries.map(({ keys: [, contentHash] }) => contentHash);
  const fill = async (building: string) => {
    const write = (name: string, parts: Iterable<string | Buffer>) =>
      writeParts(path.join(building, name), parts, openFile);
    const postings = new PostingsBuilder();
    for (const entry of entries) entry.addTo(postings);
    const keys = entries.map((entry) => JSON.stringify(entry.keys));
    const files = {
      [LEXICAL_FILE]: await write(LEXICAL_FILE, [writePostings(postings.build())]),
      [DOCUMENTS_FILE]: await write(DOCUMENTS_FILE, arrayOf(entries.map(({ line }) => line))),
      [CHUNKS_FILE]: await write(CHUNKS_FILE, arrayOf(entries.flatMap((entry) => entry.chunks))),
      [KEYS_FILE]: await write(KEYS_FILE, arrayOf(keys)),
    };
    await graph.save(path.join(building, VECTORS_FOLDER));
    return {
      files,
      counts: { documents: entries.length, chunks, words },
      calibration: about.calibration,
      dimensions: serving.manifest.embedder.dimensions,
    };
  };
  return inNewVersion(dir, about, hashes, fill, openFile);
}

const wordsOf = ({ chunks }: Held) =>
  chunks.reduce((sum, line) => sum + countWords((JSON.parse(String(line)) as Chunk).text), 0);

function madeOf({ documents, chunks }: Patch): Map<string, Held> {
  const siblings = byDocument(chunks);
  return new Map(
    documents.map((document): [string, Held] => {
      const own = siblings.get(document.id) ?? [];
      return [
        document.id,
        {
          keys: keysOf(document, own),
          line: JSON.stringify(document),
          chunks: own.map((chunk) => JSON.stringify(chunk)),
          addTo(postings) {
            for (const chunk of own)
              postings.add(chunk.id, termsOfEntry(lexicalEntry(chunk, document)));
          },
        },
      ];
    }),
  );
}

/** Takes out what is gone and puts in what was made; a chunk that is as it was stays where it is. */
async function patchedGraph(
  graph: Vectors,
  gone: readonly Held[],
  { chunks, vectors }: Patch,
  made: ReadonlyMap<string, Held>,
): Promise<Vectors> {
  const keysIn = (held: Iterable<Held>) => [...held].flatMap(({ keys: [, , ids] }) => ids);
  const before = new Map(keysIn(gone));
  const now = new Map(keysIn(made.values()));
  const isSame = (id: string) => before.has(id) && before.get(id) === now.get(id);
  const removed = [...before.keys()].filter((id) => !isSame(id));
  const added = chunks.flatMap(({ id }, at) =>
    isSame(id) ? [] : [{ id, vector: vectors[at] as Float32Array }],
  );
  await graph.replace(removed, added);
  return graph;
}

interface Serving {
  readonly manifest: Manifest;
  readonly documents: ReadonlyMap<string, Held>;
  readonly vectors: Vectors;
}

async function readServing(dir: string, embedder: Embedder): Promise<Serving | undefined> {
  try {
    const manifest = await readManifest(dir);
    if (manifest.embedder.fingerprint !== embedder.fingerprint) return undefined;
    const files = await verifiedFiles(dir, manifest);
    const bytes = (name: string) => files.get(name) ?? Buffer.alloc(0);
    const keys: unknown = JSON.parse(bytes(KEYS_FILE).toString("utf8"));
    if (!areDocumentKeys(keys)) return undefined;
    const lines = linesOf(bytes(DOCUMENTS_FILE));
    const chunkLines = linesOf(bytes(CHUNKS_FILE));
    const terms = byPassage(readPostings(bytes(LEXICAL_FILE)));
    const documents = heldIn(keys, lines, chunkLines, terms);
    if (!documents) return undefined;
    const vectors = await loadVectors(embedder, path.join(dir, manifest.version, VECTORS_FOLDER));
    return { manifest, documents, vectors };
  } catch (error) {
    if (error instanceof IndexError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Lays the files side by side; undefined when they do not name the same chunks in the same order. */
function heldIn(
  keys: readonly DocumentKeys[],
  lines: readonly Buffer[],
  chunkLines: readonly Buffer[],
  terms: Forward,
): Map<string, Held> | undefined {
  const { ids } = terms.postings;
  const documents = new Map<string, Held>();
  let next = 0;
  for (const [at, entry] of keys.entries()) {
    const first = next;
    for (const [id] of entry[2]) {
      const line = chunkLines[next];
      const start = Buffer.from(`{"id":${JSON.stringify(id)},`);
      if (ids[next] !== id || !line?.subarray(0, start.length).equals(start)) return undefined;
      next += 1;
    }
    const last = next;
    const line = lines[at];
    if (!line) return undefined;
    documents.set(entry[0], {
      keys: entry,
      line,
      chunks: chunkLines.slice(first, last),
      addTo(postings) {
        for (let passage = first; passage < last; passage++) postings.keep(terms, passage);
      },
    });
  }
  return next === chunkLines.length && keys.length === lines.length ? documents : undefined;
}
