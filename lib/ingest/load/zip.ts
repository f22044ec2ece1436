/**
 * A zip archive in; the wanted parts of it out, or why it is refused.
 *
 * Sizes are counted while unpacking, because an archive may lie about them.
 */
import { Unzip, type UnzipFile, UnzipInflate, UnzipPassThrough } from "fflate";

/** Most bytes unpacked from one archive; safe 50 to 500 MB. A book's text is under 10 MB. */
const MAX_UNPACKED = 120_000_000;
/** Bytes out for each byte in beyond which it is a bomb; safe 80 to 500. Text reaches about 30. */
const MAX_RATIO = 150;
/** Bytes unpacked before the ratio is judged; safe 1 to 20 MB. */
const RATIO_FROM = 5_000_000;
/** Most entries of an archive; safe 1,000 to 50,000. */
const MAX_ENTRIES = 10_000;
/** Bytes fed at a time; small enough that a bomb is noticed before it fills memory. */
const STEP = 16_384;

export type Unpacked =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly reason: string };

class TooMuch extends Error {}

/**
 * @param bytes the archive
 * @param wanted which entries to unpack, by their path in the archive
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Unpacked {
  const parts = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  let entries = 0;
  let fed = 0;
  let failure: unknown;
  const unzip = new Unzip((file: UnzipFile) => {
    entries += 1;
    if (entries > MAX_ENTRIES) throw new TooMuch(`holds more than ${MAX_ENTRIES} files`);
    if (!wanted(file.name)) return;
    const pieces: Uint8Array[] = [];
    parts.set(file.name, pieces);
    file.ondata = (error, data) => {
      if (error) failure ??= error;
      unpacked += data?.length ?? 0;
      if (unpacked > RATIO_FROM && unpacked > fed * MAX_RATIO)
        throw new TooMuch(`unpacks to more than ${MAX_RATIO} times its size (a zip bomb)`);
      if (unpacked > MAX_UNPACKED)
        throw new TooMuch(
          `unpacks to more than ${MAX_UNPACKED / 1_000_000} MB (a zip bomb, or not a leaflet)`,
        );
      if (data) pieces.push(data);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      fed = Math.min(at + STEP, bytes.length);
      unzip.push(bytes.subarray(at, fed), fed === bytes.length);
    }
  } catch (error) {
    if (error instanceof TooMuch)
      return { ok: false, reason: `${error.message}; it was not opened` };
    failure ??= error;
  }
  if (failure || parts.size === 0)
    return { ok: false, reason: "the file is damaged or cut short; save it again" };
  return { ok: true, parts: new Map([...parts].map(([name, pieces]) => [name, joined(pieces)])) };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
