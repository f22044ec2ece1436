/** A question and its conversation enter; the words of earlier turns leave that the question leans on, or nothing. */

import type { Turn } from "@/lib/guard/decision";
import { isSpanish, translateTerms } from "@/lib/search-index/embeddings/spanish";
import { surfaceWords, termOf } from "@/lib/search-index/lexical";
import type { Resources } from "./resources";
import { messageTerms, salienceOf } from "./salience";

/** Earlier questions looked at, newest first. Safe 2 to 6. */
const TURNS_BACK = 4;
/** Words carried over. Safe 3 to 8. */
const MOST_CARRIED = 5;
/** A question with more content words stands on its own. Safe 8 to 16. */
const STANDS_ALONE = 10;
/** Without a pronoun, a question with at most this many content words may lean on what came before. Safe 1 to 3. */
const FRAGMENT = 2;
/** How topical (log odds) a word must be to name a topic. Safe 0.5 to 2. */
const NAMES_A_TOPIC = 1;
/** A word at least this salient, against the most salient of its turn, is carried over. Safe 0.3 to 0.7. */
const CARRIED = 0.45;

const LEADS_ON =
  /^\s*[¿¡]?\s*(?:and|but|so|also|then|ok(?:ay)?|what about|how about|what else|why|since when|y|pero|entonces|tambien|también|por qué|que tal|qué tal)\b/i;
const POINTS_BACK =
  /\b(?:it|its|it's|this|that|these|those|they|them|their|one|ones|he|she|same|either|both|eso|esto|ese|esa|esos|esas|este|esta|estos|estas|ello|ellos|ellas|lo|mismo|misma|afterwards?|after that|instead|there)\b/i;
const SUBSTITUTES = /^\s*[¿¡]?\s*(?:and|what about|how about|y|qué tal|que tal)\b/i;

const inEnglish = (text: string) => (isSpanish(text) ? translateTerms(text) : text);

/** The content words of a question that name a topic, most salient first. */
function topicsOf(text: string, resources: Resources, isIndexed: (term: string) => boolean) {
  const terms = messageTerms(inEnglish(text), "en", resources.words).map((item) => ({
    ...item,
    salience: salienceOf(item, resources.salience),
  }));
  const top = terms.reduce((most, { salience }) => Math.max(most, salience), 0);
  return terms
    .filter(({ term, word, salience }) => {
      const topical = resources.words[term]?.[0] ?? 0;
      const isTopic = topical >= NAMES_A_TOPIC || resources.medicines.has(word) || isIndexed(term);
      return isTopic && salience >= CARRIED * top;
    })
    .sort((a, b) => b.salience - a.salience);
}

/** Whether a question cannot be understood alone. */
export function leansOnHistory(question: string, resources: Resources): boolean {
  const terms = messageTerms(inEnglish(question), "en", resources.words);
  if (terms.length >= STANDS_ALONE) return false;
  if (LEADS_ON.test(question) || POINTS_BACK.test(question)) return true;
  return (
    terms.length <= FRAGMENT &&
    !terms.some(({ word, term }) => {
      const topical = resources.words[term]?.[0] ?? 0;
      return resources.medicines.has(word) || topical >= 2 * NAMES_A_TOPIC;
    })
  );
}

/**
 * Completes a follow-up without a model: the topic of the last question that named one.
 * @param isIndexed whether a term is in the index
 * @returns words to search for besides the question; empty when it stands alone or nothing came before
 * @example completeFromHistory("does it affect bone?", [{ role: "user", text: "What is anastrozole?" }], …) // "anastrozole"
 */
export function completeFromHistory(
  question: string,
  history: readonly Turn[],
  resources: Resources,
  isIndexed: (term: string) => boolean,
): string {
  if (history.length === 0 || !leansOnHistory(question, resources)) return "";
  const own = new Set(surfaceWords(inEnglish(question)).map((word) => termOf(word)));
  // "And tamoxifen?" asks the same about another medicine: the first one is not carried over.
  const namesMedicine = surfaceWords(inEnglish(question)).some((word) =>
    isMedicine(word, resources),
  );
  const replaces = SUBSTITUTES.test(question) && namesMedicine;
  const carried: string[] = [];
  const asked = history
    .filter(({ role }) => role === "user")
    .slice(-TURNS_BACK)
    .reverse();
  for (const { text } of asked) {
    for (const { term, word } of topicsOf(text, resources, isIndexed)) {
      if (own.has(term) || carried.includes(word) || carried.length >= MOST_CARRIED) continue;
      if (replaces && isMedicine(word, resources)) continue;
      carried.push(word);
    }
    if (carried.length > 0 && !leansOnHistory(text, resources)) break;
  }
  return carried.join(" ");
}

function isMedicine(word: string, { medicines, synonyms }: Resources): boolean {
  return (
    medicines.has(word) ||
    (word.length > 5 &&
      synonyms.find([word]).some(({ reviewed }) => reviewed.some((name) => medicines.has(name))))
  );
}
