/**
 * A list of messages in; the turns of a conversation, each a question and what answered it, out.
 */
import type { ChatMessage } from "./chat-client";

export interface ChatTurn {
  readonly question: ChatMessage;
  readonly answer?: ChatMessage;
}

/** Pairs each question with the answer after it. */
export function turnsOf(messages: readonly ChatMessage[]): ChatTurn[] {
  const turns: ChatTurn[] = [];
  for (const message of messages) {
    const last = turns.at(-1);
    if (message.role === "user") turns.push({ question: message });
    else if (message.role === "assistant" && last)
      turns[turns.length - 1] = { ...last, answer: message };
  }
  return turns;
}
