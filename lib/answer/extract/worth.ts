/**
 * A unit of a section and what was asked in; what the unit is worth as an answer out.
 */
import { meaningTerms } from "../synonyms";
import { type Asked, coverage, namesIn, newCoverage, unitTerms } from "./asked";
import { asksTheSame, headingOf, headingTerms, onlyDefines } from "./heading";
import { fits, WANTS_NAMES } from "./question";
import type { Section, Unit } from "./readable";

/** What the section's opening sentence is worth beyond its words: authors put the answer there. Safe 0.1 to 0.4. */
const OPENING = 0.25;
/** And more where the heading is the question that was asked. Safe 0.1 to 0.5. */
const ANSWERS_HEADING = 0.3;
/** What it is worth to link the medicine to the harm that was asked about. Safe 0.3 to 0.8. */
const LINKS = 0.5;
/** What it is worth to look like the kind of answer that is wanted. Safe 0.05 to 0.3. */
const FITTING = 0.15;
/** Where a claim is to be checked, what it is worth to deny something of what was asked about. Safe 0.1 to 0.3. */
const DENYING = 0.2;
/** And to say so as a verdict on the thing, not as the outcome of one study. Safe 0.1 to 0.3. */
const JUDGING = 0.15;
const JUDGES =
  /\b(?:prove[ns]?|proof|recommend(?:ed|s)?|approved?|advised?|evidence|reliable|substitute|cure|probad[oa]s?|demostrad[oa]|recomienda|aprobad[oa]s?|prohibid[oa]s?)\b/iu;
/** A denial that does not name the thing must speak of this share of the question. Safe 0.3 to 0.7. */
const DENIES_IT = 0.5;
/** What a sentence about another medicine or condition loses. Safe 0.3 to 1: near certain to mislead. */
const ANOTHER_NAME = 0.6;
/** What a definition loses where something else was asked about the thing. Safe 0.1 to 0.4. */
const DEFINITION = 0.2;
/** The opening answers its heading, so the heading's words are nearly its own. Safe 0.5 to 1. */
const OPENER_HEADING = 1;
const FROM_HEADING = 0.5;
/** What rows and items without a sentence before them are worth less, unless a list was asked for. Safe 0.05 to 0.3. */
const UNINTRODUCED = 0.2;
/** A list item must cover this much more of the question than its siblings to be shown without them. */
const STANDS_OUT = 0.12;
/** Items shown of one list. Safe 5 to 10: more is not read. */
const MOST_ITEMS = 8;

/** How far into a sentence its subject stands. Words, safe 4 to 8. */
const SUBJECT_WORDS = 6;

const namedBy = new WeakMap<Unit, ReadonlySet<string>>();

function namesOf(unit: Unit, language: string): ReadonlySet<string> {
  let names = namedBy.get(unit);
  if (!names) {
    names = namesIn(unit.text, language);
    namedBy.set(unit, names);
  }
  return names;
}

/** Whether a unit speaks of another medicine or condition than the one asked about. */
export function offTheName(unit: Unit, asked: Asked, heading: ReadonlySet<string>): boolean {
  if (asked.focus.size === 0) return false;
  const names = namesOf(unit, asked.language);
  const meant = (terms: ReadonlySet<string>) => [...asked.focus].some((term) => terms.has(term));
  const namesAnother = [...names].some((term) => !asked.names.has(term));
  return namesAnother && !meant(names) && !meant(heading);
}

/** Whether a sentence is about what was asked, and does not merely mention it. */
export function isAbout(unit: Unit, asked: Asked): boolean {
  const opening = unit.text.split(/\s+/u).slice(0, SUBJECT_WORDS).join(" ");
  return meaningTerms(opening, asked.language).some((term) => asked.weights.has(term));
}

/** How far a sentence is the kind of answer that is wanted, 0 to 1. */
export function suits(unit: Unit, asked: Asked): number {
  // What a thing does is told by a sentence of which it is the subject.
  if (asked.wanted.has("function") && !isAbout(unit, asked)) return 0;
  if (!WANTS_NAMES.test(asked.question)) return fits(unit.text, asked);
  return [...namesOf(unit, asked.language)].some((term) => !asked.weights.has(term)) ? 1 : 0;
}

/** Whether a sentence denies something of what was asked about, in its own words and not its heading's. */
function deniesIt(unit: Unit, asked: Asked): boolean {
  if (!denies(unit)) return false;
  const terms = unitTerms(unit);
  return [...asked.names].some((term) => terms.has(term)) || coverage(asked, terms) >= DENIES_IT;
}

