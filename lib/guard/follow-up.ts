/**
 * What a message asks for by itself and where the conversation stood go in; what it asks for here comes out.
 */
import type { Alone } from "./decide";
import type { UrgentCategory } from "./decision";

export interface Remembered {
  readonly verdict: Pick<Alone, "action" | "category" | "rules" | "notices">;
  readonly text: string;
  readonly matches: Alone["matches"];
  readonly aboutMedicine: boolean;
}

/** "What are the signs of a clot?" and then "I have that": the subject before becomes somebody's now. */
const DANGERS: readonly (readonly [string, UrgentCategory])[] = [
  ["topic.crisis", "crisis"],
  ["topic.emergency", "emergency"],
];

/** Longest message, in tokens, that may lean on the turn before; safe 12 to 30. */
const LEANING_TOKENS = 22;
/** Longest insisting message that is nothing but insisting; safe 2 to 5. */
const BARE_TOKENS = 3;
/** Shortest question, in tokens, that stands without the turn before; safe 6 to 10. */
const WHOLE_TOKENS = 7;
/** Longest message read together with the turn before it; safe 6 to 14. */
const TERSE_TOKENS = 12;

/**
 * Decides a message in its conversation.
 *
 * @param own the message decided alone
 * @param state the turn before, decided the same way; undefined at the start
 * @param alone decides a text by itself
 * @returns `own` itself when the conversation changes nothing
 */
export function followUp(
  text: string,
  own: Alone,
  state: Remembered | undefined,
  alone: (text: string) => Alone,
): Remembered["verdict"] {
  if (state === undefined) return own;
  const { matches } = own;
  const size = matches.normalised.tokens.length;
  // A bare "hypothetically" is insisting; an alarm the classifier raised on anything fuller stands.
  const bare =
    own.rules[0] === "classifier.urgent" &&
    size <= BARE_TOKENS &&
    matches.has("insists") &&
    !matches.has("self");
  if (own.action === "urgent" && !bare) return own;
  if (size > LEANING_TOKENS) return own;
  const before = state.verdict;
  const danger = DANGERS.find(([topic]) => state.matches.has(topic));
  if (danger && matches.has("has-it") && !matches.has("negation"))
    return {
      action: "urgent",
      category: danger[1],
      rules: ["conversation.has-it"],
      notices: own.notices,
    };
  const named =
    matches.has("drug") || matches.has("condition") || matches.has("body") || matches.has("lab");
  // "So how is a tilt table test done?" points back at nothing and is nobody's.
  const whole =
    size >= WHOLE_TOKENS &&
    !matches.has("back-pointer") &&
    !matches.has("self") &&
    !matches.has("decision");
  const own_subject = matches.has("info-ask") && (named || whole) && !matches.has("asks-amount");
  const keep = (rule: string) => ({
    action: "redirect" as const,
    category: before.category,
    rules: [rule, ...before.rules],
    notices: own.notices,
  });
  const unsure = own.action !== "redirect" || (own.rules[0] ?? "").startsWith("classifier.");
  if (before.action === "redirect" && unsure) {
    if (before.category === "dosing" && matches.has("asks-amount"))
      return keep("conversation.still-asks-amount");
    if (!own_subject && matches.has("insists")) return keep("conversation.insists");
    if (!matches.has("info-ask") && matches.has("leans-back") && size <= TERSE_TOKENS)
      return keep("conversation.leans-back");
  }
  if (own.action === "allow" && size <= TERSE_TOKENS) {
    if (
      state.aboutMedicine &&
      matches.has("asks-amount") &&
      !own_subject &&
      !matches.has("not-an-amount")
    )
      return {
        action: "redirect",
        category: "dosing",
        rules: ["conversation.asks-amount"],
        notices: own.notices,
      };
    if (!matches.has("info-ask") && (matches.has("leans-back") || size <= 6)) {
      const joined = alone(`${state.text.replace(/[.!?\s]+$/u, "")} ${text}`);
      if (joined.action !== "allow" && before.action !== "urgent")
        return { ...joined, rules: [...joined.rules, "conversation.joined"] };
    }
  }
  return own;
}
