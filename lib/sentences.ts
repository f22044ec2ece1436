/**
 * Text in; the character range of each of its sentences out.
 *
 * `Intl.Segmenter` does the work and its known mistakes are put right: it ends a sentence at
 * "Dr.", "et al." and initials, and it cuts a citation marker off the sentence it belongs to.
 * Linear in the length of the text.
 */

import type { Span } from "@/lib/content";
import { isPlain } from "@/lib/plain";

/** Never end a sentence, whatever follows. Lower case, without the final stop. */
const NEVER_LAST = new Set(
  [
    "dr dra drs mr mrs ms mx prof sr sra srta st hon rev e.g i.e eg ie viz vs cf esp incl ca",
    "p.ej ej ud uds",
  ]
    .join(" ")
    .split(" "),
);

/** End a sentence unless a number follows: "Fig. 2", "no. 3", "approx. 5", "núm. 4". */
const BEFORE_NUMBER = new Set(
  "no nos fig figs approx aprox max min vol p pp pág págs núm n.º ch sec eq ref refs".split(" "),
);

/** End a sentence only before a capital that starts a new one; the segmenter alone is too eager. */
const BEFORE_BRACKET_OR_NUMBER = new Set(["al", "etc", "inc", "ltd", "ee"]);

/** A capital letter after one of these is a name of a kind, not a person's initial. */
const LETTERED_KIND = new Set(
  "vitamin vitamins hepatitis influenza type types group groups grade class stage factor strain plan part vitamina tipo grupo clase grado".split(
    " ",
  ),
);

/** A lower-case word after which a capital and a stop are a person's initial: "by J. Smith". */
const BEFORE_NAME = new Set(["by", "and", "with", "from", "por", "y", "de"]);

/** After "the U.S." these open a new sentence; any other capital is part of a name ("U.S. Food"). */
const SENTENCE_OPENERS = new Set(
  "a an the it its in on at by for from if when while this that these those he she they we you your our their there here some many most but and or however doctors people no not all as to after before because since what why how is are do does can el la los las un una en si cuando".split(
    " ",
  ),
);

const CITATION_MARKERS = /^\s*(?:\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]\s*)+/u;
/** How far from a boundary the rules look: longer than any abbreviation, so that work stays linear. */
const LOOK_AROUND = 40;

/** Characters given to the segmenter at once; safe 500 to 4,000: below, long sentences cost retries. */
const WINDOW = 1_000;
/** A "sentence" longer than this is cut at a space; safe 8,000 to 64,000. No prose reaches it. */
const LONGEST_SENTENCE = 16_000;

const SPACES = /\s/u;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    made = new Intl.Segmenter("en", { granularity: "sentence" });
  }
  segmenters.set(language, made);
  return made;
}

/**
 * Where the segmenter would end sentences. It is given one window at a time, because its running
 * time grows with the square of what it is given.
 */
function* segmentedEnds(text: string, language: string): Generator<number> {
  const segmenter = segmenterFor(language);
  let start = 0;
  let size = WINDOW;
  while (start < text.length) {
    const window = text.slice(start, start + size);
    const atEnd = start + window.length >= text.length;
    const ends: number[] = [];
    for (const { index, segment } of segmenter.segment(window)) ends.push(index + segment.length);
    if (!atEnd) ends.pop();
    if (ends.length === 0 && size < LONGEST_SENTENCE) {
      size *= 2;
      continue;
    }
    if (ends.length === 0) {
      const space = window.lastIndexOf(" ");
      ends.push(space > 0 ? space + 1 : window.length);
    }
    for (const end of ends) yield start + end;
    start += ends.at(-1) ?? window.length;
    size = WINDOW;
  }
}

const isUpper = (code: number) => code >= 0x41 && code <= 0x5a;
const isLower = (code: number) => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const [NEWLINE, SPACE, STOP] = [0x0a, 0x20, 0x2e];
/** `!`, `.` and `?`. */
const ends = (code: number) => code === STOP || code === 0x21 || code === 0x3f;
/** Quotes and brackets. */
const closes = (code: number) =>
  code === 0x22 ||
  code === 0x27 ||
  code === 0x28 ||
  code === 0x29 ||
  code === 0x5b ||
  code === 0x5d ||
  code === 0x7b ||
  code === 0x7d;
/** `,`, `-`, `:` and (since Unicode 16) `;` go on with the sentence. */
const continues = (code: number) =>
  code === 0x2c || code === 0x2d || code === 0x3a || code === 0x3b;

/**
 * What the segmenter proposes for plain characters, without asking it: it takes most of the time of
 * splitting. Rules SB4 to SB11 of Unicode Standard Annex 29; a test holds the two equal.
 *
 * @returns undefined when a sentence is so long that the segmenter's windows matter
 */
export function plainEnds(text: string): number[] | undefined {
  const found: number[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    at += 1;
    if (code === NEWLINE) found.push(at);
    else if (ends(code)) {
      const next = text.charCodeAt(at);
      if (code === STOP && (isDigit(next) || (isUpper(next) && isLetter(text.charCodeAt(at - 2)))))
        continue;
      while (closes(text.charCodeAt(at))) at += 1;
      while (text.charCodeAt(at) === SPACE) at += 1;
      const after = text.charCodeAt(at);
      if (after === NEWLINE || continues(after) || ends(after)) continue;
      if (code !== STOP || !lowerFollows(text, at)) found.push(at);
    }
  }
  if (found.at(-1) !== text.length) found.push(text.length);
  let start = 0;
  for (const end of found) {
    if (end - start > WINDOW) return undefined;
    start = end;
  }
  return found;
}

