/**
 * The first and last bytes of a file, and its name, in; its format out. Content decides; the name
 * only tells apart what content cannot (Markdown from plain text, data files from documents).
 */
import type { Document } from "@/lib/content";
import { decodeText } from "@/lib/ingest/load/decode";

export type Format = Document["format"];
export type Detected =
  | { readonly is: Format }
  /** A picture, a sidecar, a style sheet: belongs to a site but is no document. */
  | { readonly is: "ignored" }
  | { readonly is: "unknown"; readonly reason: string };

/** Bytes looked at from the start of a file; safe 4,096 to 262,144. */
export const HEAD_BYTES = 65_536;

const NOT_A_DOCUMENT =
  /\.(?:svg|png|jpe?g|gif|webp|avif|ico|bmp|tiff?|css|m?js|cjs|tsx?|map|json|ya?ml|toml|lock|woff2?|ttf|otf|mp[34]|webm|wav|ogg|log|gitkeep)$/iu;

const start = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
const latin1 = new TextDecoder("latin1");
const latin = (bytes: Uint8Array) => latin1.decode(bytes);

/**
 * @param name the file's name
 * @param head its first `HEAD_BYTES` bytes
 * @param size its whole size
 */
export function detect(name: string, head: Uint8Array, size: number): Detected {
  if (size === 0)
    return { is: "unknown", reason: "the file is empty (0 bytes); replace or remove it" };
  if (latin(head.subarray(0, 1_024)).includes("%PDF-")) return { is: "pdf" };
  if (start(head, 0x50, 0x4b, 0x03, 0x04)) return zipFormat(head);
  if (start(head, 0xd0, 0xcf, 0x11, 0xe0))
    return { is: "unknown", reason: "an old Word or Office file; save it as .docx or PDF" };
  if (start(head, 0x7b, 0x5c, 0x72, 0x74, 0x66))
    return { is: "unknown", reason: "rich text (RTF); save it as .docx or PDF" };
  if (NOT_A_DOCUMENT.test(name)) return { is: "ignored" };
  if (isPicture(head)) return { is: "ignored" };
  const text = decodeText(head.length < size ? cutAtCharacter(head) : head);
  if (text === null)
    return {
      is: "unknown",
      reason: "binary data in no known format; give PDF, DOCX, ODT, EPUB, HTML, Markdown or text",
    };
  if (text.trim() === "") return { is: "unknown", reason: "the file holds no text" };
  return textFormat(name, text);
}

function textFormat(name: string, text: string): Detected {
  const opening = text.slice(0, 8_192).trimStart();
  if (
    /^---[ \t]*\r?\n/u.test(opening) &&
    (/\.(?:md|markdown)$/iu.test(name) || /^title[ \t]*:/mu.test(opening))
  )
    return { is: "markdown" };
  if (/^(?:<\?xml[^>]*>\s*)?<svg[\s>]/iu.test(opening)) return { is: "ignored" };
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(
      opening,
    )
  )
    return { is: "html" };
  const tags =
    opening.match(
      /<\/?(?:html|head|body|div|p|span|h[1-6]|ul|ol|li|table|section|article|main|nav|a|br|meta|script)(?:\s[^<>]*)?>/giu,
    )?.length ?? 0;
  if (/\.x?html?$/iu.test(name) ? tags > 0 : tags >= 6 && opening.startsWith("<"))
    return { is: "html" };
  if (/^<\?xml/u.test(opening)) return { is: "unknown", reason: "XML in no known format" };
  if (/\.(?:md|markdown)$/iu.test(name)) return { is: "markdown" };
  if (/\.(?:csv|tsv|jsonl|ndjson|xml|sql|sh|py|rb|java|c|h|go|rs)$/iu.test(name))
    return {
      is: "unknown",
      reason: "data or code, not a document; give PDF, DOCX, ODT, EPUB, HTML, Markdown or text",
    };
  return { is: "text" };
}

/** The first entries of a zip archive name what kind of document it is. */
function zipFormat(head: Uint8Array): Detected {
  const names = latin(head);
  if (names.includes("mimetypeapplication/epub+zip")) return { is: "epub" };
  if (names.includes("mimetypeapplication/vnd.oasis.opendocument.text")) return { is: "odt" };
  if (
    /word\/(?:document|_rels|styles|settings)|\[Content_Types\]\.xml/u.test(names) &&
    !/xl\/|ppt\//u.test(names)
  )
    return { is: "docx" };
  if (names.includes("META-INF/container.xml")) return { is: "epub" };
  return { is: "unknown", reason: "a zip archive that is no DOCX, ODT or EPUB; unpack it first" };
}

function isPicture(head: Uint8Array): boolean {
  const webp = latin(head.subarray(0, 12));
  return (
    start(head, 0x89, 0x50, 0x4e, 0x47) ||
    start(head, 0xff, 0xd8, 0xff) ||
    webp.startsWith("GIF8") ||
    /^RIFF.{4}WEBP$/su.test(webp)
  );
}

/** A head cut inside a UTF-8 character would look like Latin-1. */
function cutAtCharacter(head: Uint8Array): Uint8Array {
  let end = head.length - (head.length % 2);
  for (let back = 0; back < 4 && end > 0 && ((head[end - 1] ?? 0) & 0x80) !== 0; back += 1)
    end -= 1;
  return head.subarray(0, end);
}
