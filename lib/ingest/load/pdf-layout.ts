/**
 * Pieces of text with their places on pages in; paragraphs in reading order out.
 *
 * A PDF knows where letters stand, not what belongs together: columns, running heads, wrapped lines
 * and headings are all inferred from position and size.
 */
import type { Removed } from "@/lib/ingest/load/loaded";
import {
  bodySize,
  HEADING_SIZE,
  type LaidLine,
  linesOf,
  type Page,
} from "@/lib/ingest/load/pdf-columns";

/** A paragraph, heading, list item or table row, one line of text each. */
export interface Paragraph {
  readonly text: string;
  readonly page: number;
  readonly size: number;
  /** Blank space above it: it starts something new. */
  readonly gapAbove: boolean;
  readonly isHeading: boolean;
}

/** Longest bold heading in characters; safe 60 to 120. */
const MAX_BOLD_HEADING = 90;
/** Space above a bold heading in letter heights, measured from line to line; safe 1.25 to 1.6. */
const BOLD_GAP = 1.35;
/** Lines further apart than this many line heights are two paragraphs; safe 1.3 to 1.9. */
const PARAGRAPH_GAP = 1.6;
/** Letters smaller than this share of the body's are not the body; safe 0.85 to 0.97. */
const SMALL_SIZE = 0.95;
/** Share of pages on which a line at the edge must recur to be a running head; safe 0.3 to 0.6. */
const RUNNING_SHARE = 0.34;
/** Lines looked at from the top and bottom of a page for running heads; safe 2 to 6. */
const EDGE_LINES = 4;

const BULLET = /^(?:[•◦▪‣●○■□➤►▸·*–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+\S/u;

/** Lays out a whole document. */
export function layOut(pages: readonly Page[]): { paragraphs: Paragraph[]; removed: Removed[] } {
  const body = bodySize(pages.flatMap(({ pieces }) => pieces));
  const laid = pages.map((page) => linesOf(page, body));
  const removed: Removed[] = [];
  const kept = withoutRunningHeads(laid, removed);
  const lines = kept.flat();
  return { paragraphs: paragraphsOf(lines), removed };
}

const PAGE_NUMBER =
  /^(?:page |p\. ?|página )?[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|\/|de) \d{1,4})?\s*[-–—|]?$/iu;

/** What a browser prints above and below a page: the time, the address, "1/3". */
const PRINTED_BY_BROWSER =
  /^(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}|(?:file|https?):\/\/\S+(?:\s+\d+\/\d+)?$)/iu;

