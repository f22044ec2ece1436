"use client";
import * as Popover from "@radix-ui/react-popover";
import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { AnswerSource } from "@/lib/answer/events";
import { supportIn } from "./answer-text";
import styles from "./chat.module.css";
import { useSurroundings } from "./chat-surroundings";
import { SourceLink } from "./source-link";

/** Brings the marked words of a long passage into sight without moving anything else. */
function showInQuote(mark: HTMLElement | null): void {
  const quote = mark?.closest("blockquote");
  if (!mark || !quote) return;
  const below = mark.getBoundingClientRect().bottom - quote.getBoundingClientRect().bottom;
  if (below > 0) quote.scrollTop += below + mark.offsetHeight / 2;
}

/** The quoted passage, with the words that support a sentence marked. */
function Passage({ source, sentence }: { source: AnswerSource; sentence: string }) {
  const { language } = useSurroundings();
  const { passage } = source;
  const support = supportIn(passage, sentence, language);
  if (!support) return passage;
  return (
    <>
      {passage.slice(0, support.start)}
      <mark ref={showInQuote}>{passage.slice(support.start, support.end)}</mark>
      {passage.slice(support.end)}
    </>
  );
}

/** `YYYY-MM-DD` in words, or a plain statement that it is not known. */
export function useReviewDate(): (date: string | undefined) => string {
  const t = useTranslations("answer");
  const format = useFormatter();
  return (date) =>
    date
      ? t("reviewed", { date: format.dateTime(new Date(date), { dateStyle: "long" }) })
      : t("notReviewed");
}

interface CitationProps {
  readonly source: AnswerSource;
  /** The sentence that the marker follows. */
  readonly sentence: string;
}

/** A numbered marker that opens the passage its sentence rests on. */
export function Citation({ source, sentence }: CitationProps) {
  const t = useTranslations("answer");
  const reviewDate = useReviewDate();
  const { embedded, language } = useSurroundings();
  const id = useId();
  // A screen reader has to change its voice with the language.
  const quoted = source.language?.split("-")[0] === language ? undefined : source.language;
  return (
    <Popover.Root>
      <Popover.Trigger
        className={styles.marker}
        aria-label={t("source", { number: source.id, section: source.section })}
      >
        <span aria-hidden="true">{source.id}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.passage}
          sideOffset={6}
          collisionPadding={8}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-quote`}
        >
          <h3 id={`${id}-title`}>{t("source", { number: source.id, section: source.section })}</h3>
          <p className={styles.soft}>{t("from", { title: source.title })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long passage must scroll by keyboard */}
          <blockquote id={`${id}-quote`} lang={quoted} dir="auto" tabIndex={0}>
            <Passage source={source} sentence={sentence} />
          </blockquote>
          <p className={styles.soft}>
            {source.publisher && <>{t("publisher", { publisher: source.publisher })}. </>}
            {reviewDate(source.lastReviewed)}
          </p>
          <div className={styles.row}>
            <SourceLink href={source.url}>{t(embedded ? "openNew" : "open")}</SourceLink>
            <Popover.Close className={styles.quiet}>{t("closeSource")}</Popover.Close>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
