/**
 * Requests in; a PamphletError when one client asks too often. Counts live in memory, by address.
 */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { PamphletError } from "@/lib/errors";

const WINDOW_SECONDS = 60;
/** Everybody whose address is unknown shares one count. */
const UNKNOWN_CLIENT = "unknown";

export type RateLimit = (request: Request) => Promise<void>;

/**
 * The client's address. The server (scripts/serve.mjs) appends the socket's own address to
 * X-Forwarded-For as a proxy would, so the last entry is a fact and each one before it is as good
 * as the proxy that added it.
 * @param trustProxy how many proxies to believe; with 0 only the socket counts
 */
export function clientOf(request: Request, trustProxy: number): string {
  const hops = request.headers
    .get("x-forwarded-for")
    ?.split(",")
    .map((entry) => entry.trim());
  return hops?.at(-(trustProxy + 1)) ?? hops?.[0] ?? UNKNOWN_CLIENT;
}

/**
 * @param perMinute requests a minute a client; 0 turns the limit off
 */
export function createRateLimit(perMinute: number, trustProxy: number): RateLimit {
  if (perMinute === 0) return async () => {};
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS });
  return async (request) => {
    try {
      await limiter.consume(clientOf(request, trustProxy));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new PamphletError("too-many-requests", {
        retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
      });
    }
  };
}
