/**
 * An allowed question in; a cited answer out, or an honest "the documents do not say".
 */
import type { Passage } from "@/lib/content";
import { PamphletError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Retrieved } from "@/lib/retrieve/retrieve";
import { Citations } from "../cite";
import type { DraftSentence, WriteRequest, Writer } from "../draft";
import type { AnswerEvent } from "../events";
import { agentsNamed } from "../extract/asked";
import { extract } from "../extract/extract";
import { comparedSides } from "../extract/question";
import { figuresOf } from "../figures";
import { followUps } from "../follow-ups";
import { GenerationError } from "../generate/generate";
import { release } from "../release";
import { meaningTerms } from "../synonyms";
import {
  type Events,
  ending,
  type Library,
  notices,
  retrieveSafely,
  type Situation,
  verdict,
} from "../turn";
import { widen } from "../widen";
import { nothingFound } from "./fixed-words";

/** Of what the extractive answer says about the question, a model's must say this share. Safe 0.3 to 0.7. */
const LEAST_ANSWERED = 0.5;
/** A comparison is looked up side by side: this many passages of each. Safe 2 to 4. */
const PER_SIDE = 3;
/** What a passage found for one side is worth beside those found for the whole question. Safe 0.5 to 0.9. */
const SIDE_WORTH = 0.7;

/** A second search for one side of a comparison; without it the first one's passages still answer. */
async function searchSide(
  side: string,
  language: string,
  { retriever }: Library,
): Promise<Pick<Retrieved, "passages" | "answerable">> {
  try {
    return await retriever.retrieve(side, { language, limit: PER_SIDE });
  } catch (err) {
    log.warn({ err }, "one side of a comparison was not searched");
    return { passages: [], answerable: false };
  }
}

/** The passages to write from: what was found, the rest of the best sections, both sides of a comparison. */
async function passagesFor(found: Retrieved, library: Library): Promise<Passage[]> {
  const passages = [...found.passages];
  const known = new Set(passages.map(({ chunk }) => chunk.id));
  const [best] = passages;
  for (const side of comparedSides(found.query)) {
    const { passages: own } = await searchSide(side, found.language, library);
    for (const passage of own)
      if (!known.has(passage.chunk.id)) {
        known.add(passage.chunk.id);
        passages.push({
          ...passage,
          score: Math.min(passage.score, best?.score ?? 1) * SIDE_WORTH,
        });
      }
  }
  return widen(passages, library.index);
}

/** A model's released sentences as they pass, or why it gave up. */
async function* fromModel(
  writer: Writer,
  request: WriteRequest,
  situation: Situation,
  citations: Citations,
): AsyncGenerator<AnswerEvent, GenerationError | undefined> {
  const { reference, services } = situation;
  try {
    yield* release(writer.write(request), situation, citations, services.secondLook);
    return undefined;
  } catch (err) {
    const kind = err instanceof GenerationError ? err.kind : "provider";
    const code = err instanceof GenerationError ? err.code : undefined;
    log.warn({ reference, reason: kind, code, err }, "language model gave up");
    return err instanceof GenerationError ? err : new GenerationError("provider", { cause: err });
  }
}

const wordsOf = (texts: readonly string[], language: string) =>
  new Set(texts.flatMap((text) => meaningTerms(text, language)));

/** Whether what a model got through the gate says about the question what the passages can say. */
function answers(
  said: readonly string[],
  quotable: readonly DraftSentence[],
  request: WriteRequest,
): boolean {
  if (said.length === 0) return false;
  const asked = wordsOf([request.question], request.language);
  const best = wordsOf(
    quotable.map(({ text }) => text),
    request.language,
  );
  const sayable = [...asked].filter((term) => best.has(term));
  if (sayable.length === 0) return true;
  const words = wordsOf(said, request.language);
  return sayable.filter((term) => words.has(term)).length / sayable.length >= LEAST_ANSWERED;
}

