/**
 * A section and what was asked in; the units that answer it out, the direct answer first.
 */
import { type Asked, newCoverage, unitTerms } from "./asked";
import type { Section, Unit } from "./readable";
import { suits, weighedUnits } from "./worth";

/** A sentence that goes on from a chosen one reads better than one that does not. Safe 0.05 to 0.3. */
const GOING_ON = 0.15;
/** After the sentence that answers stands what qualifies it: the number, the place, the people. Safe 0.1 to 0.4. */
const QUALIFIES = 0.3;
/** Of two sentences that say as much, the earlier one. Safe 0.05 to 0.2. */
const EARLIER = 0.1;
/** What it is worth to speak of a part of the question that nothing chosen speaks of. Safe 0.3 to 1. */
const LEFT_OPEN = 0.6;
/** Below this share of the best unit's worth a unit is not part of the answer. Safe 0.2 to 0.6. */
const LEAST_SHARE = 0.35;
/** An answer of fewer sentences is filled up with what its section goes on to say. Safe 2 to 3. */
const ENOUGH = 3;
const LEAST_OF_FEW = 0.15;
/** The direct answer goes before the section's opening when it is this much better. Safe 0.2 to 0.5. */
const MUCH_BETTER = 0.3;
/** A yes or a no is wanted first. Safe 0.1 to 0.4. */
const BETTER_VERDICT = 0.2;
/** How far back a sentence that leans on another is followed. Safe 1 to 3. */
const MOST_ANTECEDENTS = 2;
/** So short a sentence announces what the next one says. Words, safe 4 to 8. */
const ANNOUNCES = 6;

/** Says what a finding cannot show: a finding is not told without it. */
const LIMITS =
  /\b(?:(?:could|can|does|did|do) ?not (?:show|prove|tell|mean)|can['’]?t (?:show|prove|tell)|not (?:picked|assigned|chosen) by chance|(?:nobody|no one) was assigned|no group .{0,40}untreated|hard to say|no (?:demostró|demuestra|prueba|significa|puede (?:demostrar|mostrar)))\b/iu;

/** A unit with what it leans on before it, and what it announces or is compared with after it; undefined when that is too much. */
export function withAntecedents(section: Section, unit: Unit): Unit[] | undefined {
  const run = [unit];
  const next = section.units[unit.at + 1];
  const announces = unit.list.length === 0 && unit.text.split(/\s+/u).length <= ANNOUNCES;
  const isFigure = /\d|\bmore likely\b|\bless likely\b/u.test(unit.text);
  if (next && (announces || (isFigure && (next.completes || LIMITS.test(next.text)))))
    run.push(next);
  while (run[0]?.leans) {
    const before = section.units[(run[0]?.at ?? 0) - 1];
    if (!before || run.length > MOST_ANTECEDENTS) return undefined;
    run.unshift(before);
  }
  return run;
}

/** The terms of a run of units, their lists included. */
export const termsOfRun = (run: readonly Unit[]): ReadonlySet<string> =>
  new Set(run.flatMap((unit) => [unit, ...unit.list].flatMap((part) => [...unitTerms(part)])));

/**
 * Chooses up to `most` sentences of a section, the other halves of comparisons apart.
 * @returns in the order they should be read; lists are not unfolded yet
 */
export function choose(section: Section, asked: Asked, most: number): Unit[] {
  // So short an answer has no room for a list.
  const isBrief = most < ENOUGH;
  const weighed = weighedUnits(section, asked).map(({ unit, worth, alone }) => ({
    unit,
    worth: isBrief ? alone : worth,
  }));
  const ranked = [...weighed].sort((a, b) => b.worth - a.worth);
  const chosen = new Set<Unit>();
  const said = new Set<string>();
  let counted = 0;
  const add = (run: readonly Unit[]) => {
    counted += run.filter((unit) => !unit.completes && !chosen.has(unit)).length;
    for (const unit of run) chosen.add(unit);
    for (const term of termsOfRun(run)) said.add(term);
  };
  let direct: readonly Unit[] | undefined;
  for (const { unit } of ranked) {
    const run = withAntecedents(section, unit);
    if (!run || run.length > most) continue;
    direct = run;
    break;
  }
  if (!direct) return [];
  add(direct);
  const best = weighed[(direct.at(-1) as Unit).at]?.worth ?? 0;
  while (counted < most) {
    let next: { run: Unit[]; value: number } | undefined;
    for (const { unit, worth: own } of weighed) {
      const least = chosen.size < ENOUGH ? LEAST_OF_FEW : LEAST_SHARE;
      const before = section.units[unit.at - 1];
      const follows = before && chosen.has(before) ? GOING_ON : 0;
      const qualifies = before && before === direct.at(-1) ? QUALIFIES * suits(unit, asked) : 0;
      const standing = own + follows + qualifies;
      if (chosen.has(unit) || standing <= 0 || standing < best * least) continue;
      const run = withAntecedents(section, unit)?.filter((part) => !chosen.has(part));
      if (!run) continue;
      // The other half of a comparison is no sentence too many.
      const cost = run.filter(({ completes }) => !completes).length || 1;
      if (counted + cost > most) continue;
      const open = LEFT_OPEN * newCoverage(asked, termsOfRun(run), said);
      const early = EARLIER * (1 - unit.at / section.units.length);
      const value = (own + open) / cost + follows + qualifies + early;
      if (!next || value > next.value) next = { run, value };
    }
    if (!next) break;
    add(next.run);
  }
  const inOrder = [...chosen].sort((a, b) => a.at - b.at);
  const [first] = inOrder;
  if (!first || direct.includes(first)) return inOrder;
  const lead = weighed[first.at]?.worth ?? 0;
  // A list and the sentence that leads into it are no opening.
  const isList = direct.some(({ list }) => list.length > 0);
  const much = asked.wanted.has("verdict") ? BETTER_VERDICT : MUCH_BETTER;
  return best - lead > much && !isList
    ? [...direct, ...inOrder.filter((unit) => !direct?.includes(unit))]
    : inOrder;
}
