/**
 * Documents as they were made in; the texts that carry them to another thread out, and the way back.
 *
 * A document and its chunks travel as the lines that the index's files will hold, which are kept with them,
 * so that nothing is written down twice.
 */
import type { Chunk, Document } from "@/lib/content";
import type { Made, MadeDocument } from "@/lib/ingest/make";
import { keepLine } from "@/lib/search-index/lines";

/** What crosses for each file: its document's line, its chunks' lines and the rest; or the rest alone. */
export type Packed = readonly [rest: string, document?: string, ...chunks: string[]];

export function pack(made: Made): Packed {
  if (made.kind !== "made") return [JSON.stringify(made)];
  const { document, chunks, ...rest } = made;
  return [
    JSON.stringify(rest),
    JSON.stringify(document),
    ...chunks.map((chunk) => JSON.stringify(chunk)),
  ];
}

export function unpack([rest, document, ...chunks]: Packed): Made {
  const said: unknown = JSON.parse(rest);
  if (document === undefined) return said as Made;
  return {
    ...(said as Omit<MadeDocument, "document" | "chunks">),
    document: keepLine(JSON.parse(document) as Document, document),
    chunks: chunks.map((chunk) => keepLine(JSON.parse(chunk) as Chunk, chunk)),
  };
}
