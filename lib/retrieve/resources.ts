/** The shipped tables enter as text; what a question is read with leaves: known words, salience, kinds, names and weights. */

import { termOf } from "@/lib/search-index/lexical";
import kindsFile from "@/models/retrieval-kinds.json";
import weightsFile from "@/models/retrieval-weights.json";
import wordsFile from "@/models/retrieval-words.json";
import type { EvidenceModel } from "./evidence";
import { FEATURES, type Feature } from "./features";
import type { KindLexicon } from "./kinds";
import type { SalienceModel, WordTable } from "./salience";
import { type Synonyms, shippedSynonyms } from "./synonyms";

export interface Resources {
  readonly words: WordTable;
  readonly salience: SalienceModel;
  readonly kinds: KindLexicon;
  readonly synonyms: Synonyms;
  /** Names of medicines, one word each. */
  readonly medicines: ReadonlySet<string>;
  readonly weights: Readonly<Record<Feature, number>>;
  readonly evidence: EvidenceModel;
}

/** Whether a word is right as it stands: a stop word, a word of health questions and passages, or a medicine. */
export function isKnownWord(word: string, { words, medicines }: Resources): boolean {
  const term = termOf(word);
  return term === "" || words[term] !== undefined || medicines.has(word);
}

/** `stem topical rarity;…` to a table. */
export function parseWords(text: string): WordTable {
  const table: Record<string, readonly [number, number]> = Object.create(null);
  for (const entry of text.split(";")) {
    const [stem, topical, rarity] = entry.split(" ");
    if (stem) table[stem] = [Number(topical), Number(rarity)];
  }
  return table;
}

/** `stem kind:odds kind:odds;…` to a lexicon. */
export function parseKinds(text: string): KindLexicon {
  const lexicon: Record<string, (readonly [number, number])[]> = Object.create(null);
  for (const entry of text.split(";")) {
    const [stem, ...odds] = entry.split(" ");
    if (stem)
      lexicon[stem] = odds.map((pair) => {
        const [kind, value] = pair.split(":");
        return [Number(kind), Number(value)] as const;
      });
  }
  return lexicon;
}

/** @throws Error naming the file when a weight is missing: the shipped files do not belong together. */
export function parseWeights(weights: Readonly<Record<string, number>>): Record<Feature, number> {
  const parsed = {} as Record<Feature, number>;
  for (const feature of FEATURES) {
    const weight = weights[feature];
    if (typeof weight !== "number" || !(weight >= 0))
      throw new Error(
        `models/retrieval-weights.json has no usable weight for "${feature}". Restore the file from the release or make it again with: npx tsx scripts/train-retrieval.ts weights`,
      );
    parsed[feature] = weight;
  }
  return parsed;
}

let shipped: Resources | undefined;

/** What the project ships, read once for the life of the process. */
export function shippedResources(): Resources {
  shipped ??= {
    words: parseWords(wordsFile.stems),
    salience: wordsFile.salience,
    kinds: parseKinds(kindsFile.stems),
    synonyms: shippedSynonyms(),
    medicines: new Set(wordsFile.medicines.split(" ")),
    weights: parseWeights(weightsFile.weights),
    evidence: weightsFile.evidence,
  };
  return shipped;
}
