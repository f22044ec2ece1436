/**
 * Sections and the sides of a comparison in; drafts that say something of every side out.
 */
import type { DraftSentence } from "../draft";
import { nameOf } from "../gate/names";
import { meaningTerms } from "../synonyms";
import { type Asked, unitTerms, worth } from "./choose";
import { draftsOf } from "./drafts";
import type { Section, Unit } from "./readable";

/** Sentences that name every side. */
const MOST_OF_ALL = 1;
/** Sentences for a side of its own, when there are two. */
const MOST_OF_ONE = 2;
/** Where a section is called after a side, its opening defines it. Safe 0.2 to 0.8. */
const NAMED_AFTER = 0.5;

/** A sentence that names both sides compares them only if it says how. */
const WEIGHS =
  /\b(?:than|both|while|whereas|unlike|like|differ\w*|compar\w*|same|instead|but|either|neither|one of|más que|mientras|ambos|igual)\b/iu;

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

/** The terms that tell each side from the others: what all share ("hypogonadism") tells nothing. */
function tellingTerms({ sides, language }: Asked): string[][] {
  const terms = sides.map((side) => meaningTerms(side, language));
  return terms.map((side) => {
    const own = side.filter((term) => !terms.every((other) => other.includes(term)));
    return own.length > 0 ? own : side;
  });
}

/** Whether a section's heading names the two things that are compared, and no third. */
export function comparesIn(section: Section, asked: Asked): boolean {
  if (asked.sides.length !== 2) return false;
  const heading = section.headingPath.at(-1) ?? "";
  const terms = new Set(meaningTerms(heading, asked.language));
  const words = heading.match(/[\p{L}\d-]+/gu) ?? [];
  const named = new Set(words.flatMap((word) => nameOf(word.toLowerCase(), word)?.id ?? []));
  return (
    named.size <= 2 && tellingTerms(asked).every((side) => side.every((term) => terms.has(term)))
  );
}

/** @returns empty when fewer than two sides are found in the passages */
export function compare(sections: readonly Section[], asked: Asked): DraftSentence[] {
  const told = tellingTerms(asked);
  if (told.some((side) => side.length === 0)) return [];
  // A section whose heading compares them does it better than we could.
  if (sections.some((section) => comparesIn(section, asked))) return [];
  const candidates = candidatesOf(sections, told, asked).sort((a, b) => b.worth - a.worth);
  const ofAll = candidates
    .filter(({ names, unit }) => names.size === told.length && WEIGHS.test(unit.text))
    .slice(0, MOST_OF_ALL);
  const chosen = new Set<Candidate>(ofAll);
  const found = new Set<number>(ofAll.flatMap(({ names }) => [...names]));
  told.forEach((_, at) => {
    const most = told.length > 2 ? 1 : MOST_OF_ONE;
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
