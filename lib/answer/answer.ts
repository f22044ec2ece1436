/**
 * One question with its conversation in; the events of its answer out.
 *
 * Reads like the flow: guard, retrieve, write, gate. Emergency wording comes before anything that
 * could fail, and every failure after it ends in a supported answer or an honest sentence.
 */
import type { Passage } from "@/lib/content";
import type { Region } from "@/lib/env";
import { PamphletError } from "@/lib/errors";
import type { Guard } from "@/lib/guard/decide";
import {
  type Decision,
  isUrgentCategory,
  type Notice,
  type Outcome,
  type Turn,
} from "@/lib/guard/decision";
import * as replies from "@/lib/guard/replies";
import { log } from "@/lib/log";
import type { Retrieved, Retriever } from "@/lib/retrieve/retrieve";
import type { SearchIndex } from "@/lib/search-index/search-index";
import { Citations } from "./cite";
import type { DraftSentence, WriteRequest, Writer } from "./draft";
import type { AnswerEvent, AnswerSentence } from "./events";
import { extract } from "./extract/extract";
import { figuresOf } from "./figures";
import { followUps } from "./follow-ups";
import { gate } from "./gate/gate";
import { newReference } from "./reference";

/** Sentences of general education inside a redirect: enough to help, too few to advise. */
const MOST_IN_REDIRECT = 2;
/** Languages of questions that are answered; `und` is a message too short to tell. */
const ANSWERED_LANGUAGES: ReadonlySet<string> = new Set(["en", "es", "und"]);
/** Redirects that give nothing but the redirect: education would read as instruction. */
const BARE_REDIRECTS: ReadonlySet<string> = new Set(["acquisition", "eating-disorder"]);

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
  readonly region: Region;
  readonly contact: { readonly text?: string; readonly url?: string; readonly siteName: string };
}

export interface AnswerRequest {
  readonly question: string;
  /** Oldest first. */
  readonly history: readonly Turn[];
  readonly signal?: AbortSignal;
}

type Situation = { decision: Decision; reference: string; services: AnswerServices };

const fixed = (text: string, layout: AnswerSentence["layout"] = "prose"): AnswerEvent => ({
  type: "sentence",
  sentence: { text, citations: [], layout },
});

function verdict(
  situation: Situation,
  outcome: Outcome,
  category = situation.decision.category,
): AnswerEvent {
  const { decision, reference, services } = situation;
  const wantsCard = outcome === "urgent" || decision.notices.includes("emergency-card");
  const card = isUrgentCategory(decision.category) ? decision.category : "emergency";
  return {
    type: "decision",
    outcome,
    category,
    reference,
    language: decision.replyLanguage,
    notices: decision.notices,
    card: wantsCard ? replies.urgentCard(card, services.region, decision.replyLanguage) : undefined,
  };
}

function provenance(situation: Situation, writer: string): AnswerEvent {
  const { decision, services } = situation;
  return {
    type: "provenance",
    provenance: {
      index: services.library?.index.manifest.version ?? "none",
      policy: services.guard.version,
      writer,
    },
    rules: decision.rules,
  };
}

function* notices(situation: Situation): Generator<AnswerEvent> {
  const { decision, services } = situation;
  for (const notice of new Set<Notice>(decision.notices))
    yield fixed(replies.noticeText(notice, services.region, decision.replyLanguage), "notice");
}

/** Turns drafts that pass the gate into source and sentence events. */
async function* release(
  drafts: AsyncIterable<DraftSentence> | Iterable<DraftSentence>,
  citations: Citations,
  reference: string,
): AsyncGenerator<AnswerEvent> {
  const said = new Set<string>();
  for await (const draft of drafts) {
    const judged = gate(draft);
    if (!judged.ok) log.info({ reference, reason: judged.reason }, "sentence dropped");
    if (!judged.ok || said.has(draft.text)) continue;
    said.add(draft.text);
    const ids = new Set<number>();
    for (const passage of draft.passages) {
      const { source, isNew } = citations.cite(passage);
      if (isNew) yield { type: "source", source };
      ids.add(source.id);
    }
    yield {
      type: "sentence",
      sentence: { text: draft.text, layout: draft.layout, citations: [...ids] },
    };
  }
}

async function* urgent(situation: Situation): AsyncGenerator<AnswerEvent> {
  const { decision, services } = situation;
  yield verdict(situation, "urgent");
  const category = isUrgentCategory(decision.category) ? decision.category : "emergency";
  for (const line of replies.urgentText(
    category,
    services.region,
    decision.replyLanguage,
    decision.language,
  ))
    yield fixed(line);
  yield { type: "follow-ups", questions: [] };
  yield provenance(situation, "fixed");
}

/** Passages a redirect may quote from: on the subject, and free of doses and directions. */
const safe = (passages: readonly Passage[]) =>
  passages.filter(({ chunk }) => chunk.tags.length === 0);

