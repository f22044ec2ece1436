/**
 * A document and a cited range in; the groups of blocks to show, cut where the highlight and the
 * links begin and end, out.
 */
import type { Block, Document, Span } from "@/lib/content";

/** A run of a block's text with one look. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly cited: boolean;
  readonly href?: string;
}

/** Blocks that make one element of the page: a list, a table, a glossary, or a block by itself. */
export interface Group {
  readonly kind: Block["kind"];
  readonly blocks: readonly Block[];
}

/** `?cite=120-480`; anything else, and a range outside of the text, is no citation. */
export function parseCite(value: string | undefined, length: number): Span | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(value ?? "");
  if (!match) return undefined;
  const span = { start: Number(match[1]), end: Number(match[2]) };
  return span.start < span.end && span.end <= length ? span : undefined;
}

export function overlaps(block: Span, cite: Span | undefined): boolean {
  return cite !== undefined && block.start < cite.end && cite.start < block.end;
}

/** The start of the first thing that is marked: it carries the id that the link points at. */
export function firstCited(document: Document, cite: Span | undefined): number | undefined {
  const first = document.blocks.find((block) => overlaps(block, cite) && block.kind !== "figure");
  if (!first || !cite) return undefined;
  const whole = first.kind === "table-row" || first.kind === "term";
  return whole ? first.start : Math.max(first.start, cite.start);
}

/** A block's text, cut at the edges of the highlight and of every link. */
export function segmentsOf(document: Document, block: Block, cite: Span | undefined): Segment[] {
  const links = block.links ?? [];
  const edges = [block.start, block.end, ...links.flatMap(({ start, end }) => [start, end])];
  if (cite) edges.push(cite.start, cite.end);
  const cuts = [...new Set(edges)]
    .filter((edge) => edge >= block.start && edge <= block.end)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? block.end;
    return {
      start,
      text: document.text.slice(start, end),
      cited: overlaps({ start, end }, cite),
      href: links.find((link) => link.start <= start && end <= link.end)?.href,
    };
  });
}

const sameGroup = (a: Block, b: Block): boolean => {
  if (a.kind !== b.kind) return false;
  if (a.kind === "list-item") return (a.ordinal === undefined) === (b.ordinal === undefined);
  if (a.kind === "table-row") return JSON.stringify(a.header) === JSON.stringify(b.header);
  return a.kind === "term";
};

/** Neighbouring list items, rows of one table and glossary terms are shown as one thing. */
export function groupsOf(document: Document): Group[] {
  const groups: { kind: Block["kind"]; blocks: Block[] }[] = [];
  for (const block of document.blocks) {
    const last = groups.at(-1);
    const before = last?.blocks.at(-1);
    if (last && before && sameGroup(before, block)) last.blocks.push(block);
    else groups.push({ kind: block.kind, blocks: [block] });
  }
  const first = groups[0]?.blocks[0];
  const repeatsTitle =
    first?.kind === "heading" && document.text.slice(first.start, first.end) === document.title;
  return repeatsTitle ? groups.slice(1) : groups;
}

/** How far headings move so that the outermost is an h2 under the page's h1. */
export function headingShift(document: Document): number {
  const levels = document.blocks
    .filter(
      ({ kind, start, end }) =>
        kind === "heading" && document.text.slice(start, end) !== document.title,
    )
    .map(({ level }) => level ?? 2);
  return levels.length === 0 ? 0 : 2 - Math.min(...levels);
}

/** The headings of the table of contents: the outermost ones. */
export function contentsOf(document: Document): { title: string; anchor: string }[] {
  const shift = headingShift(document);
  return groupsOf(document)
    .flatMap(({ blocks }) => blocks)
    .filter(({ kind, level, anchor }) => kind === "heading" && anchor && (level ?? 2) + shift === 2)
    .map(({ start, end, anchor }) => ({
      title: document.text.slice(start, end),
      anchor: anchor ?? "",
    }));
}
