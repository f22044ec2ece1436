/**
 * Sections and the sides of a comparison in; drafts that say something of every side out.
 */
import type { DraftSentence } from "../draft";
import { meaningTerms } from "../synonyms";
import { type Asked, unitTerms, worth } from "./choose";
import { draftsOf } from "./drafts";
import type { Section, Unit } from "./readable";

/** Sentences that name every side; the difference itself is one or two of them. */
const MOST_OF_BOTH = 2;
/** Sentences for a side of its own. */
const MOST_OF_ONE = 2;
/** Where a section is called after a side, its opening defines it. Safe 0.2 to 0.8. */
const NAMED_AFTER = 0.5;

interface Candidate {
  readonly unit: Unit;
  readonly section: Section;
  readonly worth: number;
  readonly names: ReadonlySet<number>;
}

function candidatesOf(
  sections: readonly Section[],
  sides: readonly (readonly string[])[],
  asked: Asked,
): Candidate[] {
  return sections.flatMap((section) => {
    const heading = new Set(meaningTerms(section.headingPath.join(" "), asked.language));
    const named = sides.filter((side) => side.every((term) => heading.has(term))).length;
    return section.units
      .flatMap((unit) => [unit, ...unit.list.filter(({ kind }) => kind === "table-row")])
      .filter((unit) => !unit.leans && !unit.opensList)
      .map((unit) => {
        const terms = unitTerms(unit);
        const names = new Set(
          sides.flatMap((side, at) => (side.every((term) => terms.has(term)) ? [at] : [])),
        );
        const bonus = named > 0 && unit.at === 0 ? NAMED_AFTER : 0;
        return { unit, section, names, worth: worth(unit, asked, heading) + bonus + section.score };
      });
  });
}

/** @returns empty when fewer than two sides are found in the passages */
export function compare(sections: readonly Section[], asked: Asked): DraftSentence[] {
  const sides = asked.sides.map((side) => meaningTerms(side, asked.language));
  // What the sides share ("primary hypogonadism", "secondary hypogonadism") does not tell them apart.
  const told = sides.map((side) => {
    const own = side.filter((term) => !sides.every((other) => other.includes(term)));
    return own.length > 0 ? own : side;
  });
  if (told.some((side) => side.length === 0)) return [];
  const candidates = candidatesOf(sections, told, asked).sort((a, b) => b.worth - a.worth);
  const ofAll = candidates.filter(({ names }) => names.size === told.length).slice(0, MOST_OF_BOTH);
  const chosen = new Set<Candidate>(ofAll);
  const found = new Set<number>(ofAll.flatMap(({ names }) => [...names]));
  told.forEach((_, at) => {
    const most = ofAll.length > 0 ? 1 : MOST_OF_ONE;
    const own = candidates.filter(
      ({ names, unit }) => names.has(at) && names.size < told.length && unit.text.length > 0,
    );
    for (const candidate of own.slice(0, most)) {
      chosen.add(candidate);
      found.add(at);
    }
  });
  if (found.size < Math.min(2, told.length)) return [];
  return [...chosen].flatMap(({ unit, section }) =>
    draftsOf([{ ...unit, list: [] }], section, asked),
  );
}
