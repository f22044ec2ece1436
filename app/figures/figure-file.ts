/**
 * A requested name in; its media type and whether it is a figure of an indexed document, out.
 */
import type { Document } from "@/lib/content";

const TYPES: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  webp: "image/webp",
};

/** The media type of a plain file name; undefined for a path, a hidden file or another format. */
export function figureType(name: string): string | undefined {
  const match = /^[\p{L}\p{N}_-][\p{L}\p{N}._-]*\.([a-z]+)$/u.exec(name);
  return match?.[1] && !name.includes("..") ? TYPES[match[1]] : undefined;
}

export function isFigureOf(documents: Iterable<Pick<Document, "blocks">>, name: string): boolean {
  const src = `/figures/${name}`;
  for (const { blocks } of documents)
    if (blocks.some(({ figure }) => figure?.src === src)) return true;
  return false;
}
