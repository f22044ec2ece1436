/**
 * A section and what was asked in; how far its heading asks the same, or is about something else, out.
 */
import { surfaceWords } from "@/lib/search-index/lexical";
import { meaningTerms } from "../synonyms";
import { type Asked, coverage, namesIn } from "./asked";
import { askedFor, WANTS_NAMES } from "./question";
import type { Section, Unit } from "./readable";

/** What it is worth that a heading wants the same kind of answer. Safe 0.1 to 0.4. */
const SAME_KIND = 0.25;

/** And what it loses that it asks why or how and the question does not, or the other way round. Safe 0 to 0.3. */
const ANOTHER_KIND = 0.2;
const ASKS_HOW = ["reason", "manner"] as const;

/** A share of the question that is all of it, rounding apart. */
const ALL = 0.999;

/** Trials are called in capitals: TRAVERSE. */
const TRIAL_NAME = /\b\p{Lu}{6,}\b/u;

/** "TRT" and "testosterone" stand for each other in a patient's question and in a heading. */
const TREATMENT = meaningTerms("TRT")[0] ?? "";
const HORMONE = meaningTerms("testosterone")[0] ?? "";
const PROOF = meaningTerms("proof");

/** The nearest heading of a section; empty when it has none. */
export const headingOf = ({ headingPath }: Section): string => headingPath.at(-1) ?? "";

const titled = new WeakMap<Section, ReadonlySet<string>>();

/** Terms of the title and of every heading above a section's text; computed once. */
export function headingTerms(section: Section, language: string): ReadonlySet<string> {
  let terms = titled.get(section);
  if (!terms) {
    terms = new Set(meaningTerms(`${section.title} ${section.headingPath.join(" ")}`, language));
    titled.set(section, terms);
  }
  return terms;
}

/** A heading's terms as the question puts them; the name of a trial also says that there was one: TRAVERSE. */
function headingAsAsked(heading: string, { weights, language }: Asked): Set<string> {
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

const likenesses = new WeakMap<Asked, Map<Section, number>>();

/** How far a heading asks what was asked, both ways, 0 to 1 and a little over; computed once. */
export function asksTheSame(section: Section, asked: Asked): number {
  const known = likenesses.get(asked) ?? new Map<Section, number>();
  likenesses.set(asked, known);
  const held = known.get(section);
  if (held !== undefined) return held;
  const likeness = likenessOf(section, asked);
  known.set(section, likeness);
  return likeness;
}

function likenessOf(section: Section, asked: Asked): number {
  const heading = headingAsAsked(headingOf(section), asked);
  if (heading.size === 0) return 0;
  const recall = coverage(asked, heading);
  let known = 0;
  for (const term of heading) if (asked.weights.has(term)) known += 1;
  const precision = known / heading.size;
  if (recall + precision === 0) return 0;
  // "Who should not take it?": here the small words carry the question.
  const mine = new Set(surfaceWords(asked.question));
  const theirs = new Set(surfaceWords(headingOf(section)));
  const shared = [...theirs].filter((word) => mine.has(word)).length;
  const alike = (2 * shared) / Math.max(1, mine.size + theirs.size);
  const { wanted } = askedFor(headingOf(section));
  const sameKind = [...wanted].some((kind) => kind !== "verdict" && asked.wanted.has(kind));
  // What is proven is a question of its own, whatever it is about.
  const bothProof =
    asked.wanted.has("verdict") &&
    PROOF.some((term) => heading.has(term) && asked.weights.has(term));
  const aboutTheSame = (2 * recall * precision) / (recall + precision);
  const isAnotherKind =
    wanted.size > 0 && ASKS_HOW.some((kind) => wanted.has(kind) !== asked.wanted.has(kind));
  return (
    (aboutTheSame + alike) / 2 +
    (sameKind || bothProof ? SAME_KIND : 0) -
    (isAnotherKind ? ANOTHER_KIND : 0)
  );
}

/** Whether a question and a heading both ask for a yes or a no. */
export const checks = (section: Section, asked: Asked) =>
  asked.wanted.has("verdict") && askedFor(headingOf(section)).wanted.has("verdict");

/** Whether its heading is about a medicine or condition that was not asked about, where one was. */
export function isElsewhere(section: Section, asked: Asked): boolean {
  if (WANTS_NAMES.test(asked.question)) return false;
  const heading = headingAsAsked(headingOf(section), asked);
  // A class in the plural may well be that of the medicine asked about: SERMs.
  const single = headingOf(section).replace(/\b\p{Lu}{2,}s\b/gu, " ");
  const named = [...namesIn(single, asked.language)];
  return (
    asked.names.size > 0 && named.some((term) => heading.has(term) && !asked.weights.has(term))
  );
}

/** Kinds of answer that the definition of a thing may give. */
const BY_DEFINITION = ["definition", "function", "manner"] as const;

/** Whether a section is the entry on the very thing whose meaning is asked for: "What is FSH?" */
export function isEntryOn(section: Section, asked: Asked): boolean {
  const heading = headingOf(section);
  if (!asked.wanted.has("definition") || heading === "" || /[?]\s*$/u.test(heading)) return false;
  return coverage(asked, new Set(meaningTerms(heading, asked.language))) >= ALL;
}

/** Opens an entry on a thing that the question names: its definition, which was not asked for. */
export function onlyDefines(unit: Unit, section: Section, asked: Asked): boolean {
  const heading = headingOf(section);
  if (unit.at > 0 || asked.wanted.size === 0) return false;
  if (BY_DEFINITION.some((kind) => asked.wanted.has(kind))) return false;
  if (/[?]\s*$/u.test(heading) && !askedFor(heading).wanted.has("definition")) return false;
  const terms = meaningTerms(heading, asked.language);
  return terms.length > 0 && terms.every((term) => asked.weights.has(term));
}
