"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { answerView } from "./answer-view";
import styles from "./chat.module.css";
import { messageText } from "./chat-client";
import { useReviewDate } from "./citation";
import { copyText, copyToClipboard } from "./copy-text";
import type { ChatTurn } from "./turns";

interface AnswerActionsProps {
  readonly turn: ChatTurn;
  readonly starters: readonly string[];
  onAsk(question: string): void;
  onAgain(): void;
  announce(message: string): void;
}

/** Beneath the last answer: what to do with it, and what else these documents answer. */
export function AnswerActions(props: AnswerActionsProps) {
  const { turn, starters, onAsk, onAgain, announce } = props;
  const t = useTranslations();
  const reviewed = useReviewDate();
  const [note, setNote] = useState("");
  if (!turn.answer) return null;
  const view = answerView(turn.answer);
  const outcome = view.decision?.outcome;
  if (outcome === "urgent") return null;
  const asked = messageText(turn.question);
  const questions =
    outcome === "no-source" && view.followUps.length === 0
      ? starters.filter((starter) => starter !== asked)
      : view.followUps;

  async function copy() {
    const text = copyText(asked, view, location.origin, {
      sources: t("answer.sources"),
      notice: `${t("chat.notice")} ${t("chat.whom")}`,
      reference: t("chat.reference", { reference: view.decision?.reference ?? "" }),
      reviewed,
    });
    const result = t((await copyToClipboard(text)) ? "answer.copied" : "answer.copyFailed");
    setNote(result);
    announce(result);
  }

  return (
    <div className={styles.after}>
      {questions.length > 0 && (
        <>
          <h3>{t(outcome === "answered" ? "answer.followUps" : "answer.suggestions")}</h3>
          <ul className={styles.suggestions}>
            {questions.slice(0, 3).map((question) => (
              <li key={question}>
                <button type="button" className={styles.suggestion} onClick={() => onAsk(question)}>
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <fieldset className={styles.actions}>
        <legend className="visually-hidden">{t("answer.actions")}</legend>
        <button type="button" className={styles.quiet} onClick={copy}>
          {t("answer.copy")}
        </button>
        <button type="button" className={styles.quiet} onClick={() => window.print()}>
          {t("answer.print")}
        </button>
        <button type="button" className={styles.quiet} onClick={onAgain}>
          {t("answer.again")}
        </button>
        <span aria-hidden="true" className={styles.soft}>
          {note}
        </span>
      </fieldset>
    </div>
  );
}
