/**
 * Lines in; the table they were before a page was flattened to text out, or null.
 *
 * Two shapes are known: columns marked by tabs, pipes or wide gaps, and rows whose cells were glued
 * with single spaces, where the stops that end each cell's sentence are all that is left.
 */
import { isColumns, type Line, splitColumns } from "@/lib/ingest/clean/lines";
import { splitSentences } from "@/lib/sentences";

export interface FlatTable {
  readonly caption?: Line;
  readonly header: string[];
  readonly rows: { readonly cells: string[]; readonly line: Line }[];
  /** Lines used up, caption and header included. */
  readonly length: number;
}

/** Rows below which lines are not a table; safe 2 to 4. */
const MIN_ROWS = 2;
/** Longest header line in characters; safe 80 to 200. */
const MAX_HEADER = 140;

/** Words and columns of a glued header that are tried; safe 10 to 18 and 3 to 7: more is guessing. */
const MAX_ATOMS = 16;
const MAX_COLUMNS = 6;

const CONNECTOR =
  /^(?:of|on|in|for|to|and|or|the|a|an|by|with|from|per|vs\.?|de|del|y|en|para|&)$/iu;
const ADJECTIVE = /(?:ed|al|ic|ary|ive|ous|ble|ful|less|ant|ent|ar)$/iu;
const KNOWN_ADJECTIVE =
  /^(?:common|main|key|average|best|other|possible|primary|usual|first|second|side|risk|how|what|when)$/iu;
/** Nouns that end like adjectives. */
const KNOWN_NOUN =
  /^(?:agent|treatment|patient|element|component|event|percent|amount|need|topic|clinic|hospital|signal|interval|goal|approval|level|potential|alternative|additive|hormonal status|variable|seed|feed|speed|chemical|removal|trial|animal|journal|arrival|rubric|metric|plant|parent|student|adjustment|assessment|requirement)$/iu;

/**
 * Reads a table that starts at `lines[from]`.
 *
 * @returns null when the lines there are not a table
 */
export function flatTableAt(lines: readonly Line[], from: number): FlatTable | null {
  return columnTable(lines, from) ?? gluedTable(lines, from);
}

function run(lines: readonly Line[], from: number): Line[] {
  const together: Line[] = [];
  for (let i = from; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line || (i > from && line.gapBefore)) break;
    together.push(line);
  }
  return together;
}

function columnTable(lines: readonly Line[], from: number): FlatTable | null {
  const together = run(lines, from);
  const captioned = together[0] !== undefined && !isColumns(together[0].raw);
  const body = (captioned ? together.slice(1) : together).filter(
    (line) => !/^[\s|:+=-]+$/u.test(line.raw),
  );
  const [head, ...rest] = body;
  if (!head || !isColumns(head.raw)) return null;
  const header = splitColumns(head.raw);
  const rows: { cells: string[]; line: Line }[] = [];
  for (const line of rest) {
    const cells = splitColumns(line.raw);
    if (!isColumns(line.raw) || cells.length !== header.length) break;
    rows.push({ cells, line });
  }
  if (rows.length < MIN_ROWS || header.some((cell) => cell.length > 60)) return null;
  const last = rows.at(-1)?.line;
  const length = last ? together.indexOf(last) + 1 : 0;
  return { ...(captioned ? { caption: together[0] } : {}), header, rows, length };
}

function gluedTable(lines: readonly Line[], from: number): FlatTable | null {
  const together = run(lines, from);
  for (const captioned of [true, false]) {
    const caption = captioned ? together[0] : undefined;
    const head = together[captioned ? 1 : 0];
    if (!head || (caption && !isLabelLine(caption.text)) || !isLabelLine(head.text)) continue;
    const candidates = together.slice(captioned ? 2 : 1);
    const parsed = candidates.map((line) => ({ line, cells: gluedCells(line.text) }));
    const columns = parsed[0]?.cells?.length ?? 0;
    const end = parsed.findIndex(({ cells }) => cells === null || cells.length !== columns);
    const rows = end === -1 ? parsed : parsed.slice(0, end);
    if (columns < 3 || rows.length < MIN_ROWS) continue;
    const header = splitHeader(head.text, columns);
    if (!header) continue;
    return {
      ...(caption ? { caption } : {}),
      header,
      rows: rows.map(({ line, cells }) => ({ line, cells: cells ?? [] })),
      length: rows.length + (captioned ? 2 : 1),
    };
  }
  return null;
}

