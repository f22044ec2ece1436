"use client";
/**
 * Questions in; a conversation out, over the same stream as `useChat` for a tenth of its weight.
 */
import { useCallback, useMemo, useRef, useState } from "react";
import {
  CHAT_ENDPOINT,
  type ChatClient,
  ChatFailure,
  type ChatMessage,
  chatFetch,
  requestMessages,
  type WorkStatus,
} from "./chat-client";
import { readChunks, withChunk } from "./stream-events";

function newMessage(role: ChatMessage["role"], text?: string): ChatMessage {
  const parts: ChatMessage["parts"] = text === undefined ? [] : [{ type: "text", text }];
  return { id: newId(), role, parts };
}

/** `crypto.randomUUID` exists only where the page is served securely; an id need not be secret. */
function newId(): string {
  return Math.random().toString(36).slice(2) + Date.now().toString(36);
}

/** Reads one answer, calling `onMessage` with each newer state of it. */
async function readAnswer(
  messages: readonly ChatMessage[],
  signal: AbortSignal,
  onMessage: (message: ChatMessage) => void,
  onStatus: (status: WorkStatus) => void,
): Promise<void> {
  const response = await chatFetch(CHAT_ENDPOINT, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ messages: requestMessages(messages) }),
    signal,
  });
  if (!response.body) throw new ChatFailure("server", "");
  let answer = newMessage("assistant");
  for await (const chunk of readChunks(response.body)) {
    if (chunk.type === "error") throw new ChatFailure("server", "");
    if (chunk.type === "data-status") {
      const status = (chunk.data as { status?: WorkStatus } | undefined)?.status;
      if (status) onStatus(status);
    }
    const next = withChunk(answer, chunk);
    if (next !== answer) onMessage(next);
    answer = next;
  }
}

/**
 * A client with the names and the behaviour of `useChat`.
 * @param onStatus told what the server is doing, for the line shown while waiting
 */
export function useStreamChat(onStatus: (status: WorkStatus) => void): ChatClient {
  const [messages, setShown] = useState<ChatMessage[]>([]);
  const [status, setStatus] = useState<ChatClient["status"]>("ready");
  const [error, setError] = useState<Error>();
  const current = useRef<ChatMessage[]>([]);
  const running = useRef<AbortController>(undefined);

  const setMessages = useCallback((next: ChatMessage[]) => {
    current.current = next;
    setShown(next);
  }, []);

  const run = useCallback(
    async (asked: ChatMessage[]) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setMessages(asked);
      setError(undefined);
      setStatus("submitted");
      try {
        await readAnswer(
          asked,
          controller.signal,
          (answer) => {
            if (controller.signal.aborted) return;
            setStatus("streaming");
            setMessages([...asked, answer]);
          },
          onStatus,
        );
        if (running.current === controller) setStatus("ready");
      } catch (thrown) {
        if (running.current !== controller) return;
        if (controller.signal.aborted) return setStatus("ready");
        setError(thrown instanceof ChatFailure ? thrown : new ChatFailure("offline", ""));
        setStatus("error");
      }
    },
    [onStatus, setMessages],
  );

  return useMemo(
    () => ({
      messages,
      status,
      error,
      setMessages,
      sendMessage: ({ text }) => run([...current.current, newMessage("user", text)]),
      regenerate: () => {
        const last = current.current.findLastIndex((message) => message.role === "user");
        return run(current.current.slice(0, last + 1));
      },
      stop: async () => running.current?.abort(),
      clearError: () => {
        setError(undefined);
        setStatus("ready");
      },
    }),
    [messages, status, error, setMessages, run],
  );
}
