import type { Metadata } from "next";
import { createTranslator } from "use-intl/core";
import { env } from "@/lib/env";
import { Localized } from "../../_components/localized";
import { getSite } from "../../_components/site";
import siteStyles from "../../_components/site.module.css";
import { SiteHeader } from "../../_components/site-header";
import { Builder } from "./builder";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getSite()).messages.setup.title, robots: { index: false } };
}

export default async function SetupPage() {
  const site = await getSite();
  const { language, messages, nonce } = site;
  const t = createTranslator({ locale: language, messages, namespace: "setup" });
  const origins = env().embedOrigins;
  return (
    <Localized
      language={language}
      messages={{ site: messages.site, setup: messages.setup }}
      nonce={nonce}
    >
      <SiteHeader site={site} path="/embed/setup" />
      <main id="content" className={siteStyles.page}>
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
        <p>
          {origins.length > 0 ? t("allowed", { origins: origins.join(", ") }) : t("allowedNone")}
        </p>
        <Builder fallback={messages.chat.title} />
      </main>
    </Localized>
  );
}
