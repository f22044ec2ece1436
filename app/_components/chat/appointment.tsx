"use client";
import { useFormatter, useTranslations } from "use-intl";
import { answerView } from "./answer-view";
import styles from "./chat.module.css";
import { messageText } from "./chat-client";
import { useSurroundings } from "./chat-surroundings";
import { useReviewDate } from "./citation";
import type { ChatTurn } from "./turns";

/** The printed page: what was asked and the passages quoted, with room for notes. No advice. */
export function Appointment({ turns }: { turns: readonly ChatTurn[] }) {
  const t = useTranslations("appointment");
  const format = useFormatter();
  const reviewDate = useReviewDate();
  const { siteName } = useSurroundings();
  if (turns.length === 0) return null;
  return (
    <section className={styles.print} aria-hidden="true">
      <h1>{t("title")}</h1>
      <p>
        {t("made", {
          date: format.dateTime(new Date(), { dateStyle: "long" }),
          site: siteName,
        })}
      </p>
      {turns.map(({ question, answer }) => {
        const sources = answer ? [...answerView(answer).sources.values()] : [];
        return (
          <article key={question.id}>
            <h2>
              {t("asked")}: {messageText(question)}
            </h2>
            {sources.length === 0 ? <p>{t("nothing")}</p> : <h3>{t("read")}</h3>}
            {sources.map((source) => (
              <blockquote key={source.id}>
                <p>{source.passage}</p>
                <footer>
                  {source.title}: {source.section}. {source.publisher}{" "}
                  {reviewDate(source.lastReviewed)}
                </footer>
              </blockquote>
            ))}
            <p className={styles.lines}>{t("notes")}</p>
          </article>
        );
      })}
      <p>{t("notice")}</p>
    </section>
  );
}
