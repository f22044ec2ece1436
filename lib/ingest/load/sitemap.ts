/** An answer's bytes in; the addresses it lists, when it is a sitemap, out. */
import { decodeText } from "@/lib/ingest/load/decode";

/** The pages a sitemap lists on its own site, or null when this is no sitemap. */
export function sitemapLocations(bytes: Uint8Array, address: string): string[] | null {
  const text = decodeText(bytes.subarray(0, 10_000_000));
  if (
    !text ||
    !/^\s*(?:<\?xml[^>]*>)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:urlset|sitemapindex)[\s>]/u.test(
      text.slice(0, 4_096),
    )
  )
    return null;
  const origin = new URL(address).origin;
  return [...text.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]{1,2000})/gu)]
    .map(([, location = ""]) => location.replaceAll("&amp;", "&"))
    .filter((location) => URL.canParse(location) && new URL(location).origin === origin);
}
