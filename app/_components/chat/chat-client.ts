/**
 * The conversation as the chat sees it, whichever client carries it.
 *
 * The page at `/` uses the AI SDK's `useChat`. The page inside a widget has a smaller budget and
 * uses stream-client.ts. Both speak the same protocol to the same endpoint.
 */
import type { ChatStatus, UIMessage } from "ai";
import type { AnswerEvent, AnswerFigure, Provenance } from "@/lib/answer/events";

export type DecisionData = Omit<Extract<AnswerEvent, { type: "decision" }>, "type">;
export type WorkStatus = Extract<AnswerEvent, { type: "status" }>["status"];

/** A message of POST /api/chat: text, source documents and these data parts. */
export type ChatMessage = UIMessage<
  unknown,
  {
    decision: DecisionData;
    status: { status: WorkStatus };
    figure: AnswerFigure;
    "follow-ups": string[];
    provenance: Provenance;
  }
>;

/** What the chat needs of a client: a part of what `useChat` returns, by the same names. */
export interface ChatClient {
  readonly messages: ChatMessage[];
  readonly status: ChatStatus;
  readonly error: Error | undefined;
  sendMessage(message: { text: string }): Promise<void>;
  regenerate(): Promise<void>;
  stop(): Promise<void>;
  setMessages(messages: ChatMessage[]): void;
  clearError(): void;
}

/** The server's limits (POST /api/ask and /api/chat); a longer question is refused with words. */
export const QUESTION_LIMIT = 2000;
const HISTORY_TURNS = 20;
const HISTORY_CHARACTERS = 20_000;

export const CHAT_ENDPOINT = "/api/chat";

/** The text a person wrote or the answer they read, without its other parts. */
export function messageText(message: Pick<ChatMessage, "parts">): string {
  return message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}

/**
 * The body of a request: the newest messages that fit the server's history, as text alone.
 *
 * Sources and data parts are the server's own words; it does not need them back.
 */
export function requestMessages(messages: readonly ChatMessage[]): ChatMessage[] {
  const kept: ChatMessage[] = [];
  let characters = 0;
  for (const message of [...messages].reverse()) {
    const text = messageText(message);
    if (!text.trim()) continue;
    const isQuestion = kept.length === 0;
    if (!isQuestion) characters += text.length;
    if (kept.length > HISTORY_TURNS || characters > HISTORY_CHARACTERS) break;
    kept.unshift({ id: message.id, role: message.role, parts: [{ type: "text", text }] });
  }
  return kept;
}

/** Why a question got no answer: what the reader is told depends on `kind`. */
export class ChatFailure extends Error {
  readonly kind: "offline" | "wait" | "unavailable" | "refused" | "server";
  /** Seconds until a retry makes sense; only with `wait`. */
  readonly wait?: number;

  constructor(kind: ChatFailure["kind"], message: string, wait?: number) {
    super(message);
    this.name = "ChatFailure";
    this.kind = kind;
    this.wait = wait;
  }
}

/** When the server says "too many" without saying how long: seconds, 1 to 60. */
const DEFAULT_WAIT = 20;

async function failureOf(response: Response): Promise<ChatFailure> {
  const body: unknown = await response.json().catch(() => undefined);
  const error = (body as { error?: { message?: unknown } } | undefined)?.error;
  const message = typeof error?.message === "string" ? error.message : "";
  if (response.status === 429) {
    const wait = Number(response.headers.get("retry-after"));
    return new ChatFailure("wait", message, wait > 0 ? Math.ceil(wait) : DEFAULT_WAIT);
  }
  if (response.status === 503) return new ChatFailure("unavailable", message);
  if (response.status < 500) return new ChatFailure("refused", message);
  return new ChatFailure("server", message);
}

/** `fetch`, with every failure thrown as a ChatFailure (an abort is passed on as it is). */
export async function chatFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(input, init);
  } catch (thrown) {
    if (init?.signal?.aborted) throw thrown;
    throw new ChatFailure("offline", "");
  }
  if (!response.ok) throw await failureOf(response);
  return response;
}
