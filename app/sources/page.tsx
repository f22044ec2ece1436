import type { Metadata } from "next";
import { getLibrary } from "@/lib/server";
import { Localized } from "../_components/localized";
import { getSite } from "../_components/site";
import siteStyles from "../_components/site.module.css";
import { SiteHeader } from "../_components/site-header";
import { LibraryList } from "./library-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getSite()).messages.library.title };
}

export default async function LibraryPage() {
  const site = await getSite();
  const { language, chosen, messages, nonce } = site;
  const library = await getLibrary().catch(() => undefined);
  const cards = [...(library?.index.documents.values() ?? [])]
    .map(({ slug, title, summary, language, lastReviewed, reviewer, readingGrade, overdue }) => ({
      slug,
      title,
      summary,
      language,
      lastReviewed,
      reviewer,
      readingGrade,
      overdue,
    }))
    .sort((a, b) => a.title.localeCompare(b.title, language));
  return (
    <Localized
      language={language}
      messages={{ site: messages.site, library: messages.library }}
      nonce={nonce}
    >
      <SiteHeader site={site} current="library" path="/sources" />
      <main id="content" className={siteStyles.page}>
        <h1>{messages.library.title}</h1>
        <p>{messages.library.intro}</p>
        {library ? (
          <LibraryList cards={cards} language={language} chosen={chosen} />
        ) : (
          <p role="alert">{messages.library.unavailable}</p>
        )}
      </main>
    </Localized>
  );
}
