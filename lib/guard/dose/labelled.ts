/** A label ("dose", "mg") or a spoon goes in; whether an amount of a medicine follows it comes out. */
import { LAB_CONTEXT, LIQUIDS, SPOONS, UNITS, VACCINE } from "../vocabulary/doses";
import { CONTEXT_REACH, type Found } from "./found";
import type { Statement } from "./statement";

/**
 * An amount whose unit is left out or stands in the label: "dose of 25", "dosis: 50", "Dose (mg): 25".
 * @returns one past its end, or the index itself when there is none
 */
export function labelled(of: Statement, index: number): Found {
  if (!/^(?:dose|dosage|dosis|posologia|mg|mcg|iu|ml|units|unidades)$/u.test(of.word(index)))
    return { next: index };
  const isUnit = UNITS.has(of.word(index));
  let next = index + 1;
  let linked = false;
  while (
    next - index < 6 &&
    /^(?:of|:|is|=|was|\(|\)|\||de|es|en|mg|mcg|iu|ml|units|to|up|about|around|at|-)$/u.test(
      of.word(next),
    )
  ) {
    if (of.word(next) !== "(") linked = true;
    next += 1;
  }
  if (!linked || !/^\d/u.test(of.word(next))) return { next: index };
  if (isUnit && !/^[)|:=]$/u.test(of.word(next - 1))) return { next: index };
  if (isUnit && /^\d|^\/$/u.test(of.word(index - 1))) return { next: index };
  const after = of.word(of.numberEnd(next));
  if (
    /^(?:%|percent|patients|people|men|women|times|weeks?|days?|months?|years?|hours?|por|dias|semanas|meses|anos|pacientes|personas|th|st|nd|rd|\/|minutes|msv|mgy|sieverts?)$/u.test(
      after,
    )
  )
    return { next: index };
  if (of.near(index, VACCINE, CONTEXT_REACH, CONTEXT_REACH)) return { next: index };
  if (isUnit && of.near(index, LAB_CONTEXT, CONTEXT_REACH, 8)) return { next: index };
  return { next: of.numberEnd(next), dose: [index, of.numberEnd(next)] };
}

/**
 * "A tablespoon of the syrup": an article counts as one before a medicine that is poured.
 * @returns one past its end, or the index itself when there is none
 */
export function spoonful(of: Statement, index: number): Found {
  if (!SPOONS.has(of.word(index)) || !/^(?:a|an|una)$/u.test(of.word(index - 1)))
    return { next: index };
  if (!/^(?:of|de)$/u.test(of.word(index + 1))) return { next: index };
  const thing = /^(?:the|this|your|el|la|este|su|tu)$/u.test(of.word(index + 2))
    ? index + 3
    : index + 2;
  return LIQUIDS.has(of.word(thing))
    ? { next: thing + 1, dose: [index - 1, thing + 1] }
    : { next: index };
}
