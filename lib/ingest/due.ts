/**
 * An index folder and the corpus folder in; the paths that must be ingested before serving out.
 */
import { IndexError } from "@/lib/search-index/errors";
import type { Embedder, SearchIndex } from "@/lib/search-index/search-index";
import type { IndexDoor } from "./dependencies";
import { isIndexCurrent } from "./ingest";

export interface DueDependencies {
  readonly index: IndexDoor;
  readonly embedder: Embedder;
  openIndex(dir: string, embedder: Embedder): Promise<SearchIndex>;
}

/**
 * What a start has to ingest. An index made from other paths than the corpus is the owner's choice and
 * is served as it is; one that cannot be used is made again from the paths it was made from.
 * @returns the paths and why, or undefined when the index can serve as it is
 */
export async function ingestionDue(
  dir: string,
  corpusDir: string,
  { index, embedder, openIndex }: DueDependencies,
): Promise<{ roots: readonly string[]; reason: string } | undefined> {
  const manifest = await index.readManifest(dir).catch((error: unknown) => {
    if (error instanceof IndexError) return undefined;
    throw error;
  });
  const roots = manifest?.roots ?? [corpusDir];
  try {
    await openIndex(dir, embedder);
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    return { roots, reason: error.message };
  }
  const isOfCorpus = roots.length === 1 && roots[0] === corpusDir;
  if (!isOfCorpus || (await isIndexCurrent(roots, { index, embedder }, { dir }))) return undefined;
  return { roots, reason: `The documents in ${corpusDir} have changed.` };
}
