/**
 * What one turn is given, and the events that every outcome is made of.
 */
import type { Region } from "@/lib/env";
import type { Guard } from "@/lib/guard/decide";
import type { Decision, Notice, Outcome, Turn } from "@/lib/guard/decision";
import * as replies from "@/lib/guard/replies";
import { log } from "@/lib/log";
import type { Retrieved, Retriever } from "@/lib/retrieve/retrieve";
import type { SearchIndex } from "@/lib/search-index/search-index";
import type { Writer } from "./draft";
import type { AnswerEvent, AnswerSentence } from "./events";
import type { SecondLook } from "./generate/entail";
import type { Trace } from "./trace";

/** An open index and what finds passages in it. */
export interface Library {
  readonly index: SearchIndex;
  readonly retriever: Retriever;
}

export interface AnswerServices {
  readonly guard: Guard;
  /** Missing while there is no usable index: urgent and redirected turns are answered all the same. */
  readonly library?: Library;
  /** A language model's writer; without one the extractive writer answers. */
  readonly modelWriter?: Writer;
  /** A second check of a model's sentences; it can only remove them. */
  readonly secondLook?: SecondLook;
  readonly region: Region;
  readonly contact: { readonly text?: string; readonly url?: string; readonly siteName: string };
}

export interface AnswerRequest {
  readonly question: string;
  /** Oldest first. */
  readonly history: readonly Turn[];
  readonly signal?: AbortSignal;
}

/** One turn with the guard's verdict on it. */
export interface Situation {
  readonly request: AnswerRequest;
  readonly services: AnswerServices;
  readonly decision: Decision;
  readonly reference: string;
  /** What happened, for provenance and the log; never what was asked. */
  readonly trace: Trace;
}

export type Events = AsyncGenerator<AnswerEvent>;

/** A sentence of ours: reviewed wording, without a source. */
export const fixed = (text: string, layout: AnswerSentence["layout"] = "prose"): AnswerEvent => ({
  type: "sentence",
  sentence: { text, citations: [], layout },
});

/** The kind of card an urgent turn, or a line beneath an answer, shows. */
export const cardKind = ({ category }: Decision) =>
  replies.isCardCategory(category) ? category : "emergency";

/** The outcome, with a card where one is due. */
export function verdict(
  { decision, reference, services, trace }: Situation,
  outcome: Outcome,
  category = decision.category,
): AnswerEvent {
  trace.outcome = outcome;
  trace.category = category;
  const wantsCard = outcome === "urgent" || decision.notices.includes("emergency-card");
  return {
    type: "decision",
    outcome,
    category,
    reference,
    language: decision.replyLanguage,
    notices: decision.notices,
    card: wantsCard
      ? replies.urgentCard(cardKind(decision), services.region, decision.replyLanguage)
      : undefined,
  };
}

/** The lines beneath an answer. */
export function* notices({ decision, services }: Situation): Generator<AnswerEvent> {
  for (const notice of new Set<Notice>(decision.notices))
    yield fixed(replies.noticeText(notice, services.region, decision.replyLanguage), "notice");
}

/** What every turn ends with: follow-up questions, then where the answer came from. */
export function* ending(
  situation: Situation,
  writer: string,
  questions: readonly string[] = [],
): Generator<AnswerEvent> {
  const { decision, services, trace } = situation;
  const provenance = {
    index: services.library?.index.manifest.version ?? "none",
    policy: services.guard.version,
    writer,
  };
  Object.assign(trace, provenance);
  yield { type: "follow-ups", questions };
  yield { type: "provenance", provenance, rules: decision.rules };
}

/** Retrieval is helpful, not vital: when it breaks, the fixed words still go out. */
export async function retrieveSafely(situation: Situation): Promise<Retrieved | undefined> {
  const { decision, services, reference, request } = situation;
  try {
    return await services.library?.retriever.retrieve(decision.searchText, {
      history: request.history,
      language: decision.replyLanguage,
    });
  } catch (err) {
    log.error({ reference, err }, "retrieval failed");
    return undefined;
  }
}
