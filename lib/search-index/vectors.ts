/**
 * Unit vectors with ids in; nearest ids by cosine similarity out. The only importer of HNSWLib.
 */
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document as StoredDocument } from "langchain";
import { IndexError } from "./errors";
import type { Embedder, Scored } from "./search-index";

/**
 * How many candidates a search keeps while it walks the graph (at least the number asked for).
 * Range 50 to 500: higher finds more of the true neighbours and takes longer; 200 finds over 99%.
 */
const SEARCH_BREADTH = 200;

export interface Vectors {
  /** The `limit` nearest to a unit vector, best first; cosine similarity from -1 to 1. */
  nearest(vector: readonly number[], limit: number): Promise<readonly Scored[]>;
  /** Every stored vector, in the order it was added. */
  all(): Float32Array[];
  save(dir: string): Promise<void>;
}

/** Says what really failed when the native addon does not load: HNSWLib's own message hides it. */
async function probeAddon(): Promise<void> {
  try {
    await import("hnswlib-node");
  } catch (cause) {
    throw new Error(
      `hnswlib-node did not load: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        'It is compiled on install: make sure python3, make and g++ are there, then run "npm rebuild hnswlib-node".',
      { cause },
    );
  }
}

function asVectors(store: HNSWLib): Vectors {
  const count = store.index.getCurrentCount();
  store.index.setEf(SEARCH_BREADTH);
  return {
    async nearest(vector, limit) {
      const wanted = Math.min(limit, count);
      if (wanted < 1) return [];
      const hits = await store.similaritySearchVectorWithScore([...vector], wanted);
      // HNSWLib gives a distance, 0 for the same direction; it is turned into a similarity here only.
      return hits.map(([stored, distance]) => ({ id: stored.pageContent, score: 1 - distance }));
    },
    all: () =>
      Array.from({ length: count }, (_, at) => Float32Array.from(store.index.getPoint(at))),
    save: (dir) => store.save(dir),
  };
}

/** Builds the graph over vectors of one length; `ids[i]` names `vectors[i]`. */
export async function buildVectors(
  embedder: Embedder,
  ids: readonly string[],
  vectors: readonly Float32Array[],
): Promise<Vectors> {
  await probeAddon();
  const numDimensions = vectors[0]?.length ?? embedder.dimensions;
  const store = new HNSWLib(embedder, { space: "cosine", numDimensions });
  const stored = ids.map((id) => new StoredDocument({ pageContent: id, metadata: {} }));
  await store.addVectors(
    vectors.map((vector) => Array.from(vector)),
    stored,
  );
  return asVectors(store);
}

/**
 * Loads a graph that `save` wrote.
 * @throws IndexError `corrupt` when the files do not form one.
 */
export async function loadVectors(embedder: Embedder, dir: string): Promise<Vectors> {
  await probeAddon();
  try {
    return asVectors(await HNSWLib.load(dir, embedder));
  } catch (cause) {
    throw new IndexError(
      "corrupt",
      `The vectors at ${dir} are damaged. Run "npm run ingest" to build them again.`,
      { cause },
    );
  }
}
