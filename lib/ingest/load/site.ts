/**
 * An address in; the bytes it leads to, or why they are not fetched, out: at a site's own pace, within
 * its robots.txt, within limits.
 *
 * Every connection, redirects included, is checked after the name is looked up, so a name that leads
 * inside is not followed.
 */
import { setTimeout as sleep } from "node:timers/promises";
import robotsParser from "robots-parser";
import { Agent, type Dispatcher, request } from "undici";
import { forbiddenUrl, PrivateAddressError, publicAddresses } from "@/lib/ingest/load/address";
import { decodeText } from "@/lib/ingest/load/decode";
import type { PageCache } from "@/lib/ingest/load/page-cache";

/** How the program introduces itself, so that a site's owner can tell it in robots.txt. */
const USER_AGENT = "PamphletBot/1.0 (reads pages at their owner's request)";
/** Most redirects followed; safe 3 to 10. */
const MAX_REDIRECTS = 5;

export interface FetchLimits {
  /** Bytes of one answer; safe 5 to 100 MB. */
  readonly maxBytes: number;
  /** Milliseconds for one answer from first to last byte; safe 5 to 120 s. */
  readonly maxMs: number;
  /** Milliseconds between two requests to one site; safe 500 to 10,000. robots.txt may ask for more. */
  readonly pauseMs: number;
}

export const FETCH_LIMITS: FetchLimits = { maxBytes: 30_000_000, maxMs: 30_000, pauseMs: 1_000 };

type Answer =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly url: string }
  | { readonly ok: false; readonly reason: string };

/** Looks every name up and connects to nothing but public addresses. */
function agentFor(limits: FetchLimits, isPublic: (address: string) => boolean): Agent {
  return new Agent({
    connect: {
      timeout: limits.maxMs,
      lookup: (hostname, _lookup, done) => {
        publicAddresses(hostname, isPublic).then(
          (found) => done(null, found),
          (error: NodeJS.ErrnoException) => done(error, []),
        );
      },
    },
    headersTimeout: limits.maxMs,
    bodyTimeout: limits.maxMs,
    maxResponseSize: limits.maxBytes,
  });
}

/** Requests to sites, each site's robots.txt and pace respected. */
export class Site {
  readonly #agent: Dispatcher;
  readonly #limits: FetchLimits;
  readonly #isPublic: (address: string) => boolean;
  readonly #rules = new Map<
    string,
    Promise<{ allows(url: string): boolean; pauseMs: number } | string>
  >();
  readonly #lastRequest = new Map<string, number>();

  constructor(limits: FetchLimits, isPublic: (address: string) => boolean) {
    this.#agent = agentFor(limits, isPublic);
    this.#limits = limits;
    this.#isPublic = isPublic;
  }

  async fetch(address: string, cache?: PageCache): Promise<Answer> {
    if (!URL.canParse(address))
      return { ok: false, reason: "not an address; write it like https://clinic.example/page" };
    let url = new URL(address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const forbidden = forbiddenUrl(url, this.#isPublic);
      if (forbidden) return { ok: false, reason: forbidden };
      this.#rules.set(url.origin, this.#rules.get(url.origin) ?? this.#readRules(url.origin));
      const rules = await this.#rules.get(url.origin);
      if (typeof rules === "string") return { ok: false, reason: rules };
      if (rules && !rules.allows(url.href))
        return { ok: false, reason: "robots.txt asks that this page not be fetched" };
      await this.#pace(url.origin, rules?.pauseMs ?? 0);
      const answer = await this.#get(url, cache);
      if (!("redirect" in answer)) return answer;
      if (!URL.canParse(answer.redirect, url))
        return { ok: false, reason: "redirects to something that is no address" };
      url = new URL(answer.redirect, url);
    }
    return { ok: false, reason: `redirects more than ${MAX_REDIRECTS} times` };
  }

  async #readRules(
    origin: string,
  ): Promise<{ allows(url: string): boolean; pauseMs: number } | string> {
    const address = `${origin}/robots.txt`;
    let at = new URL(address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (forbiddenUrl(at, this.#isPublic)) break;
      const answer = await this.#get(at);
      if ("redirect" in answer && URL.canParse(answer.redirect, at)) {
        at = new URL(answer.redirect, at);
        continue;
      }
      if ("ok" in answer && answer.ok) {
        const robots = robotsParser(address, decodeText(answer.bytes) ?? "");
        const delay = Math.min(robots.getCrawlDelay(USER_AGENT) ?? 0, 30) * 1_000;
        return { allows: (url) => robots.isAllowed(url, USER_AGENT) ?? true, pauseMs: delay };
      }
      if ("ok" in answer && !answer.ok && !/answers 4\d\d/u.test(answer.reason))
        return answer.reason;
      break;
    }
    return { allows: () => true, pauseMs: 0 };
  }

  async #pace(origin: string, asked: number): Promise<void> {
    const wait =
      (this.#lastRequest.get(origin) ?? 0) + Math.max(this.#limits.pauseMs, asked) - Date.now();
    if (wait > 0) await sleep(wait);
    this.#lastRequest.set(origin, Date.now());
  }

  async #get(url: URL, cache?: PageCache): Promise<Answer | { readonly redirect: string }> {
    const kept = (await cache?.get(url.href)) ?? null;
    const headers: Record<string, string> = {
      "user-agent": USER_AGENT,
      accept: "text/html,application/pdf,application/xml;q=0.9,*/*;q=0.5",
    };
    if (kept?.etag) headers["if-none-match"] = kept.etag;
    if (kept?.lastModified) headers["if-modified-since"] = kept.lastModified;
    try {
      const signal = AbortSignal.timeout(this.#limits.maxMs);
      const {
        statusCode,
        headers: said,
        body,
      } = await request(url, { dispatcher: this.#agent, headers, signal });
      const header = (name: string) => [said[name]].flat()[0];
      if (statusCode === 304 && kept) {
        await body.dump();
        return { ok: true, bytes: kept.bytes, url: url.href };
      }
      const location = header("location");
      if (statusCode >= 300 && statusCode < 400 && location) {
        await body.dump();
        return { redirect: location };
      }
      if (statusCode !== 200) {
        await body.dump();
        return {
          ok: false,
          reason: `the server answers ${statusCode}; check the address in a browser`,
        };
      }
      const bytes = await readBounded(body, this.#limits.maxBytes);
      if (bytes === null)
        return {
          ok: false,
          reason: `more than ${Math.round(this.#limits.maxBytes / 1_000_000)} MB; save it and give the file`,
        };
      const [etag, lastModified] = [header("etag"), header("last-modified")];
      if (etag || lastModified)
        await cache?.put({
          url: url.href,
          bytes,
          ...(etag ? { etag } : {}),
          ...(lastModified ? { lastModified } : {}),
        });
      return { ok: true, bytes, url: url.href };
    } catch (error) {
      return { ok: false, reason: this.#why(error) };
    }
  }

  #why(error: unknown): string {
    const chain = [error, error instanceof Error ? error.cause : undefined];
    if (chain.some((one) => one instanceof PrivateAddressError))
      return "a private, local or reserved address is not fetched";
    const name = error instanceof Error ? error.name : "";
    if (/Timeout|Abort/u.test(name))
      return `took longer than ${Math.round(this.#limits.maxMs / 1_000)} s; try again or save the page`;
    if (/ResponseExceededMaxSize/u.test(name))
      return `more than ${Math.round(this.#limits.maxBytes / 1_000_000)} MB; save it and give the file`;
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    return `cannot be reached${code}; check the address and the connection`;
  }
}

async function readBounded(
  body: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
