/**
 * A question and its passages in; draft sentences lifted verbatim from the passages out, in reading order.
 */
import type { DraftSentence, WriteRequest } from "../draft";
import { meaningTerms } from "../synonyms";
import { agreeing } from "./agree";
import { type Asked, agentsNamed, unitTerms, weigh } from "./asked";
import { linked } from "./cause";
import { choose } from "./choose";
import { compare, comparesIn } from "./compare";
import { draftsOf } from "./drafts";
import { fill } from "./fill";
import { askedFor, withoutFrame } from "./question";
import { ranked, speaks, speaksOf, standing } from "./rank";
import { readSections, type Section, type Unit } from "./readable";
import { denies, suits } from "./worth";

/** How much is said, in sentences, list items apart. */
export interface Length {
  readonly fromBest: number;
  readonly altogether: number;
}
/** 2 to 5 from the best section: fewer leaves things out, more is no longer an answer. */
const WHOLE: Length = { fromBest: 4, altogether: 6 };
/** Beside a refusal: the direct answer and one sentence more. */
export const BRIEF: Length = { fromBest: 2, altogether: 2 };
/** Sentences from a section other than the best. */
const MOST_FROM_OTHERS = 2;
/** A further section must score this share of the best one to be quoted. 0.4 to 0.9. */
const RUNNER_UP_SHARE = 0.45;

/** Leaves out what lost the sentence that it leans on, and half a comparison. */
function unbroken(units: readonly Unit[], section: Section): Unit[] {
  const kept = new Set(units.map(({ at }) => at));
  return units.filter(
    ({ at, leans }) =>
      (!leans || kept.has(at - 1)) && (!section.units[at + 1]?.completes || kept.has(at + 1)),
  );
}

/**
 * Whether nothing found holds any word of the question, or a medicine that it names, where both are in
 * one language.
 */
function isSilent(sections: readonly Section[], asked: Asked): boolean {
  if (sections.some(({ passages: [first] }) => !first?.chunk.language.startsWith(asked.language)))
    return false;
  if (asked.weights.size > 0 && sections.every((section) => speaksOf(section, asked) === 0))
    return true;
  return agentsNamed(withoutFrame(asked.question)).some((agent) => {
    const terms = meaningTerms(agent, asked.language);
    // Part of a longer name, as in "gonadotropin-releasing hormone", is no name of its own.
    return (
      terms.length > 0 &&
      terms.every((term) => asked.weights.has(term)) &&
      !sections.some((section) => terms.every((term) => speaks(section, term, asked)))
    );
  });
}

/**
 * Writes an answer without a language model.
 * @param length how much to say; a whole answer unless told
 * @returns at most six sentences and one list, each citing the passage it was taken from; none where the
 *   passages do not speak of the harm and the medicine together that were asked about
 */
export function extract(request: WriteRequest, length: Length = WHOLE): DraftSentence[] {
  const shape = askedFor(request.question);
  const own = request.passages.filter(({ chunk }) => chunk.language.startsWith(request.language));
  const found = readSections(own.length > 0 ? own : request.passages).filter(
    ({ units }) => units.length > 0,
  );
  if (found.length === 0) return [];
  const weighed = weigh(request.question, request.language, shape, found);
  const links = linked(found, weighed);
  if (links ? links.size === 0 : isSilent(found, weighed)) return [];
  const asked = links ? { ...weighed, links } : weighed;
  const sections = ranked(found, asked);
  const compared = shape.sides.length >= 2 ? compare(sections, asked, length.altogether) : [];
  if (compared.length > 0) return agreeing(compared, request.passages);
  // With no room to weigh both, one side told alone would read as advice.
  const isWeighed = sections.some((section) => comparesIn(section, asked));
  if (shape.sides.length >= 2 && length === BRIEF && !isWeighed) return [];

  const best = sections[0] as Section;
  const drafts: DraftSentence[] = [];
  const terms = new Set<string>();
  let sentences = 0;
  let suited = asked.wanted.size === 0;
  let denied = false;
  const say = (units: readonly Unit[], section: Section) => {
    sentences += units.length;
    for (const unit of units) {
      for (const term of unitTerms(unit)) terms.add(term);
      suited ||= suits(unit, asked) > 0;
      denied ||= denies(unit);
    }
    drafts.push(...draftsOf(units, section, asked, drafts.length === 0));
  };
  say(unbroken(choose(best, asked, length.fromBest), best), best);

  const others = sections.filter(
    (section) =>
      section !== best &&
      standing(section) >= standing(best) * RUNNER_UP_SHARE &&
      (!links ||
        section.units.some(({ text, list }) =>
          [text, ...list.map((item) => item.text)].some((one) => links.has(one)),
        )),
  );
  const most = Math.min(length.altogether, sentences + MOST_FROM_OTHERS);
  while (sentences < most) {
    const more = fill(
      others,
      { terms, sentences, suits: suited, denies: denied },
      asked,
      most - sentences,
    );
    if (!more) break;
    say(more.units, more.section);
  }
  return agreeing(drafts, request.passages);
}
