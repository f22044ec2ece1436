/** Topics with their synonyms enter; lines of names for the same thing leave, those kept that are safe to follow. */

import type { WordTable } from "@/lib/retrieve/salience";
import { lexicalTerms, surfaceWords } from "@/lib/search-index/lexical";
import type { TrainingData } from "../train/data";

/** Longer names are found by their words anyway. */
const MOST_WORDS = 4;
/** Short words are acronyms that mean many things. */
const SHORTEST = 5;
const MOST_NAMES = 4;
/** A name whose every word is this common stands for too much ("glass", "speed", "care"). */
const LEAST_RARITY = 3.5;

/** Names that share no word with the first, from sources for the public; brackets, dashes and lists left out. */
export function learnedNames(data: TrainingData, table: WordTable): string[] {
  const lines = new Set<string>();
  const usable = (name: string) => {
    const words = surfaceWords(name);
    const terms = lexicalTerms(name);
    return (
      /^[\p{L}' -]+$/u.test(name) &&
      !name.includes(" - ") &&
      words.length <= MOST_WORDS &&
      terms.length > 0 &&
      words.join("").length >= SHORTEST &&
      !(words.length === 1 && name === name.toUpperCase()) &&
      Math.max(...terms.map((term) => table[term]?.[1] ?? 9)) >= LEAST_RARITY &&
      Math.max(...terms.map((term) => table[term]?.[0] ?? 1)) > 0.5
    );
  };
  for (const { focus, synonyms, collection } of data.synonyms) {
    if (/GHR|GARD/.test(collection) || !usable(focus)) continue;
    const own = new Set(lexicalTerms(focus));
    const kept = synonyms
      .filter((name) => usable(name) && !lexicalTerms(name).some((term) => own.has(term)))
      .slice(0, MOST_NAMES);
    if (kept.length > 0)
      lines.add([focus, ...kept].map((name) => surfaceWords(name).join(" ")).join("|"));
  }
  return [...lines].sort();
}
