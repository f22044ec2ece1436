/**
 * A question whether a medicine causes something, and the sections at hand, in; the sentences that speak
 * of both together out.
 *
 * Where none does, the documents do not answer: a sentence about the same harm from another medicine, or
 * about another harm of the same medicine, would be read as the answer.
 */
import { namedWords, nameOf } from "../gate/names";
import { meaningTerms } from "../synonyms";
import { type Asked, holds, unitTerms } from "./asked";
import { headingTerms } from "./heading";
import { withoutFrame } from "./question";
import type { Section, Unit } from "./readable";

/** Asks for a cause or a harm. */
const CAUSAL =
  /\b(?:caus(?:es?|ed|ing)|giv(?:es?|en|ing)? (?:you|me|him|men|people|a person)|leads? to|triggers?|brings? on|make(?:s)? (?:you|me|him|men|people)|(?:raise|increase)s? (?:the |my |your )?(?:risk|chance|odds)|risk of|side effect of|caus(?:a|an|ar)|provoca[nr]?|produce[n]?)\b/iu;
/** Words of such a question that are neither the medicine nor the harm. */
const CAUSAL_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ["en", "es"].map((language) => [
    language,
    new Set(
      meaningTerms(
        "cause causes causing caused give gives lead leads trigger triggers bring brings make makes raise raises increase increases risk chance odds side effect effects man men woman women people person patient patients really actually true long-term causa causan causar provoca provocan produce producen riesgo hombre hombres mujer mujeres personas efecto secundario",
        language,
      ),
    ),
  ]),
);

/** The share of the harm that a sentence has to name. Safe 0.5 to 0.8. */
const NAMES_HARM = 0.6;

/** A medicine's class: what is said of all of them is said of it. */
const CLASS_OF: Readonly<Record<string, string>> = {
  clomiphene: "serm",
  enclomiphene: "serm",
  tamoxifen: "serm",
  anastrozole: "inhibitor",
  letrozole: "inhibitor",
};
/** Treatment with a hormone is asked about by either name. */
const SAME_AGENT: Readonly<Record<string, string>> = { trt: "testosterone" };

/** Medicines and hormones that a text names. */
function agentsIn(text: string): Set<string> {
  const agents = new Set<string>();
  for (const { plain, name } of namedWords(text)) {
    if (name?.kind === "agent") agents.add(SAME_AGENT[name.id] ?? name.id);
    else if (/^inhibitors?$/.test(plain)) agents.add("inhibitor");
  }
  return agents;
}

/** The one medicine and the harm of a question that asks whether it causes it; undefined for any other question. */
function linkIn({ question, language, weights }: Asked) {
  const asked = withoutFrame(question);
  if (!CAUSAL.test(asked)) return undefined;
  const [agent, ...others] = agentsIn(asked);
  if (!agent || others.length > 0) return undefined;
  const passedOver = CAUSAL_WORDS.get(language.startsWith("es") ? "es" : "en");
  const own = new Set(
    (asked.match(/[\p{L}\d]+/gu) ?? []).flatMap((word) =>
      agentsIn(word).size > 0 ? meaningTerms(word, language) : [],
    ),
  );
  // "Testosterone therapy" is one name.
  for (const term of meaningTerms("TRT therapy treatment replacement", "en")) own.add(term);
  const harm = [...weights.keys()].filter((term) => !own.has(term) && !passedOver?.has(term));
  // The illness and the part of the body; "growth" or "problems" may be put in other words.
  const names = new Set(
    (asked.match(/[\p{L}\d]+/gu) ?? []).flatMap((word) => {
      const kind = nameOf(word.toLowerCase(), word)?.kind;
      return kind === "condition" || kind === "organ" ? meaningTerms(word, language) : [];
    }),
  );
  return harm.length > 0
    ? { agent, harm, names: harm.filter((term) => names.has(term)) }
    : undefined;
}

/** What a sentence without a name of its own is about: its heading's medicines, or the title's only one. */
function agentsAbove({ title, headingPath }: Section): ReadonlySet<string> {
  const nearest = agentsIn(headingPath.join(" "));
  if (nearest.size > 0) return nearest;
  const titled = agentsIn(title);
  return titled.size === 1 ? titled : new Set();
}

/**
 * The texts of the sentences and items that speak of the medicine and the harm together.
 * @returns undefined when no such question was asked; an empty set when nothing speaks of both
 */
export function linked(
  sections: readonly Section[],
  asked: Asked,
): ReadonlySet<string> | undefined {
  const link = linkIn(asked);
  if (!link) return undefined;
  const { agent, harm, names } = link;
  const meant = (agents: ReadonlySet<string>) =>
    agents.has(agent) || agents.has(CLASS_OF[agent] ?? agent);
  const texts = new Set<string>();
  let isNamedAnywhere = names.length > 0;
  for (const section of sections) {
    const above = agentsAbove(section);
    const heading = headingTerms(section, asked.language);
    const speaks = (unit: Unit) => {
      isNamedAnywhere ||= harm.some((term) => holds(term, unitTerms(unit), asked) > 0);
      const named = agentsIn(unit.text);
      if (named.size > 0 ? !meant(named) : !meant(above)) return false;
      const terms = unitTerms(unit);
      const has = (term: string) =>
        Math.max(holds(term, terms, asked), holds(term, heading, asked));
      if (names.length > 0) return names.every((term) => has(term) > 0);
      let held = 0;
      let total = 0;
      for (const term of harm) {
        const weight = asked.weights.get(term) ?? 0;
        total += weight;
        held += weight * has(term);
      }
      return total > 0 && held / total >= NAMES_HARM;
    };
    for (const unit of section.units)
      for (const part of [unit, ...unit.list]) if (speaks(part)) texts.add(part.text);
  }
  // A harm put in words that no leaflet uses ("angry") may still be spoken of in others.
  return texts.size > 0 || isNamedAnywhere ? texts : undefined;
}
