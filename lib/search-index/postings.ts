/**
 * The terms of passages enter; which passages hold each term leaves, as flat arrays.
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

/** Numbers that a growing array starts with. */
const FIRST_SIZE = 4_096;

/** Numbers in the order they are pushed. */
export class Numbers {
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
    this.addRows(
      id,
      terms.map((term) => this.rowOf(term)),
    );
  }

  /** Adds a passage by the rows of its terms, repeats included. */
  addRows(id: string, rows: readonly number[]): void {
    const from = this.#begin(id);
    for (const row of rows) {
      const at = this.#lastAt[row] as number;
      if (at >= from) this.#counts.add(at, 1);
      else this.#put(row, 1);
    }
  }

  /** Adds a passage as an earlier index held it. */
  keep({ postings, starts, rows, counts }: Forward, passage: number): void {
    this.#begin(postings.ids[passage] as string);
    for (let at = starts[passage] as number; at < (starts[passage + 1] as number); at++)
      this.#put(this.rowOf(postings.terms[rows[at] as number] as string), counts[at] as number);
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

  /** The number by which this builder knows a term. */
  rowOf(term: string): number {
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
