/**
 * Requests in; how much one client may still ask out. Counts live in memory, by address.
 */
import ipaddr from "ipaddr.js";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { PamphletError } from "@/lib/errors";

const WINDOW_SECONDS = 60;
/** Everybody whose address is unknown shares one count. */
const UNKNOWN_CLIENT = "unknown";
/** The part of an IPv6 address that one household or office has to itself, in 16-bit groups. */
const IPV6_NETWORK_GROUPS = 4;
/**
 * Past its limit a client is still listened to for emergencies, up to this many times the limit.
 * Range 2 to 20: an address shared by a whole hospital is soon past its limit, and somebody behind it
 * may need a telephone number; a flood must still end.
 */
const URGENT_HEADROOM = 10;

/** `full`: any question. `urgent-only`: past the limit, only an emergency is answered. */
export type Allowance = "full" | "urgent-only";
export type RateLimit = (request: Request) => Promise<Allowance>;

/** An address without its port, and without the part of IPv6 that a client may choose freely. */
function networkOf(entry: string): string {
  const bare = entry.replace(/^\[(.*)\](?::\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
  if (!ipaddr.isValid(bare)) return bare;
  const address = ipaddr.process(bare);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  return `${address.parts.slice(0, IPV6_NETWORK_GROUPS).join(":")}::/64`;
}

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
  // Fewer hops than proxies: somebody came past them, so only the socket's own address is known.
  const hop = hops?.at(-(trustProxy + 1)) ?? hops?.at(-1);
  return hop ? networkOf(hop) : UNKNOWN_CLIENT;
}

/**
 * @param perMinute requests a minute a client; 0 turns the limit off
 * @returns a function that throws PamphletError `too-many-requests` when even urgent asking is over
 */
export function createRateLimit(perMinute: number, trustProxy: number): RateLimit {
  if (perMinute === 0) return async () => "full";
  const limiter = new RateLimiterMemory({
    points: perMinute * URGENT_HEADROOM,
    duration: WINDOW_SECONDS,
  });
  return async (request) => {
    try {
      const { consumedPoints } = await limiter.consume(clientOf(request, trustProxy));
      return consumedPoints > perMinute ? "urgent-only" : "full";
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw tooMany(refused.msBeforeNext);
    }
  };
}

/** The refusal, with the time until the window ends. */
export function tooMany(waitMs: number = WINDOW_SECONDS * 1000): PamphletError {
  return new PamphletError("too-many-requests", {
    retryAfter: Math.max(1, Math.ceil(waitMs / 1000)),
  });
}
