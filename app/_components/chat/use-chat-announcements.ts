"use client";
/**
 * The states of a conversation in; one announcement for each change that a listener should hear out.
 */
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { answerView } from "./answer-view";
import type { ChatClient } from "./chat-client";
import { useFailureText } from "./failure";

interface Options {
  readonly client: Pick<ChatClient, "messages" | "status" | "error">;
  readonly stopped: boolean;
  announce(text: string, kind?: "polite" | "assertive"): void;
  onReply?(reply: { outcome: string; reference: string }): void;
}

/** Says "Searching…", then what came. An urgent card is an alert of its own and is said once. */
export function useChatAnnouncements({ client, stopped, announce, onReply }: Options): void {
  const { messages, status, error } = client;
  const t = useTranslations("chat");
  const failureText = useFailureText();
  const before = useRef(status);

  // Only a change of status speaks; the other values are read as they stand at that moment.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const previous = before.current;
    before.current = status;
    if (previous === status) return;
    if (status === "submitted") return announce(t("searching"));
    if (status === "error" && error) return announce(failureText(error), "assertive");
    if (status !== "ready" || messages.length === 0) return;
    const last = messages.at(-1);
    const view = last?.role === "assistant" ? answerView(last) : undefined;
    if (stopped) return announce(t("stopped"));
    if (!view?.complete) return announce(t("interrupted"), "assertive");
    const outcome = view.decision?.outcome ?? "answered";
    onReply?.({ outcome, reference: view.decision?.reference ?? "" });
    if (outcome === "urgent") return announce("");
    if (outcome === "redirected") return announce(t("readyRedirected"));
    if (outcome === "no-source") return announce(t("readyNoSource"));
    announce(t("ready", { count: view.sources.size }));
  }, [status]);
}
