/** A file in; what its format's loader made of it, a refusal, or the word that it is no document out. */
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { decodeText } from "@/lib/ingest/load/decode";
import { detect, type Format, HEAD_BYTES } from "@/lib/ingest/load/detect";
import { loadDocx } from "@/lib/ingest/load/docx";
import { loadEpub } from "@/lib/ingest/load/epub";
import { loadHtml } from "@/lib/ingest/load/html";
import { type Loaded, type LoadOutcome, refused } from "@/lib/ingest/load/loaded";
import { loadMarkdown } from "@/lib/ingest/load/markdown";
import { loadOdt } from "@/lib/ingest/load/odt";
import { loadPdf } from "@/lib/ingest/load/pdf";
import { sha256 } from "@/lib/ingest/load/sha256";
import { type Defaults, withSidecar } from "@/lib/ingest/load/sidecar";
import { loadText } from "@/lib/ingest/load/text";
import { type FoundFile, walk } from "@/lib/ingest/load/walk";

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

export interface LoadOptions {
  /** What the owner states once for all documents. */
  readonly defaults?: Defaults;
}

/**
 * Loads every document under a path, one after another, so that memory holds one at a time.
 *
 * @param source a file or a folder
 */
export async function* load(
  source: string,
  options: LoadOptions = {},
): AsyncGenerator<LoadOutcome> {
  const walked = await walk([source]);
  yield* walked.refused;
  for (const file of walked.files) yield await loadFile(file, options);
}

/** Loads one file. Never throws: what goes wrong with a file is a refusal that says so. */
export async function loadFile(file: FoundFile, options: LoadOptions = {}): Promise<LoadOutcome> {
  const { origin, size } = file;
  try {
    const head = await readHead(origin, size);
    const detected = detect(path.basename(origin), head, size);
    if (detected.is === "ignored") return { kind: "ignored", origin };
    if (detected.is === "unknown") return refused(origin, detected.reason);
    const limit = MAX_BYTES[detected.is];
    if (size > limit)
      return refused(
        origin,
        `${megabytes(size)} MB, more than the ${megabytes(limit)} MB a ${detected.is} file may have; split it`,
      );
    const bytes = head.length === size ? head : await readFile(origin);
    const outcome = await loadBytes(origin, detected.is, bytes);
    return outcome.kind === "loaded" ? withSidecar(outcome, options.defaults) : outcome;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    return refused(origin, `cannot be read${code}; check the file and its permissions`);
  }
}

/** Hands bytes of a known format to its loader. */
export async function loadBytes(
  origin: string,
  format: Format,
  bytes: Uint8Array,
): Promise<LoadOutcome> {
  const hash = sha256(bytes);
  const outcome = await byFormat(origin, format, bytes, hash);
  return outcome.kind === "loaded" ? notEmpty(outcome) : outcome;
}

async function byFormat(
  origin: string,
  format: Format,
  bytes: Uint8Array,
  hash: string,
): Promise<LoadOutcome> {
  switch (format) {
    case "html": {
      const html = decodeText(bytes, charsetOf(bytes));
      return html === null
        ? refused(origin, "binary data, not a page")
        : loadHtml(origin, html, hash);
    }
    case "markdown":
    case "text": {
      const text = decodeText(bytes);
      if (text === null)
        return refused(origin, "binary data after its first part; save it again as text");
      return format === "markdown"
        ? loadMarkdown(origin, text, hash)
        : loadText(origin, text, hash);
    }
    case "pdf":
      return loadPdf(origin, bytes, hash);
    case "docx":
      return loadDocx(origin, bytes, hash);
    case "odt":
      return loadOdt(origin, bytes, hash);
    case "epub":
      return loadEpub(origin, bytes, hash);
  }
}

/** The encoding a page names in its first kilobyte, for pages that are not UTF-8. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1_024));
  return /charset\s*=\s*["']?([\w-]{2,20})/iu.exec(head)?.[1];
}

function notEmpty(loaded: Loaded): LoadOutcome {
  const text = loaded.plainText ?? loaded.blocks.map((block) => block.text).join("");
  return /\p{L}/u.test(text) ? loaded : refused(loaded.origin, "holds no text");
}

const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

async function readHead(file: string, size: number): Promise<Uint8Array> {
  const handle = await open(file, "r");
  try {
    const head = new Uint8Array(Math.min(size, HEAD_BYTES));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
