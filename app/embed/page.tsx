import type { Metadata } from "next";
import Link from "next/link";
import { getLibrary } from "@/lib/server";
import { startersOf } from "../_components/chat/starters";
import { Localized } from "../_components/localized";
import { getSite } from "../_components/site";
import { type Accent, accentOf } from "./accent";
import { originOf } from "./bridge";
import styles from "./embed.module.css";
import { EmbedChat } from "./embed-chat";

export const metadata: Metadata = { robots: { index: false } };

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Minutes of the idle wipe a host may set: 1 to 120. */
function idleMinutes(value: string | undefined): number | undefined {
  const minutes = Number(value);
  return minutes >= 1 && minutes <= 120 ? minutes : undefined;
}

/** The same address in the other language. */
function languageLink(parameters: Parameters, language: string): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (typeof value === "string") next.set(name, value);
  next.set("lang", language);
  return `/embed?${next}`;
}

/** Both values are colours that accent.ts made, so nothing else can enter the style sheet. */
function accentStyle({ light, dark }: Accent): string {
  return `:root{--accent:light-dark(${light},${dark});--accent-ink:light-dark(#fff,#000);--accent-soft:light-dark(#f1efe8,#0f1314)}`;
}

export default async function EmbedPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const [site, parameters] = await Promise.all([getSite(), searchParams]);
  const library = await getLibrary().catch(() => undefined);
  const { language, chosen, contact, messages, name } = site;
  const text = (key: string) => {
    const value = parameters[key];
    return typeof value === "string" ? value : undefined;
  };
  const accent = accentOf(text("accent"));
  const scheme = text("color-scheme");
  const other = language === "en" ? "es" : "en";
  const { site: siteWords, chat, answer, appointment } = messages;
  return (
    <Localized
      language={language}
      messages={{ site: siteWords, chat, answer, appointment }}
      nonce={site.nonce}
    >
      {accent && <style nonce={site.nonce}>{accentStyle(accent)}</style>}
      {(scheme === "light" || scheme === "dark") && (
        <style nonce={site.nonce}>{`:root{color-scheme:${scheme}}`}</style>
      )}
      <div className={styles.whole}>
        <header className={styles.header}>
          <p className={styles.name}>{name}</p>
          <Link
            href={languageLink(parameters, other)}
            lang={other}
            hrefLang={other}
            replace
            scroll={false}
            prefetch={false}
          >
            {siteWords.otherLanguage}
          </Link>
        </header>
        <main className={styles.main}>
          <EmbedChat
            surroundings={{ siteName: name, language, chosen, contact, embedded: true }}
            starters={library ? startersOf(library.index, language) : []}
            parentOrigin={originOf(text("parent") ?? null)}
            closable={text("closable") === "1"}
            idleMinutes={idleMinutes(text("idle"))}
          />
        </main>
      </div>
    </Localized>
  );
}
