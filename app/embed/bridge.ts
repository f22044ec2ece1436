/**
 * Messages between this page and the page that embeds it: each checked for its sender, its origin
 * and its shape, both ways.
 */

/** What the host's loader may ask. */
export type HostMessage =
  | { readonly type: "ask"; readonly text: string }
  | { readonly type: "clear" }
  | { readonly type: "focus" }
  | { readonly type: "suggestions"; readonly questions: readonly string[] };

/** What the host is told. Never a word of what was asked or answered. */
export type EmbedMessage =
  | { readonly type: "ready" }
  | { readonly type: "close" }
  | { readonly type: "answer" | "urgent"; readonly outcome: string; readonly reference: string };

/** Marks a message as ours; a later protocol gets a higher number. */
const PROTOCOL = 1;
const MOST_SUGGESTIONS = 6;
const LONGEST_TEXT = 2000;

const isQuestion = (value: unknown): value is string =>
  typeof value === "string" && value.trim().length > 0 && value.length <= LONGEST_TEXT;

/** A message of the protocol, or undefined for anything else. */
export function hostMessage(data: unknown): HostMessage | undefined {
  const message = data as {
    pamphlet?: unknown;
    type?: unknown;
    text?: unknown;
    questions?: unknown;
  };
  if (typeof data !== "object" || data === null || message.pamphlet !== PROTOCOL) return undefined;
  if (message.type === "clear" || message.type === "focus") return { type: message.type };
  if (message.type === "ask" && isQuestion(message.text))
    return { type: "ask", text: message.text };
  if (message.type === "suggestions" && Array.isArray(message.questions))
    return {
      type: "suggestions",
      questions: message.questions.filter(isQuestion).slice(0, MOST_SUGGESTIONS),
    };
  return undefined;
}

/** `https://clinic.example` when `value` is an origin and nothing more; "null" is not one. */
export function originOf(value: string | null): string | undefined {
  if (!value || !URL.canParse(value)) return undefined;
  const { origin, protocol } = new URL(value);
  return origin === value && /^https?:$/.test(protocol) ? origin : undefined;
}

/**
 * Listens to the page around this one and speaks to it, at exactly `parentOrigin`.
 * @returns how to speak, and how to stop listening
 */
export function connectBridge(parentOrigin: string, onMessage: (message: HostMessage) => void) {
  function listen(event: MessageEvent) {
    if (event.source !== window.parent || event.origin !== parentOrigin) return;
    const message = hostMessage(event.data);
    if (message) onMessage(message);
  }
  addEventListener("message", listen);
  return {
    send: (message: EmbedMessage) =>
      window.parent.postMessage({ pamphlet: PROTOCOL, ...message }, parentOrigin),
    disconnect: () => removeEventListener("message", listen),
  };
}
