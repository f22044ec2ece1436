/**
 * Unit vectors with ids in; nearest ids by cosine similarity out. The only importer of HNSWLib.
 */
import path from "node:path";
import { SynchronousInMemoryDocstore } from "@langchain/community/stores/doc/in_memory";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document as StoredDocument } from "@langchain/core/documents";
import type { HierarchicalNSW } from "hnswlib-node";
import { IndexError } from "./errors";
import type { Embedder, Scored } from "./search-index";

/**
 * How many candidates a search keeps while it walks the graph (at least the number asked for).
 * Range 50 to 500: higher finds more of the true neighbours and takes longer. 300 finds 98.8% of the
 * true 50 nearest among 32,000 passages, in 0.4 ms.
 */
const SEARCH_BREADTH = 300;

/**
 * The same while a point is added. Range 60 to 200: building takes time in proportion. With the breadth
 * above, 200 (the library's default) finds 99.4% and takes twice as long, 60 finds 97.8%.
 */
const BUILD_BREADTH = 100;

/** What HNSWLib calls the graph's file. */
const GRAPH_FILE = "hnswlib.index";

/** Links a point has. Range 8 to 32; the library's default. */
const LINKS = 16;

/** HNSWLib keeps a document beside each vector; its text is the id, and nothing else is kept. */
const storedAs = (id: string) => new StoredDocument({ pageContent: id, metadata: {} });

export interface Vectors {
  /** How many can be found. */
  readonly size: number;
  /** Share of the graph that is taken up by what was removed from it, 0 to 1. */
  readonly removedShare: number;
  /** The `limit` nearest to a unit vector, best first; cosine similarity from -1 to 1. */
  nearest(vector: readonly number[], limit: number): Promise<readonly Scored[]>;
  /** A stored vector. */
  vectorOf(id: string): Float32Array | undefined;
  /** Takes ids out and puts others in. What was removed stays in the graph as a way to the rest. */
  replace(
    removed: Iterable<string>,
    added: readonly { id: string; vector: Float32Array }[],
  ): Promise<void>;
  /** @throws Error with the code of a full disk when the disk did not take the whole of it */
  save(dir: string): Promise<void>;
}

