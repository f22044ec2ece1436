/** A file in; what its format's loader made of it, a refusal, or the word that it is no document out. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { decodeText } from "@/lib/ingest/load/decode";
import { detect, type Format, HEAD_BYTES } from "@/lib/ingest/load/detect";
import { MAX_BYTES } from "@/lib/ingest/load/limits";
import { type Loaded, type LoadOutcome, refused } from "@/lib/ingest/load/loaded";
import { sha256 } from "@/lib/ingest/load/sha256";
import { type Defaults, withSidecar } from "@/lib/ingest/load/sidecar";
import { loadText } from "@/lib/ingest/load/text";
import { type FoundFile, walk } from "@/lib/ingest/load/walk";

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
  const walked = walk([source]);
  yield* walked.refused;
  for (const file of walked.files) yield await loadFile(file, options);
}

/** Loads one file. Never throws: what goes wrong with a file is a refusal that says so. */
export async function loadFile(file: FoundFile, options: LoadOptions = {}): Promise<LoadOutcome> {
  const { origin, size } = file;
  try {
    const head = readHead(origin, size);
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
    return outcome.kind === "loaded"
      ? await withSidecar(outcome, file.sidecar, options.defaults)
      : outcome;
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

/** Each format's library is loaded when the first such file is met: a start that meets none is quick. */
async function byFormat(
  origin: string,
  format: Format,
  bytes: Uint8Array,
  hash: string,
): Promise<LoadOutcome> {
  switch (format) {
    case "text":
    case "markdown": {
      const text = decodeText(bytes);
      if (text === null)
        return refused(origin, "binary data after its first part; save it again as text");
      if (format === "text") return loadText(origin, text, hash);
      const { loadMarkdown } = await import("@/lib/ingest/load/markdown");
      return loadMarkdown(origin, text, hash);
    }
    case "html": {
      const html = decodeText(bytes, charsetOf(bytes));
      if (html === null) return refused(origin, "binary data, not a page");
      const { loadHtml } = await import("@/lib/ingest/load/html");
      return loadHtml(origin, html, hash);
    }
    case "pdf":
      return (await import("@/lib/ingest/load/pdf")).loadPdf(origin, bytes, hash);
    case "docx":
      return (await import("@/lib/ingest/load/docx")).loadDocx(origin, bytes, hash);
    case "odt":
      return (await import("@/lib/ingest/load/odt")).loadOdt(origin, bytes, hash);
    case "epub":
      return (await import("@/lib/ingest/load/epub")).loadEpub(origin, bytes, hash);
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

/** Synchronous, as the walk is: most files are read whole here, thousands of them in a row. */
function readHead(file: string, size: number): Uint8Array {
  if (size <= HEAD_BYTES) return readFileSync(file);
  const handle = openSync(file, "r");
  try {
    const head = new Uint8Array(HEAD_BYTES);
    return head.subarray(0, readSync(handle, head, 0, head.length, 0));
  } finally {
    closeSync(handle);
  }
}
