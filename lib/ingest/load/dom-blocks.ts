/**
 * An element of a parsed page in; the raw blocks a reader would see in it, in order, out.
 *
 * Shared by every format that is, or is turned into, HTML.
 */
import { rowSentence } from "@/lib/ingest/clean/row-sentence";
import { term } from "@/lib/ingest/clean/sections";
import { INLINE, inlineText, SKIPPED, superscript, tagOf, tidy } from "@/lib/ingest/load/dom-text";
import type { RawBlock, Removed } from "@/lib/ingest/load/loaded";
import { slugify } from "@/lib/ingest/slug";

export interface DomBlocks {
  readonly blocks: RawBlock[];
  readonly removed: Removed[];
}

/** Where a block came from, for formats that have pages or parts. */
export interface Place {
  readonly line?: number;
  readonly page?: number;
}

/**
 * @param root the element whose content is read; itself it makes no block
 * @param place stamped on every block; without a line, blocks are numbered in order
 */
export function domBlocks(root: Element, place: Place = {}): DomBlocks {
  const found = new Found(place);
  readChildren(root, found);
  found.endParagraph();
  return { blocks: found.blocks, removed: found.removed };
}

class Found {
  readonly blocks: RawBlock[] = [];
  readonly removed: Removed[] = [];
  readonly #place: Place;
  #run = "";

  constructor(place: Place) {
    this.#place = place;
  }

  get at(): { line: number; page?: number } {
    const { line = this.blocks.length + 1, page } = this.#place;
    return page === undefined ? { line } : { line, page };
  }

  add(block: Omit<RawBlock, "line" | "page">): void {
    this.endParagraph();
    if (tidy(block.text) !== "") this.blocks.push({ ...block, text: tidy(block.text), ...this.at });
  }

  inline(text: string): void {
    this.#run += text;
  }

