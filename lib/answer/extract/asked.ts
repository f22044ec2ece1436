/**
 * A question and the sections at hand in; what it asks about, each term weighed, and how much of that
 * some words cover out.
 */
import { shippedSynonyms } from "@/lib/retrieve/synonyms";
import { surfaceWords } from "@/lib/search-index/lexical";
import { isKnownAgent, nameOf } from "../gate/names";
import { meaningTerms } from "../synonyms";
import { type AskedFor, withoutFrame } from "./question";
import type { Section, Unit } from "./readable";

/** What a question asks about: its terms, each with how much it tells one unit from another. */
export interface Asked extends AskedFor {
  readonly question: string;
  readonly weights: ReadonlyMap<string, number>;
  /** Other names of a term, each as the terms that have to stand together. */
  readonly also: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Terms of the medicines and conditions it names. */
  readonly names: ReadonlySet<string>;
  /** Those of them that tell some units from others. */
  readonly focus: ReadonlySet<string>;
  readonly language: string;
  /** Texts of the sentences that link a medicine to what it may cause, where that was asked. */
  readonly links?: ReadonlySet<string>;
}

/** The share of units from which a name is no longer what sets one apart. Safe 0.4 to 0.7. */
const EVERYWHERE = 0.5;
/** A term in the heading counts this much for every sentence under it. Safe 0.3 to 0.7. */
const FROM_HEADING = 0.5;
/** What another name of a thing is worth of the one that was used. Safe 0.6 to 1. */
const BY_ANOTHER_NAME = 0.85;

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
      "happen happens mean means know tell explain someone somebody thing really actually go going use true part kind type way bring affect affects effect impact influence change changes point purpose man men guy patient patients pasa ocurre significa saber hombre hombres paciente pacientes",
      language,
    ),
  ),
);
/** What such a word weighs of its rarity. Safe 0.1 to 0.5. */
const ASKING = 0.3;

/** And a word that nothing found holds: it cannot tell one sentence from another. Safe 0.1 to 0.6. */
const ABSENT = 0.3;

/** A reader's own number ("is 12 million too low") finds other numbers only by chance; a year finds its year. Safe 0.1 to 0.4. */
const OWN_NUMBER = 0.2;
const NUMBER = /^\d+$/u;
const YEAR = /^(?:19|20)\d\d$/u;

/** "TRT" and "testosterone" stand for each other in a patient's mouth and in a leaflet. */
const TREATMENT = meaningTerms("TRT")[0] ?? "";
const HORMONE = meaningTerms("testosterone")[0] ?? "";

/** Other reviewed names for what a question names, by each term of the name that it uses. */
function otherNames(question: string, language: string): Map<string, string[][]> {
  const also = new Map<string, string[][]>();
  const words = surfaceWords(question);
  for (const { start, end, reviewed } of shippedSynonyms().find(words)) {
    const names = reviewed
      .map((name) => [...new Set(meaningTerms(name, language))])
      .filter((terms) => terms.length > 0);
    for (const term of meaningTerms(words.slice(start, end).join(" "), language))
      also.set(term, [...(also.get(term) ?? []), ...names]);
  }
  const terms = new Set(meaningTerms(question, language));
  for (const [said, meant] of [
    [TREATMENT, HORMONE],
    [HORMONE, TREATMENT],
  ] as const)
    if (terms.has(said) && !terms.has(meant)) also.set(said, [...(also.get(said) ?? []), [meant]]);
  return also;
}

/** What a term's rarity counts. */
function shareOf(term: string, isFound: boolean): number {
  if (ASKING_WORDS.has(term)) return ASKING;
  if (NUMBER.test(term) && !YEAR.test(term)) return OWN_NUMBER;
  return isFound ? 1 : ABSENT;
}

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
  const also = otherNames(withoutFrame(question), language);
  const holding = (term: string) =>
    units.filter((unit) => holds(term, unitTerms(unit), { also }) > 0).length;
  const weights = new Map<string, number>();
  for (const term of meaningTerms(withoutFrame(question), language)) {
    if (weights.has(term)) continue;
    const held = holding(term);
    const rarity = Math.log(1 + (units.length + 1) / (held + 0.5));
    weights.set(term, rarity * shareOf(term, held > 0));
  }
  // A name that most of what was found speaks of tells nothing apart.
  const names = namesIn(withoutFrame(question), language);
  const telling = [...names].filter((term) => {
    const held = holding(term);
    return held > 0 && held < units.length * EVERYWHERE;
  });
  return { ...asked, question, weights, also, names, focus: new Set(telling), language };
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

/** Medicines and hormones that a text names and everybody knows, lower case, accents folded. */
export function agentsNamed(text: string): string[] {
  const words = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .match(/[\p{L}\d]+/gu);
  return (words ?? []).filter(isKnownAgent);
}

/** How far some terms hold a term of the question, by its own name or another, 0 to 1. */
export function holds(
  term: string,
  terms: ReadonlySet<string>,
  { also }: Pick<Asked, "also">,
): number {
  if (terms.has(term)) return 1;
  const names = also.get(term);
  return names?.some((name) => name.every((part) => terms.has(part))) ? BY_ANOTHER_NAME : 0;
}

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
    const own = holds(term, terms, asked);
    covered += weight * (heading ? Math.max(own, share * holds(term, heading, asked)) : own);
  }
  return total === 0 ? 0 : covered / total;
}

/** The share of the question that some terms cover and others before them left open, 0 to 1. */
export function newCoverage(
  asked: Asked,
  terms: ReadonlySet<string>,
  said: ReadonlySet<string>,
): number {
  let gained = 0;
  let total = 0;
  for (const [term, weight] of asked.weights) {
    total += weight;
    gained += weight * Math.max(0, holds(term, terms, asked) - holds(term, said, asked));
  }
  return total === 0 ? 0 : gained / total;
}
