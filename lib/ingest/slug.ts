/** Words in; the hyphenated form used in addresses and chunk ids out. */

/** Longest slug; safe 40 to 120. Long enough to stay distinct, short enough for an address bar. */
const MAX_SLUG = 80;

const PLAIN = /^[ -~]*$/;

/** The same as `slugify`, where nothing is to be folded. */
function plainSlug(text: string): string {
  const joined = text
    .toLowerCase()
    .replaceAll("'", "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return joined.slice(0, MAX_SLUG).replace(/-$/, "") || "section";
}

/**
 * @param text a title, a heading or a file name without its extension
 * @returns lower-case letters and digits of any script joined by single hyphens; `section` when
 *   none is left
 */
export function slugify(text: string): string {
  if (PLAIN.test(text)) return plainSlug(text);
  const joined = text
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/gu, "");
  return [...joined].slice(0, MAX_SLUG).join("").replace(/-$/u, "") || "section";
}

/**
 * A file name made readable: `post-trt-article` with a text that says "TRT" is "Post TRT article".
 *
 * @param name a file name without its extension
 * @param text the document's text, which shows how its abbreviations are written
 */
export function titleFromFileName(name: string, text: string): string {
  const words = name.split(/[-_\s.]+/u).filter(Boolean);
  const written = words.map((word) => {
    const upper = word.toUpperCase();
    const isAbbreviation =
      word.length >= 2 &&
      word.length <= 6 &&
      new RegExp(`(?<!\\p{L})${escaped(upper)}(?!\\p{L})`, "u").test(text);
    return isAbbreviation ? upper : word;
  });
  const title = written.join(" ").trim();
  return title ? title[0]?.toUpperCase() + title.slice(1) : "Untitled";
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
