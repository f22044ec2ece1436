/**
 * The pieces of text on a page in; its lines in reading order, column after column, out.
 */

/** A run of characters on a page; units are points, `y` grows upwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
}

export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

interface Fragment {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  /** All of it is bold. */
  bold: boolean;
}

export interface LaidLine extends Fragment {
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
/** Letters this much larger than the body's are a heading; safe 1.08 to 1.3. */
export const HEADING_SIZE = 1.14;

/** The size most of the text is set in, in points. */
export function bodySize(
  lines: readonly { readonly size: number; readonly text: string }[],
): number {
  const weights = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** @param body the size of the document's ordinary text */
export function linesOf(page: Page, body: number): LaidLine[] {
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
  for (const { text, x, y, width, size, bold } of row) {
    const gap: number = open ? x - open.right : 0;
    const wide = gap > CELL_GAP * Math.max(size, open?.size ?? 0);
    const aligned = gap > ALIGNED_GAP * size && cells.some((cell) => Math.abs(cell - x) < 1.5);
    if (open && !wide && !aligned) {
      const space = gap > 0.12 * size && !/\s$/u.test(open.text) && !/^\s/u.test(text) ? " " : "";
      open.text += space + text;
      open.right = Math.max(open.right, x + width);
      open.size = Math.max(open.size, size);
      open.bold &&= bold;
    } else {
      open = { text, x, right: x + width, y, size, bold };
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
      last.bold &&= fragment.bold;
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
