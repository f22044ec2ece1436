import Link from "next/link";
import { Localized } from "./_components/localized";
import { getSite } from "./_components/site";
import siteStyles from "./_components/site.module.css";
import { SiteHeader } from "./_components/site-header";
import trouble from "./_messages/trouble.json";

export default async function NotFound() {
  const site = await getSite();
  const words = trouble[site.language];
  return (
    <Localized language={site.language} messages={{ site: site.messages.site }} nonce={site.nonce}>
      <SiteHeader site={site} path="/" />
      <main id="content" className={siteStyles.page}>
        <title>{words.notFound}</title>
        <h1>{words.notFound}</h1>
        <p>{words.notFoundBody}</p>
        <p className={siteStyles.centred}>
          <Link href="/">{words.home}</Link>
          <Link href="/sources">{words.library}</Link>
        </p>
      </main>
    </Localized>
  );
}
