"use client";
import { useEffect, useState } from "react";
import siteStyles from "./_components/site.module.css";
import trouble from "./_messages/trouble.json";

/** A page that failed: plain words, a way on, and what to do in an emergency. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const [words, setWords] = useState(trouble.en);
  useEffect(() => {
    if (document.documentElement.lang === "es") setWords(trouble.es);
  }, []);
  return (
    <main className={siteStyles.page}>
      <h1>{words.title}</h1>
      <p role="alert">{words.body}</p>
      <p className={siteStyles.centred}>
        <button type="button" className={siteStyles.plainButton} onClick={reset}>
          {words.retry}
        </button>
        <a href="/">{words.home}</a>
        <a href="/sources">{words.library}</a>
      </p>
    </main>
  );
}
