/** A number and a form (tablet, patch, shot) go in; whether they are counted rather than taken comes out. */
import {
  COUNTED_AFTER,
  DOSE_WORDS,
  FREQUENCY_ADVERBS,
  INTAKE,
  PERIODS,
  SINGULAR_FORMS,
  VACCINE,
} from "../vocabulary/doses";
import { CONTEXT_REACH, VERB_REACH } from "./found";
import { isNumber, type Statement } from "./statement";

/** Words that make one form a moment: "after a shot". */
const OCCASIONS = new Set(["during", "after", "before", "durante", "tras", "since", "until"]);

/** Whether a count, or a count and a small word of size, stands right before a form. */
function countable(of: Statement, form: number): boolean {
  const last = of.word(form - 1);
  return (
    (isNumber(last) && last !== "uno") || /^(?:solo|pequeno|entero|nuevo|unico|o|y)$/u.test(last)
  );
}

/** "two injection sites", "three patches of dry skin", "two doses of vaccine": counted, not taken. */
export function countsForm(of: Statement, index: number, form: number): boolean {
  const word = of.word(form);
  const number = of.word(index);
  const single =
    /^(?:1|a|an|one|half|quarter|½|¼|¾|un|una|uno|media|medio|third)$/u.test(of.word(form - 1)) ||
    /^(?:half|½|¼|¾|media|medio|quarter)$/u.test(number) ||
    ["a", "an", "the", "un", "una"].includes(of.word(form - 1));
  if (
    SINGULAR_FORMS.has(word) &&
    !single &&
    !/^(?:1|one|un|una|half|media|medio|½|¼|¾)$/u.test(number)
  )
    return true;
  // "sobre" is a sachet right after a masculine count, and "about" everywhere else.
  if (word === "sobre" && !countable(of, form)) return true;
  const after = of.word(form + 1);
  // "tablets per bottle" are counted; "one shot per week" is taken.
  if (COUNTED_AFTER.has(after) && !(after === "per" && PERIODS.has(of.word(form + 2)))) return true;
  if (
    (after === "of" || after === "de") &&
    /^(?:blood|skin|dry|red|hair|pus|water|scaly|white|sangre|piel|agua|rough|darker|thick|sweat|urine|orina|the|different|este)$/u.test(
      of.word(form + 2),
    ) &&
    !of.near(index, INTAKE, 6, 2)
  )
    return true;
  if (DOSE_WORDS.has(word) && of.near(form, VACCINE, CONTEXT_REACH, CONTEXT_REACH)) return true;
  // "during an injection" is a moment, unless how often follows.
  if (
    /^(?:one|a|an|un|una)$/u.test(number) &&
    OCCASIONS.has(of.word(index - 1)) &&
    !of.near(form, FREQUENCY_ADVERBS, 0, 6) &&
    !of.near(form, PERIODS, 0, 6)
  )
    return true;
  // "one tablet" names a thing unless somebody takes it or it comes with how often.
  if (/^(?:one|a|an|un|una)$/u.test(number) && single && !/^\d/u.test(number))
    return (
      !of.near(index, INTAKE, VERB_REACH, VERB_REACH) &&
      !of.near(form, FREQUENCY_ADVERBS, 0, 6) &&
      !of.near(form, PERIODS, 0, 6)
    );
  return false;
}