const isLetter = (code: number) => isUpper(code) || isLower(code);

/** Whether the first of letters, line ends and marks that end a sentence is a small letter. */
function lowerFollows(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLower(code)) return true;
    if (isUpper(code) || code === NEWLINE || ends(code)) return false;
  }
  return false;
}

/** In Greek a semicolon asks; every other language follows the common rules. */
const OTHER_RULES = /^el(?:-|$)|-u-/iu;

function proposedEnds(text: string, language: string): Iterable<number> {
  const plain = isPlain(text) && !OTHER_RULES.test(language) ? plainEnds(text) : undefined;
  return plain ?? segmentedEnds(text, language);
}

/** Longest of the abbreviations above; a longer word keeps its stop only with another stop inside. */
const LONGEST_ABBREVIATION = 8;

/** Whether the stop at the end of `before` belongs to an abbreviation or an initial. */
function stopIsInside(before: string, after: string): boolean {
  const tail = before.slice(-LOOK_AROUND).trimEnd();
  if (!tail.endsWith(".")) return false;
  let from = tail.length;
  while (from > 0 && !SPACES.test(tail[from - 1] as string)) from -= 1;
  const word = tail.slice(from, -1).replace(/^[([{"'“‘¿¡]+/u, "");
  if (word.length > LONGEST_ABBREVIATION && !word.includes(".")) return false;
  const words = tail.split(/\s+/u);
  const key = word.toLowerCase();
  const next = after.trimStart();
  if (NEVER_LAST.has(key)) return true;
  if (key === "ej" || (key === "p" && /^ej\b/u.test(next))) return true;
  if (BEFORE_NUMBER.has(key)) return /^\d/u.test(next);
  if (BEFORE_BRACKET_OR_NUMBER.has(key)) return /^(?:[([]|\d|UU\.)/u.test(next);
  if (/^\p{Lu}$/u.test(word)) {
    if (!/^\p{Lu}/u.test(next)) return false;
    const previous = (words.at(-2) ?? "").replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, "");
    if (LETTERED_KIND.has(previous.toLowerCase())) return false;
    const atStart = words.length === 1 && before.trim().length <= 3;
    return atStart || /^\p{Lu}/u.test(previous) || BEFORE_NAME.has(previous);
  }
  if (!/^\p{Lu}(?:\.\p{Lu})+$/u.test(word)) return false;
  const opener = /^[\p{L}'’]+/u.exec(next)?.[0] ?? "";
  return /^\p{Lu}/u.test(opener) && !SENTENCE_OPENERS.has(opener.toLowerCase());
}

/** Whether a line break is among the white space before `end`, no further back than `from`. */
function endsLine(text: string, from: number, end: number): boolean {
  for (let at = end - 1; at >= from; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) return true;
    if (code !== SPACE && !SPACES.test(text[at] as string)) return false;
  }
  return false;
}

/** A piece that cannot be a sentence: "1.", "a)", a closing bracket. */
function isFragment(piece: string): boolean {
  return (
    !/\p{L}{2}/u.test(piece) &&
    (/^\s*\(?(?:\d{1,3}|\p{L})[.)]\s*$/u.test(piece) || !/[\p{L}\p{N}]/u.test(piece))
  );
}

/**
 * Splits text into sentences.
 *
 * @param text any text; a line break always ends a sentence
 * @param language BCP 47; an unknown one is read as English
 * @returns half-open ranges in UTF-16 code units, in order, without surrounding white space;
 *   everything between two ranges is white space
 */
export function splitSentences(text: string, language = "en"): Span[] {
  const cuts: number[] = [];
  let from = 0;
  for (const end of proposedEnds(text, language)) {
    if (end <= from || end === text.length) continue;
    const lineEnds = endsLine(text, Math.max(from, end - LOOK_AROUND), end);
    const piece = text.slice(Math.max(from, end - 2 * LOOK_AROUND), end);
    const after = text.slice(end, end + LOOK_AROUND);
    if (!lineEnds) {
      if (piece.trimEnd().endsWith("[") && /^\d/u.test(after)) {
        const opened = text.lastIndexOf("[", end - 1);
        const markers = CITATION_MARKERS.exec(text.slice(opened, opened + LOOK_AROUND));
        const stop = opened + (markers?.[0].length ?? 0);
        if (!markers || !/^[\p{Lu}\p{N}"“¿¡(]/u.test(text.slice(stop, stop + 1))) continue;
        cuts.push(stop);
        from = stop;
        continue;
      }
      const shortPiece = end - from <= LOOK_AROUND && isFragment(text.slice(from, end));
      if (shortPiece || stopIsInside(piece, after)) continue;
      const markers = CITATION_MARKERS.exec(after);
      if (markers) {
        from = end + markers[0].length;
        if (from < text.length) cuts.push(from);
        continue;
      }
    }
    cuts.push(end);
    from = end;
  }
  return trimmedSpans(text, cuts);
}

function trimmedSpans(text: string, cuts: readonly number[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const cut of [...cuts, text.length]) {
    let from = start;
    let to = cut;
    while (from < to && SPACES.test(text[from] ?? "")) from += 1;
    while (to > from && SPACES.test(text[to - 1] ?? "")) to -= 1;
    start = cut;
    if (from >= to) continue;
    const last = spans.at(-1);
    const closesLast =
      last && !/[\p{L}\p{N}]/u.test(text.slice(from, Math.min(to, from + LOOK_AROUND)));
    if (last && closesLast && !text.slice(last.end, from).includes("\n")) last.end = to;
    else spans.push({ start: from, end: to });
  }
  return spans;
}
