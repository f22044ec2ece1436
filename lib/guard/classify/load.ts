/** A path goes in; the trained classifier comes out, or nothing where none is shipped. */
import { existsSync, readFileSync } from "node:fs";
import { type Classifier, createClassifier, type Weights } from "./classifier";

/** Where the shipped weights lie, from the repository root. */
export const CLASSIFIER_FILE = "models/guard-classifier.json";

/**
 * Reads the shipped classifier.
 *
 * @param embed the sentence embedding, needed only by weights trained with one
 * @param file another file of weights
 * @returns undefined when there is no file, or it needs an embedding that was not given: the rules then decide alone
 */
export function loadClassifier(
  embed?: (text: string) => Float32Array,
  file: string = CLASSIFIER_FILE,
): Classifier | undefined {
  if (!existsSync(file)) return undefined;
  const weights = JSON.parse(readFileSync(file, "utf8")) as Weights;
  if (weights.dimensions > 0 && !embed) return undefined;
  return createClassifier(weights, embed);
}
