/** Bytes or text in; their sha256 in lower-case hex out. */
import { createHash } from "node:crypto";

/** Parts are hashed one after another, each preceded by its length so that they cannot run together. */
export function sha256(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    if (parts.length > 1) hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest("hex");
}
