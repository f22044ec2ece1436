/** An EPUB's bytes in; the blocks of its chapters in reading order, or a refusal, out. */
import { parseHTML } from "linkedom";
import type { DocumentMeta } from "@/lib/content";
import { printedDate } from "@/lib/ingest/clean/page-facts";
import { domBlocks } from "@/lib/ingest/load/dom-blocks";
import { removeHidden } from "@/lib/ingest/load/hidden";
import { tooComplex } from "@/lib/ingest/load/html";
import { type LoadOutcome, type RawBlock, type Removed, refused } from "@/lib/ingest/load/loaded";
import { unpack } from "@/lib/ingest/load/zip";

const utf8 = new TextDecoder();
const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, "u").exec(tag)?.[1];

/** @param bytes an EPUB file; pictures, fonts and sounds stay packed */
export function loadEpub(origin: string, bytes: Uint8Array, contentHash: string): LoadOutcome {
  const unpacked = unpack(bytes, (name) => /\.(?:xhtml|html?|xml|opf|ncx)$/iu.test(name));
  if (!unpacked.ok) return refused(origin, unpacked.reason);
  const { parts } = unpacked;
  if (
    parts.has("META-INF/encryption.xml") &&
    /EncryptedData/u.test(textOf(parts, "META-INF/encryption.xml")) &&
    !/obfuscation/iu.test(textOf(parts, "META-INF/encryption.xml"))
  )
    return refused(origin, "protected against copying; only an open EPUB can be read");
  const packagePath = attribute(textOf(parts, "META-INF/container.xml"), "full-path");
  const opf = packagePath ? textOf(parts, packagePath) : "";
  if (opf === "")
    return refused(origin, "the EPUB is damaged: it does not say where its chapters are");
  const folder = packagePath?.includes("/") ? packagePath.replace(/[^/]*$/u, "") : "";
  const blocks: RawBlock[] = [];
  const removed: Removed[] = [];
  for (const [index, href] of chaptersOf(opf).entries()) {
    const html = textOf(parts, resolved(folder, href));
    const deep = tooComplex(html);
    if (deep) return refused(origin, `${href}: ${deep}`);
    if (html === "") continue;
    const body = /<body[^>]*>([\s\S]*)<\/body>/iu.exec(html)?.[1] ?? html;
    const styles = [...html.matchAll(/<style[^>]*>[\s\S]*?<\/style>/giu)].join("");
    const { document } = parseHTML(
      `<!doctype html><html><head>${styles}</head><body>${body}</body></html>`,
    );
    removed.push(...removeHidden(document as unknown as Document));
    for (const nav of [...document.querySelectorAll("nav")]) nav.remove();
    const found = domBlocks(document.body as unknown as Element, { line: index + 1 });
    blocks.push(...found.blocks);
    removed.push(...found.removed);
  }
  return {
    kind: "loaded",
    origin,
    format: "epub",
    contentHash,
    stated: {},
    hints: hintsOf(opf),
    blocks,
    removed,
    references: [],
  };
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  return utf8.decode(parts.get(name) ?? new Uint8Array());
}

function resolved(folder: string, href: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${href.replace(/#.*$/u, "")}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  try {
    return decodeURIComponent(steps.join("/"));
  } catch {
    return steps.join("/");
  }
}

/** Chapters in the order of the spine; the navigation page is not one. */
function chaptersOf(opf: string): string[] {
  const items = new Map<string, string>();
  for (const [tag] of opf.matchAll(/<(?:opf:)?item\s[^>]*>/gu)) {
    const id = attribute(tag, "id");
    const href = attribute(tag, "href");
    if (id && href && !/\bnav\b/u.test(attribute(tag, "properties") ?? "")) items.set(id, href);
  }
  return [...opf.matchAll(/<(?:opf:)?itemref\s[^>]*>/gu)].flatMap(
    ([tag]) => items.get(attribute(tag, "idref") ?? "") ?? [],
  );
}

function hintsOf(opf: string): Partial<DocumentMeta> {
  const value = (name: string) =>
    new RegExp(`<dc:${name}[^>]*>([^<]{1,400})</dc:${name}>`, "u").exec(opf)?.[1]?.trim();
  const [title, language, author, rights] = [
    value("title"),
    value("language"),
    value("creator"),
    value("rights"),
  ];
  const published = printedDate(value("date") ?? "");
  return {
    ...(title ? { title } : {}),
    ...(language && /^[a-z]{2,3}\b/iu.test(language)
      ? { language: language.split("-")[0]?.toLowerCase() }
      : {}),
    ...(author ? { author } : {}),
    ...(rights ? { licence: rights } : {}),
    ...(published ? { published } : {}),
  };
}