  endParagraph(): void {
    const text = tidy(this.#run);
    this.#run = "";
    if (text !== "") this.blocks.push({ kind: "paragraph", text, ...this.at });
  }
}

function readChildren(element: Element, found: Found): void {
  let breaks = 0;
  for (const node of element.childNodes) {
    if (node.nodeType === 3) {
      const text = node.textContent ?? "";
      if (text.trim() !== "") breaks = 0;
      found.inline(text);
      continue;
    }
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (tagOf(child) === "br") {
      breaks += 1;
      if (breaks > 1) found.endParagraph();
      else found.inline(" ");
      continue;
    }
    breaks = 0;
    readElement(child, found);
  }
}

function readElement(element: Element, found: Found): void {
  const tag = tagOf(element);
  if (SKIPPED.test(tag)) return;
  if (tag === "img") {
    readImage(element, found);
    return;
  }
  if (INLINE.test(tag) && !hasBlocks(element)) {
    found.inline(tag === "sup" ? superscript(element) : inlineText(element));
    return;
  }
  if (/^h[1-6]$/u.test(tag) || element.getAttribute("role") === "heading") {
    const level = Number(element.getAttribute("aria-level") ?? tag[1]);
    found.add({
      kind: "heading",
      level: level >= 1 && level <= 6 ? level : 2,
      text: inlineText(element),
    });
    return;
  }
  if (tag === "summary" || tag === "caption" || tag === "legend") {
    found.add({ kind: "heading", level: 4, text: inlineText(element) });
    return;
  }
  if (tag === "ul" || tag === "ol" || tag === "menu") {
    readList(element, found);
    return;
  }
  if (tag === "dl") {
    readDefinitions(element, found);
    return;
  }
  if (tag === "table") {
    readTable(element, found);
    return;
  }
  if (tag === "figure") {
    readFigure(element, found);
    return;
  }
  if (tag === "pre") {
    found.add({ kind: "paragraph", text: inlineText(element) });
    return;
  }
  found.endParagraph();
  readChildren(element, found);
  found.endParagraph();
}

const hasBlocks = (element: Element) =>
  element.querySelector(
    "p,div,ul,ol,table,h1,h2,h3,h4,h5,h6,section,article,figure,dl,blockquote",
  ) !== null;

/** An image without a caption is described for those who cannot see it; that is no text to quote. */
function readImage(element: Element, found: Found): void {
  const alt = tidy(element.getAttribute("alt") ?? "");
  if (alt !== "")
    found.removed.push({ reason: "image description", text: alt, line: found.at.line });
}

function readFigure(element: Element, found: Found): void {
  const caption = element.querySelector("figcaption");
  const text = caption ? tidy(inlineText(caption)) : "";
  const table = element.querySelector("table");
  if (table) {
    if (text !== "") found.add({ kind: "heading", level: 4, text });
    readTable(table, found);
    return;
  }
  const image = element.querySelector("img");
  const alt = tidy(image?.getAttribute("alt") ?? "");
  if (text === "") {
    if (alt !== "")
      found.removed.push({ reason: "image description", text: alt, line: found.at.line });
    if (!image) readChildren(element, found);
    return;
  }
  found.add({
    kind: "figure",
    text,
    figure: { id: slugify(text).slice(0, 40), src: null, alt, caption: text },
  });
}

function readList(list: Element, found: Found): void {
  const ordered = tagOf(list) === "ol";
  let ordinal = Number(list.getAttribute("start") ?? 1) || 1;
  for (const item of list.children) {
    if (tagOf(item) !== "li") {
      if (/^[uo]l$/u.test(tagOf(item))) readList(item, found);
      continue;
    }
    const inner = domBlocks(item);
    const [first, ...rest] = inner.blocks;
    found.removed.push(...inner.removed);
    if (first?.kind === "paragraph") {
      found.add({ kind: "list-item", text: first.text, ...(ordered ? { ordinal } : {}) });
      for (const block of rest) found.add(block);
    } else for (const block of inner.blocks) found.add(block);
    ordinal += 1;
  }
}

function readDefinitions(list: Element, found: Found): void {
  const entries = [...list.querySelectorAll("dt,dd")].filter(
    (entry) => entry.closest("dl") === list,
  );
  let names: string[] = [];
  let closed = false;
  for (const entry of entries) {
    const text = tidy(inlineText(entry));
    if (tagOf(entry) === "dt") {
      if (closed) names = [];
      closed = false;
      names.push(text);
    } else if (names.length > 0 && text !== "") {
      closed = true;
      found.add(term(names.join(", "), text, { kind: "term", text, line: found.at.line }));
    }
  }
}

function readTable(table: Element, found: Found): void {
  const rows = [...table.querySelectorAll("tr")]
    .filter((row) => row.closest("table") === table)
    .map((row) => ({
      row,
      cells: [...row.children].filter((cell) => /^t[hd]$/u.test(tagOf(cell))),
    }))
    .filter(({ cells }) => cells.length > 0);
  const widest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const isLayout =
    widest < 2 ||
    table.querySelector("table") !== null ||
    table.getAttribute("role") === "presentation";
  if (isLayout) {
    for (const { cells } of rows)
      for (const cell of cells) {
        found.endParagraph();
        readChildren(cell, found);
      }
    found.endParagraph();
    return;
  }
  const caption = table.querySelector("caption");
  if (caption) found.add({ kind: "heading", level: 4, text: inlineText(caption) });
  const [first, ...others] = rows;
  const isHeader =
    first?.row.closest("thead") ||
    first?.cells.every((cell) => tagOf(cell) === "th") ||
    looksLikeHeader(first?.cells, others[0]?.cells);
  const header = isHeader ? (first?.cells.flatMap(spread) ?? []) : [];
  for (const { cells } of isHeader ? others : rows) {
    const texts = cells.flatMap(spread);
    if (texts.every((text) => text === "")) continue;
    if (texts.length === 1 || (cells.length === 1 && widest > 1)) {
      found.add({ kind: "heading", level: 5, text: texts[0] ?? "" });
      continue;
    }
    found.add({ kind: "table-row", text: rowSentence(header, texts), header, cells: texts });
  }
}

/** A cell that spans columns stands in each of them. */
function spread(cell: Element): string[] {
  const span = Math.min(Math.max(Number(cell.getAttribute("colspan") ?? 1) || 1, 1), 20);
  const text = tidy(inlineText(cell));
  return Array.from({ length: span }, (_, i) => (i === 0 || tagOf(cell) === "th" ? text : ""));
}

/** Without `th`, a first row of short bold or stopless cells above longer ones is a header. */
function looksLikeHeader(first: readonly Element[] = [], second: readonly Element[] = []): boolean {
  const texts = first.map((cell) => tidy(inlineText(cell)));
  const bold = first.every((cell) => cell.querySelector("b,strong") !== null);
  const short = texts.every(
    (text, i) => i === 0 || (text !== "" && text.length <= 40 && !/[.\d]$/u.test(text)),
  );
  const below = second.map((cell) => tidy(inlineText(cell)).length);
  return (
    first.length > 1 &&
    (bold || (short && Math.max(0, ...below) > Math.max(...texts.map((text) => text.length))))
  );
}
