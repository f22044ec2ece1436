"use client";
import { type KeyboardEvent, type RefObject, useEffect, useId } from "react";
import { useTranslations } from "use-intl";
import styles from "./chat.module.css";
import { QUESTION_LIMIT } from "./chat-client";

interface ComposerProps {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly draft: string;
  readonly busy: boolean;
  onDraft(draft: string): void;
  onSend(): void;
  onStop(): void;
}

/** The question box: Enter sends unless a word is being composed, Shift+Enter breaks the line. */
export function Composer({ input, draft, busy, onDraft, onSend, onStop }: ComposerProps) {
  const t = useTranslations("chat");
  const id = useId();
  const over = draft.length - QUESTION_LIMIT;

  // What was typed before this script arrived is in the box and in no state.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is taken over
  useEffect(() => {
    if (input.current?.value) onDraft(input.current.value);
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // 229 is what some browsers report for every key while an input method composes.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (!busy) onSend();
    } else if (event.key === "Escape" && busy) {
      event.stopPropagation();
      onStop();
    }
  }

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) onStop();
        else onSend();
      }}
    >
      <label className="visually-hidden" htmlFor={`${id}-input`}>
        {t("input")}
      </label>
      <textarea
        ref={input}
        id={`${id}-input`}
        className={styles.input}
        rows={1}
        dir="auto"
        value={draft}
        placeholder={t("placeholder")}
        autoComplete="off"
        enterKeyHint="send"
        aria-describedby={`${id}-hint ${id}-count`}
        aria-invalid={over > 0 || undefined}
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className={styles.send}>
        {busy ? t("stop") : t("send")}
      </button>
      <p className={styles.hint}>
        <span id={`${id}-hint`}>{t("hint")}</span>
        <span id={`${id}-count`} className={over > 0 ? styles.over : undefined}>
          {over > 0 ? (
            t("tooLong", { over })
          ) : (
            <>
              <span aria-hidden="true">
                {t("counter", { count: draft.length, limit: QUESTION_LIMIT })}
              </span>
              <span className="visually-hidden">
                {t("counterLabel", { count: draft.length, limit: QUESTION_LIMIT })}
              </span>
            </>
          )}
        </span>
      </p>
    </form>
  );
}