/** Lets what was begun go out, a request to a model above all, before work of our own goes on. */
const underway = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * The sentences of the answer; returns who wrote them, or "no-answer" when a model says there is none,
 * or when the passages do not speak of what was asked: then no writer can.
 */
async function* written(
  situation: Situation,
  request: WriteRequest,
  citations: Citations,
): AsyncGenerator<AnswerEvent, string> {
  const { modelWriter } = situation.services;
  const said: string[] = [];
  let quotable: readonly DraftSentence[] | undefined;
  if (modelWriter) {
    const silence = new AbortController();
    const signals = [silence.signal, ...(request.signal ? [request.signal] : [])];
    const asked = { ...request, signal: AbortSignal.any(signals) };
    const events = fromModel(modelWriter, asked, situation, citations);
    yield { type: "status", status: "writing" };
    const first = events.next();
    // The documents' own answer is looked up while the model's is awaited.
    await underway();
    quotable = extract(request);
    if (quotable.length === 0) {
      silence.abort();
      await first;
      await events.return(undefined);
      return "no-answer";
    }
    let next = await first;
    for (; !next.done; next = await events.next()) {
      if (next.value.type === "sentence") said.push(next.value.sentence.text);
      yield next.value;
    }
    if (request.signal?.aborted) return modelWriter.id;
    if (next.value?.kind === "no-answer" && said.length === 0) return "no-answer";
    if (answers(said, quotable, request)) return modelWriter.id;
    yield { type: "status", status: "checking" };
  }
  const known = new Set(said);
  const drafts = (quotable ?? extract(request)).filter(({ text }) => !known.has(text));
  yield* release(drafts, situation, citations);
  return said.length > 0 && modelWriter ? modelWriter.id : "extractive";
}

/** Finds passages; a comparison that is found nowhere as such may still be found side by side. */
async function search(situation: Situation, library: Library): Promise<Retrieved | undefined> {
  const found = await retrieveSafely(situation);
  if (!found || found.answerable) return found;
  const sides = comparedSides(found.query);
  if (sides.length < 2) return found;
  const each = await Promise.all(sides.map((side) => searchSide(side, found.language, library)));
  if (!each.every(({ answerable }) => answerable)) return found;
  return {
    ...found,
    answerable: true,
    reason: "ok",
    passages: each.flatMap(({ passages }) => passages),
  };
}

/**
 * The question to write an answer to: as it was searched, unless mending its spelling put another
 * medicine in the place of the one that was named.
 */
function questionOf({ decision }: Situation, { query }: Retrieved): string {
  const kept = new Set(agentsNamed(query));
  return agentsNamed(decision.searchText).every((agent) => kept.has(agent))
    ? query
    : decision.searchText;
}

export async function* educated(situation: Situation): Events {
  const { decision, services, request, trace } = situation;
  const { library } = services;
  if (!library) throw new PamphletError("no-index");
  const found = await search(situation, library);
  // Not searched is not the same as not found, and must not read like it.
  if (!found) throw new PamphletError("no-index");
  if (!found.answerable) return yield* nothingFound(situation, found.outOfScope);

  yield verdict(situation, "answered");
  const passages = await passagesFor(found, library);
  trace.retrieved(passages);
  const citations = new Citations(passages);
  const writing = written(
    situation,
    {
      question: questionOf(situation, found),
      history: request.history,
      passages,
      language: decision.replyLanguage,
      signal: request.signal,
    },
    citations,
  );
  let released = false;
  let next = await writing.next();
  for (; !next.done; next = await writing.next()) {
    released ||= next.value.type === "sentence";
    yield next.value;
  }
  if (request.signal?.aborted) return;
  // The verdict is taken back before anything was shown: nothing passed, or a model found no answer.
  if (!released) return yield* nothingFound(situation, false);
  for (const figure of figuresOf(passages, citations)) yield { type: "figure", figure };
  yield* notices(situation);
  const questions = await followUps(found, situation, library, citations).catch((err: unknown) => {
    log.warn({ reference: situation.reference, err }, "no follow-up questions");
    return [];
  });
  yield* ending(situation, next.value, questions);
}