async function* redirected(
  situation: Situation,
  request: AnswerRequest,
): AsyncGenerator<AnswerEvent> {
  const { decision, services, reference } = situation;
  yield verdict(situation, "redirected");
  const { opening, who, questions } = replies.redirectText(decision, services.contact);
  yield fixed(opening);
  if (!BARE_REDIRECTS.has(decision.category) && !decision.repeated) {
    yield { type: "status", status: "searching" };
    const found = await retrieveSafely(situation, request);
    if (found?.answerable) {
      const drafts = extract({
        question: found.query,
        history: [],
        passages: safe(found.passages),
        language: decision.replyLanguage,
      });
      yield* release(drafts.slice(0, MOST_IN_REDIRECT), new Citations(), reference);
    }
  }
  yield fixed(who, "notice");
  for (const question of questions) yield fixed(question, "list-item");
  yield* notices(situation);
  yield { type: "follow-ups", questions: [] };
  yield provenance(situation, "extractive");
}

/** Retrieval is helpful, not vital: when it breaks, the fixed words still go out. */
async function retrieveSafely(
  situation: Situation,
  request: AnswerRequest,
): Promise<Retrieved | undefined> {
  const { decision, services, reference } = situation;
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

async function* nothingFound(
  situation: Situation,
  outOfScope: boolean,
): AsyncGenerator<AnswerEvent> {
  const { decision, services } = situation;
  const category = outOfScope ? "out-of-scope" : "no-source";
  yield verdict(situation, "no-source", category);
  for (const line of replies.noSourceText(category, decision.replyLanguage, services.contact))
    yield fixed(line);
  yield* notices(situation);
  yield { type: "follow-ups", questions: [] };
  yield provenance(situation, "fixed");
}

/** The model's sentences as they pass; the extractive answer when none did. */
async function* written(
  situation: Situation,
  request: WriteRequest,
  citations: Citations,
): AsyncGenerator<AnswerEvent, string> {
  const { services, reference } = situation;
  const { modelWriter } = services;
  if (modelWriter) {
    let passed = false;
    try {
      yield { type: "status", status: "writing" };
      for await (const event of release(modelWriter.write(request), citations, reference)) {
        passed ||= event.type === "sentence";
        yield event;
      }
    } catch (err) {
      log.warn({ reference, err }, "language model gave up; answering from the passages");
    }
    if (passed || request.signal?.aborted) return modelWriter.id;
  }
  yield* release(extract(request), citations, reference);
  return "extractive";
}

async function* educated(
  situation: Situation,
  request: AnswerRequest,
): AsyncGenerator<AnswerEvent> {
  const { decision, services } = situation;
  const { library } = services;
  if (!library) throw new PamphletError("no-index");
  yield { type: "status", status: "searching" };
  const found = await retrieveSafely(situation, request);
  if (!found?.answerable) return yield* nothingFound(situation, found?.outOfScope ?? false);

  yield verdict(situation, "answered");
  const citations = new Citations();
  const writing = written(
    situation,
    {
      question: found.query,
      history: request.history,
      passages: found.passages,
      language: decision.replyLanguage,
      signal: request.signal,
    },
    citations,
  );
  const cited = new Set<string>();
  let released = 0;
  let next = await writing.next();
  for (; !next.done; next = await writing.next()) {
    if (next.value.type === "sentence") released += 1;
    if (next.value.type === "source") cited.add(next.value.source.url);
    yield next.value;
  }
  if (released === 0) return yield* nothingFound(situation, false);
  for (const figure of figuresOf(found.passages, citations)) yield { type: "figure", figure };
  yield* notices(situation);
  yield { type: "follow-ups", questions: await followUps(found, library, decision.replyLanguage) };
  yield provenance(situation, next.value);
}

async function* fixedWords(
  situation: Situation,
  lines: readonly string[],
): AsyncGenerator<AnswerEvent> {
  yield verdict(situation, "no-source", "out-of-scope");
  for (const line of lines) yield fixed(line);
  yield { type: "follow-ups", questions: [] };
  yield provenance(situation, "fixed");
}

/**
 * Answers one turn. Never throws for anything a patient wrote.
 * @throws PamphletError `no-index`, before the first event, when an allowed question has no index to ask
 */
export async function* answer(
  request: AnswerRequest,
  services: AnswerServices,
): AsyncGenerator<AnswerEvent> {
  const started = performance.now();
  const decision = services.guard.decide(request.question, request.history);
  const situation: Situation = { decision, reference: newReference(), services };

  if (decision.action === "urgent") yield* urgent(situation);
  else if (!ANSWERED_LANGUAGES.has(decision.language))
    yield* fixedWords(situation, replies.languageText(decision.language, services.region));
  else if (decision.rules.includes("identity"))
    yield* fixedWords(situation, [replies.identityText(decision.replyLanguage)]);
  else if (decision.action === "redirect") yield* redirected(situation, request);
  else yield* educated(situation, request);

  log.info(
    {
      reference: situation.reference,
      action: decision.action,
      category: decision.category,
      ms: Math.round(performance.now() - started),
    },
    "turn",
  );
}
