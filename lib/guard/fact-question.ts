/**
 * A follow-up's matches and what was refused before go in; whether it asks for a fact about the subject comes
 * out.
 *
 * "And does it affect mood?" after a refusal is a lesson; "and roughly?" is the refusal asked again. The two
 * differ in how the sentence opens and in a few words that ask for a verdict.
 */
import type { RedirectCategory } from "./decision";
import type { Matches } from "./match/lexicon";
import type { Sentence } from "./normalise";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** What people say before they get to the question. */
const FILLERS = words(`
  ok okay so and but then well fine thanks thank you fair enough alright right also got it i get see understood sure hm
  hmm mm ah oh hi hello now just please no nah yeah forget that another question general generally speaking in mean let
  me ask something else actually cool great anyway still or plus since for from at of to by sorry curious wondering
  y pero entonces bueno ya vale entiendo gracias en general sale no importa pregunta o tambien desde de`);
const YES_NO = words(`
  is are was were does do did has have had can could will would
  es son era hay puede pueden existe existen sirve afecta afectan duele tiene tienen causa baja sube`);
const ASKED = words(`
  what whats why who whose how which where when
  que cual cuales como quien quienes donde cuando para cuanto cuantos cuantas por`);
/** After "how": a fact; after anything else ("high", "low", "about", "soon") it may be an amount. */
const HOW_FACT = words(
  "does do did is are was were come common effective likely serious different it they the exactly",
);
/** After "what": a fact. */
const WHAT_FACT = words(`
  is are was were does do did causes cause makes happens kind type types foods food tests test questions gland doctors
  doctor country else part specialist exactly hormones medicines research evidence conditions it happened age year class affects bacteria virus else
  es son causa hace hacen pasa significa tipo edad tipos examenes alimentos medicos preguntas efectos tan afecta`);

/** Redirects whose answer is an instruction or an address: "which one?" and "where?" ask for it again. */
const ACTIONABLE: ReadonlySet<RedirectCategory> = new Set<RedirectCategory>([
  "acquisition",
  "self-procedure",
  "self-sourced",
  "eating-disorder",
  "dosing",
]);
/** Redirects in which a bare number can only be what was refused. */
const NUMERIC: ReadonlySet<RedirectCategory> = new Set<RedirectCategory>([
  "dosing",
  "result-interpretation",
  "minor",
  "pregnancy",
  "eating-disorder",
  "treatment-decision",
]);
/** Shortest "which" or "where" question that is one, in tokens; safe 3 to 6. */
const WHICH_TOKENS = 4;
/** Longest fragment that a subject alone makes a question: "and the side effects?"; safe 6 to 14. */
const FRAGMENT_TOKENS = 13;

/** The question of one sentence, after its fillers and at a comma. */
function openings({ normalised }: Matches, { from, to }: Sentence): number[] {
  const { tokens, text } = normalised;
  const starts: number[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token) continue;
    const clause =
      at === from || (before !== undefined && /[,:—]/u.test(text.slice(before.end, token.start)));
    if (!clause) continue;
    let start = at;
    while (start < to && FILLERS.has(tokens[start]?.word ?? "")) start += 1;
    if (start < to) starts.push(start);
  }
  return starts;
}

function opensFact(
  matches: Matches,
  start: number,
  { to, asks }: Sentence,
  refused: RedirectCategory,
): boolean {
  const { tokens } = matches.normalised;
  const first = tokens[start]?.word ?? "";
  const second = tokens[start + 1]?.word ?? "";
  const third = tokens[start + 2]?.word ?? "";
  const size = to - start;
  // "¿Causa diarrea?" is whole in two words.
  const whole = /^(?:causa|sirve|afecta|afectan|baja|sube|existe|existen|hay)$/u.test(first)
    ? 2
    : 3;
  if (YES_NO.has(first)) return size >= whole && second !== "you" && second !== "u";
  // Spanish asks in the order it tells: "¿eso duele?"
  if (asks && /^(?:eso|esto)$/u.test(first)) return size >= 2;
  if (!ASKED.has(first)) return false;
  if (first === "why") return size >= 3 && !/^(?:cant|wont|dont|not|you)$/u.test(second);
  if (/^(?:who|whose|quien|quienes|por|para)$/u.test(first))
    return !ACTIONABLE.has(refused) || size >= 3;
  if (matches.within("not-an-amount", start, to)) return true;
  if (first === "how") return HOW_FACT.has(second) && size >= 3;
  if (first === "donde" && tokens[start - 1]?.word === "de") return true;
  if (first === "como") return size >= 3;
  if (/^(?:what|whats|que|cual|cuales)$/u.test(first))
    return (
      first === "whats" ||
      WHAT_FACT.has(second) ||
      YES_NO.has(third) ||
      (size >= WHICH_TOKENS && !/^(?:about|if|of)$/u.test(second) && !ACTIONABLE.has(refused))
    );
  if (/^cuant/u.test(first)) return false;
  return (
    size >= WHICH_TOKENS &&
    (!ACTIONABLE.has(refused) ||
      /^(?:doctors?|specialists?|foods|hormone|gland|country|conditions|women|men|people)$/u.test(
        second,
      ))
  );
}

/**
 * Whether a message after a refusal asks for a fact, so that it is not the refused request again.
 *
 * @param refused what the turn before was redirected for
 */
export function asksFact(matches: Matches, refused: RedirectCategory): boolean {
  const { sentences, tokens } = matches.normalised;
  if (matches.has("asks-in-general")) return true;
  if (matches.has("fact-veto") || matches.has("digs")) return false;
  if (matches.has("asks-amount") && !matches.has("not-an-amount")) return false;
  if (NUMERIC.has(refused) && matches.has("some-number")) return false;
  if (matches.has("decision") || matches.has("own-stake")) return false;
  if (refused === "dosing" && matches.has("taken-by")) return false;
  const opens = sentences.some((sentence) =>
    openings(matches, sentence).some((start) => opensFact(matches, start, sentence, refused)),
  );
  return opens || (tokens.length <= FRAGMENT_TOKENS && matches.has("fact-subject"));
}
