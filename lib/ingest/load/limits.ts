/** Nothing enters; how large a file of each format may be leaves. */
import type { Format } from "@/lib/ingest/load/detect";

/** Largest file read, in bytes, by format; safe up to what fits in memory several times. */
export const MAX_BYTES: Readonly<Record<Format, number>> = {
  markdown: 8_000_000,
  text: 8_000_000,
  html: 16_000_000,
  pdf: 100_000_000,
  docx: 50_000_000,
  odt: 50_000_000,
  epub: 50_000_000,
};
