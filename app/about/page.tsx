import type { Metadata } from "next";
import Link from "next/link";
import { createTranslator } from "use-intl/core";
import { env } from "@/lib/env";
import { urgentCard } from "@/lib/guard/replies";
import { getLibrary } from "@/lib/server";
import { localPath } from "../_components/local-path";
import { Localized } from "../_components/localized";
import { longDate } from "../_components/long-date";
import { getSite, type Site } from "../_components/site";
import siteStyles from "../_components/site.module.css";
import { SiteHeader } from "../_components/site-header";
import styles from "./about.module.css";
import { type QualityReport, readQuality } from "./quality";

/** Where the project keeps what its evaluation measured, from the folder it is served from. */
const EVALUATION_FOLDER = "evaluation";

const REFUSED = ["dose", "decision", "results", "interaction", "pregnancy", "supply"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getSite()).messages.site.about };
}

const translator = (site: Site) =>
  createTranslator({ locale: site.language, messages: site.messages, namespace: "about" });

/** The numbers of the region, each once, by the cards that urgent replies show. */
function UrgentNumbers({ site }: { site: Site }) {
  const numbers = (["emergency", "crisis", "poisoning"] as const).flatMap(
    (kind) => urgentCard(kind, env().region, site.language).numbers,
  );
  const once = [...new Map(numbers.map((number) => [number.href, number])).values()];
  return (
    <ul className={styles.numbers}>
      {once.map(({ label, number, href }) => (
        <li key={href}>
          {label}: <a href={href}>{number}</a>
        </li>
      ))}
    </ul>
  );
}

function Quality({ site, reports }: { site: Site; reports: readonly QualityReport[] }) {
  const t = translator(site);
  if (reports.length === 0) return <p>{t("qualityNone")}</p>;
  return reports.map(({ title, date, command, columns, rows }) => (
    <section key={title}>
      <h3>{title}</h3>
      <p>{t("qualityMeasured", { date: longDate(date, site.language), command })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard too */}
      <section className={styles.table} tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join(" ")}>
                {row.map((cell, index) => (
                  <td key={columns[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  ));
}

export default async function AboutPage() {
  const site = await getSite();
  const t = translator(site);
  const manifest = (await getLibrary().catch(() => undefined))?.index.manifest;
  const reports = await readQuality(EVALUATION_FOLDER);
  return (
    <Localized language={site.language} messages={{ site: site.messages.site }} nonce={site.nonce}>
      <SiteHeader site={site} current="about" path="/about" />
      <main id="content" className={siteStyles.page}>
        <h1>{t("title", { site: site.name })}</h1>
        <h2>{t("isTitle")}</h2>
        <p>{t("is", { site: site.name })}</p>
        <h2>{t("isNotTitle")}</h2>
        <p>{t("isNot")}</p>
        <h2>{t("urgentTitle")}</h2>
        <p>{t("urgent")}</p>
        <UrgentNumbers site={site} />
        <h2>{t("refusesTitle")}</h2>
        <p>{t("refuses")}</p>
        <ul>
          {REFUSED.map((kind) => (
            <li key={kind}>{t(`refuses_${kind}`)}</li>
          ))}
        </ul>
        <p>{t("refusesElse")}</p>
        <h2>{t("privacyTitle")}</h2>
        <p>{t("privacy1")}</p>
        <p>{t("privacy2")}</p>
        <p>{t("privacy3")}</p>
        <h2>{t("documentsTitle")}</h2>
        {manifest && (
          <p>
            {t("documents", {
              documents: manifest.counts.documents,
              words: manifest.counts.words.toLocaleString(site.language),
              date: longDate(manifest.createdAt, site.language),
            })}
          </p>
        )}
        <p>
          <Link href={localPath("/sources", site)} prefetch={false}>
            {t("documentsLink")}
          </Link>
        </p>
        <h2>{t("qualityTitle")}</h2>
        <Quality site={site} reports={reports} />
      </main>
    </Localized>
  );
}
