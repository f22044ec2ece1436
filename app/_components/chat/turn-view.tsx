"use client";
import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Answer } from "./answer";
import { AnswerActions } from "./answer-actions";
import { answerView } from "./answer-view";
import styles from "./chat.module.css";
import { ChatFailure, messageText, type WorkStatus } from "./chat-client";
import { Retry, useFailureText } from "./failure";
import type { ChatTurn } from "./turns";

interface TurnViewProps {
  readonly turn: ChatTurn;
  readonly last: boolean;
  readonly busy: boolean;
  readonly working: WorkStatus;
  readonly stopped: boolean;
  readonly error: Error | undefined;
  /** What to suggest when these documents had no answer and no suggestion of their own. */
  readonly starters: readonly string[];
  onAsk(question: string): void;
  onAgain(): void;
  announce(message: string): void;
}

function Trouble({ children, onRetry, wait = 0 }: TroubleProps) {
  return (
    <div className={styles.trouble}>
      <p>{children}</p>
      <Retry wait={wait} onRetry={onRetry} />
    </div>
  );
}

interface TroubleProps {
  readonly children: ReactNode;
  readonly wait?: number;
  onRetry(): void;
}

/** One question and all that came of it: an answer, a wait, a failure, or a stop. */
export const TurnView = memo(function TurnView(props: TurnViewProps) {
  const { turn, last, busy, working, stopped, error } = props;
  const { starters, onAsk, onAgain, announce } = props;
  const t = useTranslations("chat");
  const failureText = useFailureText();
  const view = turn.answer && answerView(turn.answer);
  const broken = last && !busy && !stopped && !error && !view?.complete;
  const finished = last && !busy && !stopped && !error && view?.complete;
  return (
    <article className={styles.turn} data-turn data-last={last || undefined}>
      <div className={styles.question}>
        <p className={styles.speaker}>{t("you")}</p>
        <h2 dir="auto">{messageText(turn.question)}</h2>
      </div>
      {turn.answer && <Answer message={turn.answer} done={!busy} />}
      {busy && !view?.complete && <p className={styles.working}>{t(working)}</p>}
      {stopped && <Trouble onRetry={onAgain}>{t("stopped")}</Trouble>}
      {broken && <Trouble onRetry={onAgain}>{t("interrupted")}</Trouble>}
      {error && !busy && (
        <Trouble
          key={turn.question.id}
          wait={error instanceof ChatFailure ? error.wait : 0}
          onRetry={onAgain}
        >
          {view?.text ? `${t("interrupted")} ` : ""}
          {failureText(error)}
        </Trouble>
      )}
      {finished && (
        <AnswerActions
          turn={turn}
          starters={starters}
          onAsk={onAsk}
          onAgain={onAgain}
          announce={announce}
        />
      )}
    </article>
  );
});
