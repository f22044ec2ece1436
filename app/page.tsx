import { getLibrary } from "@/lib/server";
import { SdkChat } from "./_components/chat/sdk-chat";
import { startersOf } from "./_components/chat/starters";
import { Localized } from "./_components/localized";
import { getSite } from "./_components/site";
import { SiteHeader } from "./_components/site-header";
import styles from "./page.module.css";

export default async function AskPage() {
  const site = await getSite();
  // Without an index the chat still opens: urgent questions are answered whatever else is down.
  const library = await getLibrary().catch(() => undefined);
  const { language, chosen, contact, messages, nonce } = site;
  return (
    <Localized language={language} messages={messages} nonce={nonce}>
      <div className={styles.whole}>
        <SiteHeader site={site} current="ask" path="/" />
        <main id="content" className={styles.main}>
          <SdkChat
            surroundings={{ siteName: site.name, language, chosen, contact, embedded: false }}
            starters={library ? startersOf(library.index, language) : []}
          />
        </main>
      </div>
    </Localized>
  );
}
