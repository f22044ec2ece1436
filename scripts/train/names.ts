/** Training records enter; the words that occur in names of diseases and medicines leave. */

import { tokenise } from "@/lib/search-index/embeddings/tokenise";
import type { TrainingData } from "./data";
import { DOMAIN } from "./domain";

/** Words of disease and drug names that are not everyday words. */
export function medicalWords(data: TrainingData): Set<string> {
  const everyday = new Set(
    "a and of the in to for with by or on your at from people who what how i need know type about problems care health getting help men women child children adults disease conditions low high new long home family living".split(
      " ",
    ),
  );
  const words = new Set<string>();
  const add = (name: string): void => {
    for (const word of tokenise(name)) if (word.length > 2 && !everyday.has(word)) words.add(word);
  };
  for (const { focus, synonyms } of data.synonyms) [focus, ...synonyms].forEach(add);
  for (const { drug, synonyms } of data.drugs) [drug, ...synonyms].forEach(add);
  for (const { names } of DOMAIN) names.forEach(add);
  return words;
}
