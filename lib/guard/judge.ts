/** One text goes in; what the rules alone say about it, and what they saw, comes out. */
import type { Verdict } from "./classify/classifier";
import { type Features, featuresOf } from "./classify/features";
import { languageOf } from "./classify/language";
import { asksOnlyInGeneral, findRedirects } from "./classify/redirect";
import { guardLexicon } from "./lexicon";
import type { Matches } from "./match/lexicon";
import { weighUrgent } from "./urgent/weigh";

/** Longest sentence, in tokens, that asks only whether we are human; safe 8 to 16. */
const IDENTITY_TOKENS = 12;

export interface Judged {
  readonly verdict: Verdict;
  readonly matches: Matches;
  readonly features: Features;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Names a message that is small talk and nothing else: "Thank you." at the end of a question is not.
 *
 * @returns the rule's name; undefined when anything else is said
 */
function smallTalk({
  normalised,
  has,
  within,
}: Matches): "identity" | "chat" | "empty" | undefined {
  const { sentences } = normalised;
  if (sentences.length === 0) return /[\p{L}\p{N}]/u.test(normalised.text) ? undefined : "empty";
  if (!has("chat") && !has("identity")) return undefined;
  if (
    !sentences.every(
      ({ from, to }) =>
        within("chat", from, to) || (within("identity", from, to) && to - from <= IDENTITY_TOKENS),
    )
  )
    return undefined;
  return has("identity") ? "identity" : "chat";
}

/**
 * Applies the rules to one text, without its conversation.
 *
 * @param text a cleaned message
 */
export function judge(text: string): Judged {
  const { lexicon, read } = guardLexicon();
  const normalised = read(text);
  const language = languageOf(normalised);
  const matches = lexicon.match(normalised);
  const features = featuresOf(matches);
  const { urgent, notices, rules, assessed } = weighUrgent(
    matches,
    language !== "en" && language !== "es",
  );
  const seen = { matches, features, language };
  const first = urgent[0];
  if (first)
    return {
      ...seen,
      verdict: {
        action: "urgent",
        category: first.category,
        rules: [...new Set(urgent.map((finding) => finding.rule))],
        notices,
      },
    };
  const small = smallTalk(matches);
  if (small)
    return {
      ...seen,
      verdict: { action: "allow", category: "education", rules: [small], notices: [] },
    };
  const redirects = findRedirects(matches, features);
  const today = rules.find((rule) => rule.startsWith("today."));
  if (redirects.length === 0 && today && features.person)
    redirects.push({ category: "treatment-decision", rule: today });
  if (
    redirects.length === 0 &&
    assessed &&
    features.person &&
    !asksOnlyInGeneral(matches, features)
  )
    redirects.push({ category: "diagnosis", rule: "diagnosis.assessed-sign" });
  const redirect = redirects[0];
  if (redirect)
    return {
      ...seen,
      verdict: {
        action: "redirect",
        category: redirect.category,
        rules: [...redirects.map(({ rule }) => rule), ...rules],
        notices,
      },
    };
  const aside = matches.has("off-scope");
  return {
    ...seen,
    verdict: {
      action: "allow",
      category: aside ? "out-of-scope" : "education",
      rules: rules.length > 0 ? rules : [aside ? "out-of-scope.kind-line" : "education"],
      notices: aside ? [...notices, "soft-support"] : notices,
    },
  };
}
