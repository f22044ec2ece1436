/** What enters: a document's sentences. What leaves: its length and reading grade, and a finding for each limit it breaks. */

import readability from "text-readability";
import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";
import type { Sentence } from "./sentences";

/** Highest Flesch-Kincaid school grade; safe 6 to 9. Health leaflets are asked to read at grade 8 or below. */
export const MAX_FLESCH_KINCAID = 8;
/** Highest SMOG grade; safe 8 to 11. SMOG runs about two grades above Flesch-Kincaid on the same text. */
export const MAX_SMOG = 10;
/** Highest mean sentence length in words; safe 15 to 22. Longer sentences do not survive being quoted alone. */
export const MAX_MEAN_SENTENCE = 20;
/** Fewest words of a document; safe 300 to 600. Below it a topic is not really covered. */
export const MIN_WORDS = 500;
/** Most words of a document; safe 1,000 to 1,500. Above it a reader wants two documents. */
export const MAX_WORDS = 1200;
/** Lowest Fernández-Huerta ease of a Spanish text; safe 55 to 70. 60 and above is called plain on its scale. */
export const MIN_FERNANDEZ_HUERTA = 60;

export interface Readability {
  readonly words: number;
  readonly sentences: number;
  /** Words per sentence. */
  readonly meanSentence: number;
  /** School grade; undefined for Spanish. */
  readonly fleschKincaid: number | undefined;
  /** School grade; undefined for Spanish. */
  readonly smog: number | undefined;
  /** Ease from 0 to 100, higher is easier; undefined for English. */
  readonly fernandezHuerta: number | undefined;
}

/**
 * Measures a text.
 *
 * @param sentences its sentences
 * @param language `en` (Flesch-Kincaid and SMOG by the text-readability library) or `es` (Fernández-Huerta, 1959)
 * @returns counts and grades
 */
export function measure(sentences: readonly Sentence[], language: string): Readability {
  const text = sentences.map((sentence) => closedText(sentence.text)).join(" ");
  const words = sentences.reduce((sum, sentence) => sum + countWords(sentence.text), 0);
  const meanSentence = sentences.length === 0 ? 0 : words / sentences.length;
  if (language === "es") {
    const syllables = (text.match(/\p{L}+/gu) ?? []).reduce(
      (sum, word) => sum + spanishSyllables(word),
      0,
    );
    const ease = words === 0 ? 100 : 206.84 - 60 * (syllables / words) - 1.02 * meanSentence;
    return {
      words,
      sentences: sentences.length,
      meanSentence,
      fleschKincaid: undefined,
      smog: undefined,
      fernandezHuerta: ease,
    };
  }
  return {
    words,
    sentences: sentences.length,
    meanSentence,
    fleschKincaid: readability.fleschKincaidGrade(text),
    smog: readability.smogIndex(text),
    fernandezHuerta: undefined,
  };
}

/**
 * Compares a document's measures with the limits.
 *
 * @param document the parsed document
 * @param measured its measures
 * @param anyLength true for a glossary or a summary, which may be short or long
 * @returns a finding for each limit broken
 */
export function checkReadability(
  document: ParsedDocument,
  measured: Readability,
  anyLength: boolean,
): Problem[] {
  const found: [string, string, string][] = [];
  const { words, meanSentence, fleschKincaid, smog, fernandezHuerta } = measured;
  if (!anyLength && words < MIN_WORDS)
    found.push([
      "words",
      `${words} words, fewer than ${MIN_WORDS}`,
      "answer more of the questions a patient would ask",
    ]);
  if (!anyLength && words > MAX_WORDS)
    found.push(["words", `${words} words, more than ${MAX_WORDS}`, "split the document in two"]);
  if (meanSentence > MAX_MEAN_SENTENCE)
    found.push([
      "sentence-length",
      `${meanSentence.toFixed(1)} words a sentence, more than ${MAX_MEAN_SENTENCE}`,
      "cut long sentences in two",
    ]);
  if (fleschKincaid !== undefined && fleschKincaid > MAX_FLESCH_KINCAID)
    found.push([
      "flesch-kincaid",
      `grade ${fleschKincaid}, above ${MAX_FLESCH_KINCAID}`,
      "use shorter words and sentences",
    ]);
  if (smog !== undefined && smog > MAX_SMOG)
    found.push([
      "smog",
      `grade ${smog}, above ${MAX_SMOG}`,
      "use fewer words of three syllables or more",
    ]);
  if (fernandezHuerta !== undefined && fernandezHuerta < MIN_FERNANDEZ_HUERTA)
    found.push([
      "fernandez-huerta",
      `ease ${fernandezHuerta.toFixed(0)}, below ${MIN_FERNANDEZ_HUERTA}`,
      "use shorter words and sentences",
    ]);
  return found.map(([rule, what, fix]) => ({
    file: document.file,
    line: 1,
    rule,
    what,
    fix,
    level: "error",
  }));
}

/**
 * Counts the words of a sentence; numbers count.
 *
 * @param text a sentence
 * @returns words
 */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}

function closedText(text: string): string {
  return /[.!?]["')\]”’]*$/u.test(text) ? text : `${text.replace(/[:;,]$/u, "")}.`;
}

/** Vowel groups, with a strong or stressed pair split in two, which is how Spanish divides syllables. */
function spanishSyllables(word: string): number {
  const groups =
    word
      .toLowerCase()
      .replace(/([gq])u(?=[eiéí])/gu, "$1")
      .match(/[aeiouáéíóúü]+/gu) ?? [];
  const split = groups.reduce(
    (sum, group) =>
      sum + 1 + (group.match(/(?<=[aeoáéó])[aeoáéóíú]|(?<=[íú])[aeo]/gu)?.length ?? 0),
    0,
  );
  return Math.max(1, split);
}
