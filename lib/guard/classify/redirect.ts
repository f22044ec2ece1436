/** Matches and features go in; the redirects a message asks for come out, the most serious first. */
import type { RedirectCategory } from "../decision";
import type { Matches, Vocabulary } from "../match/lexicon";
import type { Sentence } from "../normalise";
import { type Features, featuresOf } from "./features";
import { RULES, type Rule } from "./rules";

/** Which redirect speaks when a message asks for several: the one whose mistake costs most. */
export const SEVERITY: readonly RedirectCategory[] = [
  "eating-disorder",
  "minor",
  "pregnancy",
  "self-procedure",
  "acquisition",
  "self-sourced",
  "interaction",
  "dosing",
  "treatment-decision",
  "result-interpretation",
  "diagnosis",
];

export interface RedirectFinding {
  readonly category: RedirectCategory;
  readonly rule: string;
}

/** Every rule as two concepts of the lexicon: when it holds, and what takes it back. */
export const RULE_VOCABULARY: Vocabulary = Object.fromEntries(
  RULES.flatMap((rule) => [
    [`when:${rule.id}`, rule.when],
    [`unless:${rule.id}`, rule.unless ?? ""],
  ]),
);

function holds(rule: Rule, matches: Matches, sentence: Sentence, features: Features): boolean {
  const { from, to } = sentence;
  if (!matches.within(`when:${rule.id}`, from, to)) return false;
  if (matches.within(`unless:${rule.id}`, from, to)) return false;
  if (matches.within("asks-in-general", from, to) && !matches.within("strong-ask", from, to))
    return false;
  switch (rule.needs) {
    case undefined:
      return true;
    case "person":
      return features.person;
    case "person-or-terse":
      return features.person || !matches.has("general-marker");
    case "medicine":
      return matches.has("drug");
  }
}

/** Concepts only this file uses. */
export const REDIRECT_VOCABULARY: Vocabulary = {
  "asks-in-general": `
    (where|how) (can|could|do|should|would) (i|we) ~1 (find|get|read|learn|locate|receive|donate|join|participate) ~2 (information|info|more|out|physician*|doctor*|doctors|specialist*|genetic testing|testing|tested|support|help|facilities|facility|hospital*|resources|articles|studies|trials|a (doctor|specialist|physician|trial|study)|advice and help) ~8, do you have (any)? (information|info|articles) (about|on) ~12, what i need to know about ~12, what should i know about ~6 (storage|disposal), what other information should i know, what (special|important) ~6 should i (follow|know), who should (not)? get ~10, do i need to see a doctor for ~8 $, how can i learn more, what should i (ask|expect|tell) ~6, when should (i|you|someone|people) (see|call|go) ~4 (for|about|with)? ~5 $, (wife|husband|friend|mother|mom|dad|sister|brother|son|daughter|esposa|esposo|mama|papa|amigo|amiga|hijo|hija|doctor|medico) (asked|wants to know|was asking|asks|is asking|wonders|pregunto|pregunta|quiere saber) (me)? ~1 (what|how|why|que|como|por que|about), why (did|does|would|do|has) (my|the|a) ~1 (doctor|gp|urologist|endocrinologist|physician|specialist|clinic|pharmacist|provider) ~2 (mention|ask|test|check|order|talk|want|measure|look) ~3, what did ~2 doctor mean by, por que ~2 (mi|el|la) (doctor|doctora|medico|medica|endocrinologo|urologo|especialista) ~2 (menciono|pidio|pide|reviso|hablo|quiere|mide|pregunto)`,
  "strong-ask": `how (much|many) ~4 (take|mg), <mass> ~4 <frequency>`,
};

/**
 * Finds what must be redirected.
 *
 * @param matches the message against the whole lexicon
 * @param from first token to look at
 * @param to one past the last token
 */
export function findRedirects(
  matches: Matches,
  features: Features = featuresOf(matches),
): RedirectFinding[] {
  const found = new Map<string, RedirectFinding>();
  for (const sentence of matches.normalised.sentences)
    for (const rule of RULES)
      if (!found.has(rule.id) && holds(rule, matches, sentence, features))
        found.set(rule.id, { category: rule.category, rule: rule.id });
  const list = [...found.values()];
  if (list.length === 0) {
    const general = matches.has("asks-in-general");
    const count = [features.decision && !general, features.personal].filter(Boolean).length;
    if (features.quantity && features.person)
      list.push({ category: "dosing", rule: "features.quantity" });
    else if (features.person && count === 2)
      list.push({ category: "treatment-decision", rule: "features.person-decision" });
    else if (features.person && features.personal && features.time && !matches.has("info-ask"))
      list.push({ category: "diagnosis", rule: "features.person-time" });
  }
  return list.sort((a, b) => SEVERITY.indexOf(a.category) - SEVERITY.indexOf(b.category));
}
