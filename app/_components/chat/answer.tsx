"use client";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { AnswerBody } from "./answer-body";
import { answerView } from "./answer-view";
import styles from "./chat.module.css";
import type { ChatMessage } from "./chat-client";
import { useSurroundings } from "./chat-surroundings";
import { Figures } from "./figures";
import { SourceList } from "./source-list";
import { UrgentCard } from "./urgent-card";

/** The writers that are not a language model. */
const FIXED_WRITER = "fixed";
const EXTRACTIVE_WRITER = "extractive";

function Provenance({ message }: { message: ChatMessage }) {
  const t = useTranslations();
  const { decision, provenance } = answerView(message);
  if (!decision) return null;
  const writer = provenance?.writer;
  return (
    <p className={styles.provenance}>
      {decision.reference && (
        <span>{t("chat.reference", { reference: decision.reference })}. </span>
      )}
      {decision.outcome === "answered" && writer && writer !== FIXED_WRITER && (
        <span>
          {writer === EXTRACTIVE_WRITER
            ? t("answer.writerExtractive")
            : t("answer.writerModel", { model: writer })}
        </span>
      )}
    </p>
  );
}

/** A call for help in the reader's own language comes before the card's words, when we have one. */
function wordsBefore(action: string, text: string): string {
  return text.slice(0, Math.max(0, text.indexOf(action))).trim();
}

interface AnswerProps {
  readonly message: ChatMessage;
  /** No more of it is on the way: the sources can stand below without moving. */
  readonly done: boolean;
}

/** One reply, in the shape of its outcome. */
export const Answer = memo(function Answer({ message, done }: AnswerProps) {
  const t = useTranslations();
  const { siteName } = useSurroundings();
  const { decision, sources, figures, text } = answerView(message);
  const outcome = decision?.outcome;
  const language = decision?.language;
  const card = decision?.card;
  const body = <AnswerBody text={text} sources={sources} language={language} />;
  return (
    <div className={styles.answer} data-outcome={outcome}>
      <p className={styles.speaker}>{t("chat.answerFrom", { site: siteName })}</p>
      {card && outcome === "urgent" && (
        <UrgentCard card={card} language={language} alert before={wordsBefore(card.action, text)} />
      )}
      {outcome === "redirected" && (
        <div className={styles.care}>
          <h3>{t("answer.redirected")}</h3>
          {body}
        </div>
      )}
      {outcome === "no-source" && (
        <div className={styles.none}>
          {/* What was never a question for documents ("are you human?") is not missing from them. */}
          {decision?.category === "no-source" && <h3>{t("answer.noSource")}</h3>}
          {body}
        </div>
      )}
      {(outcome === "answered" || !outcome || (outcome === "urgent" && !card)) && body}
      <span data-end />
      <Figures figures={figures} />
      {card && outcome !== "urgent" && <UrgentCard card={card} language={language} alert={false} />}
      {done && <SourceList sources={sources} />}
      {done && <Provenance message={message} />}
    </div>
  );
});
