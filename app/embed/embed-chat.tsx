"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Chat, type ChatHandle } from "../_components/chat/chat";
import type { WorkStatus } from "../_components/chat/chat-client";
import type { Surroundings } from "../_components/chat/chat-surroundings";
import { useStreamChat } from "../_components/chat/stream-client";
import { connectBridge, type EmbedMessage } from "./bridge";
import styles from "./embed.module.css";

interface EmbedChatProps {
  readonly surroundings: Surroundings;
  readonly starters: readonly string[];
  /** The page around this one; undefined when it has no origin to speak to. */
  readonly parentOrigin: string | undefined;
  /** The page around this one can close it. */
  readonly closable: boolean;
  readonly idleMinutes: number | undefined;
}

/** The chat inside another site's page. */
export function EmbedChat(props: EmbedChatProps) {
  const { surroundings, parentOrigin, closable, idleMinutes } = props;
  const t = useTranslations("chat");
  const [working, setWorking] = useState<WorkStatus>("searching");
  const [starters, setStarters] = useState(props.starters);
  const client = useStreamChat(setWorking);
  const chat = useRef<ChatHandle>(undefined);
  const bridge = useRef<{ send(message: EmbedMessage): void }>(undefined);

  useEffect(() => {
    if (!parentOrigin || window.parent === window) return;
    const connected = connectBridge(parentOrigin, (message) => {
      if (message.type === "ask") chat.current?.ask(message.text);
      else if (message.type === "clear") chat.current?.clear();
      else if (message.type === "focus") chat.current?.focus();
      else setStarters(message.questions);
    });
    bridge.current = connected;
    connected.send({ type: "ready" });
    return connected.disconnect;
  }, [parentOrigin]);

  const onReady = useCallback((handle: ChatHandle) => {
    chat.current = handle;
  }, []);
  const close = useCallback(() => bridge.current?.send({ type: "close" }), []);

  useEffect(() => {
    if (!closable) return;
    const onKeyDown = (event: KeyboardEvent) => {
      // A popover or a running answer takes Escape first, and says so.
      if (event.key === "Escape" && !event.defaultPrevented) close();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [closable, close]);

  const onReply = useCallback(({ outcome, reference }: { outcome: string; reference: string }) => {
    bridge.current?.send({ type: "answer", outcome, reference });
    if (outcome === "urgent") bridge.current?.send({ type: "urgent", outcome, reference });
  }, []);

  return (
    <Chat
      client={client}
      working={working}
      surroundings={surroundings}
      starters={starters}
      idleMinutes={idleMinutes}
      onReady={onReady}
      onReply={onReply}
      tools={
        closable && (
          <button type="button" className={styles.close} onClick={close}>
            {t("close")}
          </button>
        )
      }
    />
  );
}
