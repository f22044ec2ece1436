/**
 * A page's or sitemap's address in; the documents it leads to, or why each is refused, out.
 *
 * Only the owner's command line brings addresses here, never a request.
 */
import { isPublicAddress } from "@/lib/ingest/load/address";
import { detect } from "@/lib/ingest/load/detect";
import { loadBytes } from "@/lib/ingest/load/load";
import { type LoadOutcome, refused } from "@/lib/ingest/load/loaded";
import type { PageCache } from "@/lib/ingest/load/page-cache";
import { type Defaults, withSidecar } from "@/lib/ingest/load/sidecar";
import { FETCH_LIMITS, type FetchLimits, Site } from "@/lib/ingest/load/site";
import { sitemapLocations } from "@/lib/ingest/load/sitemap";

/** Most pages of one sitemap; safe 100 to 5,000. */
const MAX_PAGES = 1_000;

export interface FetchOptions {
  readonly cache?: PageCache;
  readonly defaults?: Defaults;
  readonly limits?: Partial<FetchLimits>;
  /** What makes a document of bytes; tests pass one that fails. */
  readonly read?: typeof loadBytes;
  /** Which IP addresses may be connected to; tests allow their own server. */
  readonly isPublic?: (address: string) => boolean;
}

/** @returns a function that loads an address, to be used for one run and closed with it */
export function addressLoader(
  options: FetchOptions = {},
): (address: string) => AsyncGenerator<LoadOutcome> {
  const isPublic = options.isPublic ?? isPublicAddress;
  const site = new Site({ ...FETCH_LIMITS, ...options.limits }, isPublic);
  return async function* loadAddress(address: string): AsyncGenerator<LoadOutcome> {
    const first = await site.fetch(address, options.cache);
    if (!first.ok) {
      yield refused(address, first.reason);
      return;
    }
    const locations = sitemapLocations(first.bytes, address);
    if (locations === null) {
      yield await pageOutcome(address, first.bytes, options);
      return;
    }
    yield* followSitemap(address, locations, site, options);
  };
}

async function* followSitemap(
  address: string,
  found: readonly string[],
  site: Site,
  options: FetchOptions,
): AsyncGenerator<LoadOutcome> {
  const queue = [...new Set(found)];
  const seen = new Set<string>([address]);
  let pages = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (pages >= MAX_PAGES) {
      yield refused(address, `lists more than ${MAX_PAGES} pages; give its parts one by one`);
      return;
    }
    pages += 1;
    const answer = await site.fetch(next, options.cache);
    if (!answer.ok) {
      yield refused(next, answer.reason);
      continue;
    }
    const more = sitemapLocations(answer.bytes, address);
    if (more) queue.push(...more);
    else yield await pageOutcome(next, answer.bytes, options);
  }
}

const ERROR_PAGE =
  /^(?:error\b|404|403|500|not found|page (?:not found|unavailable|missing)|access denied|forbidden|just a moment|attention required|are you (?:a )?(?:human|robot)|verify you are human|service unavailable|sorry, (?:we|this|the page)|página no encontrada|no encontrad[ao])/iu;
/** A page shorter than this (characters) whose title speaks of an error is one; safe 500 to 3,000. */
const SHORT_PAGE = 1_500;

/** Never throws: a page that a parser trips over is refused, and the rest are read. */
async function pageOutcome(
  address: string,
  bytes: Uint8Array,
  options: FetchOptions,
): Promise<LoadOutcome> {
  try {
    return await readPage(address, bytes, options);
  } catch {
    return refused(address, "the page cannot be read as a document; save it and give the file");
  }
}

async function readPage(
  address: string,
  bytes: Uint8Array,
  { defaults, read = loadBytes }: FetchOptions,
): Promise<LoadOutcome> {
  const detected = detect(new URL(address).pathname, bytes, bytes.length);
  if (detected.is === "ignored") return refused(address, "a picture or data, not a document");
  if (detected.is === "unknown") return refused(address, detected.reason);
  const outcome = await read(address, detected.is, bytes);
  if (outcome.kind !== "loaded") return outcome;
  const text = outcome.plainText ?? outcome.blocks.map((block) => block.text).join("\n");
  const names = [outcome.hints.title ?? "", outcome.blocks[0]?.text ?? text.slice(0, 200)];
  if (text.length < SHORT_PAGE && names.some((name) => ERROR_PAGE.test(name.trim())))
    return refused(
      address,
      "the server answers with an error page; check the address in a browser",
    );
  return withSidecar(outcome, undefined, defaults);
}
