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
  return parsed.range() === "unicast";
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
