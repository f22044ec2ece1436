/**
 * A question and its passages in; draft sentences lifted verbatim from the passages out, in reading order.
 */
import type { DraftSentence, WriteRequest } from "../draft";
import { meaningTerms } from "../synonyms";
import { agreeing } from "./agree";
import { type Asked, asksTheSame, bestWorth, choose, coverage, unitTerms, weigh } from "./choose";
import { compare, comparesIn } from "./compare";
import { draftsOf } from "./drafts";
import { askedFor } from "./question";
import { readSections, type Section, type Unit } from "./readable";

/** Sentences from the best section. 2 to 5: fewer leaves things out, more is no longer an answer. */
const MOST_FROM_BEST = 4;
/** Sentences altogether, list items apart. */
const MOST_SENTENCES = 5;
/** Sentences from a section other than the best. */
const MOST_FROM_OTHER = 2;
/** A further section must score this share of the best one to be quoted. 0.5 to 0.95. */
const RUNNER_UP_SHARE = 0.6;
/** And cover this share of what the best one covers of the question. 0.5 to 1. */
const RUNNER_UP_COVERAGE = 0.75;
/** A sentence that shares more of its terms than this with what is already said adds nothing. */
const REDUNDANT_SHARE = 0.7;
/** What a passage with a dose, a direction or a lapsed review date loses against its neighbours. 0.1 to 0.4. */
const AVOIDED = 0.2;

/** How far a passage is to be avoided: lists with doses and directions last, overdue documents behind current ones. */
function standing({ passages, score }: Section): number {
  const tagged = passages.every(({ chunk }) => chunk.tags.length > 0);
  const overdue = passages[0]?.document.overdue ?? false;
  return score * (1 - (tagged ? AVOIDED : 0) - (overdue ? AVOIDED : 0));
}

/** What a section's best sentence adds to how well retrieval found it. Safe 0.1 to 0.8. */
const SAYS_IT = 0.3;

/** What a heading that asks the same question adds. Safe 0.1 to 0.6. */
const ASKS_IT = 0.5;

/** What a heading that names both things compared adds. Safe 0.3 to 1. */
const COMPARES_IT = 0.6;

/** Sections by how well they were found and how well a sentence of theirs answers. */
function rank(sections: readonly Section[], asked: Asked): Map<Section, number> {
  const top = Math.max(...sections.map(standing));
  return new Map(
    sections.map((section) => [
      section,
      standing(section) / top +
        SAYS_IT * bestWorth(section, asked) +
        ASKS_IT * asksTheSame(section, asked) +
        (comparesIn(section, asked) ? COMPARES_IT : 0),
    ]),
  );
}

function redundant(unit: Unit, said: ReadonlySet<string>): boolean {
  const terms = unitTerms(unit);
  if (terms.size === 0) return true;
  let known = 0;
  for (const term of terms) if (said.has(term)) known += 1;
  return known / terms.size > REDUNDANT_SHARE;
}

/** How far into a sentence its subject stands. Words, safe 4 to 8. */
const SUBJECT_WORDS = 6;

/** Whether a sentence is about what was asked, and does not merely mention it. */
function isAbout(unit: Unit, asked: Asked): boolean {
  const opening = unit.text.split(/\s+/u).slice(0, SUBJECT_WORDS).join(" ");
  return meaningTerms(opening, asked.language).some((term) => asked.weights.has(term));
}

/**
 * Writes an answer without a language model.
 * @returns at most five sentences and one list, each citing the passage it was taken from
 */
export function extract(request: WriteRequest): DraftSentence[] {
  const shape = askedFor(request.question);
  const own = request.passages.filter(({ chunk }) => chunk.language.startsWith(request.language));
  const sections = readSections(own.length > 0 ? own : request.passages).filter(
    ({ units }) => units.length > 0,
  );
  if (sections.length === 0) return [];
  const asked = weigh(request.question, request.language, shape, sections);
  const ranks = rank(sections, asked);
  sections.sort((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0));
  const best = sections[0] as Section;
  const compared = shape.sides.length >= 2 ? compare(sections, asked) : [];
  if (compared.length > 0) return agreeing(compared, request.passages);

  const drafts: DraftSentence[] = [];
  const said = new Set<string>();
  const covers = (units: readonly Unit[]) =>
    coverage(asked, new Set(units.flatMap((unit) => [...unitTerms(unit)])));
  let sentences = 0;
  let bestCovers = 0;
  for (const section of sections) {
    const isBest = section === best;
    if (
      !isBest &&
      (standing(section) < standing(best) * RUNNER_UP_SHARE || sentences >= MOST_SENTENCES)
    )
      break;
    const room = Math.min(isBest ? MOST_FROM_BEST : MOST_FROM_OTHER, MOST_SENTENCES - sentences);
    const units = choose(section, asked, room).filter(
      (unit) =>
        isBest ||
        (!redundant(unit, said) && (!asked.wanted.has("definition") || isAbout(unit, asked))),
    );
    if (isBest) bestCovers = covers(units);
    else if (covers(units) < bestCovers * RUNNER_UP_COVERAGE) continue;
    // A sentence whose antecedent was dropped as redundant goes too.
    const whole = units.filter((unit) => !unit.leans || units.some(({ at }) => at === unit.at - 1));
    sentences += whole.length;
    for (const unit of whole) for (const term of unitTerms(unit)) said.add(term);
    drafts.push(...draftsOf(whole, section, asked));
  }
  return agreeing(drafts, request.passages);
}
