/**
 * A section and what was asked in; the units that answer it out, the direct answer first.
 */
import { surfaceWords } from "@/lib/search-index/lexical";
import { nameOf } from "../gate/names";
import { meaningTerms } from "../synonyms";
import { type AskedFor, askedFor, fits, withoutFrame } from "./question";
import type { Section, Unit } from "./readable";

/** What a question asks about: its terms, each with how much it tells one unit from another. */
export interface Asked extends AskedFor {
  readonly question: string;
  readonly weights: ReadonlyMap<string, number>;
  /** Terms of the medicines and conditions it names. */
  readonly focus: ReadonlySet<string>;
  readonly language: string;
}

/** What the section's opening sentence is worth beyond its words: authors put the answer there. Safe 0.1 to 0.4. */
const OPENING = 0.25;
/** What it is worth to look like the kind of answer that is wanted. Safe 0.05 to 0.3. */
const FITTING = 0.15;
/** The share of units from which a name is no longer what sets one apart. Safe 0.4 to 0.7. */
const EVERYWHERE = 0.5;
/** What a sentence about another medicine or condition loses. Safe 0.3 to 1: near certain to mislead. */
const ANOTHER_NAME = 0.6;
/** A term in the heading counts this much for every sentence under it. Safe 0.3 to 0.7. */
const FROM_HEADING = 0.5;
/** The opening answers its heading, so the heading's words are nearly its own. Safe 0.5 to 1. */
const OPENER_HEADING = 1;
/** A sentence that goes on from a chosen one reads better than one that does not. Safe 0.05 to 0.3. */
const GOING_ON = 0.15;
/** Below this share of the best unit's worth a unit is not part of the answer. Safe 0.2 to 0.6. */
const LEAST_SHARE = 0.35;
/** An answer of fewer sentences is filled up with what its section goes on to say. Safe 2 to 3. */
const ENOUGH = 3;
const LEAST_OF_FEW = 0.15;
/** The direct answer goes before the section's opening when it is this much better. Safe 0.2 to 0.5. */
const MUCH_BETTER = 0.3;
/** How far back a sentence that leans on another is followed. Safe 1 to 3. */
const MOST_ANTECEDENTS = 2;
/** A list item must cover this much more of the question than its siblings to be shown without them. */
const STANDS_OUT = 0.12;
/** Items shown of one list. Safe 5 to 10: more is not read. */
export const MOST_ITEMS = 8;

const termsOf = new WeakMap<Unit, ReadonlySet<string>>();

/** A unit's terms; computed once. */
export function unitTerms(unit: Unit): ReadonlySet<string> {
  let terms = termsOf.get(unit);
  if (!terms) {
    terms = new Set(meaningTerms(unit.text, unit.passage.chunk.language));
    termsOf.set(unit, terms);
  }
  return terms;
}

/** Words that ask and name nothing: rare in leaflets, so that rarity would make them the subject. */
const ASKING_WORDS: ReadonlySet<string> = new Set(
  ["en", "es"].flatMap((language) =>
    meaningTerms(
      "happen happens mean means know tell explain someone somebody thing really actually go going use pasa ocurre significa saber",
      language,
    ),
  ),
);
/** What such a word weighs of its rarity. Safe 0.1 to 0.5. */
const ASKING = 0.3;

/** Weighs the question's terms by how few of the units at hand hold them. */
export function weigh(
  question: string,
  language: string,
  asked: AskedFor,
  sections: readonly Section[],
): Asked {
  const units = sections.flatMap((section) =>
    section.units.flatMap((unit) => [unit, ...unit.list]),
  );
  const weights = new Map<string, number>();
  for (const term of meaningTerms(withoutFrame(question), language)) {
    if (weights.has(term)) continue;
    const holding = units.filter((unit) => unitTerms(unit).has(term)).length;
    const rarity = Math.log(1 + (units.length + 1) / (holding + 0.5));
    weights.set(term, ASKING_WORDS.has(term) ? rarity * ASKING : rarity);
  }
  // A name that most of what was found speaks of tells nothing apart.
  const named = [...namesIn(question, language)].filter((term) => {
    const holding = units.filter((unit) => unitTerms(unit).has(term)).length;
    return holding > 0 && holding < units.length * EVERYWHERE;
  });
  return { ...asked, question, weights, focus: new Set(named), language };
}

/** Terms of the medicines, hormones and conditions that a text names. */
export function namesIn(text: string, language: string): Set<string> {
  const names = new Set<string>();
  for (const word of text.match(/[\p{L}\d-]+/gu) ?? []) {
    const kind = nameOf(word.toLowerCase(), word)?.kind;
    if (kind === "agent" || kind === "condition")
      for (const term of meaningTerms(word, language)) names.add(term);
  }
  return names;
}

