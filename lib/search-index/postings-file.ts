/**
 * Postings in; MiniSearch's published form of an index as bytes out, and back.
 *
 * MiniSearch can open the bytes (a test does). Building its tree only to write it down took several
 * times as long, and most of the memory of an ingestion.
 */
import { Numbers, type Postings } from "./postings";

/** MiniSearch's serialization version that is written and read. */
const VERSION = 2;
const INDEX_AT = ',"index":[';
const END = `],"serializationVersion":${VERSION}}`;
/** Bytes that a growing buffer starts with. */
const FIRST_SIZE = 4_096;

/** @returns MiniSearch's JSON of an index with the one field `terms` */
export function writePostings(postings: Postings): Buffer {
  const { ids, lengths, terms, starts, passages, counts } = postings;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const head = JSON.stringify({
    documentCount: ids.length,
    nextId: ids.length,
    documentIds: { ...ids },
    fieldIds: { terms: 0 },
    fieldLength: { ...Array.from(lengths, (length) => [length]) },
    averageFieldLength: [ids.length === 0 ? 0 : total / ids.length],
    storedFields: {},
    dirtCount: 0,
  }).slice(0, -1);
  const out = new Bytes();
  out.text(head + INDEX_AT);
  for (let row = 0; row < terms.length; row++) {
    out.text(`${row === 0 ? "" : ","}[${JSON.stringify(terms[row])},{"0":{`);
    const from = starts[row] as number;
    for (let at = from; at < (starts[row + 1] as number); at++) {
      out.byte(at === from ? QUOTE : COMMA);
      if (at !== from) out.byte(QUOTE);
      out.number(passages[at] as number);
      out.byte(QUOTE);
      out.byte(COLON);
      out.number(counts[at] as number);
    }
    out.text("}}]");
  }
  out.text(END);
  return out.taken();
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const ZERO = 0x30;
const CLOSING_BRACE = 0x7d;

class Bytes {
  #held = Buffer.allocUnsafe(FIRST_SIZE);
  #length = 0;
  #room(wanted: number): void {
    if (this.#length + wanted <= this.#held.length) return;
    const more = Buffer.allocUnsafe(Math.max(2 * this.#held.length, this.#length + wanted));
    this.#held.copy(more, 0, 0, this.#length);
    this.#held = more;
  }
  byte(value: number): void {
    this.#room(1);
    this.#held[this.#length++] = value;
  }
  text(value: string): void {
    this.#room(3 * value.length);
    this.#length += this.#held.write(value, this.#length);
  }
  number(value: number): void {
    let digits = 1;
    for (let rest = value; rest > 9; rest = Math.trunc(rest / 10)) digits++;
    this.#room(digits);
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      this.#held[at] = ZERO + (rest % 10);
      rest = Math.trunc(rest / 10);
    }
    this.#length += digits;
  }
  taken(): Buffer {
    return this.#held.subarray(0, this.#length);
  }
}

interface Head {
  readonly documentIds: Readonly<Record<string, string>>;
  readonly fieldLength: Readonly<Record<string, readonly number[]>>;
}

/**
 * Reads what {@link writePostings} wrote, in one pass over the bytes.
 * @throws Error when the bytes are no such index
 */
export function readPostings(bytes: Buffer): Postings {
  const unreadable = () =>
    new Error("The lexical index is not in the form this version reads; ingest again");
  const from = bytes.indexOf(INDEX_AT);
  const end = bytes.length - END.length;
  if (from === -1 || bytes.toString("latin1", end) !== END) throw unreadable();
  const head = JSON.parse(`${bytes.toString("utf8", 0, from)}}`) as Head;
  const shorts = Object.keys(head.documentIds);
  // The numbers by which postings name passages; they need not be without gaps.
  const position = new Map(shorts.map((short, i) => [Number(short), i]));
  const terms: string[] = [];
  const [starts, passages, counts] = [new Numbers(), new Numbers(), new Numbers()];
  let at = from + INDEX_AT.length;
  const expect = (text: string) => {
    for (let i = 0; i < text.length; i++)
      if (bytes[at++] !== text.charCodeAt(i)) throw unreadable();
  };
  const number = () => {
    let value = 0;
    const first = at;
    for (
      let digit = bytes[at] as number;
      digit >= ZERO && digit < COLON;
      digit = bytes[at] as number
    ) {
      value = value * 10 + digit - ZERO;
      at++;
    }
    if (at === first) throw unreadable();
    return value;
  };
  while (at < end) {
    if (terms.length > 0) expect(",");
    expect('["');
    const close = bytes.indexOf(QUOTE, at);
    terms.push(bytes.toString("utf8", at, close));
    at = close;
    expect('",{"0":{');
    starts.push(passages.length);
    while (bytes[at] !== CLOSING_BRACE) {
      if (bytes[at] === COMMA) at++;
      expect('"');
      const passage = position.get(number());
      expect('":');
      const count = number();
      if (passage === undefined) throw unreadable();
      passages.push(passage);
      counts.push(count);
    }
    expect("}}]");
  }
  starts.push(passages.length);
  return {
    ids: shorts.map((short) => head.documentIds[short] as string),
    lengths: Uint32Array.from(shorts, (short) => head.fieldLength[short]?.[0] ?? 0),
    terms,
    starts: starts.values,
    passages: passages.values,
    counts: counts.values,
  };
}