/** A caption or header: words in title case, no stop. */
function isLabelLine(text: string): boolean {
  if (text.length > MAX_HEADER || /[.!?;:,]$/u.test(text)) return false;
  const words = text.split(/\s+/u).filter((word) => !CONNECTOR.test(word));
  const titled = words.filter((word) => /^[\p{Lu}\d(]/u.test(word)).length;
  return words.length >= 2 && titled >= words.length * 0.8;
}

/** "Age Younger men recover sooner. Older age slows it." -> label, then a cell a sentence. */
function gluedCells(text: string): string[] | null {
  if (!text.endsWith(".")) return null;
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const [first, ...rest] = sentences;
  if (!first || rest.length === 0) return null;
  const label = splitLabel(first);
  return label ? [...label, ...rest] : null;
}

/** The label is the run of capitalised words before the one that starts the first cell's sentence. */
function splitLabel(sentence: string): [string, string] | null {
  const words = sentence.split(/\s+/u);
  let runEnd = 0;
  while (
    runEnd < words.length &&
    (/^[\p{Lu}\d(]/u.test(words[runEnd] ?? "") ||
      (runEnd > 0 &&
        CONNECTOR.test(words[runEnd] ?? "") &&
        /^[\p{Lu}]/u.test(words[runEnd + 1] ?? "")))
  ) {
    const endsClause = /[,;:]$/u.test(words[runEnd] ?? "");
    runEnd += 1;
    if (endsClause) break;
  }
  let start = -1;
  for (let i = runEnd - 1; i > 0; i -= 1) {
    const word = words[i] ?? "";
    if (/^\p{Lu}\p{Ll}+/u.test(word) && (word.match(/\p{Lu}/gu)?.length ?? 0) === 1) {
      start = i;
      break;
    }
  }
  if (start === -1) start = runEnd >= 2 ? runEnd - 1 : -1;
  if (start < 1 || start > 6) return null;
  return [words.slice(0, start).join(" "), words.slice(start).join(" ")];
}

/** Cuts a run of capitalised words into column names: nouns end a name, adjectives start one. */
function splitHeader(text: string, columns: number): string[] | null {
  const atoms: string[] = [];
  const words = text.split(/\s+/u);
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? "";
    const last = atoms.length - 1;
    if (last >= 0 && (CONNECTOR.test(word) || CONNECTOR.test(words[i - 1] ?? "")))
      atoms[last] += ` ${word}`;
    else atoms.push(word);
  }
  if (atoms.length < columns || atoms.length > MAX_ATOMS || columns > MAX_COLUMNS) return null;
  let best: { cuts: number[]; score: number } | null = null;
  for (const cuts of combinations(atoms.length, columns - 1)) {
    const score =
      cuts.reduce((sum, cut) => sum + cutScore(atoms, cut), 0) - unevenness(cuts, atoms.length);
    if (!best || score > best.score) best = { cuts, score };
  }
  if (!best) return null;
  const edges = [0, ...best.cuts, atoms.length];
  return edges.slice(1).map((end, i) => atoms.slice(edges[i], end).join(" "));
}

const isAdjective = (atom: string) => {
  const last = atom.split(" ").at(-1) ?? "";
  return (
    !atom.includes(" ") &&
    !KNOWN_NOUN.test(last) &&
    (ADJECTIVE.test(last) || KNOWN_ADJECTIVE.test(last))
  );
};

function cutScore(atoms: readonly string[], cut: number): number {
  const before = isAdjective(atoms[cut - 1] ?? "") ? -3 : 1;
  const after = isAdjective(atoms[cut] ?? "") ? 2 : 0;
  const first = cut === 1 ? 1 : 0;
  return before + after + first;
}

function unevenness(cuts: readonly number[], atoms: number): number {
  const edges = [0, ...cuts, atoms];
  const sizes = edges.slice(1).map((end, i) => end - (edges[i] ?? 0));
  return 0.3 * (Math.max(...sizes) - Math.min(...sizes));
}

function* combinations(atoms: number, cuts: number, from = 1): Generator<number[]> {
  if (cuts === 0) {
    yield [];
    return;
  }
  for (let cut = from; cut <= atoms - cuts; cut += 1)
    for (const rest of combinations(atoms, cuts - 1, cut + 1)) yield [cut, ...rest];
}
