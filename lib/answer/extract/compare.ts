/**
 * Sections and the sides of a comparison in; drafts that say something of every side out.
 */
import type { DraftSentence } from "../draft";
import { nameOf } from "../gate/names";
import { meaningTerms } from "../synonyms";
import { type Asked, namesIn, unitTerms } from "./asked";
import { withAntecedents } from "./choose";
import { draftsOf } from "./drafts";
import { headingOf } from "./heading";
import { askedFor } from "./question";
import type { Section, Unit } from "./readable";
import { worth } from "./worth";

/** Sentences that name every side. */
const MOST_OF_ALL = 1;
/** What is said of each side: what it is, and the one thing that was asked. */
const MOST_OF_ONE = 2;
/** Sentences of one such thing: it and what it leans on. */
const MOST_OF_RUN = 2;
/** A sentence that speaks of what is asked about the sides goes before one that only names a side. Safe 0.5 to 1.5. */
const SPEAKS_OF_IT = 1;
/** And one that speaks of what "better" or "safer" is judged by. Safe 0.3 to 0.8. */
const JUDGED_BY = 0.6;
/** Of a heading that names both sides, the share that was asked. Safe 0.5 to 0.7: "side effects of A and B" is another question. */
const HEADING_ASKED = 0.6;
/** Where a section says what one side is, its opening defines it. Safe 0.4 to 1. */
const DEFINES = 0.7;
/** Where it is only called after that side. Safe 0.1 to 0.4. */
const NAMED_AFTER = 0.2;
/** A sentence about a third thing as well compares something else. Safe 0.3 to 0.8. */
const THIRD_NAME = 0.5;
/** A second thing that shares more of its terms than this with the first adds nothing. Safe 0.5 to 0.8. */
const REDUNDANT_SHARE = 0.6;

/** A sentence that names both sides compares them only if it says how. */
const WEIGHS =
  /\b(?:than|both|while|whereas|unlike|like|differ\w*|compar\w*|same|instead|but|either|neither|one of|más que|mientras|ambos|igual)\b/iu;

/** What leaflets say of a thing where a reader asks which is better or safer. */
const JUDGEMENTS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:safe\w*|danger\w*|risk\w*|harm\w*|segur\w+|peligr\w+|riesgo\w*)\b/iu,
    "risk harm danger warning affect side effects riesgo peligro efectos",
  ],
  [
    /\b(?:better|best|worse|stronger|works?|effective|mejor(?:es)?|peor(?:es)?)\b/iu,
    "evidence approved off-label certainty trial small thin evidencia aprobado ensayo",
  ],
];

/** Terms of what is asked about the sides: in "LH or FSH, which makes sperm?" to make and sperm. */
function relationOf(asked: Asked, sides: readonly (readonly string[])[]): ReadonlySet<string> {
  const named = new Set(sides.flat());
  const generic = new Set(
    meaningTerms("difference differ compare better best than mejor diferencia", asked.language),
  );
  return new Set(
    [...asked.weights.keys()].filter((term) => !named.has(term) && !generic.has(term)),
  );
}

function judgedBy({ question, language }: Asked): ReadonlySet<string> {
  const [, words = ""] = JUDGEMENTS.find(([asks]) => asks.test(question)) ?? [];
  return new Set(meaningTerms(words, language));
}

/** Names that any sentence here may hold: they make it about no third thing. */
const COMMON_NAMES = meaningTerms("testosterone TRT estrogen LH FSH GnRH SERM cancer stroke clot");

interface Candidate {
  readonly run: readonly Unit[];
  readonly section: Section;
  readonly worth: number;
  /** Says what one side is. */
  readonly defines: boolean;
  /** Speaks of what was asked about the sides. */
  readonly speaks: boolean;
  /** Which sides it names. */
  readonly names: ReadonlySet<number>;
}

/** Which sides some terms name. */
const sidesIn = (terms: ReadonlySet<string>, sides: readonly (readonly string[])[]) =>
  new Set(sides.flatMap((side, at) => (side.every((term) => terms.has(term)) ? [at] : [])));

