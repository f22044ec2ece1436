"use client";
import { useTranslations } from "use-intl";
import type { Card } from "@/lib/answer/events";
import styles from "./chat.module.css";

interface UrgentCardProps {
  readonly card: Card;
  readonly language: string | undefined;
  /** Spoken at once: the whole reply. Beneath an answer it is part of what is read. */
  readonly alert: boolean;
}

/** What to do now, and the numbers as links that call or text. */
export function UrgentCard({ card, language, alert }: UrgentCardProps) {
  const t = useTranslations("answer");
  return (
    <div className={styles.urgent} role={alert ? "alert" : undefined} lang={language}>
      <h3>{card.action}</h3>
      <ul>
        {card.numbers.map(({ label, number, href }) => (
          <li key={href}>
            <a href={href} className={styles.number}>
              {href.startsWith("sms:")
                ? t("text", { label, number })
                : t("call", { label, number })}
            </a>
          </li>
        ))}
      </ul>
      {card.detail && <p>{card.detail}</p>}
    </div>
  );
}
