/** One text goes in; what the rules alone say about it, and what they saw, comes out. */
import type { Verdict } from "./classify/classifier";
import { type Features, featuresOf } from "./classify/features";
import { languageOf } from "./classify/language";
import { asksOnlyInGeneral, findRedirects } from "./classify/redirect";
import { guardLexicon } from "./lexicon";
import type { Matches } from "./match/lexicon";
import { weighUrgent } from "./urgent/weigh";

export interface Judged {
  readonly verdict: Verdict;
  readonly matches: Matches;
  readonly features: Features;
  /** BCP 47. */
  readonly language: string;
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
  if (matches.has("identity"))
    return {
      ...seen,
      verdict: { action: "allow", category: "education", rules: ["identity"], notices: [] },
    };

  if (matches.has("chat"))
    return {
      ...seen,
      verdict: { action: "allow", category: "education", rules: ["chat"], notices: [] },
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
