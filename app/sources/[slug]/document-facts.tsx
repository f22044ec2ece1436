import { createTranslator } from "use-intl/core";
import type { Document, Reference } from "@/lib/content";
import { longDate } from "../../_components/long-date";
import type { Site } from "../../_components/site";
import styles from "./document.module.css";

/** Who wrote and reviewed a document and when; what nobody stated is shown as unknown. */
export function DocumentFacts({ document, site }: { document: Document; site: Site }) {
  const t = createTranslator({
    locale: site.language,
    messages: site.messages,
    namespace: "document",
  });
  const date = (value: string | null) => value && longDate(value, site.language);
  const grade = document.readingGrade;
  const facts: readonly (readonly [string, string, string | null])[] = [
    ["author", t("author"), document.author],
    ["reviewer", t("reviewer"), document.reviewer],
    ["published", t("published"), date(document.published)],
    ["lastReviewed", t("lastReviewed"), date(document.lastReviewed)],
    ["nextReviewDue", t("nextReviewDue"), date(document.nextReviewDue)],
    ["evidence", t("evidence"), t(`evidence_${document.evidence}`)],
    ["audience", t("audience"), document.audience],
    ["jurisdiction", t("jurisdiction"), document.jurisdiction],
    ["readingGrade", t("grade"), grade === null ? null : String(Math.max(0, Math.round(grade)))],
    ["licence", t("licence"), document.licence],
  ];
  return (
    <section className={styles.facts} aria-labelledby="facts">
      <h2 id="facts">{t("facts")}</h2>
      <dl>
        {facts.map(([field, name, value]) => (
          <div key={field}>
            <dt>{name}</dt>
            <dd>
              {value ?? t("unknown")} {value && document.inferred.includes(field) && t("inferred")}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function ReferenceView({
  reference,
  pubmed,
}: {
  reference: Reference;
  pubmed(pmid: string): string;
}) {
  const { title, publisher, year, pmid, url } = reference;
  const href = pmid ? `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/` : url;
  const safe = href && /^https?:\/\//.test(href) ? href : undefined;
  return (
    <li>
      {safe ? (
        <a href={safe} rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {". "}
      {[publisher, year, pmid && pubmed(pmid)].filter(Boolean).join(", ")}
    </li>
  );
}

/** What a document rests on, and how to cite the page itself. */
export function DocumentSources({ document, site }: { document: Document; site: Site }) {
  const t = createTranslator({
    locale: site.language,
    messages: site.messages,
    namespace: "document",
  });
  const today = longDate(new Date().toISOString(), site.language);
  const citation = [
    document.author,
    document.title,
    site.name,
    document.lastReviewed &&
      `${t("lastReviewed")}: ${longDate(document.lastReviewed, site.language)}`,
    `/sources/${document.slug}`,
    t("accessed", { date: today }),
  ];
  return (
    <>
      {document.sources.length > 0 && (
        <section aria-labelledby="sources">
          <h2 id="sources">{t("sources")}</h2>
          <ol>
            {document.sources.map((reference) => (
              <ReferenceView
                key={reference.title}
                reference={reference}
                pubmed={(pmid) => t("pubmed", { pmid })}
              />
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="cite">
        <h2 id="cite">{t("cite")}</h2>
        <p className={styles.cite}>{citation.filter(Boolean).join(". ")}.</p>
      </section>
    </>
  );
}
