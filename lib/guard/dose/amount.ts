/** A number in a statement goes in; whether it is an amount of a medicine, and where it ends, comes out. */
import {
  FORMS,
  FREQUENCY_ADVERBS,
  INTAKE,
  LAB_AFTER,
  LAB_CONTEXT,
  NUTRIENTS,
  PERIODS,
  VOLUME_CONTEXT,
  VOLUMES,
  WEIGHT_CONTEXT,
} from "../vocabulary/doses";
import { countsForm } from "./counted";
import { CONTEXT_REACH, type Found } from "./found";
import { isNumber, type Statement } from "./statement";

/** Words between a number and its form ("two small white tablets"); safe 1 to 3. */
const ADJECTIVES = 2;

/** "300 mg/dL", "10 units per litre", "of blood": a concentration, not an amount to take. */
function isLaboratory(of: Statement, unit: string, next: number, from: number): boolean {
  const joined = of.word(next);
  if (joined === "/" || joined === "per" || joined === "por" || joined === "a" || joined === "al") {
    const under = isNumber(of.word(next + 1)) ? of.word(next + 2) : of.word(next + 1);
    if (LAB_AFTER.has(under)) return !(unit === "mg" && (under === "ml" || under === "milliliter"));
  }
  if ((joined === "of" || joined === "de") && NUTRIENTS.has(of.word(next + 1))) return true;
  if (NUTRIENTS.has(joined)) return true;
  if (of.near(from, NUTRIENTS, 3, 0)) return true;
  if (of.near(from, INTAKE, CONTEXT_REACH, CONTEXT_REACH)) return false;
  if (VOLUMES.has(unit)) return of.near(from, VOLUME_CONTEXT, CONTEXT_REACH, CONTEXT_REACH);
  if (unit === "g" || unit.startsWith("gram"))
    return of.near(from, WEIGHT_CONTEXT, CONTEXT_REACH, CONTEXT_REACH);
  return of.near(from, LAB_CONTEXT, CONTEXT_REACH, 6);
}

/**
 * An amount that begins with a number: "25 to 50 mg", "two small tablets".
 * @returns one past what was read, and the amount when it is one of a medicine
 */
export function amount(of: Statement, index: number): Found {
  let from = index;
  const end = of.numberEnd(index);
  let next = end;
  while (
    (of.word(next) === "|" || of.word(next) === "-" || of.word(next) === "(") &&
    next - end < 2
  )
    next += 1;
  const unit = of.unitAt(next);
  if (unit) {
    const only = of.word(index);
    // "a unit", "units" of a hospital, "one g" of gravity: letters alone are no unit after a word for one.
    if (unit.unit === "g" && !/^\d/u.test(of.word(end - 1))) return { next: end };
    if (
      (unit.unit === "unit" || unit.unit === "units") &&
      end === index + 1 &&
      (only === "a" || only === "one") &&
      !of.near(index, INTAKE, 6, 8)
    )
      return { next: end };
    if (unit.unit === "l" || isLaboratory(of, unit.unit, unit.next, index))
      return { next: unit.next };
    while (from > 0 && ["about", "around", "up", "to"].includes(of.word(from - 1))) from -= 1;
    return { next: unit.next, dose: [from, unit.next] };
  }
  for (let skip = 0; skip <= ADJECTIVES; skip += 1) {
    const form = of.word(end + skip);
    if (of.breaks(end + skip) || form === "," || form === "|") break;
    if (isNumber(form) || (INTAKE.has(form) !== FORMS.has(form) && INTAKE.has(form))) break;
    if (!FORMS.has(form)) {
      if (
        skip === 0 &&
        /^(?:%|years?|months?|weeks?|days?|hours?|people|men|women|patients|types?|kinds?|groups?|studies|of|in|out|percent|times?|got|took|had|were|was|used|tried|received|chose|who|that|did|on|with|anos|meses|semanas|dias|horas|personas|hombres|mujeres|pacientes|tipos|or|and|,)$/u.test(
          form,
        )
      )
        break;
      continue;
    }
    if (countsForm(of, index, end + skip)) break;
    return { next: end + skip + 1, dose: [index, end + skip + 1] };
  }
  const bare = isSchedule(of, index, end) ? end : bareEnd(of, index, end);
  return bare > index ? { next: bare, dose: [index, bare] } : { next: end };
}

/** "50/50/25/25": four amounts or more, one a week; a blood pressure has two numbers and a date three. */
function isSchedule(of: Statement, from: number, to: number): boolean {
  if (to - from < 7) return false;
  for (let at = from; at < to; at += 1)
    if ((at - from) % 2 === 0 ? !/^\d/u.test(of.word(at)) : of.word(at) !== "/") return false;
  return true;
}

/** "fifty every other day": how often, right after a number that lacks its unit. @returns 0 when there is none */
function bareEnd(of: Statement, index: number, end: number): number {
  if (/^(?:eod|e\d?d)$/u.test(of.word(end))) return end + 1;
  // "two 50s a day": tablets called by their strength.
  if (of.word(end) === "s" && end - index > 1) {
    const often = /^(?:a|per|each|every)$/u.test(of.word(end + 1)) ? end + 2 : end + 1;
    if (PERIODS.has(of.word(often)) || FREQUENCY_ADVERBS.has(of.word(often))) return often + 1;
  }
  if (of.word(end) === "cada" && /^(?:otro|tercer)$/u.test(of.word(end + 1)))
    return PERIODS.has(of.word(end + 2)) ? end + 3 : 0;
  if (of.word(end) !== "every") return 0;
  const skipping = /^(?:other|second|third)$/u.test(of.word(end + 1)) || isNumber(of.word(end + 1));
  return skipping && PERIODS.has(of.word(end + 2)) ? end + 3 : 0;
}
