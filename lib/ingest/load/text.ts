/** A plain text file's content in; a source whose structure is still to be found out. */
import type { Loaded } from "@/lib/ingest/load/loaded";

/** @param text decoded content */
export function loadText(origin: string, text: string, contentHash: string): Loaded {
  return {
    kind: "loaded",
    origin,
    format: "text",
    contentHash,
    stated: {},
    hints: {},
    blocks: [],
    plainText: text,
    removed: [],
    references: [],
  };
}
