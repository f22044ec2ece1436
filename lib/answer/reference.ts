/**
 * Nothing in; a short code for one turn out, readable over a telephone.
 */
import { randomInt } from "node:crypto";

/** Crockford's base 32: no I, L, O or U, so nothing is misheard or misread. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 7;

/** A code such as `K7M-2QXR`. Random: it says nothing about who asked or what. */
export function newReference(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${letters.slice(0, 3).join("")}-${letters.slice(3).join("")}`;
}
