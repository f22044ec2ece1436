/**
 * Sections and the sides of a comparison in; drafts that say something of every side out.
 */
import type { DraftSentence } from "../draft";
import { nameOf } from "../gate/names";
import { meaningTerms } from "../synonyms";
import { type Asked, unitTerms } from "./asked";
import { draftsOf } from "./drafts";
import type { Section, Unit } from "./readable";
import { worth } from "./worth";

/** Sentences that name every side. */
const MOST_OF_ALL = 1;
/** Sentences for a side of its own: the one that speaks of what was asked, no second. */
const MOST_OF_ONE = 1;
/** A sentence that speaks of what is asked about the sides goes before one that only names a side. Safe 0.5 to 1.5. */
const SPEAKS_OF_IT = 1;
/** Of a heading that names both sides, the share that was asked. Safe 0.5 to 0.7: "side effects of A and B" is another question. */
const HEADING_ASKED = 0.6;
/** Where a section is called after a side, its opening defines it. Safe 0.2 to 0.8. */
const NAMED_AFTER = 0.5;

/** A sentence that names both sides compares them only if it says how. */
const WEIGHS =
  /\b(?:than|both|while|whereas|unlike|like|differ\w*|compar\w*|same|instead|but|either|neither|one of|más que|mientras|ambos|igual)\b/iu;

/** Terms of what is asked about the sides: in "LH or FSH, which makes sperm?" to make and sperm. */
function relationOf(asked: Asked, sides: readonly (readonly string[])[]): ReadonlySet<string> {
  const named = new Set(sides.flat());
  const generic = new Set(
    meaningTerms("difference differ compare better best than", asked.language),
  );
  return new Set(
    [...asked.weights.keys()].filter((term) => !named.has(term) && !generic.has(term)),
  );
}

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
  const relation = relationOf(asked, sides);
  return sections.flatMap((section) => {
    const heading = new Set(meaningTerms(section.headingPath.join(" "), asked.language));
    const named = sides.filter((side) => side.every((term) => heading.has(term))).length;
    return section.units
      .flatMap((unit) => [unit, ...unit.list.filter(({ kind }) => kind === "table-row")])
      .filter((unit) => !unit.leans && !unit.opensList && !section.units[unit.at + 1]?.completes)
      .map((unit) => {
        const terms = unitTerms(unit);
        const names = new Set(
          sides.flatMap((side, at) => (side.every((term) => terms.has(term)) ? [at] : [])),
        );
        const defines = named > 0 && unit.at === 0 ? NAMED_AFTER : 0;
        const spoken = [...relation].filter((term) => terms.has(term) || heading.has(term)).length;
        const relates = relation.size === 0 ? 0 : (SPEAKS_OF_IT * spoken) / relation.size;
        return {
          unit,
          section,
          names,
          worth: worth(unit, asked, heading) + Math.max(defines, relates) + section.score,
        };
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
  const known = [...terms].filter((term) => asked.weights.has(term)).length;
  return (
    named.size <= 2 &&
    known >= terms.size * HEADING_ASKED &&
    tellingTerms(asked).every((side) => side.every((term) => terms.has(term)))
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
    const own = candidates.filter(
      ({ names, unit }) => names.has(at) && names.size < told.length && unit.text.length > 0,
    );
    for (const candidate of own.slice(0, MOST_OF_ONE)) {
      chosen.add(candidate);
      found.add(at);
    }
  });
  if (found.size < Math.min(2, told.length)) return [];
  return [...chosen].flatMap(({ unit, section }) =>
    draftsOf([{ ...unit, list: [] }], section, asked),
  );
}
