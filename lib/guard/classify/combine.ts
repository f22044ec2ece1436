/** The rules' verdict and the classifier's probabilities go in; what to change in the verdict comes out. */
import type { Category, Notice, RedirectCategory, UrgentCategory } from "../decision";
import { CLASSES, FIRST_REDIRECT } from "./classes";
import type { Verdict } from "./cues";

/** Above these the classifier may change the rules' verdict; chosen by the cross-check (README). */
export interface Thresholds {
  /** Least probability of all urgent classes together to raise an alarm the rules did not. */
  readonly urgent: number;
  /** Below this probability of all urgent classes an alarm of the rules alone is taken back... */
  readonly calm: number;
  /** ...for an answer if education is at least this probable, else for a redirect. */
  readonly calmEducation: number;
  /** Least probability of "not education" to turn an answer into a redirect. */
  readonly redirect: number;
  /** Least probability of education to turn a redirect into an answer. */
  readonly allow: number;
}

/** What else counts. */
export interface Circumstances {
  readonly tokens: number;
  /** BCP 47. */
  readonly language: string | undefined;
  /** Whether the message asks what to do. */
  readonly decision: boolean;
  /** Whether anything of health is named: a medicine, the body, a complaint, a test, an intake. */
  readonly matter: boolean;
  /** What the turn before asked for, if there was one. */
  readonly before?: Category;
}

/** Greetings, "are you human?" and a kind line for out-of-scope talk. */
const SETTLED: ReadonlySet<string> = new Set(["identity", "chat", "out-of-scope.kind-line"]);
/** Longest message, in tokens, that one of those settles: longer ones only begin or end with a greeting. */
const SETTLED_TOKENS = 10;
/**
 * Least probability of "not education" to call a message that names nothing of health a procedure; safe 0.8 to
 * 0.98. "How do I change a tyre?" has the shape of one and none of its matter.
 */
const PROCEDURE_WITHOUT_MATTER = 0.95;
/**
 * Least probability of all urgent classes to raise an alarm in a language it has not learned; safe 0.6 to 0.9. The
 * urgent phrases of ten such languages are rules.
 */
const URGENT_ELSEWHERE = 0.7;
/** The same where the rules saw a sign and read that it is past; safe 0.25 to 0.6. */
const URGENT_PAST = 0.35;
/**
 * Least probability of education to answer what the rules read as a request for a dose; safe 0.6 to 0.95. A number
 * given by mistake is the costliest answer there is.
 */
const ALLOW_DOSING = 0.8;
/** Least probability at which the classifier names another redirect than the rules; safe 0.5 to 0.95. */
const CATEGORY_CERTAINTY = 0.8;

/** What stands beneath an answer when an alarm was taken back. */
const BENEATH: Readonly<Record<UrgentCategory, Notice>> = {
  emergency: "emergency-card",
  poisoning: "poison-line",
  crisis: "crisis-line",
  abuse: "crisis-line",
};

function best(chances: ArrayLike<number>, from: number, to: number): number {
  let top = from;
  for (let at = from; at < to; at += 1)
    if ((chances[at] as number) > (chances[top] as number)) top = at;
  return top;
}

/** The probability of all urgent classes together. */
export function urgency(chances: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 1; at < FIRST_REDIRECT; at += 1) sum += chances[at] as number;
  return sum;
}

/**
 * Combines the two opinions.
 *
 * @param verdict what the rules say
 * @param chances in the order of CLASSES
 * @returns undefined to leave the verdict as it is
 */
export function combine(
  verdict: Verdict,
  chances: ArrayLike<number>,
  circumstances: Circumstances,
  thresholds: Thresholds,
): Partial<Verdict> | undefined {
  const { tokens, language, decision, matter } = circumstances;
  if (tokens <= SETTLED_TOKENS && SETTLED.has(verdict.rules[0] ?? "")) return undefined;
  const urgent = urgency(chances);
  const education = chances[0] as number;
  const redirect = CLASSES[best(chances, FIRST_REDIRECT, CLASSES.length)] as RedirectCategory;
  const named = (rule: string) => [rule, ...verdict.rules];
  const known = language === undefined || language === "en" || language === "es";
  if (verdict.action === "urgent") {
    if (!known || urgent >= thresholds.calm) return undefined;
    const answered = education >= thresholds.calmEducation;
    // The card still stands beneath: the rules may have been right.
    const beneath = BENEATH[verdict.category as UrgentCategory];
    return {
      ...(answered
        ? { action: "allow", category: "education" }
        : { action: "redirect", category: redirect }),
      rules: named("classifier.calm"),
      notices: [...new Set([...verdict.notices, beneath])],
    };
  }
  const past = verdict.rules.some((rule) => rule.endsWith(".past"));
  const alarming = Math.max(
    thresholds.urgent,
    known ? 0 : URGENT_ELSEWHERE,
    past ? URGENT_PAST : 0,
  );
  if (urgent >= alarming)
    return {
      action: "urgent",
      category: CLASSES[best(chances, 1, FIRST_REDIRECT)] as UrgentCategory,
      rules: named("classifier.urgent"),
    };
  // Told as past and over, with nothing asked, is not a request.
  const over = past && !decision;
  const baseless =
    !matter && redirect === "self-procedure" && 1 - education < PROCEDURE_WITHOUT_MATTER;
  if (verdict.action === "allow" && !over && !baseless && 1 - education >= thresholds.redirect)
    return { action: "redirect", category: redirect, rules: named("classifier.redirect") };
  const allowing = Math.max(thresholds.allow, verdict.category === "dosing" ? ALLOW_DOSING : 0);
  if (verdict.action === "redirect" && education >= allowing)
    return { action: "allow", category: "education", rules: named("classifier.allow") };
  if (
    verdict.action === "redirect" &&
    redirect !== verdict.category &&
    // Insisting: the rules and the turn before agree on what is asked for.
    circumstances.before !== verdict.category &&
    (chances[CLASSES.indexOf(redirect)] as number) >= CATEGORY_CERTAINTY
  )
    return { category: redirect, rules: named("classifier.category") };
  return undefined;
}
