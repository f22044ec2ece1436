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
/** The same where the row above or below has a cell that begins at the same place; safe 0.4 to 0.8. */
const ALIGNED_GAP = 0.45;
/** Rows above and below that count as near; safe 1 to 5. */
const ROWS_NEAR = 3;
/** Lines further apart than this many line heights are two paragraphs; safe 1.3 to 1.9. */
const PARAGRAPH_GAP = 1.6;
/** Letters this much larger than the body's are a heading; safe 1.08 to 1.3. */
const HEADING_SIZE = 1.14;
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

function linesOf(page: Page, body: number): LaidLine[] {
  const fragments = fragmentsOf(page);
  const gutter = gutterOf(fragments, page.width);
  if (gutter === null) return rowsOf(fragments, page);
  const starts = columnStarts(fragments, gutter);
  const lines: LaidLine[] = [];
  let band: Fragment[] = [];
  const flush = (rowFollows: boolean) => {
    const left = rowsOf(
      band.filter(({ right }) => right <= gutter),
      page,
    );
    const right = rowsOf(
      band.filter((fragment) => fragment.right > gutter),
      page,
    );
    const last = left.at(-1);
    const headsRow =
      rowFollows && last && last.size >= body * HEADING_SIZE && right.every(({ y }) => y > last.y);
    lines.push(...(headsRow ? left.slice(0, -1) : left), ...right, ...(headsRow ? [last] : []));
    band = [];
  };
  for (const row of byRow(fragments)) {
    if (row.every((fragment) => inColumn(fragment, gutter, starts))) {
      band.push(...row);
      continue;
    }
    flush(true);
    lines.push(...rowsOf(row, page));
  }
  flush(false);
  return lines;
}

/** Where the lines of each column usually begin. */
function columnStarts(fragments: readonly Fragment[], gutter: number): number[] {
  return [fragments.filter(({ x }) => x < gutter), fragments.filter(({ x }) => x >= gutter)].map(
    (side) => {
      const counts = new Map<number, number>();
      for (const { x } of side)
        counts.set(Math.round(x / 2) * 2, (counts.get(Math.round(x / 2) * 2) ?? 0) + 1);
      return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
    },
  );
}

/** Within one column and starting where its lines, or its indented items, start. */
function inColumn(
  { x, right, size }: Fragment,
  gutter: number,
  starts: readonly number[],
): boolean {
  if (x < gutter && right > gutter) return false;
  const start = starts[x < gutter ? 0 : 1] ?? 0;
  return x >= start - size && x <= start + 4 * size;
}

function byRow(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = [];
  for (const fragment of fragments) {
    const first = rows.at(-1)?.[0];
    if (first && Math.abs(first.y - fragment.y) <= Math.max(2, 0.45 * fragment.size))
      rows.at(-1)?.push(fragment);
    else rows.push([fragment]);
  }
  return rows;
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
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  const cut = rows.map((row) => fragmentsInRow(row, []));
  return rows
    .flatMap((row, i) => {
      const near = cut.slice(Math.max(0, i - ROWS_NEAR), i + ROWS_NEAR + 1);
      const cells = near.flatMap((fragments) => fragments.slice(1).map(({ x }) => x));
      return cells.length > 0 ? fragmentsInRow(row, cells) : (cut[i] ?? []);
    })
    .map((fragment) => ({ ...fragment, text: fragment.text.replace(/\s+/gu, " ").trim() }));
}

/** @param cells where cells begin in the rows near by: a smaller gap parts two cells there */
function fragmentsInRow(row: readonly Piece[], cells: readonly number[]): Fragment[] {
  const fragments: Fragment[] = [];
  let open: Fragment | null = null;
  for (const { text, x, y, width, size } of row) {
    const gap: number = open ? x - open.right : 0;
    const wide = gap > CELL_GAP * Math.max(size, open?.size ?? 0);
    const aligned = gap > ALIGNED_GAP * size && cells.some((cell) => Math.abs(cell - x) < 1.5);
    if (open && !wide && !aligned) {
      const space = gap > 0.12 * size && !/\s$/u.test(open.text) && !/^\s/u.test(text) ? " " : "";
      open.text += space + text;
      open.right = Math.max(open.right, x + width);
      open.size = Math.max(open.size, size);
    } else {
      open = { text, x, right: x + width, y, size };
      fragments.push(open);
    }
  }
  return fragments;
}

/** The x at which a page of two columns parts, or null when it has one (or a table). */
function gutterOf(fragments: readonly Fragment[], width: number): number | null {
  if (fragments.length < 12) return null;
  const tried = Array.from({ length: 61 }, (_, i) => width * (0.35 + i * 0.005)).map((x) => ({
    x,
    crossing: fragments.filter((fragment) => fragment.x < x && fragment.right > x).length,
  }));
  const fewest = Math.min(...tried.map(({ crossing }) => crossing));
  if (fewest > fragments.length * 0.2) return null;
  const x = middleOfLongestRun(tried, fewest);
  const left = fragments.filter(({ right }) => right <= x);
  const right = fragments.filter((fragment) => fragment.x >= x);
  const enough = Math.min(left.length, right.length) >= fragments.length * 0.2;
  const wide = (side: readonly Fragment[]) => {
    const letters = (some: readonly Fragment[]) =>
      some.reduce((sum, { text }) => sum + text.length, 0);
    const full = side.filter((fragment) => fragment.right - fragment.x >= width * 0.22);
    return letters(full) >= letters(side) / 2;
  };
  return enough && wide(left) && wide(right) ? x : null;
}

/** The gutter is the widest strip that the fewest lines cross; its middle is furthest from both. */
function middleOfLongestRun(
  tried: readonly { x: number; crossing: number }[],
  fewest: number,
): number {
  let best: number[] = [];
  let run: number[] = [];
  for (const { x, crossing } of tried) {
    run = crossing === fewest ? [...run, x] : [];
    if (run.length > best.length) best = run;
  }
  return best[Math.floor(best.length / 2)] ?? 0;
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

function bodySize(lines: readonly { readonly size: number; readonly text: string }[]): number {
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
    const isHeading =
      line.size >= body * HEADING_SIZE && line.text.length <= 140 && !/\s{3}/u.test(line.text);
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
