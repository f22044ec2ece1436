/**
 * One question with its conversation in; the events of its answer out.
 *
 * Reads like the flow: guard, retrieve, write, gate. Emergency wording comes before anything that
 * could fail, and every failure after it ends in a supported answer or an honest sentence.
 */
import * as replies from "@/lib/guard/replies";
import { log } from "@/lib/log";
import { educated } from "./outcomes/educated";
import { fixedWords } from "./outcomes/fixed-words";
import { redirected } from "./outcomes/redirected";
import { urgent } from "./outcomes/urgent";
import { newReference } from "./reference";
import { Trace } from "./trace";
import type { AnswerRequest, AnswerServices, Events, Situation } from "./turn";

export type { AnswerRequest, AnswerServices, Library } from "./turn";

/** The outcome that the guard's verdict leads to. */
function outcomeOf(situation: Situation): Events {
  const { decision, services } = situation;
  const { action, language, replyLanguage, rules } = decision;
  if (action === "urgent") return urgent(situation);
  if (replies.isUnansweredLanguage(language))
    return fixedWords(situation, replies.languageText(language, services.region));
  if (rules.includes("identity"))
    return fixedWords(situation, [replies.identityText(replyLanguage)]);
  return action === "redirect" ? redirected(situation) : educated(situation);
}

/**
 * Answers one turn. Never throws for anything a patient wrote.
 * @param trace filled with what happened, for a record
 * @throws PamphletError `no-index`, before the first event, when an allowed question has no index to ask
 */
export async function* answer(
  request: AnswerRequest,
  services: AnswerServices,
  trace = new Trace(),
): Events {
  const started = performance.now();
  const decision = services.guard.decide(request.question, request.history);
  const situation: Situation = { request, services, decision, reference: newReference(), trace };

  yield* outcomeOf(situation);

  const ms = Math.round(performance.now() - started);
  log.info({ reference: situation.reference, action: decision.action, ...trace.facts, ms }, "turn");
}
