/**
 * What an answer says so far and the sections it did not use in; the sentence of theirs that says what
 * it still lacks out.
 */
import { type Asked, coverage, newCoverage, unitTerms } from "./asked";
import { termsOfRun, withAntecedents } from "./choose";
import { headingTerms, isElsewhere, onlyDefines } from "./heading";
import type { Section, Unit } from "./readable";
import { denies, isAbout, isListed, offTheName, suits, weighedUnits } from "./worth";

/** A sentence must speak of this share of the question, its heading apart. Safe 0.25 to 0.6. */
const ON_TOPIC = 0.3;
/** And of this share that nothing before it spoke of. Safe 0.05 to 0.25. */
const SOMETHING_NEW = 0.1;
/** Where a claim is to be checked, a sentence that denies something and speaks of this share of it. Safe 0.5 to 0.8. */
const CORRECTS = 0.6;
/** An answer shorter than this may be told again by a passage on the same thing. Safe 1 to 2. */
const FEW = 2;
/** A sentence that shares more of its terms than this with what is already said adds nothing. */
const REDUNDANT_SHARE = 0.7;
/** Sentences added at one time: one that answers and what it leans on. */
const MOST_OF_RUN = 2;

/** Of two that add as much, the one that is worth more by itself. Safe 0.1 to 0.4. */
const AS_GOOD = 0.25;
/** And the one from the better section. Safe 0 to 0.05. */
const LATER = 0.02;

/** What an answer says so far. */
export interface Said {
  /** Terms of its sentences. */
  readonly terms: ReadonlySet<string>;
  readonly sentences: number;
  /** Whether it holds the kind of answer that is wanted. */
  readonly suits: boolean;
  /** Whether it denies anything. */
  readonly denies: boolean;
}

function redundant(unit: Unit, said: ReadonlySet<string>): boolean {
  const terms = unitTerms(unit);
  if (terms.size === 0) return true;
  let known = 0;
  for (const term of terms) if (said.has(term)) known += 1;
  return known / terms.size > REDUNDANT_SHARE;
}

/** Whether a sentence of another section says what the answer still lacks. Sharing one word with it is not enough. */
function fills(unit: Unit, section: Section, said: Said, asked: Asked): boolean {
  if (onlyDefines(unit, section, asked)) return false;
  // "Estrogen is not only a female hormone" has no new word, and is the correction.
  const corrects =
    asked.wanted.has("verdict") &&
    !said.denies &&
    denies(unit) &&
    coverage(asked, unitTerms(unit)) >= CORRECTS;
  if (corrects) return true;
  if (redundant(unit, said.terms)) return false;
  if (asked.wanted.has("definition") && !isAbout(unit, asked)) return false;
  const terms = unitTerms(unit);
  // "Insulin and leptin": whatever was named is owed a word.
  const owed = [...asked.names].filter((term) => !said.terms.has(term));
  if (owed.some((term) => terms.has(term))) return isAbout(unit, asked);
  if (coverage(asked, terms) < ON_TOPIC) return false;
  if (said.sentences < FEW) return true;
  return (
    newCoverage(asked, terms, said.terms) >= SOMETHING_NEW ||
    (!said.suits && suits(unit, asked) > 0)
  );
}

/** The units that best fill the gap, with their section; undefined when nothing does. */
export function fill(
  sections: readonly Section[],
  said: Said,
  asked: Asked,
  room: number,
): { section: Section; units: Unit[] } | undefined {
  let best: { section: Section; units: Unit[]; value: number } | undefined;
  sections.forEach((section, at) => {
    if (isElsewhere(section, asked)) return;
    const heading = headingTerms(section, asked.language);
    for (const { unit, worth } of weighedUnits(section, asked)) {
      // A row or an item out of its table says nothing that a reader could place.
      if (worth <= 0 || isListed(unit) || offTheName(unit, asked, heading)) continue;
      if (!fills(unit, section, said, asked)) continue;
      const most = Math.min(room, MOST_OF_RUN);
      const units = withAntecedents(section, unit);
      if (!units || units.length > most) continue;
      // "This lowers …": what it leads to is told with it.
      const next = section.units[(units.at(-1) as Unit).at + 1];
      if (next?.leans && units.length < most && suits(next, asked) > 0) units.push(next);
      const isMissing =
        !said.suits || (asked.wanted.has("verdict") && !said.denies && denies(unit));
      const kind = isMissing ? Math.max(...units.map((part) => suits(part, asked))) / 2 : 0;
      const value =
        newCoverage(asked, termsOfRun(units), said.terms) + kind + AS_GOOD * worth - LATER * at;
      if (!best || value > best.value) best = { section, units, value };
    }
  });
  return best;
}
