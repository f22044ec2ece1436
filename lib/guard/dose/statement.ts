/** A text goes in; its words come out, each with where it stood, and what lies around a word. */
import type { Span } from "@/lib/content";
import { NUMBER_WORDS, SMALL_NUMBER_GLUE, UNITS } from "../vocabulary/doses";

export interface Piece {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const HIDDEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points, listed as ranges
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/u;
const FRACTIONS = "½⅓⅔¼¾⅛⅜⅝⅞";
/** A number in digits, words or a fraction sign. */
export const isNumber = (word: string | undefined): boolean =>
  word !== undefined && (/^\d/u.test(word) || NUMBER_WORDS.has(word) || FRACTIONS.includes(word));

/** What the reader of words does not change, apart from capitals. */
const ASCII = /^[\0-\x7f]*$/;

/** The text in plain letters and digits, each with where it stood; where nothing moved, `at` is left out. */
function visible(text: string): { plain: string; at?: number[] } {
  if (ASCII.test(text)) return { plain: text.toLowerCase() };
  let plain = "";
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    let letter = text[index] ?? "";
    if (HIDDEN.test(letter)) continue;
    if (letter > "\u007f" && !FRACTIONS.includes(letter)) {
      const folded = letter
        .normalize("NFKC")
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/gu, "");
      letter = folded.length === 1 ? folded : letter;
      if (letter === "μ" || letter === "µ") letter = "u";
    }
    plain += letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter;
    at.push(index);
  }
  at.push(text.length);
  return { plain, at };
}

const ASCII_PIECES = /\d+(?:[.,]\d+)*|[a-z]+|\n|[^\s]/g;
/** Chinese is written without spaces: its units and forms are words by themselves. */
const PIECES =
  /\d+(?:[.,]\d+)*|[½⅓⅔¼¾⅛⅜⅝⅞]|毫克|微克|毫升|[片粒滴]|(?:(?!毫克|微克|毫升|[片粒滴])\p{L})+|\n|[^\s]/gu;

/** Ends of a statement: a stop that is not a decimal point, a line end, a question. */
function breaks(piece: Piece | undefined): boolean {
  return (
    piece === undefined ||
    piece.word === "\n" ||
    piece.word === "." ||
    piece.word === "!" ||
    piece.word === "?" ||
    piece.word === ";"
  );
}

/** `m.g.` and `i.u.` as one unit. */
function unitAt(
  pieces: readonly Piece[],
  index: number,
): { unit: string; next: number } | undefined {
  const word = pieces[index]?.word ?? "";
  const dotted = `${word}${pieces[index + 2]?.word ?? ""}`;
  if (
    word.length === 1 &&
    pieces[index + 1]?.word === "." &&
    UNITS.has(dotted) &&
    pieces[index + 2]?.start === pieces[index + 1]?.end
  )
    return {
      unit: dotted,
      next:
        index +
        3 +
        (pieces[index + 3]?.word === "." && pieces[index + 3]?.start === pieces[index + 2]?.end
          ? 1
          : 0),
    };
  if (
    word === "m" &&
    pieces[index + 1]?.word === "g" &&
    (pieces[index + 1]?.start ?? 0) - (pieces[index]?.end ?? 0) === 1
  )
    return { unit: "mg", next: index + 2 };
  return UNITS.has(word) ? { unit: word, next: index + 1 } : undefined;
}

/** The words of one text, read by their place; outside of it every word is "". */
export class Statement {
  private readonly pieces: readonly Piece[];
  private readonly at: readonly number[] | undefined;

  constructor(text: string) {
    const { plain, at } = visible(text);
    this.at = at;
    this.pieces = Array.from(plain.matchAll(at ? PIECES : ASCII_PIECES), (match) => ({
      word: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  get length(): number {
    return this.pieces.length;
  }

  word(index: number): string {
    return this.pieces[index]?.word ?? "";
  }

  /** Whether a statement ends here. */
  breaks(index: number): boolean {
    return breaks(this.pieces[index]);
  }

  /** Whether one of some words stands up to `back` words before or `forward` from here, in the same statement. */
  near(index: number, words: ReadonlySet<string>, back: number, forward: number): boolean {
    for (let at = index - 1; at >= 0 && index - at <= back && !breaks(this.pieces[at]); at -= 1)
      if (words.has(this.word(at))) return true;
    for (
      let at = index;
      at < this.pieces.length && at - index <= forward && !breaks(this.pieces[at]);
      at += 1
    )
      if (words.has(this.word(at))) return true;
    return false;
  }

  /** The range of the text that words `from` to before `to` take up. */
  span(from: number, to: number): Span | undefined {
    const first = this.pieces[from];
    const last = this.pieces[Math.min(to, this.pieces.length) - 1];
    if (!first || !last) return undefined;
    const at = this.at;
    if (!at) return { start: first.start, end: last.end };
    return { start: at[first.start] ?? 0, end: (at[last.end - 1] ?? 0) + 1 };
  }

  /** One past the end of a number, a mixed number ("one and a half") or a range ("25 to 50"). */
  numberEnd(index: number): number {
    let next = index + 1;
    while (next < this.pieces.length && next - index < 9) {
      const word = this.word(next);
      if (isNumber(word) && next - index < 8) next += 1;
      else if (
        SMALL_NUMBER_GLUE.has(word) &&
        (isNumber(this.word(next + 1)) ||
          (["a", "an", "of"].includes(this.word(next + 1)) && isNumber(this.word(next + 2))))
      )
        next += 1;
      else if (
        (word === "a" || word === "an" || word === "of") &&
        (isNumber(this.word(next - 1)) || SMALL_NUMBER_GLUE.has(this.word(next - 1)))
      )
        next += 1;
      else break;
    }
    return next;
  }

  /** A unit and one past it; `m.g.` and `m g` are units too. */
  unitAt(index: number): { unit: string; next: number } | undefined {
    return unitAt(this.pieces, index);
  }
}
