/** An address from the command line or a redirect in; whether it may be fetched out. */

import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is on the public internet. Private, link-local, loopback and metadata
 * addresses are not, in any notation, nor are the IPv6 forms that carry an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, "").replace(/%.*$/u, "");
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  return parsed.range() === "unicast" && !carriesIpv4(parsed);
}

/**
 * IPv6 forms that stand for an IPv4 address, which a gateway may turn back into it: `::/96` (what was
 * "IPv4-compatible", RFC 4291), `::ffff:0:0/96` and NAT64's `64:ff9b::/96` and `64:ff9b:1::/48` (RFC
 * 6052, 8215), 6to4 `2002::/16`, Teredo `2001::/32`, and ISATAP's `…:0:5efe:a.b.c.d` (RFC 5214).
 */
const WITHIN_IPV6 = [
  "::/96",
  "::ffff:0:0/96",
  "::ffff:0:0:0/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "2002::/16",
  "2001::/32",
].map((range) => ipaddr.IPv6.parseCIDR(range));

function carriesIpv4(parsed: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (!(parsed instanceof ipaddr.IPv6)) return false;
  if (WITHIN_IPV6.some((range) => parsed.match(range))) return true;
  const [, , , , fifth = 0, sixth = 0] = parsed.parts;
  return (fifth & 0xfdff) === 0 && sixth === 0x5efe;
}

/** @returns why a URL must not be fetched at all, before any name is looked up, or null */
export function forbiddenUrl(
  url: URL,
  isPublic: (address: string) => boolean = isPublicAddress,
): string | null {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return `${url.protocol} addresses are not fetched; only http and https`;
  if (url.username || url.password)
    return "an address with a name or password in it is not fetched";
  const literal = url.hostname.replace(/^\[|\]$/gu, "");
  if (ipaddr.isValid(literal) && !isPublic(literal))
    return "a private, local or reserved address is not fetched";
  return null;
}

export class PrivateAddressError extends Error {
  constructor(hostname: string) {
    super(`${hostname} leads to a private, local or reserved address`);
    this.name = "PrivateAddressError";
  }
}

/** Looks a name up; every address it has must be public, because any of them may be connected to. */
export async function publicAddresses(
  hostname: string,
  isPublic: (address: string) => boolean = isPublicAddress,
): Promise<LookupAddress[]> {
  const found = await lookup(hostname, { all: true, verbatim: true });
  if (found.length === 0 || found.some(({ address }) => !isPublic(address)))
    throw new PrivateAddressError(hostname);
  return found;
}
