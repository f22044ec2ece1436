/**
 * A turn that is answered in our own words in; those words out: another language, "are you human?",
 * and nothing found.
 */
import * as replies from "@/lib/guard/replies";
import { type Events, ending, fixed, notices, type Situation, verdict } from "../turn";

/** Says something about the chatbot itself. */
export async function* fixedWords(situation: Situation, lines: readonly string[]): Events {
  yield verdict(situation, "no-source", "out-of-scope");
  for (const line of lines) yield fixed(line);
  yield* ending(situation, "fixed");
}

/** Abstains: the documents do not answer. */
export async function* nothingFound(situation: Situation, outOfScope: boolean): Events {
  const { decision, services } = situation;
  const category = outOfScope ? "out-of-scope" : "no-source";
  yield verdict(situation, "no-source", category);
  for (const line of replies.noSourceText(category, decision.replyLanguage, services.contact))
    yield fixed(line);
  yield* notices(situation);
  yield* ending(situation, "fixed");
}
