/** Small documents for tests: blocks by their text, joined as ingestion joins them. */
import { blankDocument } from "@/lib/blank-document";
import type { Block, Document } from "@/lib/content";

type Piece = Omit<Block, "start" | "end" | "links"> & {
  readonly text: string;
  /** Offsets within this block's own text. */
  readonly links?: Block["links"];
};

export function documentOf(title: string, pieces: readonly Piece[]): Document {
  let text = "";
  const blocks = pieces.map(({ text: own, links, ...block }): Block => {
    if (text) text += "\n\n";
    const start = text.length;
    text += own;
    const moved = links?.map((link) => ({
      ...link,
      start: link.start + start,
      end: link.end + start,
    }));
    return { ...block, start, end: text.length, links: moved };
  });
  const slug = title.toLowerCase().replaceAll(" ", "-");
  return blankDocument(slug, text, {
    title,
    format: "markdown",
    origin: "test",
    blocks,
    contentHash: "",
  });
}
