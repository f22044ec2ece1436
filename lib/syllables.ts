/**
 * A text of plain characters and the place of a word in it in; how many syllables the word has out.
 *
 * A corpus says the same words millions of times. They are looked up by two hashes of their letters,
 * where they stand: cutting each word out of its text took most of the time of grading it.
 */
import readability from "text-readability";

/** Places for words met before; a power of two. Safe 2^15 to 2^20: nine bytes each. */
const PLACES = 2 ** 17;
/** All is forgotten when this many places are taken, which bounds memory and keeps looking quick. */
const MOST = PLACES / 2;

const firstHashes = new Int32Array(PLACES);
const secondHashes = new Int32Array(PLACES);
/** 0 where nothing is remembered. */
const counts = new Uint8Array(PLACES);
let taken = 0;

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** @param word in small letters, without marks at its end */
export function countSyllables(word: string): number {
  return /\d/u.test(word) ? 1 : Math.max(1, readability.syllableCount(word));
}

/**
 * @param text whose letters are all plain
 * @param end one past the word's last letter or digit
 * @returns as `countSyllables` of the word in small letters; two different words are taken for one
 *   once in 10^19 pairs
 */
export function syllablesAt(text: string, start: number, end: number): number {
  let first = 0x811c9dc5;
  let second = end - start;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) return 1;
    const small = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
    first = Math.imul(first ^ small, 0x01000193);
    second = Math.imul(second ^ small ^ (second >>> 15), 0x85ebca6b);
  }
  let place = (first ^ (first >>> 15)) & (PLACES - 1);
  for (; counts[place] !== 0; place = (place + 1) & (PLACES - 1))
    if (firstHashes[place] === first && secondHashes[place] === second)
      return counts[place] as number;
  const counted = Math.min(255, countSyllables(text.slice(start, end).toLowerCase()));
  if (taken >= MOST) {
    counts.fill(0);
    taken = 0;
    place = (first ^ (first >>> 15)) & (PLACES - 1);
  }
  firstHashes[place] = first;
  secondHashes[place] = second;
  counts[place] = counted;
  taken += 1;
  return counted;
}
