/**
 * A text or one of its words goes in; whether an amount of a medicine may be there comes out.
 *
 * Most texts hold none, and reading every word of them takes long: these are the cheap questions that
 * come first. They may say yes to what holds no amount, and never no to what holds one.
 */
import {
  FORMS,
  FREQUENCY_ADVERBS,
  NUMBER_WORDS,
  PERIODS,
  SPOONS,
  UNITS,
} from "../vocabulary/doses";
import { isNumber } from "./statement";

/** What `labelled` reads from. */
const LABELS = [
  "dose",
  "dosage",
  "dosis",
  "posologia",
  "mg",
  "mcg",
  "iu",
  "ml",
  "units",
  "unidades",
];
/** What `frequency` reads from, besides numbers. */
const HOW_OFTEN = ["once", "twice", "thrice", "every", "each", "cada", "un", ...FREQUENCY_ADVERBS];
const BEGINNINGS = new Set([...LABELS, ...HOW_OFTEN, ...SPOONS, ...NUMBER_WORDS]);

/** Whether any reader finds something at a word. */
export function mayBegin(word: string): boolean {
  return BEGINNINGS.has(word) || (!/^[a-z]/u.test(word) && isNumber(word));
}

/** A text of others is read in full: its letters may turn into these when folded. */
const PLAIN = /^[\0-\x7f]*$/;

/** Every amount has a unit, a form, how often, or a label; `ed` and `eod` are how often as well. */
const MEASURES = [
  ...new Set([...UNITS, ...FORMS, ...PERIODS, ...FREQUENCY_ADVERBS, ...LABELS, "ed", "eod"]),
];
/** Those words; units written m.g. and m g; and what stands between the amounts of a schedule. */
const MEASURE = new RegExp(
  `(?<![a-z])(?:${MEASURES.join("|")})(?![a-z])|[a-z]\\s*\\.[a-z]|m\\sg|/`,
);

/** @param text as it stands, in running text rather than a table */
export function mayHoldDose(text: string): boolean {
  return !PLAIN.test(text) || MEASURE.test(text.toLowerCase());
}
