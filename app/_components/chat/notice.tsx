"use client";
import { useTranslations } from "use-intl";
import styles from "./chat.module.css";
import { useSurroundings } from "./chat-surroundings";

/** Always in sight: what answers, from what, and whom to ask instead. */
export function Notice() {
  const t = useTranslations("chat");
  const { contact, embedded } = useSurroundings();
  const label = contact.text ?? contact.url;
  return (
    <p className={styles.notice}>
      <strong>{t("notice")}</strong> {t("whom")}{" "}
      {contact.url ? (
        <a href={contact.url} rel="noopener" target={embedded ? "_blank" : undefined}>
          {t("contact", { contact: label ?? contact.url })}
        </a>
      ) : (
        label && t("contact", { contact: label })
      )}
    </p>
  );
}
