/** A Word file's bytes in; its headings, paragraphs, lists and tables, or why it is refused, out. */
import { zipSync } from "fflate";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import type { DocumentMeta } from "@/lib/content";
import { domBlocks } from "@/lib/ingest/load/dom-blocks";
import { tooComplex } from "@/lib/ingest/load/html";
import { type LoadOutcome, type Removed, refused } from "@/lib/ingest/load/loaded";
import { unpack } from "@/lib/ingest/load/zip";

const MAIN = "word/document.xml";
const utf8 = new TextDecoder();

/** Styles that Word's own templates give titles; mammoth knows headings by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Caption'] => p:fresh",
];

/** @param bytes a DOCX file; only its text parts are opened */
export async function loadDocx(
  origin: string,
  bytes: Uint8Array,
  contentHash: string,
): Promise<LoadOutcome> {
  const isText = (name: string) =>
    /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/)/u.test(
      name,
    );
  const unpacked = unpack(bytes, isText);
  if (!unpacked.ok) return refused(origin, unpacked.reason);
  const parts = new Map(unpacked.parts);
  const main = parts.get(MAIN);
  if (!main) return refused(origin, "holds no Word document; save it again as .docx");
  const removed: Removed[] = [];
  const visible = withoutHiddenRuns(utf8.decode(main), removed);
  const deep = tooComplex(visible.replace(/<(\/?)w:/gu, "<$1w-"));
  if (deep) return refused(origin, deep);
  parts.set(MAIN, new TextEncoder().encode(visible));
  const safe = zipSync(Object.fromEntries(parts), { level: 0 });
  let html: string;
  try {
    const ignoreImages = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
    ({ value: html } = await mammoth.convertToHtml(
      { buffer: Buffer.from(safe) },
      { styleMap: STYLES, convertImage: ignoreImages },
    ));
  } catch {
    return refused(origin, "the Word file is damaged; open and save it again");
  }
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const found = domBlocks(document.body as unknown as Element);
  removed.push(...found.removed.filter(({ text }) => text !== ""));
  return {
    kind: "loaded",
    origin,
    format: "docx",
    contentHash,
    stated: {},
    hints: coreHints(parts.get("docProps/core.xml")),
    blocks: found.blocks,
    removed,
    references: [],
  };
}

/** Text set as hidden, in white, or in a size nobody can read. */
function withoutHiddenRuns(xml: string, removed: Removed[]): string {
  return xml.replace(/<w:r(?:\s[^>]{0,200})?>(?:(?!<\/w:r>)[\s\S]){0,20000}<\/w:r>/gu, (run) => {
    const style = /<w:rPr>([\s\S]*?)<\/w:rPr>/u.exec(run)?.[1] ?? "";
    const white =
      /<w:color [^>]*w:val="(?:FFFFFF|ffffff)"/u.test(style) &&
      !/<w:(?:shd|highlight) /u.test(style);
    const hidden =
      /<w:(?:vanish|webHidden)(?:\s*\/>| w:val="(?:1|true|on)")/u.test(style) ||
      white ||
      /<w:sz w:val="[0-4]"/u.test(style);
    if (!hidden) return run;
    const text = [...run.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)]
      .map(([, words]) => words)
      .join("");
    if (text.trim() !== "") removed.push({ reason: "hidden text", text, line: 1 });
    return "";
  });
}

/** What Word stores about a file: title, author, language. Templates' placeholders are passed over. */
function coreHints(core: Uint8Array | undefined): Partial<DocumentMeta> {
  if (!core) return {};
  const xml = utf8.decode(core);
  const value = (tag: string) =>
    new RegExp(`<${tag}[^>]*>([^<]{1,300})</${tag}>`, "u").exec(xml)?.[1]?.trim();
  const title = value("dc:title");
  const author = value("dc:creator");
  return {
    ...(title && !/^(?:untitled|document\d*|microsoft word.*|word document)$/iu.test(title)
      ? { title }
      : {}),
    ...(author && !/^(?:user|admin|author|unknown|python-docx|un-named)$/iu.test(author)
      ? { author }
      : {}),
  };
}
