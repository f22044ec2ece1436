/**
 * The bytes of an AI SDK UI message stream in; its chunks out, one at a time.
 *
 * Only the events that POST /api/chat sends are understood; any other is passed over, so a newer
 * server does not break an older page.
 */
import type { ChatMessage } from "./chat-client";

/** One event of the stream, not yet trusted. */
export type StreamChunk = Readonly<Record<string, unknown>> & { readonly type: string };

function parseEvent(event: string): StreamChunk | undefined {
  const data = event
    .split("\n")
    .filter((line) => line.startsWith("data:"))
    .map((line) => line.slice(5).trimStart())
    .join("\n");
  if (!data || data === "[DONE]") return undefined;
  try {
    const value: unknown = JSON.parse(data);
    const type = (value as { type?: unknown } | null)?.type;
    return typeof type === "string" ? (value as StreamChunk) : undefined;
  } catch {
    return undefined;
  }
}

/** Server-sent events, whatever way the network cut them into pieces. */
export async function* readChunks(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamChunk> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest = (rest + decoder.decode(value, { stream: !done })).replaceAll("\r\n", "\n");
      const events = rest.split("\n\n");
      rest = done ? "" : (events.pop() ?? "");
      for (const event of events) {
        const chunk = parseEvent(event);
        if (chunk) yield chunk;
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

type Part = ChatMessage["parts"][number];

/** The message with one more chunk in it; the same object when the chunk adds nothing. */
export function withChunk(message: ChatMessage, chunk: StreamChunk): ChatMessage {
  const { type } = chunk;
  if (type === "text-start") return append(message, { type: "text", text: "", state: "streaming" });
  if (type === "text-delta" && typeof chunk.delta === "string") {
    const last = message.parts.findLastIndex((part) => part.type === "text");
    const part = message.parts[last];
    if (part?.type !== "text") return append(message, { type: "text", text: chunk.delta });
    const parts = message.parts.with(last, { ...part, text: part.text + chunk.delta });
    return { ...message, parts };
  }
  if (type === "source-document") return append(message, chunk as unknown as Part);
  if (type.startsWith("data-") && chunk.transient !== true) {
    const same = message.parts.findIndex(
      (part) =>
        part.type === type && "id" in part && chunk.id !== undefined && part.id === chunk.id,
    );
    const part = chunk as unknown as Part;
    if (same < 0) return append(message, part);
    return { ...message, parts: message.parts.with(same, part) };
  }
  return message;
}

function append(message: ChatMessage, part: Part): ChatMessage {
  return { ...message, parts: [...message.parts, part] };
}
