"use client";
import { useTranslations } from "use-intl";
import type { AnswerSource } from "@/lib/answer/events";
import styles from "./chat.module.css";
import { useReviewDate } from "./citation";
import { SourceLink } from "./source-link";

/** The numbered sources of an answer, as links that need no popover. */
export function SourceList({ sources }: { sources: ReadonlyMap<number, AnswerSource> }) {
  const t = useTranslations("answer");
  const reviewDate = useReviewDate();
  if (sources.size === 0) return null;
  return (
    <section className={styles.sources}>
      <h3>{t("sources")}</h3>
      <ol>
        {[...sources.values()].map((source) => (
          <li key={source.id} value={source.id}>
            <SourceLink href={source.url}>
              {source.section === source.title
                ? source.title
                : `${source.title}: ${source.section}`}
            </SourceLink>{" "}
            <span className={styles.soft}>{reviewDate(source.lastReviewed)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
