/**
 * What every loader hands on: raw blocks in reading order, what the source says about itself, and
 * what was left out on the way in. Nothing enters here; these are the shapes between load and clean.
 */
import type { Block, Document, DocumentMeta } from "@/lib/content";

/** A block as found: `text` is still uncleaned, `line` is where an owner finds it (1-based). */
export type RawBlock = Omit<Block, "start" | "end"> & { text: string; line: number };

/** Why something a file holds is not in the index. */
export type RemovalReason =
  | "navigation"
  | "cookie notice"
  | "share bar"
  | "image description"
  | "picture credit"
  | "author box"
  | "advertisement"
  | "footer"
  | "related links"
  | "reference list"
  | "duplicate paragraph"
  | "repeated title"
  | "hidden text"
  | "invisible characters"
  | "instruction to a model"
  | "running head"
  | "page number"
  | "raw markup"
  | "empty heading"
  | "outside the article";

/** One thing left out; `text` is what it said, in full. */
export interface Removed {
  readonly reason: RemovalReason;
  readonly text: string;
  readonly line: number;
}

/** A source that was read. */
export interface Loaded {
  readonly kind: "loaded";
  /** A path as reached from the command line, or a URL. */
  readonly origin: string;
  readonly format: Document["format"];
  /** sha256 of the bytes as loaded, and of the sidecar when there is one. */
  readonly contentHash: string;
  /** Stated by the owner: front matter, sidecar or defaults. */
  readonly stated: Partial<DocumentMeta>;
  /** What the file itself suggests; used where the owner states nothing, and marked as inferred. */
  readonly hints: Partial<DocumentMeta>;
  readonly blocks: RawBlock[];
  /** Set by formats without structure: the lines from which blocks are still to be made. */
  readonly plainText?: string;
  /** With `plainText` of a paged format: the page of each of its lines. */
  readonly pageOfLine?: readonly number[];
  readonly removed: Removed[];
  readonly references: string[];
}

/** A source that cannot be indexed; the line an owner reads is `origin: reason`, fix included. */
export interface Refused {
  readonly kind: "refused";
  readonly origin: string;
  readonly reason: string;
}

/** A file that is no document (a picture, a sidecar) and needs no word in the report. */
export interface Ignored {
  readonly kind: "ignored";
  readonly origin: string;
}

export type LoadOutcome = Loaded | Refused | Ignored;

/** @returns a refusal, for `return refused(origin, "why; what to do")` */
export function refused(origin: string, reason: string): Refused {
  return { kind: "refused", origin, reason };
}
