import fc from "fast-check";
import { expect, it } from "vitest";
import { containsDose, findDoses } from "@/lib/guard/dose";
import { mayHoldDose } from "@/lib/guard/dose/may-hold";
import {
  FORMS,
  FREQUENCY_ADVERBS,
  INTAKE,
  NUMBER_WORDS,
  PERIODS,
  SMALL_NUMBER_GLUE,
  UNITS,
} from "@/lib/guard/vocabulary/doses";

const PLAIN = /^[\0-\x7f]*$/;
const oneOf = (...words: string[]) => fc.constantFrom(...words.filter((word) => PLAIN.test(word)));
const word = fc.oneof(
  oneOf(...NUMBER_WORDS),
  oneOf(...UNITS, ...FORMS, "m.g.", "m .g", "m g", "i.u.", "mgs", "dosage", "posologia"),
  oneOf(...PERIODS, ...FREQUENCY_ADVERBS, "EOD", "ed", "e3d"),
  oneOf(
    ...INTAKE,
    ...SMALL_NUMBER_GLUE,
    "once",
    "twice",
    "every",
    "other",
    "cada",
    "un",
    "dia",
    "si",
  ),
  oneOf(
    "5",
    "10",
    "2.5",
    "50/50/25/25",
    "120/80",
    ".",
    "|",
    "(",
    ")",
    ":",
    "\n",
    "of",
    "a",
    "times",
  ),
);
const written = fc
  .array(fc.tuple(word, oneOf(" ", " ", " ", "", "\t", "  ", "-", "\u0001", "\u007f")), {
    minLength: 1,
    maxLength: 14,
  })
  .map((pairs) => pairs.flat().join(""));

it("finds in a text of plain letters what is found when every word is read", () => {
  fc.assert(
    fc.property(written, (text) => {
      // A character that nobody sees has every word read.
      expect(findDoses(text)).toEqual(findDoses(`${text}\u200b`));
    }),
    { numRuns: 20_000 },
  );
});

it("passes over a text without a unit, a form or how often", () => {
  expect(mayHoldDose("One in three men over 40 has it. Ask your doctor.")).toBe(false);
  expect(mayHoldDose("Take 50 m.g. of it.")).toBe(true);
  expect(containsDose("Take 50 m.g. of it.")).toBe(true);
});
