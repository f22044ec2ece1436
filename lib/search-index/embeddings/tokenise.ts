/** Text enters; lower-case folded words leave, and for a word the hashed pieces that stand in for it when it is unknown. */

/** Longest word whose pieces are hashed; a longer run is not a word in any language we index, and must not cost time. Safe 24 to 64. */
const LONGEST_WORD = 40;

/** Sizes of the word pieces. Three letters survive most typing errors, four tell drug endings apart. */
const PIECE_SIZES = [3, 4] as const;

const ASCII = /^[\t\n\r -~]*$/;
const WORD = /[\p{L}\p{N}]+/gu;
const ASCII_WORD = /[a-z0-9]+/g;
const MARKS = /\p{M}+/gu;
const POSSESSIVE = /['’]s\b/g;
const APOSTROPHE = /['’]/g;
const LONG_NUMBER = /^\d{3,}$/;
/** All longer numbers share one word, since a year or a telephone number says nothing about the topic. */
const NUMBER_WORD = "000";

/**
 * Splits a text into the words the model knows.
 * @param text any text, empty allowed
 * @returns words in order: lower case, accents folded (José is jose), possessives dropped, hyphens split,
 *   numbers of three digits and more as one word; empty when there is no letter and no digit
 * @example tokenise("Crohn's disease, type-2") // ["crohn", "disease", "type", "2"]
 */
export function tokenise(text: string): string[] {
  let folded = text.toLowerCase();
  const ascii = ASCII.test(folded);
  if (!ascii) folded = folded.normalize("NFKD").replace(MARKS, "");
  if (folded.includes("'") || folded.includes("’"))
    folded = folded.replace(POSSESSIVE, "").replace(APOSTROPHE, "");
  const words: string[] = folded.match(ascii ? ASCII_WORD : WORD) ?? [];
  for (let i = 0; i < words.length; i++)
    if (LONG_NUMBER.test(words[i] as string)) words[i] = NUMBER_WORD;
  return words;
}

/**
 * Hashes the pieces of one word (FNV-1a over the characters of `<word>`), so that a misspelt or unseen word
 * lands near the words it shares pieces with.
 * @param word one word from {@link tokenise}
 * @param buckets number of buckets, at least 1
 * @param out filled with bucket numbers from 0 to buckets - 1; a repeated piece is repeated
 * @returns how many were written
 */
export function hashPieces(word: string, buckets: number, out: Int32Array): number {
  const marked = `<${word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word}>`;
  let count = 0;
  for (const size of PIECE_SIZES) {
    for (let start = 0; start + size <= marked.length; start++) {
      let hash = 0x811c9dc5;
      for (let i = start; i < start + size; i++)
        hash = Math.imul(hash ^ marked.charCodeAt(i), 0x01000193);
      // The low bits of FNV mix poorly for short strings.
      hash ^= hash >>> 15;
      out[count++] = (hash >>> 0) % buckets;
    }
  }
  return count;
}

/** Most pieces one word can have: the length to give the array passed to {@link hashPieces}. */
export const MOST_PIECES = PIECE_SIZES.length * (LONGEST_WORD + 2);
