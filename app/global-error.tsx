"use client";
import { useEffect, useState } from "react";
import trouble from "./_messages/trouble.json";
import "./globals.css";

/** The whole site failed: the same plain words as for a page, in a document of their own. */
export default function SiteError({ reset }: { error: Error; reset: () => void }) {
  const [language, setLanguage] = useState<keyof typeof trouble>("en");
  useEffect(() => {
    if (navigator.language.startsWith("es")) setLanguage("es");
  }, []);
  const words = trouble[language];
  return (
    <html lang={language}>
      <body>
        <main>
          <h1>{words.title}</h1>
          <p role="alert">{words.body}</p>
          <button type="button" onClick={reset}>
            {words.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
