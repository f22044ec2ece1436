/**
 * What the browser prefers and what the reader chose in; one of our two languages out.
 */

const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Request headers by which proxy.ts tells a page its language, and whether `?lang=` chose it. */
export const LANGUAGE_HEADER = "x-pamphlet-language";
export const LANGUAGE_CHOSEN_HEADER = "x-pamphlet-language-chosen";

/** `es-MX` and `ES` are `es`; anything we have no words for is undefined. */
export function knownLanguage(tag: string | null | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary);
}

/**
 * The language of a page.
 * @param chosen the value of `?lang=`, which wins when we have words for it
 * @param accept the Accept-Language header; the known language with the highest weight wins
 */
export function requestLanguage(chosen: string | null, accept: string | null): Language {
  const asked = knownLanguage(chosen);
  if (asked) return asked;
  const preferred = (accept ?? "")
    .split(",")
    .map((item) => {
      const [tag, ...parameters] = item.split(";");
      const weight = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { language: knownLanguage(tag), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((item) => item.language && item.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return preferred[0]?.language ?? "en";
}
