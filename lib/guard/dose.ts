/**
 * Any outgoing text goes in; the amounts of medicines in it, or the text without them, come out.
 *
 * A dose is an amount of a medicine to take, with or without how often (GUARD). A laboratory value, a
 * threshold, a percentage, a length of time and a count of people are not. One pass over the words:
 * a number, perhaps a range, then a unit or a form, judged by the words around it. Linear time.
 */
import type { Span } from "@/lib/content";
import {
  APPLIANCES,
  COUNTED_AFTER,
  DAY_PARTS,
  DOSE_WORDS,
  FORMS,
  FREQUENCY_ADVERBS,
  INTAKE,
  LAB_AFTER,
  LAB_CONTEXT,
  MEASURED_OBJECTS,
  NUMBER_WORDS,
  NUTRIENTS,
  PERIODS,
  SINGULAR_FORMS,
  SMALL_NUMBER_GLUE,
  UNITS,
  VACCINE,
  VOLUME_CONTEXT,
  VOLUMES,
  WEIGHT_CONTEXT,
} from "./vocabulary/doses";

interface Piece {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words between a number and its form ("two small white tablets"); safe 1 to 3. */
const ADJECTIVES = 2;
/** Words that make one form a moment: "after a shot". */
const OCCASIONS = new Set(["during", "after", "before", "durante", "tras", "since", "until"]);
/** How far a verb of taking may stand from "twice a day", in words; safe 8 to 20. */
const VERB_REACH = 14;
/** How far context words are looked for on either side of an amount, in words; safe 8 to 20. */
const CONTEXT_REACH = 12;

const HIDDEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points, listed as ranges
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/u;
const FRACTIONS = "½⅓⅔¼¾⅛⅜⅝⅞";
const isNumber = (word: string | undefined): boolean =>
  word !== undefined && (/^\d/u.test(word) || NUMBER_WORDS.has(word) || FRACTIONS.includes(word));

/** The text in plain letters and digits, each with where it stood. */
function visible(text: string): { plain: string; at: number[] } {
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

const PIECES = /\d+(?:[.,]\d+)*|[½⅓⅔¼¾⅛⅜⅝⅞]|\p{L}+|\n|[^\s]/gu;

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

class Scanner {
  readonly spans: Span[] = [];
  private readonly pieces: Piece[];
  private readonly at: readonly number[];

  constructor(text: string) {
    const { plain, at } = visible(text);
    this.at = at;
    this.pieces = Array.from(plain.matchAll(PIECES), (match) => ({
      word: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  private word(index: number): string {
    return this.pieces[index]?.word ?? "";
  }

  private near(index: number, words: ReadonlySet<string>, back: number, forward: number): boolean {
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

  private add(from: number, to: number): void {
    const first = this.pieces[from];
    const last = this.pieces[Math.min(to, this.pieces.length) - 1];
    if (first && last)
      this.spans.push({ start: this.at[first.start] ?? 0, end: (this.at[last.end - 1] ?? 0) + 1 });
  }

  /** One past the end of a number, a mixed number ("one and a half") or a range ("25 to 50"). */
  private numberEnd(index: number): number {
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

  /** "300 mg/dL", "10 units per litre", "of blood": a concentration, not an amount to take. */
  private isLaboratory(unit: string, next: number, from: number): boolean {
    const joined = this.word(next);
    if (
      joined === "/" ||
      joined === "per" ||
      joined === "por" ||
      joined === "a" ||
      joined === "al"
    ) {
      const under = isNumber(this.word(next + 1)) ? this.word(next + 2) : this.word(next + 1);
      if (LAB_AFTER.has(under))
        return !(unit === "mg" && (under === "ml" || under === "milliliter"));
    }
    if ((joined === "of" || joined === "de") && NUTRIENTS.has(this.word(next + 1))) return true;
    if (NUTRIENTS.has(joined)) return true;
    if (this.near(from, NUTRIENTS, 3, 0)) return true;
    if (this.near(from, INTAKE, CONTEXT_REACH, CONTEXT_REACH)) return false;
    if (VOLUMES.has(unit)) return this.near(from, VOLUME_CONTEXT, CONTEXT_REACH, CONTEXT_REACH);
    if (unit === "g" || unit.startsWith("gram"))
      return this.near(from, WEIGHT_CONTEXT, CONTEXT_REACH, CONTEXT_REACH);
    return this.near(from, LAB_CONTEXT, CONTEXT_REACH, 6);
  }

  private amount(index: number): number {
    let from = index;
    const end = this.numberEnd(index);
    let next = end;
    while (
      (this.word(next) === "|" || this.word(next) === "-" || this.word(next) === "(") &&
      next - end < 2
    )
      next += 1;
    const unit = unitAt(this.pieces, next);
    if (unit) {
      const only = this.word(index);
      // "a unit", "units" of a hospital, "one g" of gravity: letters alone are no unit after a word for one.
      if (unit.unit === "g" && !/^\d/u.test(this.word(end - 1))) return end;
      if (
        (unit.unit === "unit" || unit.unit === "units") &&
        end === index + 1 &&
        (only === "a" || only === "one") &&
        !this.near(index, INTAKE, 6, 8)
      )
        return end;
      if (unit.unit === "l" || this.isLaboratory(unit.unit, unit.next, index)) return unit.next;
      while (from > 0 && ["about", "around", "up", "to"].includes(this.word(from - 1))) from -= 1;
      this.add(from, unit.next);
      return unit.next;
    }
    for (let skip = 0; skip <= ADJECTIVES; skip += 1) {
      const form = this.word(end + skip);
      if (breaks(this.pieces[end + skip]) || form === "," || form === "|") break;
      if (isNumber(form) || (INTAKE.has(form) !== FORMS.has(form) && INTAKE.has(form))) break;
      if (!FORMS.has(form)) {
        if (
          skip === 0 &&
          /^(?:%|years?|months?|weeks?|days?|hours?|people|men|women|patients|types?|kinds?|groups?|studies|of|in|out|percent|times?|got|took|had|were|was|used|tried|received|chose|who|that|did|on|with|anos|meses|semanas|dias|horas|personas|hombres|mujeres|pacientes|tipos|or|and|,)$/u.test(
            form,
          )
        )
          break;
        continue;
      }
      if (this.countsForm(index, end + skip)) break;
      this.add(index, end + skip + 1);
      return end + skip + 1;
    }
    return end;
  }

  /** Whether a count, or a count and a small word of size, stands right before a form. */
  private countable(form: number): boolean {
    const last = this.word(form - 1);
    return (
      (isNumber(last) && last !== "uno") || /^(?:solo|pequeno|entero|nuevo|unico|o|y)$/u.test(last)
    );
  }

  /** "two injection sites", "three patches of dry skin", "two doses of vaccine": counted, not taken. */
  private countsForm(index: number, form: number): boolean {
    const word = this.word(form);
    const number = this.word(index);
    const single =
      /^(?:1|a|an|one|half|quarter|½|¼|¾|un|una|uno|media|medio|third)$/u.test(
        this.word(form - 1),
      ) ||
      /^(?:half|½|¼|¾|media|medio|quarter)$/u.test(number) ||
      ["a", "an", "the", "un", "una"].includes(this.word(form - 1));
    if (
      SINGULAR_FORMS.has(word) &&
      !single &&
      !/^(?:1|one|un|una|half|media|medio|½|¼|¾)$/u.test(number)
    )
      return true;
    // "sobre" is a sachet right after a masculine count, and "about" everywhere else.
    if (word === "sobre" && !this.countable(form)) return true;
    const after = this.word(form + 1);
    if (COUNTED_AFTER.has(after)) return true;
    if (
      (after === "of" || after === "de") &&
      /^(?:blood|skin|dry|red|hair|pus|water|scaly|white|sangre|piel|agua|rough|darker|thick|sweat|urine|orina|the|different|este)$/u.test(
        this.word(form + 2),
      ) &&
      !this.near(index, INTAKE, 6, 2)
    )
      return true;
    if (DOSE_WORDS.has(word) && this.near(form, VACCINE, CONTEXT_REACH, CONTEXT_REACH)) return true;
    // "during an injection" is a moment, unless how often follows.
    if (
      /^(?:one|a|an|un|una)$/u.test(number) &&
      OCCASIONS.has(this.word(index - 1)) &&
      !this.near(form, FREQUENCY_ADVERBS, 0, 6) &&
      !this.near(form, PERIODS, 0, 6)
    )
      return true;
    // "one tablet" names a thing unless somebody takes it or it comes with how often.
    if (/^(?:one|a|an|un|una)$/u.test(number) && single && !/^\d/u.test(number))
      return (
        !this.near(index, INTAKE, VERB_REACH, VERB_REACH) &&
        !this.near(form, FREQUENCY_ADVERBS, 0, 6) &&
        !this.near(form, PERIODS, 0, 6)
      );
    return false;
  }

  /** "take it twice a day", "inyectar cada 3 días". @returns one past its end, or the index when there is none */
  private frequency(index: number): number {
    const word = this.word(index);
    let end = index;
    if (word === "once" || word === "twice" || word === "thrice") {
      const over = ["a", "per", "each", "every", "daily", "weekly", "in"].includes(
        this.word(index + 1),
      )
        ? index + 1
        : index;
      if (over === index) return index;
      end =
        PERIODS.has(this.word(over)) || FREQUENCY_ADVERBS.has(this.word(over))
          ? over + 1
          : PERIODS.has(this.word(over + 1))
            ? over + 2
            : index;
    } else if (isNumber(word) && /^(?:times?|x|veces|vez)$/u.test(this.word(index + 1))) {
      const over = index + 2;
      if (["a", "per", "each", "every", "al", "por", "a", "cada"].includes(this.word(over)))
        end = PERIODS.has(this.word(over + 1))
          ? over + 2
          : this.word(over + 1) === "la" && PERIODS.has(this.word(over + 2))
            ? over + 3
            : index;
      else if (FREQUENCY_ADVERBS.has(this.word(over)) || PERIODS.has(this.word(over)))
        end = over + 1;
    } else if (word === "every" || word === "cada") {
      const over = this.word(index + 1);
      if (
        over === "other" ||
        over === "second" ||
        over === "otro" ||
        over === "tercer" ||
        over === "third"
      )
        end = PERIODS.has(this.word(index + 2)) ? index + 3 : index;
      else if (isNumber(over)) {
        const after = this.numberEnd(index + 1);
        end = PERIODS.has(this.word(after)) ? after + 1 : index;
      }
    } else if (word === "un" && this.word(index + 1) === "dia" && this.word(index + 2) === "si")
      end = index + 3;
    if (end === index) return index;
    let verb = -1;
    for (
      let at = index - 1;
      at >= 0 && index - at <= VERB_REACH && !breaks(this.pieces[at]);
      at -= 1
    )
      if (INTAKE.has(this.word(at))) verb = at;
    for (
      let at = end;
      at < this.pieces.length && at - end <= 5 && verb < 0 && !breaks(this.pieces[at]);
      at += 1
    )
      if (INTAKE.has(this.word(at))) verb = at;
    if (verb < 0) return index;
    if (
      this.near(verb, MEASURED_OBJECTS, 4, 6) ||
      this.near(verb, APPLIANCES, 0, 5) ||
      this.near(end, DAY_PARTS, 0, 3)
    )
      return index;
    this.add(Math.min(verb, index), Math.max(end, verb + 1));
    return end;
  }

  /** "dose of 25", "dosis: 50", "Dose (mg): 25": an amount whose unit is left out or stands in the label. */
  private labelled(index: number): number {
    if (!/^(?:dose|dosage|dosis|posologia|mg|mcg|iu|ml|units|unidades)$/u.test(this.word(index)))
      return index;
    const isUnit = UNITS.has(this.word(index));
    let next = index + 1;
    let linked = false;
    while (
      next - index < 6 &&
      /^(?:of|:|is|=|was|\(|\)|\||de|es|en|mg|mcg|iu|ml|units|to|up|about|around|at|-)$/u.test(
        this.word(next),
      )
    ) {
      if (this.word(next) !== "(") linked = true;
      next += 1;
    }
    if (!linked || !/^\d/u.test(this.word(next))) return index;
    if (isUnit && !/^[)|:=]$/u.test(this.word(next - 1))) return index;
    if (isUnit && /^\d|^\/$/u.test(this.word(index - 1))) return index;
    const after = this.word(this.numberEnd(next));
    if (
      /^(?:%|percent|patients|people|men|women|times|weeks?|days?|months?|years?|hours?|por|dias|semanas|meses|anos|pacientes|personas|th|st|nd|rd|\/|minutes|msv|mgy|sieverts?)$/u.test(
        after,
      )
    )
      return index;
    if (this.near(index, VACCINE, CONTEXT_REACH, CONTEXT_REACH)) return index;
    if (isUnit && this.near(index, LAB_CONTEXT, CONTEXT_REACH, 8)) return index;
    this.add(index, this.numberEnd(next));
    return this.numberEnd(next);
  }

  scan(): Span[] {
    for (let index = 0; index < this.pieces.length; ) {
      const word = this.word(index);
      const often = this.frequency(index);
      if (often > index) index = often;
      else if (isNumber(word)) index = this.amount(index);
      else index = Math.max(index + 1, this.labelled(index));
    }
    return this.spans;
  }
}

/** Cells under a heading that names a unit, in a table written with bars. */
function tableDoses(text: string): Span[] {
  if (!text.includes("|")) return [];
  const spans: Span[] = [];
  let columns: number[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const cells = line.split("|");
    if (cells.length < 3) columns = [];
    else {
      const named = cells.flatMap((cell, index) =>
        /\b(?:mg|mcg|µg|iu|ml|units|unidades|dose|dosage|dosis|tablets?|pills?)\b/iu.test(cell) &&
        !/\d/u.test(cell) &&
        !/\/\s?(?:d?l|ml)\b/iu.test(cell)
          ? [index]
          : [],
      );
      if (named.length > 0) columns = named;
      else
        for (const column of columns) {
          const cell = cells[column];
          if (cell === undefined || !/\d/u.test(cell) || /%|\/\s?d?l\b|ng|nmol|mmol/iu.test(cell))
            continue;
          const from =
            start + cells.slice(0, column).reduce((sum, each) => sum + each.length + 1, 0);
          spans.push({ start: from, end: from + cell.length });
        }
    }
    start += line.length + 1;
  }
  return spans;
}

/**
 * Finds every amount of a medicine.
 *
 * @param text any outgoing text, English or Spanish
 * @returns ranges of the text in UTF-16 code units, in order of their beginning
 */
export function findDoses(text: string): Span[] {
  return [...new Scanner(text).scan(), ...tableDoses(text)].sort((a, b) => a.start - b.start);
}

/**
 * Says whether a text states an amount of a medicine.
 *
 * @param text any outgoing text, English or Spanish
 * @returns false for laboratory values, thresholds, percentages, durations and counts
 */
export function containsDose(text: string): boolean {
  return findDoses(text).length > 0;
}

/** A sentence or a row with the space that follows it. */
const SENTENCES = /[^\n.!?]*(?:[.!?](?!\s|$)[^\n.!?]*)*(?:[.!?]+["')\]]*\s*|\n\s*|$)/gu;

/**
 * Drops every sentence or row that states an amount of a medicine.
 *
 * @param text any outgoing text
 * @returns what is left, trimmed; empty when nothing is; linear in the length
 */
export function withoutDoses(text: string): string {
  const spans = findDoses(text);
  if (spans.length === 0) return text;
  let kept = "";
  let next = 0;
  for (const match of text.matchAll(SENTENCES)) {
    if (match[0] === "") break;
    const start = match.index;
    const end = start + match[0].length;
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next += 1;
    let hit = false;
    for (let at = next; at < spans.length && (spans[at]?.start ?? end) < end; at += 1)
      hit = hit || (spans[at]?.end ?? 0) > start;
    if (!hit) kept += match[0];
  }
  return kept.trim();
}
