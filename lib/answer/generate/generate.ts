/**
 * A question and its passages in; draft sentences from a language model out, each as soon as it is whole.
 */
import { APICallError, type LanguageModel, streamText } from "ai";
import type { DraftSentence, WriteRequest, Writer } from "../draft";
import { Pieces, toDraft } from "./pieces";
import { instructions, NO_ANSWER, prompt, shownTo } from "./prompt";

/** How long a reader waits before the extractive writer takes over (milliseconds). */
export const GENERATION_LIMITS = {
  firstToken: 8_000,
  betweenTokens: 5_000,
  overall: 30_000,
} as const;
export type GenerationLimits = { readonly [K in keyof typeof GENERATION_LIMITS]: number };

/** A model that writes on without end is cut off here (characters); a long answer has about 1,500. */
const MOST_CHARACTERS = 6_000;
/** A sentence that never ends is none (characters). Safe 800 to 2,000. */
const LONGEST_PENDING = 1_200;
/** Tokens asked for at most: a bound on cost, above what any answer here needs. Safe 400 to 1,500. */
const MOST_TOKENS = 900;

/** Said instead of an answer; whether to answer was decided before the model was asked. */
const REFUSAL =
  /^(?:(?:i['’]?m|i am) (?:sorry|unable|not able)|sorry\b|i (?:can['’]?t|cannot|can not|won['’]?t)\b|as an ai\b|unfortunately,? (?:the|i|there)\b|(?:the|these|none of the) (?:provided |given |above )?(?:passages?|documents?|texts?|sources?|context)\b.{0,40}\b(?:do(?:es)? not|don['’]?t|doesn['’]?t|no)\b|there is no(?:thing| information)\b.{0,40}\b(?:passages?|documents?|provided)|lo siento\b|no puedo\b|los (?:pasajes|documentos) no\b)/iu;

/** The model stalled, failed or said that the passages do not answer. */
export class GenerationError extends Error {
  readonly kind: "timeout" | "provider" | "no-answer" | "runaway" | "aborted";
  /** The HTTP status, when there was one: the log says why without saying what. */
  readonly code?: number;
  constructor(kind: GenerationError["kind"], options: ErrorOptions & { code?: number } = {}) {
    super(`The language model did not give an answer (${kind}).`, options);
    this.name = "GenerationError";
    this.kind = kind;
    this.code = options.code;
  }
}

/** The next part of a stream, or a timeout; the timer never outlives the wait. */
async function nextWithin<T>(
  iterator: AsyncIterator<T>,
  ms: number,
  signal: AbortSignal,
): Promise<IteratorResult<T>> {
  let timer: NodeJS.Timeout | undefined;
  let left: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new GenerationError("timeout")), Math.max(0, ms));
    left = () => reject(new GenerationError("aborted"));
    if (signal.aborted) left();
    else signal.addEventListener("abort", left, { once: true });
  });
  try {
    return await Promise.race([iterator.next(), late]);
  } finally {
    clearTimeout(timer);
    if (left) signal.removeEventListener("abort", left);
  }
}

/** How long a busy server asks to be left alone (milliseconds), when it says so; undefined otherwise. */
function retryAfter(error: unknown): number | undefined {
  const cause = error instanceof GenerationError ? error.cause : error;
  if (!APICallError.isInstance(cause) || cause.statusCode !== 429) return undefined;
  const header = cause.responseHeaders?.["retry-after"];
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const left = () => {
      clearTimeout(timer);
      reject(new GenerationError("aborted"));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", left);
      resolve();
    }, ms);
    if (signal.aborted) left();
    else signal.addEventListener("abort", left, { once: true });
  });

/** One request to the model, as text parts; every failure becomes a GenerationError. */
async function* textOf(
  model: LanguageModel,
  request: WriteRequest,
  limits: GenerationLimits,
  deadline: number,
  abort: AbortController,
): AsyncGenerator<string> {
  let failure: unknown;
  const { textStream } = streamText({
    model,
    system: instructions(request.language),
    prompt: prompt(request),
    temperature: 0.1,
    maxOutputTokens: MOST_TOKENS,
    maxRetries: 0,
    abortSignal: abort.signal,
    onError: ({ error }) => {
      failure = error;
    },
  });
  const iterator = textStream[Symbol.asyncIterator]();
  const firstBy = Math.min(deadline, Date.now() + limits.firstToken);
  let begun = false;
  try {
    for (;;) {
      const until = begun ? Math.min(deadline, Date.now() + limits.betweenTokens) : firstBy;
      const next = await nextWithin(iterator, until - Date.now(), abort.signal);
      if (next.done) break;
      // Empty parts are no sign of life: a server that sends only those has stalled.
      if (!next.value) continue;
      begun = true;
      yield next.value;
    }
    if (failure !== undefined) throw failure;
    if (!begun) throw new Error("The stream ended without text.");
  } catch (cause) {
    if (cause instanceof GenerationError) throw cause;
    const code = APICallError.isInstance(cause) ? cause.statusCode : undefined;
    throw new GenerationError("provider", { cause, code });
  }
}

/** Asks again once when a busy server says when, and that moment still leaves time to answer. */
async function* patiently(
  model: LanguageModel,
  request: WriteRequest,
  limits: GenerationLimits,
  abort: AbortController,
): AsyncGenerator<string> {
  const deadline = Date.now() + limits.overall;
  const firstBy = Date.now() + limits.firstToken;
  try {
    yield* textOf(model, request, limits, deadline, abort);
  } catch (error) {
    const pause = retryAfter(error);
    if (pause === undefined || Date.now() + pause >= firstBy) throw error;
    await wait(pause, abort.signal);
    const left = { ...limits, firstToken: Math.max(1, firstBy - Date.now()) };
    yield* textOf(model, request, left, deadline, abort);
  }
}

/**
 * Streams draft sentences from a language model.
 * @throws GenerationError when the model stalls, fails, runs away, refuses or says the passages do not answer
 */
export async function* generate(
  model: LanguageModel,
  request: WriteRequest,
  limits: GenerationLimits = GENERATION_LIMITS,
): AsyncGenerator<DraftSentence> {
  const abort = new AbortController();
  const stop = () => abort.abort();
  if (request.signal?.aborted) stop();
  request.signal?.addEventListener("abort", stop, { once: true });
  const passages = shownTo(request);
  const pieces = new Pieces(request.language);
  let received = 0;
  let drafted = 0;
  const drafts = function* (texts: readonly string[]): Generator<DraftSentence> {
    for (const text of texts) {
      if (text.includes(NO_ANSWER) || (drafted === 0 && REFUSAL.test(text.trim())))
        throw new GenerationError("no-answer");
      const draft = toDraft(text, passages);
      if (!draft) continue;
      drafted += 1;
      yield draft;
    }
  };
  try {
    for await (const delta of patiently(model, request, limits, abort)) {
      received += delta.length;
      yield* drafts(pieces.add(delta));
      if (pieces.pending.trimStart().startsWith(NO_ANSWER)) throw new GenerationError("no-answer");
      if (received > MOST_CHARACTERS || pieces.pending.length > LONGEST_PENDING)
        throw new GenerationError("runaway");
    }
    yield* drafts(pieces.finish());
  } finally {
    request.signal?.removeEventListener("abort", stop);
    // The request ends with the answer, whoever ended it.
    abort.abort();
  }
}

/** The writer behind a configured language model. */
export function createModelWriter(
  model: LanguageModel,
  id: string,
  limits: GenerationLimits = GENERATION_LIMITS,
): Writer {
  return { id, write: (request) => generate(model, request, limits) };
}
