/**
 * Sections in; the same sections out, the one that answers first: by how well retrieval found each, by
 * what its heading asks and by what its sentences say.
 */
import { type Asked, coverage, holds, unitTerms } from "./asked";
import { comparesIn } from "./compare";
import { asksTheSame, checks, headingTerms, isEntryOn, onlyDefines } from "./heading";
import type { Section } from "./readable";
import { bestWorth, suits } from "./worth";

/** What a passage with a dose, a direction or a lapsed review date loses against its neighbours. 0.1 to 0.4. */
const AVOIDED = 0.2;
/** What a section's best sentence adds to how well retrieval found it. Safe 0.1 to 0.8. */
const SAYS_IT = 0.3;
/** What a section adds that speaks of all that was asked, in whatever sentences. Safe 0.2 to 0.8. */
const SPEAKS_OF_ALL = 0.3;
/** What a heading that asks the same question adds. Safe 0.1 to 0.6. */
const ASKS_IT = 0.5;
/** Where a claim is to be checked, the section whose heading is that very claim corrects it. Safe 0.5 to 1.2. */
const CHECKS_IT = 0.6;
/** What a heading that names both things compared adds. Safe 0.3 to 1. */
const COMPARES_IT = 0.6;

/** What the entry of a glossary adds where nothing but the meaning of its word is asked for. Safe 0.2 to 0.6. */
const DEFINES_IT = 0.4;
/** What a section loses that defines a thing where something else was asked about it. Safe 0.1 to 0.3. */
const ONLY_DEFINES = 0.1;
/** What a section loses where a length, a number, a place or a time is wanted and none is near its start. Safe 0.1 to 0.3. */
const NOT_MEASURED = 0.2;
const MEASURED = ["duration", "number", "place", "time"] as const;
/** Sentences near the start of a section. Safe 3 to 6. */
const NEAR_START = 4;
/** A measure must stand in a sentence that speaks of this share of the question, its heading included. Safe 0.1 to 0.4. */
const MEASURES_IT = 0.2;

/** What a section adds that links the medicine asked about to the harm asked about. Safe 0.4 to 1. */
const LINKS_THEM = 0.6;

/** How far a passage is to be avoided: lists with doses and directions last, overdue documents behind current ones. */
export function standing({ passages, score }: Section): number {
  const tagged = passages.every(({ chunk }) => chunk.tags.length > 0);
  const overdue = passages[0]?.document.overdue ?? false;
  return score * (1 - (tagged ? AVOIDED : 0) - (overdue ? AVOIDED : 0));
}

const termsOf = new WeakMap<Section, ReadonlySet<string>>();

/** Every term of a section's text; computed once. */
function sectionTerms(section: Section): ReadonlySet<string> {
  let terms = termsOf.get(section);
  if (!terms) {
    terms = new Set(
      section.units.flatMap((unit) => [unit, ...unit.list].flatMap((part) => [...unitTerms(part)])),
    );
    termsOf.set(section, terms);
  }
  return terms;
}

/** The share of the question that a section speaks of, its headings included. */
export const speaksOf = (section: Section, asked: Asked): number =>
  coverage(asked, sectionTerms(section), headingTerms(section, asked.language));

/** Whether a section or its headings hold a term, by this name or another. */
export const speaks = (section: Section, term: string, asked: Asked): boolean =>
  holds(term, sectionTerms(section), asked) > 0 ||
  holds(term, headingTerms(section, asked.language), asked) > 0;

const links = ({ units }: Section, asked: Asked) =>
  units.some((unit) => [unit, ...unit.list].some(({ text }) => asked.links?.has(text)));

const opensWithDefinition = (section: Section, asked: Asked) =>
  section.units[0] !== undefined && onlyDefines(section.units[0], section, asked);

function lacksMeasure(section: Section, asked: Asked): boolean {
  if (!MEASURED.some((kind) => asked.wanted.has(kind))) return false;
  const heading = headingTerms(section, asked.language);
  return !section.units
    .slice(0, NEAR_START)
    .flatMap((unit) => [unit, ...unit.list])
    .some(
      (unit) =>
        suits(unit, asked) > 0 && coverage(asked, unitTerms(unit), heading, 1) >= MEASURES_IT,
    );
}

/** @returns the sections, best first */
export function ranked(sections: readonly Section[], asked: Asked): Section[] {
  const top = Math.max(...sections.map(standing));
  const ranks = new Map(
    sections.map((section) => [
      section,
      standing(section) / top +
        SAYS_IT * bestWorth(section, asked) +
        SPEAKS_OF_ALL * speaksOf(section, asked) +
        (checks(section, asked) ? CHECKS_IT : ASKS_IT) * asksTheSame(section, asked) +
        (comparesIn(section, asked) ? COMPARES_IT : 0) +
        (links(section, asked) ? LINKS_THEM : 0) +
        (isEntryOn(section, asked) ? DEFINES_IT : 0) -
        (opensWithDefinition(section, asked) ? ONLY_DEFINES : 0) -
        (lacksMeasure(section, asked) ? NOT_MEASURED : 0),
    ]),
  );
  return [...sections].sort((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0));
}
