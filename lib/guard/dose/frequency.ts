/** A word of how often goes in; whether somebody takes something that often comes out. */
import {
  APPLIANCES,
  DAY_PARTS,
  FREQUENCY_ADVERBS,
  INTAKE,
  MEASURED_OBJECTS,
  PERIODS,
  SINGULAR_FORMS,
} from "../vocabulary/doses";
import { type Found, VERB_REACH } from "./found";
import { isNumber, type Statement } from "./statement";

/** Words between "a tablet" and "every night" ("a tablet by mouth every night"); safe 2 to 6. */
const FORM_REACH = 4;

/** "Take a tablet every night": an article counts as one where somebody takes the thing that often. */
function oneEach(of: Statement, index: number): Found {
  const word = of.word(index);
  const each = (word === "every" || word === "each") && PERIODS.has(of.word(index + 1));
  if (!each && !FREQUENCY_ADVERBS.has(word)) return { next: index };
  for (let at = index - 1; at > 0 && index - at <= FORM_REACH + 1 && !of.breaks(at); at -= 1) {
    if (!SINGULAR_FORMS.has(of.word(at))) continue;
    const article = [at - 1, at - 2].find((each) => /^an?$/u.test(of.word(each)));
    if (article === undefined || article < 1 || of.breaks(article)) continue;
    if (!INTAKE.has(of.word(article - 1))) continue;
    const end = each ? index + 2 : index + 1;
    return { next: end, dose: [article - 1, end] };
  }
  return { next: index };
}

/**
 * How often something is taken: "take it twice a day", "inyectar cada 3 días".
 * @returns one past its end, or the index itself when there is none
 */
export function frequency(of: Statement, index: number): Found {
  const word = of.word(index);
  let end = index;
  if (word === "once" || word === "twice" || word === "thrice") {
    const over = ["a", "per", "each", "every", "daily", "weekly", "in"].includes(of.word(index + 1))
      ? index + 1
      : index;
    if (over === index) return { next: index };
    end =
      PERIODS.has(of.word(over)) || FREQUENCY_ADVERBS.has(of.word(over))
        ? over + 1
        : PERIODS.has(of.word(over + 1))
          ? over + 2
          : index;
  } else if (isNumber(word) && /^(?:times?|x|veces|vez)$/u.test(of.word(index + 1))) {
    const over = index + 2;
    if (["a", "per", "each", "every", "al", "por", "a", "cada"].includes(of.word(over)))
      end = PERIODS.has(of.word(over + 1))
        ? over + 2
        : of.word(over + 1) === "la" && PERIODS.has(of.word(over + 2))
          ? over + 3
          : index;
    else if (FREQUENCY_ADVERBS.has(of.word(over)) || PERIODS.has(of.word(over))) end = over + 1;
  } else if (word === "every" || word === "cada") {
    const over = of.word(index + 1);
    if (
      over === "other" ||
      over === "second" ||
      over === "otro" ||
      over === "tercer" ||
      over === "third"
    )
      end = PERIODS.has(of.word(index + 2)) ? index + 3 : index;
    else if (isNumber(over)) {
      const after = of.numberEnd(index + 1);
      end = PERIODS.has(of.word(after)) ? after + 1 : index;
    }
  } else if (word === "un" && of.word(index + 1) === "dia" && of.word(index + 2) === "si")
    end = index + 3;
  if (end === index) return oneEach(of, index);
  let verb = -1;
  for (let at = index - 1; at >= 0 && index - at <= VERB_REACH && !of.breaks(at); at -= 1)
    if (INTAKE.has(of.word(at))) verb = at;
  for (let at = end; at < of.length && at - end <= 5 && verb < 0 && !of.breaks(at); at += 1)
    if (INTAKE.has(of.word(at))) verb = at;
  if (verb < 0) return { next: index };
  if (
    of.near(verb, MEASURED_OBJECTS, 4, 6) ||
    of.near(verb, APPLIANCES, 0, 5) ||
    of.near(end, DAY_PARTS, 0, 3)
  )
    return { next: index };
  return { next: end, dose: [Math.min(verb, index), Math.max(end, verb + 1)] };
}