/** What one unit is worth to the question. */
export function worth(unit: Unit, asked: Asked, heading: ReadonlySet<string>): number {
  const share = unit.at === 0 ? OPENER_HEADING : FROM_HEADING;
  const ownWords = coverage(asked, unitTerms(unit), heading, share);
  const opening = unit.at === 0 ? OPENING : 0;
  const elsewhere = offTheName(unit, asked, heading) ? ANOTHER_NAME : 0;
  const links = asked.links?.has(unit.text) ? LINKS : 0;
  const isVerdict = asked.wanted.has("verdict") && deniesIt(unit, asked);
  const denying = isVerdict ? DENYING + (JUDGES.test(unit.text) ? JUDGING : 0) : 0;
  return ownWords + opening + links + denying + FITTING * suits(unit, asked) - elsewhere;
}

const DENIES =
  /\b(?:no|not|never|nobody|none|cannot|isn['’]t|doesn['’]t|nunca|nadie|ningun[oa]?)\b/iu;

/** Whether a sentence says that something is not so. */
export const denies = ({ text }: Pick<Unit, "text">): boolean => DENIES.test(text);

/** A unit with what it is worth. */
export interface Weighed {
  readonly unit: Unit;
  readonly worth: number;
  /** Without the list it leads into. */
  readonly alone: number;
}

/** Whether a unit is a row or an item. */
export const isListed = ({ kind }: Unit) => kind === "list-item" || kind === "table-row";

/** Rows of a table without a lead-in that are not the ones asked about. */
function besideThePoint(section: Section, asked: Asked): ReadonlySet<Unit> {
  const rows = section.units.filter(isListed);
  const meant = new Set(standouts(rows, asked));
  return new Set(rows.filter((row) => !meant.has(row)));
}

const weighings = new WeakMap<Asked, Map<Section, readonly Weighed[]>>();

/** Every unit of a section with its worth, in reading order; computed once. */
export function weighedUnits(section: Section, asked: Asked): readonly Weighed[] {
  const known = weighings.get(asked) ?? new Map<Section, readonly Weighed[]>();
  weighings.set(asked, known);
  const held = known.get(section);
  if (held) return held;
  const weighed = weighAll(section, asked);
  known.set(section, weighed);
  return weighed;
}

const same = (unit: Unit, worth: number): Weighed => ({ unit, worth, alone: worth });

function weighAll(section: Section, asked: Asked): Weighed[] {
  const heading = headingTerms(section, asked.language);
  const aside = besideThePoint(section, asked);
  const isQuestion = /[?]\s*$/u.test(headingOf(section));
  const opener = isQuestion ? ANSWERS_HEADING * Math.min(1, asksTheSame(section, asked)) : 0;
  return section.units.map((unit) => {
    if (aside.has(unit)) return { unit, worth: 0, alone: 0 };
    const own = worth(unit, asked, heading) + (unit.at === 0 ? opener : 0);
    if (isListed(unit) && !asked.wanted.has("list") && !asked.wanted.has("comparison"))
      return same(unit, own - UNINTRODUCED);
    if (onlyDefines(unit, section, asked)) return same(unit, own - OPENING - DEFINITION);
    const inList = unit.list.map((item) => worth({ ...item, at: 1 }, asked, heading) - FITTING);
    return { unit, worth: Math.max(own, ...inList), alone: own };
  });
}

/** What the best unit of a section is worth. */
export const bestWorth = (section: Section, asked: Asked) =>
  Math.max(0, ...weighedUnits(section, asked).map((weighed) => weighed.worth));

/** Of a list's items, those that stand out when the question is about some of them; else all. */
function standouts(items: readonly Unit[], asked: Asked): Unit[] {
  const covered = items.map((item) => coverage(asked, unitTerms(item)));
  const top = Math.max(0, ...covered);
  const mean = covered.reduce((sum, share) => sum + share, 0) / Math.max(1, covered.length);
  const wantsAll = asked.wanted.has("list") && !asked.wanted.has("verdict");
  if (wantsAll || top - mean <= STANDS_OUT || items.length <= 2) return [...items];
  const chosen = new Set(items.filter((_, at) => (covered[at] ?? 0) >= top - STANDS_OUT / 2));
  // "Eyes or mood?": what one item leaves open another may hold.
  const said = new Set([...chosen].flatMap((item) => [...unitTerms(item)]));
  for (const item of items)
    if (newCoverage(asked, unitTerms(item), said) >= STANDS_OUT) {
      chosen.add(item);
      for (const term of unitTerms(item)) said.add(term);
    }
  return items.filter((item) => chosen.has(item));
}

/** The items of a list that answer. */
export const itemsOf = (unit: Unit, asked: Asked): Unit[] =>
  standouts(unit.list, asked).slice(0, MOST_ITEMS);