function candidatesOf(
  sections: readonly Section[],
  sides: readonly (readonly string[])[],
  asked: Asked,
): Candidate[] {
  const relation = relationOf(asked, sides);
  const judged = judgedBy(asked);
  const agents = new Set([...asked.names, ...sides.flat(), ...COMMON_NAMES]);
  return sections.flatMap((section) => {
    const heading = new Set(meaningTerms(section.headingPath.join(" "), asked.language));
    const isNamed = sidesIn(heading, sides).size === 1;
    const asks = askedFor(headingOf(section));
    const isEntry = asks.wanted.size === 0 || asks.wanted.has("definition");
    return section.units.flatMap((unit): Candidate[] => {
      if (unit.leans || unit.opensList || unit.kind === "table-row") return [];
      const run = withAntecedents(section, unit);
      if (!run || run.length > MOST_OF_RUN || section.units[unit.at + run.length]?.completes)
        return [];
      const terms = unitTerms(unit);
      const all = new Set(run.flatMap((part) => [...unitTerms(part)]));
      const opens = isNamed && unit.at === 0;
      const defines = opens ? (isEntry ? DEFINES : NAMED_AFTER) : 0;
      const spoken = [...relation].filter((term) => all.has(term) || heading.has(term)).length;
      const relates = relation.size === 0 ? 0 : (SPEAKS_OF_IT * spoken) / relation.size;
      const others = [...namesIn(run.map(({ text }) => text).join(" "), asked.language)];
      const third = others.some((term) => agents.has(term) === false) ? THIRD_NAME : 0;
      const judges = [...judged].some((term) => all.has(term)) ? JUDGED_BY : 0;
      return [
        {
          run,
          section,
          defines: opens && isEntry,
          speaks: relates + judges > 0 || relation.size + judged.size === 0,
          names: sidesIn(terms, sides),
          worth:
            worth(unit, asked, heading) +
            Math.max(defines, relates, judges) +
            section.score -
            third,
        },
      ];
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

/** The rows of one table that has a row for every side: side by side is how a reader compares. */
function rowsOf(
  sections: readonly Section[],
  sides: readonly (readonly string[])[],
  language: string,
): { section: Section; rows: Unit[] } | undefined {
  for (const section of sections) {
    const listed = section.units
      .flatMap((unit) => [unit, ...unit.list])
      .filter(({ kind }) => kind === "table-row");
    const rows = sides.map((side) =>
      listed.find(({ text }) => {
        const first = new Set(meaningTerms(text.split(":", 1)[0] ?? "", language));
        return side.every((term) => first.has(term));
      }),
    );
    if (rows.every((row) => row !== undefined)) return { section, rows };
  }
  return undefined;
}

/** Up to two things said of one side, the second not a repetition of the first. */
function ofSide(
  candidates: readonly Candidate[],
  most: number,
  definesFirst: boolean,
): Candidate[] {
  const chosen: Candidate[] = [];
  const said = new Set<string>();
  // What a thing is goes before what is said of it.
  const inTurn = definesFirst
    ? [...candidates].sort((a, b) => Number(b.defines) - Number(a.defines))
    : candidates;
  for (const candidate of inTurn) {
    if (chosen.length === most) break;
    const terms = new Set(candidate.run.flatMap((unit) => [...unitTerms(unit)]));
    const known = [...terms].filter((term) => said.has(term)).length;
    const adds = candidate.speaks && known / terms.size <= REDUNDANT_SHARE;
    if (chosen.length > 0 && (!adds || chosen.some(({ defines }) => defines && candidate.defines)))
      continue;
    chosen.push(candidate);
    for (const term of terms) said.add(term);
  }
  return chosen;
}

/**
 * @param most sentences of the whole answer: where there is room for two, it is one that names both sides,
 *   or one of each, so that neither side is told alone
 * @returns empty when fewer than two sides are found in the passages
 */
export function compare(
  sections: readonly Section[],
  asked: Asked,
  most = Number.POSITIVE_INFINITY,
): DraftSentence[] {
  const told = tellingTerms(asked);
  if (told.some((side) => side.length === 0)) return [];
  // A section whose heading compares them does it better than we could.
  if (sections.some((section) => comparesIn(section, asked))) return [];
  const candidates = candidatesOf(sections, told, asked).sort((a, b) => b.worth - a.worth);
  const judged = judgedBy(asked);
  const speaks = (row: Unit) => [...judged].some((term) => unitTerms(row).has(term));
  const inTable = rowsOf(sections, told, asked.language);
  const table = judged.size === 0 || inTable?.rows.every(speaks) ? inTable : undefined;
  const ofAll = candidates
    .filter(
      ({ names, run }) => names.size === told.length && run.some(({ text }) => WEIGHS.test(text)),
    )
    .slice(0, MOST_OF_ALL);
  const isBrief = most <= told.length;
  if (isBrief && (ofAll.length > 0 || most < told.length))
    return ofAll.flatMap(({ run, section }) => draftsOf(run, section, asked));
  const chosen = [...ofAll];
  const found = new Set<number>(ofAll.flatMap(({ names }) => [...names]));
  const ownOf = told.map((_, at) =>
    candidates.filter(
      ({ names, run }) =>
        names.has(at) && names.size < told.length && (!isBrief || run.length === 1),
    ),
  );
  // What one side is beside what is held against the other would be no comparison.
  const definesFirst = ownOf.every((own) => own.some(({ defines }) => defines));
  if (isBrief && !definesFirst) return [];
  ownOf.forEach((own, at) => {
    const perSide = table || isBrief || told.length > 2 ? 1 : MOST_OF_ONE;
    for (const candidate of ofSide(own, perSide, definesFirst)) {
      if (!chosen.includes(candidate)) chosen.push(candidate);
      found.add(at);
    }
  });
  if (!table && found.size < Math.min(2, told.length)) return [];
  const prose = chosen.flatMap(({ run, section }) =>
    draftsOf(
      run.map((unit) => ({ ...unit, list: [] })),
      section,
      asked,
    ),
  );
  const rows = table && !isBrief ? draftsOf(table.rows, table.section, asked) : [];
  return [...prose, ...rows];
}
