/**
 * Bytes in; text out, whichever of UTF-8, UTF-16 or Latin-1 they were written in, or null when
 * they are not text at all.
 */

/** Control characters a text file may hold: tab, line feed, form feed, carriage return. */
const ODD_CONTROLS = /[^\P{Cc}\t\n\f\r]/gu;
/** Share of odd control characters above which bytes are not text; safe 0.001 to 0.05. */
const MAX_ODD_SHARE = 0.01;
/** Characters looked at; safe 4,096 to 1,000,000. Binary formats show themselves early. */
const SAMPLE = 65_536;

/**
 * @param bytes a whole file
 * @param named the encoding the file itself names, used when it is not UTF-8
 * @returns its text without a byte order mark, or null for binary data
 */
export function decodeText(bytes: Uint8Array, named?: string): string | null {
  if (named !== undefined) return decoded(bytes, named);
  const known = decodedBefore.get(bytes);
  if (known !== undefined) return known;
  const text = decoded(bytes);
  decodedBefore.set(bytes, text);
  return text;
}

/** A file's first bytes are decoded to tell its format; of a small file they are all there is. */
const decodedBefore = new WeakMap<Uint8Array, string | null>();

function decoded(bytes: Uint8Array, named?: string): string | null {
  const text = decode(bytes, named);
  if (text === null) return null;
  const sample = text.slice(0, SAMPLE);
  const odd = sample.match(ODD_CONTROLS)?.length ?? 0;
  return odd > sample.length * MAX_ODD_SHARE ? null : text;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Uint8Array, named = "windows-1252"): string | null {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const withoutMark = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
  const wide = utf16WithoutMark(withoutMark);
  if (wide) return new TextDecoder(wide).decode(withoutMark);
  if (withoutMark.subarray(0, SAMPLE).includes(0)) return null;
  try {
    return utf8.decode(withoutMark);
  } catch {
    return decoderFor(named).decode(withoutMark);
  }
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(/^utf-?8$/iu.test(encoding) ? "windows-1252" : encoding);
  } catch {
    return new TextDecoder("windows-1252");
  }
}

/** Text in a Latin script written as UTF-16 has a zero in every other byte. */
function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const looked = Math.min(bytes.length - (bytes.length % 2), 2_048);
  if (looked < 16) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const half = looked / 2;
  if (odd > half * 0.7 && even < half * 0.05) return "utf-16le";
  if (even > half * 0.7 && odd < half * 0.05) return "utf-16be";
  return null;
}
