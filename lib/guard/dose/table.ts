/** A text with tables written with bars goes in; the amounts in their cells come out. */
import type { Span } from "@/lib/content";

/** Cells under a heading that names a unit, in a table written with bars. */
export function tableDoses(text: string): Span[] {
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