/** Lines at the edge of pages that recur from page to page, and page numbers. */
function withoutRunningHeads(pages: readonly LaidLine[][], removed: Removed[]): LaidLine[][] {
  const shape = (text: string) => text.replace(/\d+/gu, "#").toLowerCase();
  const body = bodySize(pages.flat());
  const edges = pages.map((lines) => edgeLines(lines, body));
  const counts = new Map<string, number>();
  for (const edge of edges)
    for (const key of new Set([...edge].map(({ text }) => shape(text))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = Math.max(3, pages.length * RUNNING_SHARE);
  return pages.map((lines, i) =>
    lines.filter((line) => {
      if (!edges[i]?.has(line)) return true;
      const isNumber = PAGE_NUMBER.test(line.text) || PRINTED_BY_BROWSER.test(line.text);
      if (!isNumber && (counts.get(shape(line.text)) ?? 0) < often) return true;
      removed.push({
        reason: isNumber ? "page number" : "running head",
        text: line.text,
        line: line.page,
      });
      return false;
    }),
  );
}

/** The outermost lines that stand apart from the text, by a gap or by smaller letters. */
function edgeLines(lines: readonly LaidLine[], body: number): Set<LaidLine> {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  const edge = new Set<LaidLine>();
  for (const ordered of [byHeight, [...byHeight].reverse()]) {
    for (const [i, line] of ordered.slice(0, EDGE_LINES).entries()) {
      const inner = ordered.slice(i + 1).find(({ y }) => Math.abs(y - line.y) > 2);
      const apart = !inner || Math.abs(line.y - inner.y) > PARAGRAPH_GAP * line.size;
      if (line.size >= body * HEADING_SIZE || !(apart || line.size < body * SMALL_SIZE)) break;
      edge.add(line);
    }
  }
  return edge;
}

function paragraphsOf(lines: readonly LaidLine[]): Paragraph[] {
  const body = bodySize(lines);
  const text = lines.map((line) => line.text).join("\n");
  const paragraphs: {
    text: string;
    page: number;
    size: number;
    gapAbove: boolean;
    isHeading: boolean;
  }[] = [];
  let previous: LaidLine | undefined;
  for (const [i, line] of lines.entries()) {
    const last = paragraphs.at(-1);
    const isLarge =
      line.size >= body * HEADING_SIZE && line.text.length <= 140 && !/\s{3}/u.test(line.text);
    const isHeading = isLarge || isBoldHeading(lines, i, last?.isHeading ?? false);
    const moved =
      previous !== undefined &&
      (line.startsColumn || line.page !== previous.page || line.y > previous.y);
    const gap = previous && !moved ? (previous.y - line.y) / Math.max(line.size, previous.size) : 0;
    const wide = !moved && gap > PARAGRAPH_GAP;
    if (last && previous && continues(last, previous, line, { isHeading, moved, wide }))
      last.text = joinedText(last.text, line.text, text);
    else
      paragraphs.push({
        text: line.text,
        page: line.page,
        size: line.size,
        gapAbove: wide || moved || !previous,
        isHeading,
      });
    previous = line;
  }
  return paragraphs;
}

/**
 * A short bold line above text that is not: a heading in the letters of the body. It begins after a
 * gap (or goes on a heading), and bold lines that go on are a warning or a box, not a heading.
 */
function isBoldHeading(lines: readonly LaidLine[], at: number, followsHeading: boolean): boolean {
  const line = lines[at] as LaidLine;
  const before = lines[at - 1];
  const isShort =
    line.text.length <= MAX_BOLD_HEADING &&
    !/[.;,]$|\s{3}/u.test(line.text) &&
    !BULLET.test(line.text);
  if (!line.bold || !isShort || !/^[\p{Lu}\d¿"“'‘(]/u.test(line.text)) return false;
  const starts =
    !before ||
    before.page !== line.page ||
    line.startsColumn ||
    line.y > before.y ||
    before.y - line.y > BOLD_GAP * line.size;
  if (!starts && !(followsHeading && before?.bold)) return false;
  const next = lines.slice(at + 1, at + 3).find(({ bold }) => !bold);
  return next !== undefined && !/\s{3}/u.test(next.text);
}

function continues(
  last: { text: string; isHeading: boolean },
  previous: LaidLine,
  line: LaidLine,
  { isHeading, moved, wide }: { isHeading: boolean; moved: boolean; wide: boolean },
): boolean {
  if (wide || BULLET.test(line.text) || /\s{3}/u.test(line.text) || /\s{3}/u.test(previous.text))
    return false;
  if (last.isHeading || isHeading)
    return last.isHeading && isHeading && !moved && Math.abs(previous.size - line.size) < 0.6;
  const ended = /[.!?:]["'”’)\]]*$/u.test(last.text);
  const startsLow = /^[\p{Ll}(,;]/u.test(line.text);
  if (moved) return !ended && startsLow;
  const columnWidth = Math.max(1, previous.columnRight - previous.columnLeft);
  const full = (previous.columnRight - previous.right) / columnWidth < 0.3;
  const indented = !BULLET.test(last.text) && line.x - previous.x > line.size * 0.9;
  if (indented && ended) return false;
  return startsLow || full || (!ended && previous.right - previous.x > columnWidth * 0.45);
}

/** A hyphen at a line's end goes, unless the word is written with it elsewhere in the text. */
function joinedText(before: string, after: string, whole: string): string {
  const broken = /(\p{L}+)-$/u.exec(before);
  const rest = /^\p{Ll}+/u.exec(after)?.[0];
  if (!broken || !rest) return `${before} ${after}`;
  return whole.includes(`${broken[1]}-${rest}`) ? before + after : before.slice(0, -1) + after;
}
