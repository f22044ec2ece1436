/**
 * The terms of passages enter; which passages hold each term leaves, as flat arrays, and those as
 * bytes in MiniSearch's published form and back.
 *
 * MiniSearch can open the bytes (a test does). Building its tree only to write it down took 7 s and
 * half a gigabyte for 32,000 passages; these arrays take less than a tenth of both.
 */

/** An index by words. What is found under a term lies from `starts[row]` to `starts[row + 1]`. */
export interface Postings {
  readonly ids: readonly string[];
  /** How many different terms each passage has. */
  readonly lengths: Uint32Array;
  /** In code-unit order, so that one set of passages has one form however it came about. */
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
  /** Positions in `ids`, rising within a row. */
  readonly passages: Uint32Array;
  /** How often the passage holds the term. */
  readonly counts: Uint32Array;
}

/** MiniSearch's serialization version that is written and read. */
const VERSION = 2;
const INDEX_AT = ',"index":[';
const END = `],"serializationVersion":${VERSION}}`;
/** Numbers or bytes that a growing array starts with. */
const FIRST_SIZE = 4_096;

/** Numbers in the order they are pushed. */
class Numbers {
  #held = new Uint32Array(FIRST_SIZE);
  length = 0;
  push(value: number): void {
    if (this.length === this.#held.length) {
      const more = new Uint32Array(2 * this.length);
      more.set(this.#held);
      this.#held = more;
    }
    this.#held[this.length++] = value;
  }
  add(at: number, value: number): void {
    this.#held[at] = (this.#held[at] as number) + value;
  }
  get values(): Uint32Array {
    return this.#held.subarray(0, this.length);
  }
}

/** Collects passages in order. */
export class PostingsBuilder {
  readonly #ids: string[] = [];
  readonly #rowOf = new Map<string, number>();
  /** Entries of passage p lie from #starts[p] to #starts[p + 1]. */
  readonly #starts = new Numbers();
  readonly #rows = new Numbers();
  readonly #counts = new Numbers();
  /** By row: where in #rows the row was last put; tells whether the present passage has it already. */
  readonly #lastAt: number[] = [];

  /** Adds a passage by its terms, repeats included. Ids must be unique. */
  add(id: string, terms: readonly string[]): void {
    const from = this.#begin(id);
    for (const term of terms) {
      const row = this.#rowFor(term);
      const at = this.#lastAt[row] as number;
      if (at >= from) this.#counts.add(at, 1);
      else this.#put(row, 1);
    }
  }

  /** Adds a passage as an earlier index held it. */
  keep({ postings, starts, rows, counts }: Forward, passage: number): void {
    this.#begin(postings.ids[passage] as string);
    for (let at = starts[passage] as number; at < (starts[passage + 1] as number); at++)
      this.#put(this.#rowFor(postings.terms[rows[at] as number] as string), counts[at] as number);
  }

  build(): Postings {
    const terms = [...this.#rowOf.keys()].sort();
    const sorted = new Uint32Array(terms.length);
    for (const [row, term] of terms.entries()) sorted[this.#rowOf.get(term) as number] = row;
    const [rows, counts] = [this.#rows.values, this.#counts.values];
    const passageStarts = [...this.#starts.values, rows.length];
    const inverted = groupBy(
      rows.map((row) => sorted[row] as number),
      terms.length,
    );
    const passages = new Uint32Array(rows.length);
    const reordered = new Uint32Array(rows.length);
    for (let passage = 0; passage < this.#ids.length; passage++)
      for (
        let at = passageStarts[passage] as number;
        at < (passageStarts[passage + 1] as number);
        at++
      ) {
        const to = inverted.place[at] as number;
        passages[to] = passage;
        reordered[to] = counts[at] as number;
      }
    const lengths = Uint32Array.from(
      this.#ids,
      (_, passage) => (passageStarts[passage + 1] as number) - (passageStarts[passage] as number),
    );
    return { ids: this.#ids, lengths, terms, starts: inverted.starts, passages, counts: reordered };
  }

  #begin(id: string): number {
    this.#ids.push(id);
    this.#starts.push(this.#rows.length);
    return this.#rows.length;
  }

  #rowFor(term: string): number {
    const known = this.#rowOf.get(term);
    if (known !== undefined) return known;
    const row = this.#rowOf.size;
    this.#rowOf.set(term, row);
    this.#lastAt.push(-1);
    return row;
  }

  #put(row: number, count: number): void {
    this.#lastAt[row] = this.#rows.length;
    this.#rows.push(row);
    this.#counts.push(count);
  }
}

/** A stable counting sort: where each item goes, and where each group then starts. */
function groupBy(groups: Uint32Array, size: number): { place: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(size + 1);
  for (const group of groups) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let i = 0; i < size; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice();
  const place = groups.map((group) => {
    const at = next[group] as number;
    next[group] = at + 1;
    return at;
  });
  return { place, starts };
}

/** Postings by passage: what passage p holds lies from `starts[p]` to `starts[p + 1]`. */
export interface Forward {
  readonly postings: Postings;
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly counts: Uint32Array;
}

/** Turns postings round, so that a passage can be taken over into another index. */
export function byPassage(postings: Postings): Forward {
  const { place, starts } = groupBy(postings.passages, postings.ids.length);
  const rows = new Uint32Array(place.length);
  const counts = new Uint32Array(place.length);
  for (let row = 0; row < postings.terms.length; row++)
    for (let at = postings.starts[row] as number; at < (postings.starts[row + 1] as number); at++) {
      const to = place[at] as number;
      rows[to] = row;
      counts[to] = postings.counts[at] as number;
    }
  return { postings, starts, rows, counts };
}

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
