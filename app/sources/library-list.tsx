"use client";
import Link from "next/link";
import { useActionState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { localPath } from "../_components/local-path";
import type { Language } from "../_components/locale";
import styles from "./library.module.css";
import { type SearchState, searchDocuments } from "./search-action";

/** What the library shows of a document. */
interface LibraryCard {
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  readonly language: string;
  readonly lastReviewed: string | null;
  readonly reviewer: string | null;
  readonly readingGrade: number | null;
  readonly overdue: boolean;
}

interface LibraryListProps {
  readonly cards: readonly LibraryCard[];
  readonly language: Language;
  readonly chosen: boolean;
}

interface CardsProps extends LibraryListProps {
  /** The level of each document's heading, one below what stands above the list. */
  readonly heading: "h2" | "h3";
  readonly matches?: SearchState["matches"];
}

function Cards({ cards, heading: Heading, matches, language, chosen }: CardsProps) {
  const t = useTranslations("library");
  const format = useFormatter();
  return (
    <ul className={styles.cards}>
      {cards.map((card) => {
        const path = localPath(`/sources/${encodeURIComponent(card.slug)}`, { language, chosen });
        const sections = matches?.find(({ slug }) => slug === card.slug)?.sections ?? [];
        return (
          <li
            key={card.slug}
            className={styles.card}
            lang={card.language === language ? undefined : card.language}
          >
            <Heading>
              <Link href={path} prefetch={false}>
                {card.title}
              </Link>
            </Heading>
            {card.summary && <p>{card.summary}</p>}
            {sections.length > 0 && (
              <ul className={styles.sections}>
                {sections.map(({ title, anchor }) => (
                  <li key={anchor}>
                    <Link href={`${path}#${anchor}`} prefetch={false}>
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            <p className={styles.facts} lang={language}>
              <span>
                {card.lastReviewed
                  ? t("reviewed", {
                      date: format.dateTime(new Date(card.lastReviewed), { dateStyle: "long" }),
                    })
                  : t("reviewUnknown")}
              </span>
              <span>
                {card.reviewer ? t("reviewer", { reviewer: card.reviewer }) : t("noReviewer")}
              </span>
              {card.readingGrade !== null && (
                <span>
                  {t("grade", {
                    grade: format.number(Math.max(0, card.readingGrade), {
                      maximumFractionDigits: 0,
                    }),
                  })}
                </span>
              )}
              {card.overdue && <strong>{t("overdue")}</strong>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** The documents of the library, or those that hold the words searched for. */
export function LibraryList({ cards, language, chosen }: LibraryListProps) {
  const t = useTranslations("library");
  const [state, search] = useActionState(searchDocuments, { query: "", matches: [] });
  const searched = state.query !== "";
  const found = state.matches
    .map(({ slug }) => cards.find((card) => card.slug === slug))
    .filter((card) => card !== undefined);
  const own = cards.filter((card) => card.language === language);
  const other = cards.filter((card) => card.language !== language);
  const rest = { language, chosen };
  return (
    <>
      <form action={search} className={styles.search} key={state.query}>
        <label htmlFor="words">{t("search")}</label>
        <div className={styles.field}>
          <input
            id="words"
            name="words"
            type="search"
            maxLength={200}
            autoComplete="off"
            defaultValue={state.query}
          />
          <button type="submit">{t("searchButton")}</button>
        </div>
      </form>
      <p role="status" className={styles.count}>
        {searched ? t("results", { count: found.length }) : t("count", { count: cards.length })}
      </p>
      {searched && (
        <p>
          <Link href={localPath("/sources", rest)} prefetch={false}>
            {t("all")}
          </Link>
        </p>
      )}
      {searched ? (
        <Cards cards={found} heading="h2" matches={state.matches} {...rest} />
      ) : (
        <>
          <Cards cards={own} heading="h2" {...rest} />
          {other.length > 0 && <h2>{t("other")}</h2>}
          <Cards cards={other} heading="h3" {...rest} />
        </>
      )}
    </>
  );
}
