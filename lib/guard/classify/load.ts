/** A path goes in; the trained classifier comes out, or an error that says what is wrong with it. */
import { readFileSync } from "node:fs";
import { loadStaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { type Classifier, ClassifierError, createClassifier, type Weights } from "./classifier";
import type { Embedding } from "./vector";

/** Where the shipped weights lie, from the repository root. */
export const CLASSIFIER_FILE = "models/guard-classifier.json";

/**
 * Reads the shipped classifier.
 *
 * @param embedding the sentence embedding, where one is loaded already; else the shipped one is, if it is needed
 * @param file another file of weights
 * @throws ClassifierError when the file is missing, is not weights, or was trained with another embedding, and
 *   WeightsError when there is no embedding to read: the caller decides whether the rules may go on alone, and
 *   says so in health
 */
export function loadClassifier(embedding?: Embedding, file: string = CLASSIFIER_FILE): Classifier {
  let weights: Weights;
  try {
    weights = JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8")) as Weights;
  } catch (cause) {
    throw new ClassifierError(`${file} could not be read as weights`, { cause });
  }
  return createClassifier(
    weights,
    weights.layer ? (embedding ?? loadStaticEmbeddings(process.cwd())) : undefined,
  );
}
