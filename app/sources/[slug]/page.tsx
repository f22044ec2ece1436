import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { createTranslator } from "use-intl/core";
import type { Document } from "@/lib/content";
import { getLibrary } from "@/lib/server";
import { localPath } from "../../_components/local-path";
import { Localized } from "../../_components/localized";
import { getSite } from "../../_components/site";
import siteStyles from "../../_components/site.module.css";
import { SiteHeader } from "../../_components/site-header";
import styles from "./document.module.css";
import { DocumentBody } from "./document-body";
import { DocumentFacts, DocumentSources } from "./document-facts";
import { contentsOf, firstCited, parseCite } from "./document-layout";
import { FocusCited } from "./focus-cited";

interface DocumentPageProps {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** A slug as it stands in an address; undefined when that is not an address at all. */
function decoded(slug: string): string | undefined {
  try {
    return decodeURIComponent(slug);
  } catch {
    return undefined;
  }
}

async function findDocument(params: DocumentPageProps["params"]): Promise<Document> {
  const slug = decoded((await params).slug);
  const { index } = await getLibrary();
  return (slug !== undefined && index.documents.get(slug)) || notFound();
}

export async function generateMetadata({ params }: DocumentPageProps): Promise<Metadata> {
  const { title, summary } = await findDocument(params);
  return { title, description: summary ?? undefined };
}

export default async function DocumentPage({ params, searchParams }: DocumentPageProps) {
  const [site, document, query] = await Promise.all([
    getSite(),
    findDocument(params),
    searchParams,
  ]);
  const { language, messages, nonce } = site;
  const t = createTranslator({ locale: language, messages, namespace: "document" });
  const asked = typeof query.cite === "string" ? query.cite : undefined;
  const cite = parseCite(asked, document.text.length);
  const marked = firstCited(document, cite) !== undefined;
  const contents = contentsOf(document);
  return (
    <Localized language={language} messages={{ site: messages.site }} nonce={nonce}>
      <SiteHeader
        site={site}
        current="library"
        path={`/sources/${encodeURIComponent(document.slug)}${cite ? `?cite=${asked}` : ""}`}
      />
      <main id="content" className={siteStyles.page}>
        <p className={styles.back}>
          <Link href={localPath("/sources", site)} prefetch={false}>
            {t("back")}
          </Link>
        </p>
        <article lang={document.language === language ? undefined : document.language}>
          <h1>{document.title}</h1>
          {document.summary && <p className={styles.lead}>{document.summary}</p>}
          {document.overdue && (
            <p className={styles.note} lang={language}>
              {t("overdueNote")}
            </p>
          )}
          {marked && (
            <p lang={language}>
              {t("cited")} <a href="#cited">{t("citedJump")}</a>
            </p>
          )}
          {contents.length > 1 && (
            <nav className={styles.contents} aria-labelledby="contents">
              <h2 id="contents" lang={language}>
                {t("contents")}
              </h2>
              <ol>
                {contents.map(({ title, anchor }) => (
                  <li key={anchor}>
                    <a href={`#${anchor}`}>{title}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <div className={styles.text}>
            <DocumentBody document={document} cite={cite} site={site} />
          </div>
          <div lang={language}>
            <DocumentFacts document={document} site={site} />
            <DocumentSources document={document} site={site} />
          </div>
        </article>
        {marked && asked && <FocusCited cite={asked} />}
      </main>
    </Localized>
  );
}