/** Says what really failed when the native addon does not load: HNSWLib's own message hides it. */
async function emptyGraph(dimensions: number): Promise<HierarchicalNSW> {
  try {
    const { default: addon } = await import("hnswlib-node");
    return new addon.HierarchicalNSW("cosine", dimensions);
  } catch (cause) {
    throw new Error(
      `hnswlib-node did not load: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        'It is compiled on install: make sure python3, make and g++ are there, then run "npm rebuild hnswlib-node".',
      { cause },
    );
  }
}

class Graph implements Vectors {
  readonly #store: HNSWLib;
  /** By id: the number HNSWLib knows it by. Made when it is first needed. */
  #labels: Map<string, number> | undefined;

  constructor(store: HNSWLib) {
    this.#store = store;
    store.index.setEf(SEARCH_BREADTH);
  }

  get #stored(): Map<string, StoredDocument> {
    return this.#store.docstore._docs;
  }

  get size(): number {
    return this.#stored.size;
  }

  get removedShare(): number {
    return 1 - this.size / Math.max(1, this.#store.index.getCurrentCount());
  }

  async nearest(vector: readonly number[], limit: number): Promise<readonly Scored[]> {
    const wanted = Math.min(limit, this.size);
    if (wanted < 1) return [];
    const hits = await this.#store.similaritySearchVectorWithScore([...vector], wanted);
    // HNSWLib gives a distance, 0 for the same direction; it is turned into a similarity here only.
    const scored = hits.map(([stored, distance]) => ({
      id: stored.pageContent,
      score: 1 - distance,
    }));
    // The order of equals must not tell in what order an index came about.
    return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  vectorOf(id: string): Float32Array | undefined {
    const label = this.#labelOf(id);
    return label === undefined ? undefined : Float32Array.from(this.#store.index.getPoint(label));
  }

  async replace(
    removed: Iterable<string>,
    added: readonly { id: string; vector: Float32Array }[],
  ): Promise<void> {
    for (const id of removed) {
      const label = this.#labelOf(id);
      if (label === undefined) continue;
      this.#store.index.markDelete(label);
      this.#stored.delete(String(label));
    }
    this.#labels = undefined;
    await this.#store.addVectors(
      added.map(({ vector }) => Array.from(vector)),
      added.map(({ id }) => storedAs(id)),
    );
  }

  async save(dir: string): Promise<void> {
    await this.#store.save(dir);
    // The library does not notice a full disk; reading it back does.
    const written = await emptyGraph(this.#store.index.getNumDimensions());
    await written.readIndex(path.join(dir, GRAPH_FILE)).catch((cause: unknown) => {
      throw Object.assign(
        new Error("the disk did not take the whole graph of vectors", { cause }),
        {
          code: "ENOSPC",
        },
      );
    });
  }

  #labelOf(id: string): number | undefined {
    this.#labels ??= new Map(
      [...this.#stored].map(([label, { pageContent }]) => [pageContent, Number(label)]),
    );
    return this.#labels.get(id);
  }
}

/** A store around a graph. HNSWLib writes its arguments down, so they are only what it was made with. */
function storeOf(
  embedder: Embedder,
  numDimensions: number,
  graph: HierarchicalNSW,
  docstore?: HNSWLib["docstore"],
): HNSWLib {
  const base = { space: "cosine", numDimensions } as const;
  const store = new HNSWLib(embedder, { ...base, index: graph, ...(docstore ? { docstore } : {}) });
  store.args = base;
  return store;
}

/** A graph that vectors are added to as they come; their ids are told at the end. */
export interface GrowingVectors {
  add(vectors: Iterable<Float32Array>): void;
  /** @param ids of all that was added, in order */
  named(ids: readonly string[]): Vectors;
}

/**
 * Starts a graph. Points go to it without HNSWLib, which would start it again with breadths of its own
 * and copy every name it holds at each addition.
 * @param room how many vectors are expected; more may come
 */
export async function growVectors(
  embedder: Embedder,
  numDimensions: number,
  room: number,
): Promise<GrowingVectors> {
  const graph = await emptyGraph(numDimensions);
  graph.initIndex(Math.max(1, room), LINKS, BUILD_BREADTH);
  // The library takes plain arrays only; one is enough, since it copies.
  const point = new Array<number>(numDimensions).fill(0);
  return {
    add(vectors) {
      for (const vector of vectors) {
        const count = graph.getCurrentCount();
        if (count === graph.getMaxElements()) graph.resizeIndex(2 * count);
        for (let k = 0; k < numDimensions; k++) point[k] = vector[k] as number;
        graph.addPoint(point, count);
      }
    },
    named(ids) {
      const size = Math.max(1, ids.length);
      if (graph.getMaxElements() !== size) graph.resizeIndex(size);
      const stored = ids.map((id, at): [string, StoredDocument] => [String(at), storedAs(id)]);
      const docstore = new SynchronousInMemoryDocstore(new Map(stored));
      return new Graph(storeOf(embedder, numDimensions, graph, docstore));
    },
  };
}

/** Builds the graph over vectors of one length; `ids[i]` names `vectors[i]`. */
export async function buildVectors(
  embedder: Embedder,
  ids: readonly string[],
  vectors: readonly Float32Array[],
): Promise<Vectors> {
  const dimensions = vectors[0]?.length ?? embedder.dimensions;
  const growing = await growVectors(embedder, dimensions, ids.length);
  growing.add(vectors);
  return growing.named(ids);
}

/** Builds the graph and saves it in a folder. */
export async function buildAndSave(
  embedder: Embedder,
  ids: readonly string[],
  vectors: readonly Float32Array[],
  folder: string,
): Promise<Vectors> {
  const graph = await buildVectors(embedder, ids, vectors);
  await graph.save(folder);
  return graph;
}

/**
 * Loads a graph that `save` wrote.
 * @throws IndexError `corrupt` when the files do not form one.
 */
export async function loadVectors(embedder: Embedder, dir: string): Promise<Vectors> {
  await emptyGraph(embedder.dimensions || 1);
  try {
    const loaded = await HNSWLib.load(dir, embedder);
    const dimensions = loaded.args.numDimensions ?? embedder.dimensions;
    return new Graph(storeOf(embedder, dimensions, loaded.index, loaded.docstore));
  } catch (cause) {
    throw new IndexError(
      "corrupt",
      `The vectors at ${dir} are damaged. Run "npm run ingest" to build them again.`,
      { cause },
    );
  }
}
