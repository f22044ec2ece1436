/**
 * A question and its passages in; draft sentences lifted verbatim from the passages out, in reading order.
 */
import type { DraftSentence, WriteRequest } from "../draft";
import { meaningTerms } from "../synonyms";
import { agreeing } from "./agree";
import {
  type Asked,
  asksTheSame,
  bestWorth,
  choose,
  coverage,
  headingAsAsked,
  namesIn,
  unitTerms,
  weigh,
} from "./choose";
import { compare, comparesIn } from "./compare";
import { draftsOf } from "./drafts";
import { askedFor, fits, withoutFrame } from "./question";
import { readSections, type Section, type Unit } from "./readable";

/** Sentences from the best section. 2 to 5: fewer leaves things out, more is no longer an answer. */
const MOST_FROM_BEST = 4;
/** Sentences altogether, list items apart. */
const MOST_SENTENCES = 5;
/** Sentences from a section other than the best. */
const MOST_FROM_OTHER = 2;
/** A further section must score this share of the best one to be quoted. 0.5 to 0.95. */
const RUNNER_UP_SHARE = 0.6;
/** A sentence from there must speak of this share of the question, its heading apart. Safe 0.25 to 0.6. */
const ON_TOPIC = 0.3;
/** An answer shorter than this may be told again by a passage on the same thing. Safe 1 to 2. */
const FEW = 2;
/** And of this share that nothing before it spoke of. Safe 0.05 to 0.25. */
const SOMETHING_NEW = 0.1;
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
/** Where a claim is to be checked, the section whose heading is that very claim corrects it. Safe 0.5 to 1.2. */
const CHECKS_IT = 0.7;

/** What a heading that names both things compared adds. Safe 0.3 to 1. */
const COMPARES_IT = 0.6;

/** Whether a question and a heading both ask for a yes or a no. */
const checks = (section: Section, asked: Asked) =>
  asked.wanted.has("verdict") && askedFor(section.headingPath.at(-1) ?? "").wanted.has("verdict");

/** Sections by how well they were found and how well a sentence of theirs answers. */
function rank(sections: readonly Section[], asked: Asked): Map<Section, number> {
  const top = Math.max(...sections.map(standing));
  return new Map(
    sections.map((section) => [
      section,
      standing(section) / top +
        SAYS_IT * bestWorth(section, asked) +
        (checks(section, asked) ? CHECKS_IT : ASKS_IT) * asksTheSame(section, asked) +
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

/** Leaves out what lost the sentence that it leans on, and half a comparison. */
function unbroken(units: readonly Unit[], section: Section): Unit[] {
  const kept = new Set(units.map(({ at }) => at));
  return units.filter(
    ({ at, leans }) =>
      (!leans || kept.has(at - 1)) && (!section.units[at + 1]?.completes || kept.has(at + 1)),
  );
}

/** What of the question the answer so far has left out, and whether it is the kind of answer that was wanted. */
interface Gap {
  readonly covered: ReadonlySet<string>;
  readonly fits: boolean;
}

/** Opens an entry on a thing that the question names: its definition, which was not asked for. */
function onlyDefines(unit: Unit, section: Section, asked: Asked): boolean {
  const heading = section.headingPath.at(-1) ?? "";
  if (unit.at > 0 || asked.wanted.has("definition")) return false;
  if (/[?]\s*$/u.test(heading) && !askedFor(heading).wanted.has("definition")) return false;
  return meaningTerms(heading, asked.language).every((term) => asked.weights.has(term));
}

/** Its heading is about a medicine or condition that was not asked about, where one was. */
function isElsewhere(section: Section, asked: Asked): boolean {
  if (WANTS_NAMES.test(asked.question)) return false;
  const own = namesIn(withoutFrame(asked.question), asked.language);
  const heading = headingAsAsked(section.headingPath.at(-1) ?? "", asked);
  // A class in the plural may well be that of the medicine asked about: SERMs.
  const single = (section.headingPath.at(-1) ?? "").replace(/\b\p{Lu}{2,}s\b/gu, " ");
  const named = [...namesIn(single, asked.language)];
  return own.size > 0 && named.some((term) => heading.has(term) && !asked.weights.has(term));
}

/** A question that wants names of medicines or hormones, which its answer has to give. */
const WANTS_NAMES =
  /\b(?:which|what)\b.{0,30}\b(?:medicines?|drugs?|medications?|meds|pills?|treatments?|hormones?)\b|\bqué\b.{0,30}\b(?:medicinas?|medicamentos?|tratamientos?|hormonas?)\b/iu;

/** Whether a sentence is the kind of answer that is wanted. */
function isWanted(unit: Unit, asked: Asked): boolean {
  if (!WANTS_NAMES.test(asked.question)) return fits(unit.text, asked) > 0;
  return [...namesIn(unit.text, asked.language)].some((term) => !asked.weights.has(term));
}

/** Whether a sentence of another section says what the answer still lacks. Sharing one word with it is not enough. */
function fills(unit: Unit, { covered, fits: kind }: Gap, asked: Asked): boolean {
  const terms = unitTerms(unit);
  const onTopic = coverage(asked, terms);
  if (onTopic < ON_TOPIC) return false;
  const news = new Set([...terms].filter((term) => !covered.has(term)));
  return coverage(asked, news) >= SOMETHING_NEW || (!kind && isWanted(unit, asked));
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
  let fitting = asked.wanted.size === 0;
  let sentences = 0;
  for (const section of sections) {
    const isBest = section === best;
    if (
      !isBest &&
      (standing(section) < standing(best) * RUNNER_UP_SHARE || sentences >= MOST_SENTENCES)
    )
      break;
    if (!isBest && isElsewhere(section, asked)) continue;
    const room = Math.min(isBest ? MOST_FROM_BEST : MOST_FROM_OTHER, MOST_SENTENCES - sentences);
    const units = choose(section, asked, room).filter(
      (unit) =>
        isBest ||
        (!redundant(unit, said) &&
          !onlyDefines(unit, section, asked) &&
          (sentences < FEW
            ? coverage(asked, unitTerms(unit)) >= ON_TOPIC
            : fills(unit, { covered: said, fits: fitting }, asked)) &&
          (!asked.wanted.has("definition") || isAbout(unit, asked))),
    );
    const whole = unbroken(units, section);
    sentences += whole.length;
    for (const unit of whole) {
      for (const term of unitTerms(unit)) said.add(term);
      fitting ||= isWanted(unit, asked);
    }
    drafts.push(...draftsOf(whole, section, asked, drafts.length === 0));
  }
  return agreeing(drafts, request.passages);
}
