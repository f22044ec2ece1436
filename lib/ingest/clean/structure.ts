/**
 * Plain text in; its headings, paragraphs, list items and table rows out, with what was no text
 * at all left out on the way.
 */
import { boilerplateReason } from "@/lib/ingest/clean/boilerplate";
import { inSentenceCase } from "@/lib/ingest/clean/characters";
import { flatTableAt } from "@/lib/ingest/clean/flat-table";
import { isImageDescription } from "@/lib/ingest/clean/image-descriptions";
import { BULLET, type Line, logicalLines } from "@/lib/ingest/clean/lines";
import { rowSentence } from "@/lib/ingest/clean/row-sentence";
import type { RawBlock, Removed } from "@/lib/ingest/load/loaded";
import { countWords } from "@/lib/words";

/** Longest heading in characters and words; safe 60 to 120, and 8 to 16. */
const MAX_HEADING = 100;
const MAX_HEADING_WORDS = 14;
const HASHES = /^(#{1,6})\s+\S/u;
/** Marked headings from which on headings are taken to be marked; safe 2 to 4. */
const MIN_MARKED = 2;
/** Short lines in a row that are a list; safe 3 to 5. */
const MIN_UNMARKED_ITEMS = 3;
/** The level of a plain heading: the title has level 1. */
const HEADING_LEVEL = 2;

export interface Structured {
  readonly blocks: RawBlock[];
  readonly removed: Removed[];
}

/**
 * Finds the structure of plain text.
 *
 * @param text normalised text
 * @param pageOf the page a 1-based line is on, for paged formats
 */
export function structurePlainText(
  text: string,
  pageOf?: (line: number) => number | undefined,
): Structured {
  const furnished = withoutFurniture(logicalLines(text, pageOf));
  const { removed } = furnished;
  // Where headings are marked, an unmarked short line is none: no gap round it is believed.
  const marked = furnished.lines.filter(({ text: line }) => HASHES.test(line)).length >= MIN_MARKED;
  const lines = marked
    ? furnished.lines.map((line) => (HASHES.test(line.text) ? line : { ...line, gapAfter: false }))
    : furnished.lines;
  const capitals =
    lines.some((line) => isHeading(line) && isAllCapitals(line.text)) &&
    lines.some((line) => isHeading(line) && !isAllCapitals(line.text));
  const blocks: RawBlock[] = [];
  const items = unmarkedItems(lines);
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
    if (items.has(i)) {
      blocks.push({ ...at(line), kind: "list-item", text: line.text });
      i += 1;
      continue;
    }
    const table = flatTableAt(lines, i);
    if (table) {
      if (table.caption) blocks.push(headingBlock(table.caption, HEADING_LEVEL + 1));
      for (const { cells, line: row } of table.rows)
        blocks.push({
          ...at(row),
          kind: "table-row",
          text: rowSentence(table.header, cells),
          header: table.header,
          cells,
        });
      i += table.length;
      continue;
    }
    const underline = lines[i + 1];
    if (
      underline &&
      !underline.gapBefore &&
      /^(?:={3,}|-{3,}|~{3,})$/u.test(underline.text) &&
      line.text.length <= MAX_HEADING
    ) {
      blocks.push(
        headingBlock(line, underline.text.startsWith("=") ? HEADING_LEVEL : HEADING_LEVEL + 1),
      );
      i += 2;
      continue;
    }
    blocks.push(blockOf(line, lines[i + 1], capitals, items.has(i + 1)));
    i += 1;
  }
  return { blocks: blocks.filter((block) => !/^[\s\-=_*~#]*$/u.test(block.text)), removed };
}

function withoutFurniture(all: readonly Line[]): { lines: Line[]; removed: Removed[] } {
  const removed: Removed[] = [];
  const lines: Line[] = [];
  let gap = false;
  for (const line of all) {
    const described =
      !BULLET.test(line.raw) &&
      isImageDescription(line.text, { standsAlone: line.gapBefore && line.gapAfter });
    const reason = boilerplateReason(line.text) ?? (described ? "image description" : null);
    if (reason) {
      removed.push({ reason, text: line.text, line: line.number });
      const last = lines.at(-1);
      if (last) lines[lines.length - 1] = { ...last, gapAfter: true };
      gap = true;
    } else {
      lines.push(gap ? { ...line, gapBefore: true } : line);
      gap = false;
    }
  }
  return { lines, removed };
}

const at = (line: Line) => ({ line: line.number, ...(line.page ? { page: line.page } : {}) });

function headingBlock(line: Line, level: number): RawBlock {
  const text = line.text.replace(/^#{1,6}\s+/u, "").replace(/\s*[:：]$/u, "");
  return { ...at(line), kind: "heading", text: inSentenceCase(text), level: Math.min(level, 6) };
}

function blockOf(
  line: Line,
  next: Line | undefined,
  capitals: boolean,
  nextIsItem: boolean,
): RawBlock {
  const hashes = HASHES.exec(line.text);
  if (hashes) return headingBlock(line, hashes[1]?.length ?? HEADING_LEVEL);
  const numbered = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}/u.exec(line.text);
  const bullet = BULLET.exec(line.raw);
  if (bullet && !(numbered && isHeading(line) && !BULLET.test(next?.raw ?? ""))) {
    const ordinal = bullet[1] ? Number(bullet[1]) : undefined;
    const text = line.text.replace(BULLET, "");
    return { ...at(line), kind: "list-item", text, ...(ordinal === undefined ? {} : { ordinal }) };
  }
  const listFollows = nextIsItem || BULLET.test(next?.raw ?? "");
  const leadsIn =
    listFollows &&
    ((/[:：]$/u.test(line.text) && countWords(line.text) > 2) || isClause(line.text));
  if (isHeading(line) && next && !leadsIn) {
    const depth = numbered ? (numbered[1]?.split(".").length ?? 1) - 1 : 0;
    const lower = capitals && !isAllCapitals(line.text) ? 1 : 0;
    return headingBlock(line, HEADING_LEVEL + depth + lower);
  }
  return { ...at(line), kind: "paragraph", text: line.text };
}

/**
 * List items that lost their bullets look like headings: short lines with blank lines between. A
 * run of them after "…:" is a list, and so is a run of three; two may be a title and a section.
 */
function unmarkedItems(lines: readonly Line[]): Set<number> {
  const items = new Set<number>();
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && looksListed(lines[to] as Line)) to += 1;
    if (to === from) {
      from += 1;
      continue;
    }
    const ledIn = /[:：]$/u.test(lines[from - 1]?.text ?? "");
    const atEnd = to === lines.length;
    const first = ledIn ? from : from + 1;
    const opensText = !atEnd && isUnlike(lines[to - 1] as Line, lines.slice(from, to - 1));
    const last = opensText ? to - 1 : to;
    if (ledIn || to - from >= MIN_UNMARKED_ITEMS || (atEnd && to - from > 1))
      for (let i = first; i < last; i += 1) items.add(i);
    from = to;
  }
  return items;
}

const looksListed = (line: Line) =>
  isHeading(line) && !BULLET.test(line.raw) && !/^#{1,6}\s|[:：]$/u.test(line.text);

/** Whether the last of a run is the heading of the text below: a question, or set differently. */
function isUnlike(line: Line, others: readonly Line[]): boolean {
  const isSet = (mark: (text: string) => boolean) =>
    mark(line.text) && !others.some(({ text }) => mark(text));
  return isSet((text) => text.endsWith("?")) || isSet(isAllCapitals) || isSet(isTitleCase);
}

const isTitleCase = (text: string) => {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
};

/** "You may need to see a specialist if": the start of a sentence that the list below ends. */
const isClause = (text: string) => {
  const [, ...rest] = text.match(/\p{L}+/gu) ?? [];
  return (
    !text.endsWith("?") &&
    rest.length >= 4 &&
    rest.filter((word) => /^\p{Lu}/u.test(word)).length <= 1
  );
};

const isAllCapitals = (text: string) => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);

const CAPTION = /^(?:fig(?:ure|\.)?|table|chart|diagram|box|figura|tabla)\s*\d+[.:)\s]/iu;

/** A short line on its own that starts like a title and does not end like a sentence. */
function isHeading(line: Line): boolean {
  const { text } = line;
  if (CAPTION.test(text)) return false;
  if (!line.gapBefore || (!line.gapAfter && !isAllCapitals(text))) return false;
  if (text.length > MAX_HEADING || text.split(/\s+/u).length > MAX_HEADING_WORDS) return false;
  if (/[.!;,…]["'”’)]*$/u.test(text) && !/^\d+\.$/u.test(text)) return false;
  return /^[\p{Lu}\d¿"“'‘(]/u.test(text) && /\p{L}{2}/u.test(text) && !/^\d{1,4}[-/]\d/u.test(text);
}
