"use client";
import { useTranslations } from "use-intl";
import type { Card } from "@/lib/answer/events";
import styles from "./chat.module.css";

interface UrgentCardProps {
  readonly card: Card;
  readonly language: string | undefined;
  /** Spoken at once: the whole reply. Beneath an answer it is part of what is read. */
  readonly alert: boolean;
  /** The same call in another language. */
  readonly before?: string;
}

/** What to do now, and the numbers as links that call or text. */
export function UrgentCard({ card, language, alert, before }: UrgentCardProps) {
  const t = useTranslations("answer");
  return (
    <div className={styles.urgent} role={alert ? "alert" : undefined} lang={language}>
      {before && (
        <p lang="" dir="auto" className={styles.number}>
          {before}
        </p>
      )}
      <h3>{card.action}</h3>
      <ul>
        {card.numbers.map(({ label, number, href }) => (
          <li key={href}>
            <a href={href} className={styles.number}>
              {href.startsWith("sms:") ? t("text", { number }) : t("call", { number })}
              <span className={styles.whose}>{label}</span>
            </a>
          </li>
        ))}
      </ul>
      {card.detail && <p>{card.detail}</p>}
    </div>
  );
}
