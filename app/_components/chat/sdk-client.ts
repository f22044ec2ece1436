"use client";
/**
 * Questions in; a conversation out, by the AI SDK's `useChat`.
 */
import { Chat, useChat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import { useEffect, useMemo, useRef } from "react";
import {
  CHAT_ENDPOINT,
  type ChatClient,
  type ChatMessage,
  chatFetch,
  requestMessages,
  type WorkStatus,
} from "./chat-client";

/** A burst of parts is drawn at most this often, so that typing never waits for it: ms, 16 to 200. */
const DRAW_EVERY = 50;

type StatusListener = (status: WorkStatus) => void;

function newChat(listener: { current: StatusListener }): Chat<ChatMessage> {
  return new Chat<ChatMessage>({
    transport: new DefaultChatTransport<ChatMessage>({
      api: CHAT_ENDPOINT,
      fetch: chatFetch,
      prepareSendMessagesRequest: ({ messages }) => ({
        body: { messages: requestMessages(messages) },
      }),
    }),
    onData: (part) => {
      if (part.type !== "data-status") return;
      listener.current((part.data as { status: WorkStatus }).status);
    },
  });
}

/** This tab's conversation: it outlives a visit to the library and is gone when the tab is. */
const tab: { chat?: Chat<ChatMessage>; listener: { current: StatusListener } } = {
  listener: { current: () => undefined },
};

/**
 * The conversation of this tab.
 * @param onStatus told what the server is doing, for the line shown while waiting
 */
export function useSdkChat(onStatus: StatusListener): ChatClient {
  const created = useRef<Chat<ChatMessage>>(undefined);
  if (!created.current) {
    // On the server nothing may outlive the request, so only a browser keeps the chat.
    const kept = typeof window === "undefined" ? undefined : tab.chat;
    created.current = kept ?? newChat(tab.listener);
  }
  const chat = created.current;
  useEffect(() => {
    tab.chat = chat;
    tab.listener.current = onStatus;
  }, [chat, onStatus]);

  const helpers = useChat<ChatMessage>({ chat, experimental_throttle: DRAW_EVERY });
  const { messages, status, error, sendMessage, regenerate, stop, setMessages, clearError } =
    helpers;
  return useMemo(
    () => ({ messages, status, error, sendMessage, regenerate, stop, setMessages, clearError }),
    [messages, status, error, sendMessage, regenerate, stop, setMessages, clearError],
  );
}
