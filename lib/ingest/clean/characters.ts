/**
 * Text as written in; text without characters a reader cannot see, and with odd separators made
 * ordinary, out.
 */
import { isPlain } from "@/lib/plain";

/**
 * Control, format and private-use characters, fillers and variation selectors: nothing a reader
 * sees. The joiners stay where a script needs them to be spelt right (Arabic, Indic scripts).
 */
const INVISIBLE =
  /(?![\t\n\u200c\u200d])(?:\p{Cc}|\p{Cf}|\p{Co})|\u034f|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180d]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}])[\u200c\u200d]/gu;
/** Invisible, but ordinary in honest files: a soft hyphen, an emoji's variant, a byte order mark. */
const HARMLESS = new Set(["\u00ad", "\ufe0f", "\ufeff"]);
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/** Symbols that some sites print between words where prose has a dash or a colon. */
const ODD_SEPARATOR = "∞¦‖❖✦✧⁂◆◇■□▪▫►▸➤➔→⟶»";

/** A short label at the start of a line, then the separator: "Pituitary gland ∞ Located …". */
const AFTER_LABEL = new RegExp(
  `^([^.!?:;${ODD_SEPARATOR}]{1,60}?)\\s[${ODD_SEPARATOR}]\\s(?=\\S)`,
  "u",
);
const BETWEEN_WORDS = new RegExp(
  `(?<=[\\p{L}\\p{N})”"'’])\\s[${ODD_SEPARATOR}]\\s(?=[\\p{L}\\p{N}(“"'‘])`,
  "gu",
);
const HAS_SEPARATOR = new RegExp(`[${ODD_SEPARATOR}]`, "u");
/** Words of a label; safe 3 to 8. A longer start is a clause, and takes a dash. */
const MAX_LABEL_WORDS = 6;

/**
 * Removes what cannot be seen and evens out line ends and spaces.
 *
 * @returns the text and how many invisible characters were removed
 */
export function normaliseCharacters(text: string): { text: string; removed: number } {
  // Nothing plain is invisible, odd or composed, so most files are done with one look.
  if (isPlain(text)) return { text, removed: 0 };
  let removed = 0;
  const kept = text
    .replace(/\r\n?|\u2028|\u2029|\u0085|\f/gu, "\n")
    .replace(INVISIBLE, (character) => {
      if (!HARMLESS.has(character)) removed += 1;
      return "";
    })
    .replace(SPACES, " ")
    .normalize("NFC");
  return { text: kept, removed };
}

/**
 * Gives an odd separator the form prose has: a colon after a short label, a dash elsewhere.
 *
 * @param text one line or block
 */
export function normaliseSeparators(text: string): string {
  if (!HAS_SEPARATOR.test(text)) return text;
  const labelled = text.replace(AFTER_LABEL, (whole, label: string) =>
    label.trim().split(/\s+/u).length <= MAX_LABEL_WORDS ? `${label}: ` : whole,
  );
  return labelled.replace(BETWEEN_WORDS, " — ");
}

const UNEVEN = /^\s|\s\s|[^\S ]|\s$/u;

/** Collapses runs of white space within a block to one space. */
export function collapseSpaces(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return text.replace(/\s+/gu, " ").trim();
}

/** Short words that are no abbreviation. */
const SHORT_WORDS = new Set(
  "get got new may one two see ask use day low eye ear arm leg men her his our has had did too now old bad eat sex fat hip toe lip gut flu dry hot red more who so a an the of to in is it its for on off at by and or not can how why who you we do my are was all any out up if as be el la los las de y en no si su al del por con que un una".split(
    " ",
  ),
);

/** A title or heading in capitals: long words are set in lower case, short ones may be abbreviations. */
export function inSentenceCase(title: string): string {
  if (/\p{Ll}/u.test(title) || !/\p{Lu}{4}/u.test(title)) return title;
  const lower = title.replace(/\p{Lu}+/gu, (word) =>
    word.length > 3 || SHORT_WORDS.has(word.toLowerCase()) ? word.toLowerCase() : word,
  );
  return (lower[0]?.toUpperCase() ?? "") + lower.slice(1);
}
