/**
 * What a message asks for by itself and where the conversation stood go in; what it asks for here comes out.
 */
import type { Alone } from "./decide";
import type { Category, RedirectCategory, UrgentCategory } from "./decision";
import { asksFact } from "./fact-question";
import type { Matches } from "./match/lexicon";

export interface Remembered {
  readonly verdict: Pick<Alone, "action" | "category" | "rules" | "notices">;
  readonly text: string;
  readonly matches: Alone["matches"];
  readonly aboutMedicine: boolean;
}

/** "What are the signs of a clot?" and then "I have that": the subject before becomes somebody's now. */
const DANGERS: readonly (readonly [string, UrgentCategory, readonly string[]])[] = [
  ["topic.crisis", "crisis", ["has-it", "did-it"]],
  ["topic.emergency", "emergency", ["has-it"]],
  ["topic.poisoning", "poisoning", ["did-it"]],
];

/** Longest message, in tokens, that may lean on the turn before; safe 12 to 30. */
const LEANING_TOKENS = 22;
/** Longest insisting message that is nothing but insisting; safe 2 to 5. */
const BARE_TOKENS = 3;
/** Longest question about oneself that names nothing: "what are my chances?"; safe 5 to 9, in tokens. */
const STAKE_TOKENS = 7;
/** Longest thanks that asks for nothing, in tokens; safe 6 to 12. */
const THANKS_TOKENS = 9;
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
  const danger = DANGERS.find(
    ([topic, , told]) => state.matches.has(topic) && told.some((concept) => matches.has(concept)),
  );
  if (danger && !matches.has("negation") && !matches.has("past-time"))
    return {
      action: "urgent",
      category: danger[1],
      rules: ["conversation.has-it"],
      notices: own.notices,
    };
  // "Fine, I'll take the whole bottle" after a refusal is no longer about how much.
  if (
    state.aboutMedicine &&
    matches.has("whole-lot") &&
    !matches.has("negation") &&
    matches.has("self")
  )
    return {
      action: "urgent",
      category: "poisoning",
      rules: ["conversation.whole-lot"],
      notices: own.notices,
    };
  const thanks =
    matches.has("thanks-only") && size <= THANKS_TOKENS && !matches.has("question-opener");
  if (isSmallTalk(own) || (thanks && own.action === "allow")) return own;
  const keep = (rule: string) => ({
    action: "redirect" as const,
    category: before.category,
    rules: [rule, ...before.rules],
    notices: own.notices,
  });
  const unsure = own.action !== "redirect" || (own.rules[0] ?? "").startsWith("classifier.");
  // After an answer about a medicine the one thing that may be asked in half a sentence is its dose.
  const gated = state.aboutMedicine ? "dosing" : "diagnosis";
  const fact = asksFact(
    matches,
    before.action === "redirect" ? (before.category as RedirectCategory) : gated,
  );
  if (before.action === "redirect" && unsure && !fact) {
    const rule = insisting(own, before.category, size);
    if (rule) return keep(rule);
  }
  if (own.action === "allow" && size <= TERSE_TOKENS && !fact) {
    const amount =
      matches.has("amount-fragment") ||
      (matches.has("asks-amount") && !ownSubject(matches, size) && !matches.has("not-an-amount"));
    const published = before.action === "allow" && state.matches.has("vaccine-word");
    if (state.aboutMedicine && amount && !matches.has("lab-unit") && !published)
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

/** Thanks, a greeting, "are you human?": it neither asks for anything nor ends what was asked. */
export function isSmallTalk(own: Pick<Alone, "rules">): boolean {
  return own.rules[0] === "chat" || own.rules[0] === "identity";
}

function about(matches: Matches): boolean {
  return ["drug", "condition", "body", "lab"].some((concept) => matches.has(concept));
}

/** Whether a message asks about something by its name or is a whole question that points back at nothing. */
function ownSubject(matches: Matches, size: number): boolean {
  const named = about(matches);
  // "So how is a tilt table test done?" points back at nothing and is nobody's.
  const whole =
    size >= WHOLE_TOKENS &&
    !matches.has("back-pointer") &&
    !matches.has("self") &&
    !matches.has("decision");
  return matches.has("info-ask") && (named || whole) && !matches.has("asks-amount");
}

/** The rule by which a message asks again for what was refused; undefined when it does not. */
function insisting(own: Alone, refused: Category, size: number): string | undefined {
  const { matches } = own;
  if (refused === "dosing") {
    const amount = matches.has("asks-amount") && !matches.has("not-an-amount");
    if (amount || matches.has("amount-fragment")) return "conversation.still-asks-amount";
    if (matches.has("some-number") && !matches.has("lab-unit") && size <= TERSE_TOKENS)
      return "conversation.number";
    if (matches.has("taken-by") && !matches.has("not-an-amount")) return "conversation.taken-by";
  }
  if (refused === "treatment-decision" && matches.has("how-to-stop"))
    return "conversation.how-to-stop";
  if (matches.has("frame")) return "conversation.frame";
  if (matches.has("digs")) return "conversation.digs";
  if (
    matches.has("own-stake") &&
    matches.has("info-ask") &&
    size <= STAKE_TOKENS &&
    !about(matches)
  )
    return "conversation.mine";
  if (!ownSubject(matches, size) && matches.has("insists")) return "conversation.insists";
  if (!matches.has("info-ask") && matches.has("leans-back") && size <= TERSE_TOKENS)
    return "conversation.leans-back";
  return undefined;
}
