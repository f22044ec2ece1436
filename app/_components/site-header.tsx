import Link from "next/link";
import { DisplaySettings } from "./display-settings";
import { localPath } from "./local-path";
import type { Site } from "./site";
import styles from "./site.module.css";

type Room = "ask" | "library" | "about";

const ROOMS: readonly (readonly [Room, string])[] = [
  ["ask", "/"],
  ["library", "/sources"],
  ["about", "/about"],
];

interface SiteHeaderProps {
  readonly site: Site;
  readonly current?: Room;
  /** This page's own path, for the link that shows it in the other language. */
  readonly path: string;
}

/** The name of the site, its three rooms, the other language and the display settings. */
export function SiteHeader({ site, current, path }: SiteHeaderProps) {
  const words = site.messages.site;
  const other = site.language === "en" ? "es" : "en";
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#content">
        {words.skip}
      </a>
      <Link className={styles.name} href={localPath("/", site)}>
        {site.name}
      </Link>
      <nav className={styles.rooms} aria-label={words.main}>
        {ROOMS.map(([room, href]) => (
          <Link
            key={room}
            href={localPath(href, site)}
            prefetch={false}
            aria-current={room === current ? "page" : undefined}
          >
            {words[room]}
          </Link>
        ))}
      </nav>
      <div className={styles.tools}>
        <Link
          href={localPath(path, { language: other, chosen: true })}
          lang={other}
          hrefLang={other}
          replace
          scroll={false}
          prefetch={false}
        >
          {words.otherLanguage}
        </Link>
        <DisplaySettings />
      </div>
    </header>
  );
}
