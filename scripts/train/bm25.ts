/** Passages enter; a plain word-matching ranker leaves: the yardstick, and the finder of hard negatives. */

import stem from "wink-porter2-stemmer";
import { tokenise } from "@/lib/search-index/embeddings/tokenise";

/** Robertson's saturation and length constants, the usual ones; safe 0.9 to 1.6 and 0.3 to 0.9. */
const K1 = 1.2;
const B = 0.75;

/** Words that say nothing about the topic, chatter of messages included. */
export const STOP_WORDS = new Set(
  `a about above after again all also am an and any are as ask at be because been before being below between both but by
  can could did do does doing down during each else ever every few for from further get go got had has have having he hello
  help her here hers hi him his how i if im in info information into is it its ive just know like looking lot made make many
  may me message might more most much my need no nor not now of off on once one only or other our out over own please
  possible question really said same say see she should so some subject such tell than thank thanks that the their them then
  there these they thing things think this those through to too under until up us use used very want wanted was way we were
  what when where whether which while who why will wish with wonder wondering would year years you your`.split(
    /\s+/,
  ),
);

const stems = new Map<string, string>();

/** A word's Porter stem, remembered because the same words come a million times. */
export function stemOf(word: string): string {
  const held = stems.get(word);
  if (held !== undefined) return held;
  const made = stem(word);
  stems.set(word, made);
  return made;
}

/** Content stems of a text, in order. */
export function terms(text: string): string[] {
  return tokenise(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stemOf);
}

/** BM25 over a fixed list of passages (Robertson and Zaragoza 2009), with a logarithmic weight for repeated question words. */
export class Bm25 {
  readonly #postings = new Map<string, { passages: number[]; counts: number[] }>();
  readonly #lengths: Float64Array;
  readonly #mean: number;

  constructor(passages: readonly string[]) {
    this.#lengths = new Float64Array(passages.length);
    let total = 0;
    passages.forEach((passage, index) => {
      const counts = new Map<string, number>();
      const words = terms(passage);
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const [word, count] of counts) {
        const held = this.#postings.get(word) ?? { passages: [], counts: [] };
        held.passages.push(index);
        held.counts.push(count);
        this.#postings.set(word, held);
      }
      this.#lengths[index] = words.length;
      total += words.length;
    });
    this.#mean = total / Math.max(1, passages.length);
  }

  /** @returns a score for every passage, 0 where no word matches */
  scores(question: string): Float64Array {
    const wanted = new Map<string, number>();
    for (const word of terms(question)) wanted.set(word, (wanted.get(word) ?? 0) + 1);
    const scores = new Float64Array(this.#lengths.length);
    for (const [word, times] of wanted) {
      const held = this.#postings.get(word);
      if (!held) continue;
      const found = held.passages.length;
      const rarity = Math.log(1 + (scores.length - found + 0.5) / (found + 0.5));
      const weight = rarity * (1 + Math.log(times)) * (K1 + 1);
      for (let i = 0; i < found; i++) {
        const passage = held.passages[i] as number;
        const count = held.counts[i] as number;
        const length = (this.#lengths[passage] as number) / this.#mean;
        scores[passage] =
          (scores[passage] as number) + (weight * count) / (count + K1 * (1 - B + B * length));
      }
    }
    return scores;
  }
}

/** The k best indices of a list of scores, best first; equal scores keep their order. */
export function best(scores: ArrayLike<number>, k: number): number[] {
  const order: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    const last = order[order.length - 1];
    if (order.length === k && last !== undefined && score <= (scores[last] as number)) continue;
    let at = order.length;
    while (at > 0 && (scores[order[at - 1] as number] as number) < score) at--;
    order.splice(at, 0, i);
    if (order.length > k) order.pop();
  }
  return order;
}
