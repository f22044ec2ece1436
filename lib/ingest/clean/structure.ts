/**
 * Plain text in; its headings, paragraphs, list items and table rows out, with what was no text
 * at all left out on the way.
 */
import { boilerplateReason } from "@/lib/ingest/clean/boilerplate";
import { flatTableAt } from "@/lib/ingest/clean/flat-table";
import { isImageDescription } from "@/lib/ingest/clean/image-descriptions";
import { BULLET, type Line, logicalLines } from "@/lib/ingest/clean/lines";
import { rowSentence } from "@/lib/ingest/clean/row-sentence";
import type { RawBlock, Removed } from "@/lib/ingest/load/loaded";

/** Longest heading in characters and words; safe 60 to 120, and 8 to 16. */
const MAX_HEADING = 100;
const MAX_HEADING_WORDS = 14;
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
  const { lines, removed } = withoutFurniture(logicalLines(text, pageOf));
  const capitals =
    lines.some((line) => isHeading(line) && isAllCapitals(line.text)) &&
    lines.some((line) => isHeading(line) && !isAllCapitals(line.text));
  const blocks: RawBlock[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
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
    blocks.push(blockOf(line, lines[i + 1], capitals));
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
  return { ...at(line), kind: "heading", text, level: Math.min(level, 6) };
}

function blockOf(line: Line, next: Line | undefined, capitals: boolean): RawBlock {
  const hashes = /^(#{1,6})\s+\S/u.exec(line.text);
  if (hashes) return headingBlock(line, hashes[1]?.length ?? HEADING_LEVEL);
  const numbered = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}/u.exec(line.text);
  const bullet = BULLET.exec(line.raw);
  if (bullet && !(numbered && isHeading(line) && !BULLET.test(next?.raw ?? ""))) {
    const ordinal = bullet[1] ? Number(bullet[1]) : undefined;
    const text = line.text.replace(BULLET, "");
    return { ...at(line), kind: "list-item", text, ...(ordinal === undefined ? {} : { ordinal }) };
  }
  if (isHeading(line) && next) {
    const depth = numbered ? (numbered[1]?.split(".").length ?? 1) - 1 : 0;
    const lower = capitals && !isAllCapitals(line.text) ? 1 : 0;
    return headingBlock(line, HEADING_LEVEL + depth + lower);
  }
  return { ...at(line), kind: "paragraph", text: line.text };
}

const isAllCapitals = (text: string) => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);

/** A short line on its own that starts like a title and does not end like a sentence. */
function isHeading(line: Line): boolean {
  const { text } = line;
  if (!line.gapBefore || (!line.gapAfter && !isAllCapitals(text))) return false;
  if (text.length > MAX_HEADING || text.split(/\s+/u).length > MAX_HEADING_WORDS) return false;
  if (/[.!;,…]["'”’)]*$/u.test(text) && !/^\d+\.$/u.test(text)) return false;
  return /^[\p{Lu}\d¿"“'‘(]/u.test(text) && /\p{L}{2}/u.test(text) && !/^\d{1,4}[-/]\d/u.test(text);
}
