"use client";
import { useState } from "react";
import { useSettings } from "../settings-memory";
import { Chat } from "./chat";
import type { WorkStatus } from "./chat-client";
import type { Surroundings } from "./chat-surroundings";
import { useSdkChat } from "./sdk-client";

/** Minutes without use before a shared device is wiped, when the reader asked for it: 1 to 60. */
const IDLE_MINUTES = 5;

interface SdkChatProps {
  readonly surroundings: Surroundings;
  readonly starters: readonly string[];
}

/** The chat of the page at `/`. */
export function SdkChat({ surroundings, starters }: SdkChatProps) {
  const [working, setWorking] = useState<WorkStatus>("searching");
  const client = useSdkChat(setWorking);
  const { idleWipe } = useSettings();
  return (
    <Chat
      client={client}
      working={working}
      surroundings={surroundings}
      starters={starters}
      idleMinutes={idleWipe ? IDLE_MINUTES : undefined}
    />
  );
}
