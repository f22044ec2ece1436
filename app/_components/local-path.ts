/**
 * A path of this site and the reader's language in; the path to link to out.
 */
import type { Language } from "./locale";

/** Keeps a language the reader chose; one that the browser chose needs no carrying. */
export function localPath(
  path: string,
  { language, chosen }: { readonly language: Language; readonly chosen: boolean },
): string {
  if (!chosen) return path;
  const url = new URL(path, "http://site.invalid");
  url.searchParams.set("lang", language);
  return url.pathname + url.search + url.hash;
}
