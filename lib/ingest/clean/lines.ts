/** Plain text in; its logical lines out: wrapped lines joined, blank lines turned into gaps. */
import { collapseSpaces, normaliseSeparators } from "@/lib/ingest/clean/characters";

/** One paragraph, heading, list item or row as typed, and whether blank lines stand round it. */
export interface Line {
  /** Trimmed; runs of spaces and tabs are kept inside `raw` only, where they may mark columns. */
  readonly text: string;
  readonly raw: string;
  /** 1-based line of the file where it starts. */
  readonly number: number;
  readonly gapBefore: boolean;
  readonly gapAfter: boolean;
  readonly page?: number;
}

export const BULLET =
  /^\s*(?:[•◦▪‣●○■□➤►▸·*]|[-–—](?=\s)|\((?:\d{1,2}|[a-z])\)|(\d{1,3})[.)]|[a-z]\))\s+(?=\S)/u;

/** A file whose longest lines are within this is hard-wrapped; safe 60 to 130. */
const WIDEST_WRAP = 110;
/** A line this share of the wrap width long continues on the next; safe 0.6 to 0.9. */
const FULL_LINE = 0.7;
/** Fewer lines than this say nothing about wrapping; safe 3 to 10. */
const MIN_LINES = 4;

/** The width at which a file is wrapped by hand, or null when each paragraph is one line. */
function wrapWidth(lines: readonly string[]): number | null {
  const inner: number[] = [];
  let widest = 0;
  for (const [i, line] of lines.entries()) {
    const length = line.trimEnd().length;
    widest = Math.max(widest, length);
    const next = lines[i + 1];
    const continues =
      next !== undefined && next.trim() !== "" && !BULLET.test(next) && !isColumns(line);
    if (length > 0 && continues) inner.push(length);
  }
  if (widest === 0 || inner.length < MIN_LINES) return null;
  inner.sort((a, b) => a - b);
  const typical = inner[Math.floor(inner.length * 0.6)] ?? 0;
  const nearWidest = inner[Math.floor(inner.length * 0.95)] ?? 0;
  if (nearWidest > WIDEST_WRAP || nearWidest < 40) return null;
  return typical >= nearWidest * FULL_LINE ? nearWidest : null;
}

/** Two or more gaps of several spaces, tabs or pipes: a table row, never joined to another line. */
export function isColumns(line: string): boolean {
  return /\t|\s{3,}|\|/u.test(line.trim()) && splitColumns(line).length >= 2;
}

/** The cells of a line whose columns are marked by tabs, pipes or wide gaps. */
export function splitColumns(line: string): string[] {
  const trimmed = line.trim().replace(/^\||\|$/gu, "");
  const separator = /\|/u.test(trimmed) ? /\s*\|\s*/u : /\t+|\s{3,}/u;
  return trimmed.split(separator).map(collapseSpaces);
}

/**
 * Makes logical lines.
 *
 * @param text normalised text; `\n` ends a line
 * @param pageOf the page of a 1-based line, for paged formats
 */
export function logicalLines(text: string, pageOf?: (line: number) => number | undefined): Line[] {
  const physical = text.split("\n");
  const width = wrapWidth(physical);
  const lines: {
    raw: string;
    number: number;
    gapBefore: boolean;
    gapAfter: boolean;
    joins: boolean;
  }[] = [];
  let gap = true;
  for (const [i, raw] of physical.entries()) {
    if (raw.trim() === "") {
      const last = lines.at(-1);
      if (last) last.gapAfter = true;
      gap = true;
      continue;
    }
    const last = lines.at(-1);
    const previousLine = physical[i - 1] ?? "";
    const joins =
      width !== null &&
      !gap &&
      last !== undefined &&
      !BULLET.test(raw) &&
      !isColumns(raw) &&
      !isColumns(last.raw) &&
      (previousLine.trimEnd().length >= width * FULL_LINE || /^\s*\p{Ll}/u.test(raw));
    if (joins && last) {
      const hyphenated = /\p{Ll}-$/u.test(last.raw.trimEnd()) && /^\s*\p{Ll}/u.test(raw);
      last.raw = hyphenated
        ? last.raw.trimEnd().slice(0, -1) + raw.trimStart()
        : `${last.raw.trimEnd()} ${raw.trimStart()}`;
    } else {
      lines.push({ raw, number: i + 1, gapBefore: gap, gapAfter: false, joins: false });
    }
    gap = false;
  }
  const last = lines.at(-1);
  if (last) last.gapAfter = true;
  return lines.map(({ raw, number, gapBefore, gapAfter }) => ({
    text: normaliseSeparators(collapseSpaces(raw)),
    raw,
    number,
    gapBefore,
    gapAfter,
    ...(pageOf ? { page: pageOf(number) } : {}),
  }));
}
