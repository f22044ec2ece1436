/**
 * Text in; the school grade a reader needs out, by two published formulas.
 *
 * Flesch-Kincaid: Kincaid, Fishburne, Rogers and Chissom, 1975. SMOG: McLaughlin, 1969. Both are
 * for English; another language gets null rather than a number that means nothing.
 */
import readability from "text-readability";
import { splitSentences } from "@/lib/sentences";

/** Words read of a long text; safe 1,000 to 50,000. The grade of a book is settled by then. */
const MAX_WORDS = 2_000;

/** Fewer words than this have no grade worth showing; safe 10 to 100. */
const MIN_WORDS = 20;

interface Counts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
  readonly polysyllables: number;
}

/** Syllables of words already met, as written: a text repeats its words, and counting is the slow part. */
const syllablesOf = new Map<string, number>();
/** Words remembered; safe 10,000 to 500,000. Bounds memory over a large corpus. */
const MAX_REMEMBERED = 100_000;

function syllables(written: string): number {
  const known = syllablesOf.get(written);
  if (known !== undefined) return known;
  const word = written.toLowerCase().replace(/[.,'’-]+$/u, "");
  const counted = /\d/u.test(word) ? 1 : Math.max(1, readability.syllableCount(word));
  if (syllablesOf.size >= MAX_REMEMBERED) syllablesOf.clear();
  syllablesOf.set(written, counted);
  return counted;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu;
/** The same for a text of plain characters, in half the time. */
const PLAIN_WORD = /[A-Za-z0-9][A-Za-z0-9'.,-]*/g;
const PLAIN = /^[\n -~]*$/;

function count(text: string, language: string): Counts | null {
  if (!/^en(?:-|$)/iu.test(language)) return null;
  const counts = { words: 0, sentences: 0, syllables: 0, polysyllables: 0 };
  const pattern = PLAIN.test(text) ? PLAIN_WORD : WORD;
  for (const { start, end } of splitSentences(text, language)) {
    const words = text.slice(start, end).match(pattern);
    if (!words) continue;
    counts.sentences += 1;
    counts.words += words.length;
    for (const word of words) {
      const found = syllables(word);
      counts.syllables += found;
      if (found >= 3) counts.polysyllables += 1;
    }
    if (counts.words >= MAX_WORDS) break;
  }
  return counts.words < MIN_WORDS ? null : counts;
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
