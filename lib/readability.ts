/**
 * Text in; the school grade a reader needs out, by two published formulas.
 *
 * Flesch-Kincaid: Kincaid, Fishburne, Rogers and Chissom, 1975. SMOG: McLaughlin, 1969. Both are
 * for English; another language gets null rather than a number that means nothing.
 */
import { isPlain } from "@/lib/plain";
import { splitSentences } from "@/lib/sentences";
import { countSyllables, syllablesAt } from "@/lib/syllables";

/** Words read of a long text; safe 1,000 to 50,000. The grade of a book is settled by then. */
const MAX_WORDS = 2_000;

/** Fewer words than this have no grade worth showing; safe 10 to 100. */
const MIN_WORDS = 20;

interface Counts {
  words: number;
  sentences: number;
  syllables: number;
  polysyllables: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu;
function count(text: string, language: string): Counts | null {
  if (!/^en(?:-|$)/iu.test(language)) return null;
  const counts = { words: 0, sentences: 0, syllables: 0, polysyllables: 0 };
  // In a plain text a word is found without a pattern.
  const addWords = isPlain(text) ? addPlainWords : addAnyWords;
  for (const { start, end } of splitSentences(text, language)) {
    const before = counts.words;
    addWords(text, start, end, counts);
    if (counts.words > before) counts.sentences += 1;
    if (counts.words >= MAX_WORDS) break;
  }
  return counts.words < MIN_WORDS ? null : counts;
}

function addWord(syllables: number, counts: Counts): void {
  counts.words += 1;
  counts.syllables += syllables;
  if (syllables >= 3) counts.polysyllables += 1;
}

function addAnyWords(text: string, start: number, end: number, counts: Counts): void {
  for (const word of text.slice(start, end).match(WORD) ?? [])
    addWord(countSyllables(word.toLowerCase().replace(/[.,'’-]+$/u, "")), counts);
}

/** `'`, `,`, `-` and `.` may stand inside a word. */
const joins = (code: number) => code === 0x27 || code === 0x2c || code === 0x2d || code === 0x2e;
const isLetterOrDigit = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39);

/** The same words as WORD finds, from a text of plain characters. */
function addPlainWords(text: string, start: number, end: number, counts: Counts): void {
  for (let at = start; at < end; ) {
    if (!isLetterOrDigit(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const from = at;
    let to = at;
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (isLetterOrDigit(code)) to = at + 1;
      else if (!joins(code)) break;
    }
    addWord(syllablesAt(text, from, to), counts);
  }
}

const oneDecimal = (value: number) => Math.max(0, Math.round(value * 10) / 10);

/**
 * Flesch-Kincaid grade.
 *
 * @param text prose; the first 2,000 words are read
 * @param language BCP 47
 * @returns US school grade to one decimal, or null when the language is not English or the text
 *   is too short to grade
 */
export function readingGrade(text: string, language: string): number | null {
  const counts = count(text, language);
  if (!counts) return null;
  const grade =
    0.39 * (counts.words / counts.sentences) + 11.8 * (counts.syllables / counts.words) - 15.59;
  return oneDecimal(grade);
}

/**
 * SMOG grade.
 *
 * @param text prose; the first 2,000 words are read
 * @param language BCP 47
 * @returns US school grade to one decimal, or null as for `readingGrade`
 */
export function smogGrade(text: string, language: string): number | null {
  const counts = count(text, language);
  if (!counts) return null;
  const grade = 1.043 * Math.sqrt(counts.polysyllables * (30 / counts.sentences)) + 3.1291;
  return oneDecimal(grade);
}
