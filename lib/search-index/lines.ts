/**
 * Items in; a JSON array with one item a line on disk, and its hash, out. And the lines of such a file.
 *
 * A line can be taken over into the next version as it is, without reading what it says.
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

/** Bytes collected before they are written; safe 64 kB to 8 MB. Bounds memory, whatever the corpus. */
const PART = 1_000_000;
const NEWLINE = 0x0a;
const COMMA = 0x2c;

/** What is asked of an open file; tests pass one whose disk is full. */
export interface OpenFile {
  writeFile(data: string | Buffer): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}
export type Open = (file: string) => Promise<OpenFile>;

export const openOnDisk: Open = (file) => open(file, "w");

/** Writes parts one after another, down to the disk itself. @returns their sha256 */
export async function writeParts(
  file: string,
  parts: Iterable<string | Buffer>,
  openFile: Open = openOnDisk,
): Promise<string> {
  const hash = createHash("sha256");
  const handle = await openFile(file);
  try {
    let held: Buffer[] = [];
    let size = 0;
    const flush = async () => {
      const data = Buffer.concat(held);
      hash.update(data);
      await handle.writeFile(data);
      held = [];
      size = 0;
    };
    for (const part of parts) {
      const bytes = typeof part === "string" ? Buffer.from(part) : part;
      held.push(bytes);
      size += bytes.length;
      if (size >= PART) await flush();
    }
    await flush();
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest("hex");
}

/** @param lines each the JSON of one item, without a newline (JSON.stringify makes none) */
export function* arrayOf(lines: Iterable<string | Buffer>): Generator<string | Buffer> {
  let between = "[\n";
  for (const line of lines) {
    yield between;
    yield line;
    between = ",\n";
  }
  yield between === "[\n" ? "[]" : "\n]";
}

/** Lines of items that came as JSON, and go as they came. */
const kept = new WeakMap<object, string>();

/** @param line the JSON of an item that is not changed from here on */
export function keepLine<T extends object>(item: T, line: string): T {
  kept.set(item, line);
  return item;
}

/** @returns the JSON of each item */
export function* linesFor(items: Iterable<object>): Generator<string> {
  for (const item of items) yield kept.get(item) ?? JSON.stringify(item);
}

/** The items of what {@link arrayOf} made, each as its bytes. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = bytes.indexOf(NEWLINE) + 1;
  for (let end = bytes.indexOf(NEWLINE, start); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, bytes[end - 1] === COMMA ? end - 1 : end));
    start = end + 1;
  }
  return lines;
}
