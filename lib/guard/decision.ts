/**
 * The guard's vocabulary: the categories of GUARD and the Decision, a value and never a throw.
 */

export const URGENT_CATEGORIES = ["emergency", "poisoning", "crisis", "abuse"] as const;
export const REDIRECT_CATEGORIES = [
  "dosing",
  "treatment-decision",
  "diagnosis",
  "result-interpretation",
  "interaction",
  "pregnancy",
  "minor",
  "self-sourced",
  "acquisition",
  "self-procedure",
  "eating-disorder",
] as const;

export type UrgentCategory = (typeof URGENT_CATEGORIES)[number];
export type RedirectCategory = (typeof REDIRECT_CATEGORIES)[number];
export type AllowCategory = "education" | "no-source" | "out-of-scope";
/** What kind of question this is. `no-source` and `out-of-scope` are set after retrieval. */
export type Category = UrgentCategory | RedirectCategory | AllowCategory;

/** What became of a turn. */
export type Outcome = "answered" | "no-source" | "redirected" | "urgent";

/** A fixed line or card shown beneath (or, for urgent, instead of) an answer. */
export type Notice =
  | "emergency-card"
  | "poison-line"
  | "crisis-line"
  | "urgent-line-today"
  | "soft-support"
  | "personal-details";

/** One earlier turn, oldest first. */
export interface Turn {
  readonly role: "user" | "assistant";
  readonly text: string;
}

/** The verdict on one message in its conversation. */
export interface Decision {
  readonly action: "allow" | "redirect" | "urgent";
  readonly category: Category;
  /** Ids of the rules that fired, the deciding one first. */
  readonly rules: readonly string[];
  /** BCP 47 language of the message (`en`, `es`, `fr`, …). */
  readonly language: string;
  /** The language fixed text is given in. */
  readonly replyLanguage: "en" | "es";
  readonly notices: readonly Notice[];
  /** What retrieval should look for: the message without personal details and frames. */
  readonly searchText: string;
  /** True when the turn before was redirected for the same reason: nothing is repeated. */
  readonly repeated: boolean;
  /** Set when one message asks two things: each part's own decision, the urgent one first. */
  readonly parts?: readonly Decision[];
}

/** `redirected` and `urgent` follow from the decision; an allowed question depends on retrieval. */
export function isUrgentCategory(category: Category): category is UrgentCategory {
  return (URGENT_CATEGORIES as readonly string[]).includes(category);
}