const namedBy = new WeakMap<Unit, ReadonlySet<string>>();

/** Whether a unit speaks of another medicine or condition than the one asked about. */
function offTheName(unit: Unit, asked: Asked, heading: ReadonlySet<string>): boolean {
  if (asked.focus.size === 0) return false;
  let names = namedBy.get(unit);
  if (!names) {
    names = namesIn(unit.text, asked.language);
    namedBy.set(unit, names);
  }
  const meant = (terms: ReadonlySet<string>) => [...asked.focus].some((term) => terms.has(term));
  return names.size > 0 && !meant(names) && !meant(heading);
}

const headingTerms = (section: Section, language: string) =>
  new Set(meaningTerms(`${section.title} ${section.headingPath.join(" ")}`, language));

/** The share of the question, by weight, that some terms cover, 0 to 1. */
export function coverage(
  asked: Asked,
  terms: ReadonlySet<string>,
  heading?: ReadonlySet<string>,
  share = FROM_HEADING,
): number {
  let covered = 0;
  let total = 0;
  for (const [term, weight] of asked.weights) {
    total += weight;
    if (terms.has(term)) covered += weight;
    else if (heading?.has(term)) covered += weight * share;
  }
  return total === 0 ? 0 : covered / total;
}

/** What one unit is worth to the question. */
export function worth(unit: Unit, asked: Asked, heading: ReadonlySet<string>): number {
  const ownWords = coverage(
    asked,
    unitTerms(unit),
    heading,
    unit.at === 0 ? OPENER_HEADING : FROM_HEADING,
  );
  const opening = unit.at === 0 ? OPENING : 0;
  const elsewhere = offTheName(unit, asked, heading) ? ANOTHER_NAME : 0;
  return ownWords + opening + FITTING * fits(unit.text, asked) - elsewhere;
}

/** So short a sentence announces what the next one says. Words, safe 4 to 8. */
const ANNOUNCES = 6;

/** A unit with what it leans on before it, and what it announces or is compared with after it; undefined when that is too much. */
function withAntecedents(section: Section, unit: Unit): Unit[] | undefined {
  const run = [unit];
  const next = section.units[unit.at + 1];
  const announces = unit.list.length === 0 && unit.text.split(/\s+/u).length <= ANNOUNCES;
  if (next && (announces || (next.completes && /\d/u.test(unit.text)))) run.push(next);
  while (run[0]?.leans) {
    const before = section.units[(run[0]?.at ?? 0) - 1];
    if (!before || run.length > MOST_ANTECEDENTS) return undefined;
    run.unshift(before);
  }
  return run;
}

interface Weighed {
  readonly unit: Unit;
  readonly worth: number;
}

/** What rows and items without a sentence before them are worth less, unless a list was asked for. Safe 0.05 to 0.3. */
const UNINTRODUCED = 0.2;
const isListed = ({ kind }: Unit) => kind === "list-item" || kind === "table-row";

/** Rows of a table without a lead-in that are not the ones asked about. */
function besideThePoint(section: Section, asked: Asked): ReadonlySet<Unit> {
  const rows = section.units.filter(isListed);
  const meant = new Set(standouts(rows, asked));
  return new Set(rows.filter((row) => !meant.has(row)));
}

function weighedUnits(section: Section, asked: Asked): Weighed[] {
  const heading = headingTerms(section, asked.language);
  const aside = besideThePoint(section, asked);
  return section.units.map((unit) => {
    if (aside.has(unit)) return { unit, worth: 0 };
    if (isListed(unit) && !asked.wanted.has("list") && !asked.wanted.has("comparison"))
      return { unit, worth: worth(unit, asked, heading) - UNINTRODUCED };
    const inList = unit.list.map((item) => worth({ ...item, at: 1 }, asked, heading) - FITTING);
    return { unit, worth: Math.max(worth(unit, asked, heading), ...inList) };
  });
}

/** What it is worth that a heading wants the same kind of answer. Safe 0.1 to 0.4. */
const SAME_KIND = 0.25;

/** Trials are called in capitals: TRAVERSE. */
const TRIAL_NAME = /\b\p{Lu}{6,}\b/u;

/** "TRT" and "testosterone" stand for each other in a patient's question and in a heading. */
const TREATMENT = meaningTerms("TRT")[0] ?? "";
const HORMONE = meaningTerms("testosterone")[0] ?? "";

/** A heading's terms as the question puts them; the name of a trial also says that there was one: TRAVERSE. */
export function headingAsAsked(heading: string, { weights, language }: Asked): Set<string> {
  const terms = new Set(meaningTerms(heading, language));
  const [trial] = TRIAL_NAME.exec(heading) ?? [];
  if (trial) {
    for (const term of meaningTerms(trial, language)) if (!weights.has(term)) terms.delete(term);
    for (const term of meaningTerms("trial", language)) terms.add(term);
  }
  for (const [said, meant] of [
    [TREATMENT, HORMONE],
    [HORMONE, TREATMENT],
  ] as const)
    if (terms.has(said) && !weights.has(said) && weights.has(meant)) {
      terms.delete(said);
      terms.add(meant);
    }
  return terms;
}

