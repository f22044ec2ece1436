/**
 * An HTTP request in; a question with its history out, within the limits, or a PamphletError.
 */
import { z } from "zod";
import { PamphletError } from "@/lib/errors";
import type { Turn } from "@/lib/guard/decision";

/** Limits a client may rely on; characters are UTF-16 code units, the body is in bytes. */
export const LIMITS = {
  question: 2_000,
  historyTurns: 20,
  historyCharacters: 20_000,
  body: 64 * 1024,
} as const;

export interface AskedQuestion {
  readonly question: string;
  readonly history: readonly Turn[];
}

const Ask = z.object({
  question: z.string(),
  history: z.array(z.object({ role: z.enum(["user", "assistant"]), text: z.string() })).default([]),
});

/** The parts of an AI SDK UIMessage that carry words; every other part is passed over. */
const ChatMessage = z.object({
  role: z.enum(["user", "assistant", "system"]),
  parts: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
});
const Chat = z.object({ messages: z.array(ChatMessage).min(1) });

/**
 * Reads a body no longer than the limit, without trusting Content-Length.
 * @throws PamphletError `body-too-large` or `invalid-json`
 */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > LIMITS.body)
    throw new PamphletError("body-too-large");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    for await (const part of request.body ?? []) {
      bytes += part.byteLength;
      if (bytes > LIMITS.body) throw new PamphletError("body-too-large");
      text += decoder.decode(part, { stream: true });
    }
    return JSON.parse(text + decoder.decode());
  } catch (cause) {
    if (cause instanceof PamphletError) throw cause;
    throw new PamphletError("invalid-json", { cause });
  }
}

/** Control characters carry no question; line breaks and tabs do. */
const withoutControls = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "");

function checked(question: string, history: readonly Turn[]): AskedQuestion {
  if (question.length > LIMITS.question) throw new PamphletError("question-too-long");
  const text = withoutControls(question).trim();
  // Zero-width and other format characters alone are nothing to answer.
  if (!/[^\p{Cf}\s]/u.test(text)) throw new PamphletError("empty-question");
  const characters = history.reduce((sum, turn) => sum + turn.text.length, 0);
  if (history.length > LIMITS.historyTurns || characters > LIMITS.historyCharacters)
    throw new PamphletError("history-too-long");
  return {
    question: text,
    history: history.map((turn) => ({ role: turn.role, text: withoutControls(turn.text) })),
  };
}

/** The body of `POST /api/ask`. @throws PamphletError */
export function parseAsk(body: unknown): AskedQuestion {
  const parsed = Ask.safeParse(body);
  if (!parsed.success) throw new PamphletError("invalid-request");
  return checked(parsed.data.question, parsed.data.history);
}

const textOf = (message: z.infer<typeof ChatMessage>) =>
  message.parts
    .flatMap((part) => (part.type === "text" && part.text ? [part.text] : []))
    .join("\n");

/** The newest turns that fit the limits: a long conversation goes on instead of ending in an error. */
function newest(turns: readonly Turn[]): Turn[] {
  const kept: Turn[] = [];
  let characters = 0;
  for (const turn of [...turns].reverse().slice(0, LIMITS.historyTurns)) {
    characters += turn.text.length;
    if (characters > LIMITS.historyCharacters) break;
    kept.unshift(turn);
  }
  return kept;
}

/** The body of `POST /api/chat`: AI SDK messages, the last of them the question. @throws PamphletError */
export function parseChat(body: unknown): AskedQuestion {
  const parsed = Chat.safeParse(body);
  if (!parsed.success) throw new PamphletError("invalid-request");
  const { messages } = parsed.data;
  const last = messages.at(-1);
  if (last?.role !== "user") throw new PamphletError("invalid-request");
  const turns = messages.slice(0, -1).flatMap((message): Turn[] => {
    const text = textOf(message);
    return message.role === "system" || !text ? [] : [{ role: message.role, text }];
  });
  return checked(textOf(last), newest(turns));
}
