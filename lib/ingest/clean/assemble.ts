/** Cleaned raw blocks in; the document's text and its blocks with exact ranges out. */
import type { Block } from "@/lib/content";
import type { RawBlock } from "@/lib/ingest/load/loaded";
import { slugify } from "@/lib/ingest/slug";

/** What stands between two blocks in `Document.text`. */
export const BLOCK_GAP = "\n\n";

/** @returns text in which each block is `text.slice(block.start, block.end)` */
export function assemble(raw: readonly RawBlock[]): { text: string; blocks: Block[] } {
  const texts: string[] = [];
  const blocks: Block[] = [];
  const anchors = new Map<string, number>();
  let start = 0;
  for (const { text, line: _line, ...rest } of raw) {
    if (text === "") continue;
    const end = start + text.length;
    const anchored = rest.kind === "heading" || rest.kind === "term";
    const anchor = anchored
      ? uniqueAnchor(rest.kind === "term" ? (rest.header?.[0] ?? text) : text, anchors)
      : undefined;
    blocks.push({ ...rest, start, end, ...(anchor ? { anchor } : {}) });
    texts.push(text);
    start = end + BLOCK_GAP.length;
  }
  return { text: texts.join(BLOCK_GAP), blocks };
}

function uniqueAnchor(text: string, used: Map<string, number>): string {
  const base = slugify(text);
  const times = (used.get(base) ?? 0) + 1;
  used.set(base, times);
  return times === 1 ? base : `${base}-${times}`;
}
