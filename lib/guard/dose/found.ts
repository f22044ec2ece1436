/** Nothing goes in; how far the readers of amounts look, and what they give back, comes out. */

/** How far a verb of taking may stand from "twice a day", in words; safe 8 to 20. */
export const VERB_REACH = 14;
/** How far context words are looked for on either side of an amount, in words; safe 8 to 20. */
export const CONTEXT_REACH = 12;

/** What a reader found at a word. */
export interface Found {
  /** One past the last word read; the word itself when nothing was found there. */
  readonly next: number;
  /** The words of an amount of a medicine: the first, and one past the last. */
  readonly dose?: readonly [from: number, to: number];
}