const PROOF = meaningTerms("proof");

/** How far a heading asks what was asked, both ways, 0 to 1 and a little over. */
export function asksTheSame(section: Section, asked: Asked): number {
  const heading = headingAsAsked(section.headingPath.at(-1) ?? "", asked);
  if (heading.size === 0) return 0;
  const recall = coverage(asked, heading);
  let known = 0;
  for (const term of heading) if (asked.weights.has(term)) known += 1;
  const precision = known / heading.size;
  if (recall + precision === 0) return 0;
  // "Who should not take it?": here the small words carry the question.
  const mine = new Set(surfaceWords(asked.question));
  const theirs = new Set(surfaceWords(section.headingPath.at(-1) ?? ""));
  const shared = [...theirs].filter((word) => mine.has(word)).length;
  const alike = (2 * shared) / Math.max(1, mine.size + theirs.size);
  const { wanted } = askedFor(section.headingPath.at(-1) ?? "");
  const sameKind = [...wanted].some((kind) => kind !== "verdict" && asked.wanted.has(kind));
  // What is proven is a question of its own, whatever it is about.
  const bothProof =
    asked.wanted.has("verdict") &&
    PROOF.some((term) => heading.has(term) && asked.weights.has(term));
  const aboutTheSame = (2 * recall * precision) / (recall + precision);
  return (aboutTheSame + alike) / 2 + (sameKind || bothProof ? SAME_KIND : 0);
}

/** What the best unit of a section is worth. */
export const bestWorth = (section: Section, asked: Asked) =>
  Math.max(0, ...weighedUnits(section, asked).map((weighed) => weighed.worth));

/**
 * Chooses up to `most` sentences of a section.
 * @returns in the order they should be read; lists are not unfolded yet
 */
export function choose(section: Section, asked: Asked, most: number): Unit[] {
  const weighed = weighedUnits(section, asked);
  const ranked = [...weighed].sort((a, b) => b.worth - a.worth);
  const chosen = new Set<Unit>();
  let direct: readonly Unit[] | undefined;
  for (const { unit } of ranked) {
    const run = withAntecedents(section, unit);
    if (!run || run.length > most) continue;
    direct = run;
    break;
  }
  if (!direct) return [];
  for (const unit of direct) chosen.add(unit);
  const best = weighed[(direct.at(-1) as Unit).at]?.worth ?? 0;
  while (chosen.size < most) {
    let next: { run: Unit[]; value: number } | undefined;
    for (const { unit, worth: own } of weighed) {
      const least = chosen.size < ENOUGH ? LEAST_OF_FEW : LEAST_SHARE;
      if (chosen.has(unit) || own <= 0 || own < best * least) continue;
      const run = withAntecedents(section, unit)?.filter((part) => !chosen.has(part));
      if (!run || chosen.size + run.length > most) continue;
      const before = section.units[(run[0] as Unit).at - 1];
      // The other half of a comparison is no sentence too many.
      const cost = run.filter(({ completes }) => !completes).length || 1;
      const value = own / cost + (before && chosen.has(before) ? GOING_ON : 0);
      if (!next || value > next.value) next = { run, value };
    }
    if (!next) break;
    for (const unit of next.run) chosen.add(unit);
  }
  const inOrder = [...chosen].sort((a, b) => a.at - b.at);
  const [first] = inOrder;
  if (!first || direct.includes(first)) return inOrder;
  const lead = weighed[first.at]?.worth ?? 0;
  return best - lead > MUCH_BETTER
    ? [...direct, ...inOrder.filter((unit) => !direct.includes(unit))]
    : inOrder;
}

/** Of a list's items, those that stand out when the question is about one of them; else all. */
function standouts(items: readonly Unit[], asked: Asked): Unit[] {
  const covered = items.map((item) => coverage(asked, unitTerms(item)));
  const top = Math.max(0, ...covered);
  const mean = covered.reduce((sum, share) => sum + share, 0) / Math.max(1, covered.length);
  const wantsAll = asked.wanted.has("list") && !asked.wanted.has("verdict");
  return !wantsAll && top - mean > STANDS_OUT && items.length > 2
    ? items.filter((_, at) => (covered[at] ?? 0) >= top - STANDS_OUT / 2)
    : [...items];
}

/** The items of a list that answer. */
export const itemsOf = (unit: Unit, asked: Asked): Unit[] =>
  standouts(unit.list, asked).slice(0, MOST_ITEMS);
