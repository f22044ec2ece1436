/** A word nobody knows enters; the word of the index or of the medicine list that was meant leaves, or nothing. */

/** Words shorter than this are never corrected: too many others are one letter away. Safe 4 to 6. */
const SHORTEST = 4;
/** Words shorter than this are corrected only to a word that is common in the index and begins the same. */
const SURE_FROM = 5;
/** In how many places of the index a word is common. Safe 3 to 20. */
const COMMON = 5;
/** From this length on, two slips are believed. Safe 7 to 9. */
const TWO_SLIPS_FROM = 8;
/** Corrections remembered; cleared when full. */
const MOST_REMEMBERED = 5_000;

/** First letters that sound or sit alike: a slip in the first letter is looked for only among these. */
const CLASSES = ["aeiouyh", "ckqsxz", "fpv", "gj", "dt", "mn", "bw", "lr"];
const classOf = (word: string) => {
  const first = word[0] ?? "";
  const at = CLASSES.findIndex((letters) => letters.includes(first));
  return at < 0 ? first : String(at);
};

/** Longest word compared. */
const LONGEST = 40;
/** Scratch rows of the distance table. */
const rows: [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(LONGEST + 2),
  new Uint8Array(LONGEST + 2),
  new Uint8Array(LONGEST + 2),
];

/**
 * Damerau-Levenshtein distance with adjacent swaps, given up early.
 * @returns the distance, or `most + 1` when it is larger than `most`
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (b.length > LONGEST || a.length > LONGEST) return most + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const same = letter === b.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[b.length] as number;
}

/** One bit for each letter a word holds. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) % 31);
  return mask;
}

/** A slip changes at most two of the letters a word holds, which rules nearly every candidate out at once. */
function mayBeNear(a: number, b: number, most: number): boolean {
  let differ = a ^ b;
  let count = 0;
  while (differ !== 0) {
    differ &= differ - 1;
    if (++count > 2 * most) return false;
  }
  return true;
}

interface Candidate {
  readonly word: string;
  readonly count: number;
  readonly letters: number;
}

export class Speller {
  readonly #buckets = new Map<string, Candidate[]>();
  readonly #known: (word: string) => boolean;
  readonly #remembered = new Map<string, string>();

  /**
   * @param words what may be meant, with how often each is in the index (0 for a name from a list)
   * @param known words that are right as they are, whether or not the index holds them
   */
  constructor(words: ReadonlyMap<string, number>, known: (word: string) => boolean) {
    this.#known = (word) => words.has(word) || known(word);
    for (const [word, count] of words) {
      if (word.length < SHORTEST - 1 || /\d/.test(word)) continue;
      const key = `${classOf(word)}${word.length}`;
      const bucket = this.#buckets.get(key);
      const candidate = { word, count, letters: lettersOf(word) };
      if (bucket) bucket.push(candidate);
      else this.#buckets.set(key, [candidate]);
    }
  }

  /**
   * The word meant, or undefined when the word is known, too short, or nothing is near enough.
   * @param word lower case, folded
   */
  correct(word: string): string | undefined {
    if (word.length < SHORTEST || word.length > 30 || /\d/.test(word) || this.#known(word))
      return undefined;
    const held = this.#remembered.get(word);
    if (held !== undefined) return held || undefined;
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    const meant = this.#nearest(word);
    this.#remembered.set(word, meant ?? "");
    return meant;
  }

  #nearest(word: string): string | undefined {
    const most = word.length >= TWO_SLIPS_FROM ? 2 : 1;
    const letters = lettersOf(word);
    let best: { word: string; rank: number } | undefined;
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const candidate of this.#buckets.get(`${classOf(word)}${length}`) ?? []) {
        if (!mayBeNear(letters, candidate.letters, most)) continue;
        const distance = slips(word, candidate.word, most);
        if (distance > most) continue;
        const sameFirst = candidate.word[0] === word[0];
        // Two slips and another beginning is another word.
        if (distance > 1 && !sameFirst) continue;
        if (word.length < SURE_FROM && (!sameFirst || candidate.count < COMMON)) continue;
        // Fewer slips first, then the same first letter, then the commoner word.
        const sameStart = sameFirst ? 0 : 0.5;
        const rank = distance + sameStart - Math.min(0.4, Math.log1p(candidate.count) / 25);
        if (!best || rank < best.rank) best = { word: candidate.word, rank };
      }
    }
    return best?.word;
  }
}
