"use client";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import styles from "./chat.module.css";
import { ChatFailure } from "./chat-client";

/** Why there is no answer, in words. */
export function useFailureText(): (error: Error) => string {
  const t = useTranslations("chat");
  return (error) => {
    const failure = error instanceof ChatFailure ? error : undefined;
    const emergency = t("errorEmergency");
    switch (failure?.kind) {
      case "offline":
        return `${t("errorOffline")} ${emergency}`;
      case "wait":
        return `${t("errorWait", { seconds: failure.wait ?? 0 })} ${emergency}`;
      case "unavailable":
        return `${t("errorUnavailable")} ${emergency}`;
      case "refused":
        return failure.message || t("errorServer");
      default:
        return `${t("errorServer")} ${emergency}`;
    }
  };
}

interface RetryProps {
  readonly wait: number;
  onRetry(): void;
}

/** Try again, at once or when the wait is over. */
export function Retry({ wait, onRetry }: RetryProps) {
  const t = useTranslations("chat");
  const [left, setLeft] = useState(wait);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <button
      type="button"
      className={styles.quiet}
      aria-disabled={left > 0 || undefined}
      onClick={() => left <= 0 && onRetry()}
    >
      {left > 0 ? t("retryWait", { seconds: left }) : t("retry")}
    </button>
  );
}
