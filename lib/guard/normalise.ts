/**
 * A message as typed goes in; the same message cleaned, folded and cut into tokens comes out.
 *
 * Everything downstream matches tokens, so accents, case, zero-width characters, glued units and
 * shorthand are settled here once.
 */
import { SHORTHAND } from "./vocabulary/shorthand";

/** Longest message looked at, in characters; safe 2,000 (the API's limit) to 20,000. */
export const MAX_CHARACTERS = 12_000;
/** One compatibility character that stands for more letters than this is a ligature of a phrase; safe 3 to 6. */
const MAX_EXPANSION = 4;
/** The token that ends a sentence. */
export const STOP = ".";

export interface Token {
  /** Lower case, accents and apostrophes removed, shorthand written out. */
  readonly word: string;
  /** Offsets into `Normalised.text`. */
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  /** Token range, the stop excluded. */
  readonly from: number;
  readonly to: number;
  /** Ends with a question mark. */
  readonly asks: boolean;
}

export interface Normalised {
  /** NFKC, without zero-width, bidirectional and control characters. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** Zero-width, soft hyphen, bidirectional controls, variation selectors, tags, and C0/C1 but newline and tab. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points, listed as ranges
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e01ef}]/gu;

/** Letters of other alphabets that look Latin, used to hide words; only inside words that are otherwise Latin. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  х: "x",
  у: "y",
  і: "i",
  ѕ: "s",
  ј: "j",
  ԁ: "d",
  һ: "h",
  α: "a",
  ε: "e",
  ο: "o",
  ρ: "p",
  ι: "i",
  κ: "k",
  ν: "v",
  υ: "u",
};

/** Blocks whose characters NFKC writes out as several letters. */
const EXPANDING = /[\u3200-\u33ff\ufd00-\ufdff\u{1f100}-\u{1f2ff}]/gu;

/** The beginning and the end of a text too long to be looked at whole: requests stand in either. */
function ends(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const half = MAX_CHARACTERS / 2;
  return `${text.slice(0, half - 1)}\n${text.slice(text.length - half)}`;
}

/**
 * Removes what cannot be seen and makes equal what looks equal.
 *
 * @param text anything a person can paste
 * @returns at most MAX_CHARACTERS characters, NFKC; of a longer text its beginning and its end
 */
export function clean(text: string): string {
  return ends(
    ends(text)
      .toWellFormed()
      // A ligature that writes out to a whole phrase would push the words after it out of sight.
      .replace(EXPANDING, (letter) =>
        letter.normalize("NFKC").length > MAX_EXPANSION ? " " : letter,
      )
      .normalize("NFKC")
      .replace(INVISIBLE, "")
      .replace(/[’‘ʼ`´′]/gu, "'")
      .replace(/\r\n?/gu, "\n"),
  );
}

/**
 * Lower case without accents, in the spelling the vocabulary is compared in.
 *
 * @param word one word of a cleaned text
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a fast path for plain ASCII
  if (/^[\u0000-\u007f]*$/u.test(lower)) return lower;
  let folded = lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u064b-\u0652\u0670\u0640]/gu, "")
    .normalize("NFC")
    .replace(/[đł]/gu, (letter) => (letter === "đ" ? "d" : "l"))
    .replace(/ß/gu, "ss")
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/ى/gu, "ي")
    .replace(/ة/gu, "ه");
  if (/[a-z]/u.test(folded) && /[\u0370-\u04ff\u0500-\u052f]/u.test(folded))
    folded = folded.replace(/[\u0370-\u052f]/gu, (letter) => LOOKALIKES[letter] ?? letter);
  return folded;
}

const PIECE =
  /\d+(?:[.,:/]\d+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|[.!?;\n…。！？؟।]|%|\$|\+/gu;
/** Words whose `'s` is "is", not an owner. */
const IS_CONTRACTION = new Set([
  "he",
  "she",
  "it",
  "that",
  "what",
  "there",
  "who",
  "how",
  "let",
  "here",
  "where",
  "when",
  "why",
]);
/** A stop after these is an abbreviation's. */
const ABBREVIATIONS = new Set([
  "dr",
  "dra",
  "sr",
  "sra",
  "mr",
  "mrs",
  "ms",
  "st",
  "vs",
  "etc",
  "approx",
  "aprox",
  "no",
  "e",
  "g",
  "i",
]);

function bare(word: string): string {
  const quote = word.lastIndexOf("'");
  if (quote > 0 && word.slice(quote) === "'s" && !IS_CONTRACTION.has(word.slice(0, quote)))
    return word.slice(0, quote).replaceAll("'", "");
  return word.replaceAll("'", "");
}

/**
 * Cleans, folds and cuts a message.
 *
 * @param message anything a person can paste
 * @param spell corrects one folded word to the vocabulary's spelling; the word itself when unknown
 * @returns the text, its tokens and its sentences; linear in the length
 */
export function normalise(
  message: string,
  spell: (word: string) => string = (word) => word,
): Normalised {
  const text = clean(message);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (asks: boolean, start: number) => {
    if (tokens.length > from) {
      sentences.push({ from, to: tokens.length, asks });
      tokens.push({ word: STOP, start, end: start + 1 });
      from = tokens.length;
    } else if (asks && sentences.length > 0) {
      const last = sentences[sentences.length - 1];
      if (last) sentences[sentences.length - 1] = { ...last, asks: true };
    }
  };
  for (const match of text.matchAll(PIECE)) {
    const raw = match[0];
    const start = match.index;
    if (/^[.!?;\n…。！？؟।]$/u.test(raw)) {
      const last = tokens[tokens.length - 1];
      const abbreviation =
        raw === "." &&
        last &&
        last.end === start &&
        ABBREVIATIONS.has(fold(text.slice(last.start, last.end)));
      if (!abbreviation) close(/[?？؟]/u.test(raw), start);
      continue;
    }
    const end = start + raw.length;
    const word = bare(fold(raw));
    const long = SHORTHAND.get(word);
    if (long) for (const part of long) tokens.push({ word: part, start, end });
    else tokens.push({ word: spell(word), start, end });
  }
  close(false, text.length);
  return { text, tokens, sentences };
}
