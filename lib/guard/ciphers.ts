/**
 * A text goes in; the same text out of another alphabet, order or code comes out: decorated letters,
 * web escapes, hexadecimal, rot13, words backwards, words without spaces.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Letters drawn small, in boxes or as flags, which no normal form makes plain: first letter of each block of 26. */
const BLOCKS: readonly number[] = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6];
const SMALL_CAPITALS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"].map((letter, at) => [
    letter,
    "abcdefghijklmnoprstuvwyz".charAt(at),
  ]),
);
const DECORATED =
  /[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ]|[\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;

function plainLetter(letter: string): string {
  const small = SMALL_CAPITALS[letter];
  if (small !== undefined) return small;
  const code = letter.codePointAt(0) ?? 0;
  const block = BLOCKS.find((first) => code >= first && code < first + 26);
  return block === undefined ? letter : String.fromCharCode(97 + code - block);
}

/** Words a question or a cry for help is made of, as they look in rot13 and backwards; none of these is a word itself. */
const TELLING = words(`
  how much many what which should could take dose usual would want kill myself pain breathe
  the for with does have need tell doctor
  cuanto cuanta debo tomar dosis quiero morir matarme puedo`);
const rotated = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const code = letter.charCodeAt(0);
    const first = code < 97 ? 65 : 97;
    return String.fromCharCode(first + ((code - first + 13) % 26));
  });
const reversed = (text: string): string => [...text].reverse().join("");
const ROTATED = new Set([...TELLING].map(rotated));
const REVERSED = new Set([...TELLING].map(reversed));
/** Different telling words that give a cipher away; safe 2 to 4. */
const TELLING_WORDS = 2;

function gives(text: string, telling: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (telling.has(word)) seen.add(word);
    if (seen.size >= TELLING_WORDS) return true;
  }
  return false;
}

/** Words looked for inside a run without spaces; a medicine's name may be what is left. */
const INSIDE = words(`
  how much many often what whats is the of for a an i my me should can could do does would take taking give inject use
  need want to dose doses dosage mg pills pill tablets per day daily week weekly and or in on with man men person kill
  killing myself die dying chest pain cant breathe stop start have has been safe normal low high too many buy without
  prescription where when usual typical cuanto cuanta cuantas cuantos debo tomar puedo que dosis de la el al dia quiero
  morir matarme dejar mi me`);
/** Without one of these a long word is a long word. */
const ASKING = words(
  "how what whats should can could want cant where kill killing die cuanto cuanta debo puedo quiero matarme morir",
);
/** Shortest and longest run without spaces that is cut up, in letters; safe 11 to 16 and 40 to 80. */
const SHORTEST_RUN = 12;
const LONGEST_RUN = 64;
/** Most letters of a run that may be no known word: a medicine's name; safe 10 to 20. */
const LONGEST_NAME = 16;
/** Most runs cut up in one text; safe 4 to 20. */
const MOST_RUNS = 8;
/** Fewest known words in a run; safe 3 to 5. */
const FEWEST_WORDS = 3;

interface Cut {
  readonly pieces: readonly string[];
  /** Letters in no known word; less is better. */
  readonly unknown: number;
  readonly named: boolean;
}

/** Cuts a run into known words and at most one unknown stretch; undefined when that cannot be done. */
function cut(run: string): string | undefined {
  const best: (Cut | undefined)[] = [{ pieces: [], unknown: 0, named: false }];
  for (let at = 1; at <= run.length; at += 1)
    for (let from = Math.max(0, at - LONGEST_NAME); from < at; from += 1) {
      const before = best[from];
      if (!before) continue;
      const piece = run.slice(from, at);
      const known = INSIDE.has(piece);
      if (!known && (before.named || piece.length < 4)) continue;
      const next = {
        pieces: [...before.pieces, piece],
        unknown: before.unknown + (known ? 0 : piece.length),
        named: before.named || !known,
      };
      const now = best[at];
      const better =
        !now ||
        next.unknown < now.unknown ||
        (next.unknown === now.unknown && next.pieces.length < now.pieces.length);
      if (better) best[at] = next;
    }
  const pieces = best[run.length]?.pieces ?? [];
  const known = pieces.filter((piece) => INSIDE.has(piece));
  return known.length >= FEWEST_WORDS && known.some((piece) => ASKING.has(piece))
    ? pieces.join(" ")
    : undefined;
}

/**
 * Puts spaces between words written as one.
 *
 * @param text a text whose alphabet and order are plain
 * @returns the text itself when no run in it is several words of a question; linear in its length
 */
export function unglue(text: string): string {
  let runs = 0;
  return text.replace(/\p{L}+(?:_\p{L}+)*/gu, (run) => {
    if (run.length < SHORTEST_RUN || run.length > LONGEST_RUN || runs >= MOST_RUNS) return run;
    const humps = run
      .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|_/gu, " ")
      .toLowerCase();
    if (humps.split(" ").filter((word) => INSIDE.has(word)).length >= FEWEST_WORDS) return humps;
    runs += 1;
    return cut(run.toLowerCase()) ?? run;
  });
}

function escaped(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/giu, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    })
    .replace(/&#(x?)([0-9a-f]{2,6});/giu, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex ? 16 : 10);
      return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/(?<![0-9a-z])(?:[2-7][0-9a-f][\s,]?){8,2000}(?![0-9a-z])/giu, (run) => {
      const plain = Buffer.from(run.replace(/[\s,]/gu, ""), "hex").toString("latin1");
      return /^[\x20-\x7e]+$/u.test(plain) && /[a-z]{3}/iu.test(plain) ? plain : run;
    });
}

/**
 * Reads what is written in another alphabet, order or code.
 *
 * @param text a cleaned message
 * @returns the plain text; the text itself when it already is; linear in its length
 */
export function decipher(text: string): string {
  let plain = text.replace(DECORATED, plainLetter);
  if (/%[0-9a-f]{2}|&#|[0-9a-f]{14}|[0-9a-f]{2}[\s,][0-9a-f]{2}[\s,][0-9a-f]{2}/iu.test(plain))
    plain = escaped(plain);
  if (/\p{L}\+\p{L}+\+\p{L}/u.test(plain)) plain = plain.replace(/(?<=\p{L})\+(?=\p{L})/gu, " ");
  if (gives(plain, ROTATED)) plain = rotated(plain);
  else if (gives(plain, REVERSED)) plain = reversed(plain);
  return plain;
}
