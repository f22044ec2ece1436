/**
 * Pieces of text with their places on pages in; paragraphs in reading order out.
 *
 * A PDF knows where letters stand, not what belongs together: columns, running heads, wrapped lines
 * and headings are all inferred from position and size.
 */
import type { Removed } from "@/lib/ingest/load/loaded";

/** A run of characters on a page; units are points, `y` grows upwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** A paragraph, heading, list item or table row, one line of text each. */
export interface Paragraph {
  readonly text: string;
  readonly page: number;
  readonly size: number;
  /** Blank space above it: it starts something new. */
  readonly gapAbove: boolean;
  readonly isHeading: boolean;
}

interface Fragment {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

interface LaidLine extends Fragment {
  page: number;
  /** Where the column it stands in ends. */
  columnRight: number;
  columnLeft: number;
  startsColumn: boolean;
}

/** A gap wider than this many letter heights parts two columns or cells; safe 1 to 2.5. */
const CELL_GAP = 1.4;
/** Lines further apart than this many line heights are two paragraphs; safe 1.3 to 1.9. */
const PARAGRAPH_GAP = 1.6;
/** Letters this much larger than the body's are a heading; safe 1.08 to 1.3. */
const HEADING_SIZE = 1.14;
/** Share of pages on which a line at the edge must recur to be a running head; safe 0.3 to 0.6. */
const RUNNING_SHARE = 0.34;
/** Lines looked at from the top and bottom of a page for running heads; safe 1 to 4. */
const EDGE_LINES = 3;

const BULLET = /^(?:[•◦▪‣●○■□➤►▸·*–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+\S/u;

/** Lays out a whole document. */
export function layOut(pages: readonly Page[]): { paragraphs: Paragraph[]; removed: Removed[] } {
  const laid = pages.map((page) => linesOf(page));
  const removed: Removed[] = [];
  const kept = withoutRunningHeads(laid, removed);
  const lines = kept.flat();
  return { paragraphs: paragraphsOf(lines), removed };
}

function linesOf(page: Page): LaidLine[] {
  const fragments = fragmentsOf(page);
  const gutter = gutterOf(fragments, page.width);
  if (gutter === null) return rowsOf(fragments, page);
  const lines: LaidLine[] = [];
  let band: Fragment[] = [];
  const flush = () => {
    const left = band.filter(({ right }) => right <= gutter);
    const right = band.filter((fragment) => fragment.right > gutter);
    lines.push(...rowsOf(left, page), ...rowsOf(right, page));
    band = [];
  };
  for (const fragment of fragments) {
    const spans = fragment.x < gutter && fragment.right > gutter;
    if (!spans) {
      band.push(fragment);
      continue;
    }
    flush();
    lines.push(...rowsOf([fragment], page));
  }
  flush();
  return lines;
}

/** Runs of text on one height without a wide gap, from the top of the page down. */
function fragmentsOf({ pieces }: Page): Fragment[] {
  const sorted = [...pieces]
    .filter(({ text }) => text.trim() !== "")
    .sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row &&
      first &&
      Math.abs(first.y - piece.y) <= Math.max(2, 0.45 * Math.min(first.size, piece.size))
    )
      row.push(piece);
    else rows.push([piece]);
  }
  const fragments: Fragment[] = [];
  for (const row of rows) {
    row.sort((a, b) => a.x - b.x);
    let open: Fragment | null = null;
    for (const { text, x, y, width, size } of row) {
      const gap: number = open ? x - open.right : 0;
      if (open && gap <= CELL_GAP * Math.max(size, open.size)) {
        const space = gap > 0.12 * size && !/\s$/u.test(open.text) && !/^\s/u.test(text) ? " " : "";
        open.text += space + text;
        open.right = Math.max(open.right, x + width);
        open.size = Math.max(open.size, size);
      } else {
        open = { text, x, right: x + width, y, size };
        fragments.push(open);
      }
    }
  }
  return fragments.map((fragment) => ({
    ...fragment,
    text: fragment.text.replace(/\s+/gu, " ").trim(),
  }));
}

/** The x at which a page of two columns parts, or null when it has one (or a table). */
function gutterOf(fragments: readonly Fragment[], width: number): number | null {
  if (fragments.length < 12) return null;
  let best: { x: number; crossing: number } | null = null;
  for (let x = width * 0.35; x <= width * 0.65; x += width / 100) {
    const crossing = fragments.filter((fragment) => fragment.x < x && fragment.right > x).length;
    if (!best || crossing < best.crossing) best = { x, crossing };
  }
  if (!best || best.crossing > fragments.length * 0.2) return null;
  const { x } = best;
  const left = fragments.filter(({ right }) => right <= x);
  const right = fragments.filter((fragment) => fragment.x >= x);
  const enough = Math.min(left.length, right.length) >= fragments.length * 0.2;
  const wide = (side: readonly Fragment[]) => {
    const widths = side.map((fragment) => fragment.right - fragment.x).sort((a, b) => a - b);
    return (widths[Math.floor(widths.length * 0.6)] ?? 0) >= width * 0.22;
  };
  return enough && wide(left) && wide(right) ? x : null;
}

/** Fragments of one column, joined across a height: several on one height are a table's row. */
function rowsOf(fragments: readonly Fragment[], page: Page): LaidLine[] {
  const columnRight = Math.max(0, ...fragments.map(({ right }) => right));
  const columnLeft = Math.min(page.width, ...fragments.map(({ x }) => x));
  const lines: LaidLine[] = [];
  for (const fragment of fragments) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - fragment.y) <= Math.max(2, 0.45 * fragment.size)) {
      last.text += `   ${fragment.text}`;
      last.right = Math.max(last.right, fragment.right);
    } else
      lines.push({
        ...fragment,
        page: page.number,
        columnRight,
        columnLeft,
        startsColumn: lines.length === 0,
      });
  }
  return lines;
}

const PAGE_NUMBER =
  /^(?:page |p\. ?|página )?[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|\/|de) \d{1,4})?\s*[-–—|]?$/iu;

function withoutRunningHeads(pages: readonly LaidLine[][], removed: Removed[]): LaidLine[][] {
  const shape = (text: string) => text.replace(/\d+/gu, "#").toLowerCase();
  const edges = pages.map((lines) => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)]);
  });
  const counts = new Map<string, number>();
  for (const edge of edges)
    for (const key of new Set([...edge].map(({ text }) => shape(text))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = Math.max(3, pages.length * RUNNING_SHARE);
  return pages.map((lines, i) =>
    lines.filter((line) => {
      if (!edges[i]?.has(line)) return true;
      const isNumber = PAGE_NUMBER.test(line.text);
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

function bodySize(lines: readonly LaidLine[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
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
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const isHeading = line.size >= body * HEADING_SIZE && line.text.length <= 140;
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
