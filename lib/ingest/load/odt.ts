/** An OpenDocument text's bytes in; its headings, paragraphs, lists and tables, or a refusal, out. */
import { parseHTML } from "linkedom";
import { domBlocks } from "@/lib/ingest/load/dom-blocks";
import { tooComplex } from "@/lib/ingest/load/html";
import { type LoadOutcome, type Removed, refused } from "@/lib/ingest/load/loaded";
import { unpack } from "@/lib/ingest/load/zip";

const utf8 = new TextDecoder();

/** OpenDocument's elements and the HTML that means the same. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^text:list$/u, "ul"],
  [/^text:list-item$/u, "li"],
  [/^text:p$/u, "p"],
  [/^table:table$/u, "table"],
  [/^table:table-header-rows$/u, "thead"],
  [/^table:table-row$/u, "tr"],
  [/^table:table-cell$/u, "td"],
  [/^text:(?:span|a|bookmark.*)$/u, "span"],
];
const DROPPED =
  /^(?:text:(?:note|tracked-changes|hidden-text|hidden-paragraph|sequence-decls|variable-decls)|office:annotation(?:-end)?|office:forms|svg:(?:title|desc)|draw:(?:image|object|object-ole))$/u;

/** @param bytes an ODT file; only its text and facts are opened */
export function loadOdt(origin: string, bytes: Uint8Array, contentHash: string): LoadOutcome {
  const unpacked = unpack(bytes, (name) =>
    /^(?:content|meta)\.xml$|^META-INF\/manifest\.xml$/u.test(name),
  );
  if (!unpacked.ok) return refused(origin, unpacked.reason);
  const { parts } = unpacked;
  if (/encryption-data/u.test(utf8.decode(parts.get("META-INF/manifest.xml") ?? new Uint8Array())))
    return refused(origin, "protected with a password; save it without one");
  const content = parts.get("content.xml");
  if (!content) return refused(origin, "holds no text; save it again as .odt or .docx");
  const removed: Removed[] = [];
  const html = asHtml(utf8.decode(content), removed);
  const deep = tooComplex(html);
  if (deep) return refused(origin, deep);
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const found = domBlocks(document.body as unknown as Element);
  const title = /<dc:title>([^<]{1,300})<\/dc:title>/u
    .exec(utf8.decode(parts.get("meta.xml") ?? new Uint8Array()))?.[1]
    ?.trim();
  return {
    kind: "loaded",
    origin,
    format: "odt",
    contentHash,
    stated: {},
    hints: title ? { title } : {},
    blocks: found.blocks,
    removed: [...removed, ...found.removed],
    references: [],
  };
}

/** Rewrites OpenDocument tags as HTML's, so that one reader serves both. */
function asHtml(xml: string, removed: Removed[]): string {
  const body = /<office:text(?:\s[^>]*)?>([\s\S]*)<\/office:text>/u.exec(xml)?.[1] ?? "";
  const hiddenStyles = new Set(
    [
      ...xml.matchAll(
        /<style:style [^>]*style:name="([^"]+)"(?:(?!<\/style:style>)[\s\S]){0,3000}?text:display="none"/gu,
      ),
    ].map(([, name]) => name),
  );
  let out = "";
  let at = 0;
  let dropping: { tag: string; depth: number; hidden: boolean; text: string } | null = null;
  const headings: string[] = [];
  for (const match of body.matchAll(/<(\/?)([a-z-]+:[a-z-]+)((?:\s[^<>]*?)?)(\/?)>/gu)) {
    const [whole, closing, tag = "", attributes = "", empty] = match;
    const text = body.slice(at, match.index);
    at = match.index + whole.length;
    if (dropping) {
      dropping.text += text;
      if (tag === dropping.tag && !empty) dropping.depth += closing ? -1 : 1;
      if (dropping.depth === 0) {
        if (dropping.hidden && dropping.text.trim() !== "")
          removed.push({ reason: "hidden text", text: dropping.text, line: 1 });
        dropping = null;
      }
      continue;
    }
    out += text;
    const style = /text:style-name="([^"]+)"/u.exec(attributes)?.[1];
    const isHidden = style !== undefined && hiddenStyles.has(style);
    if (!closing && !empty && (DROPPED.test(tag) || isHidden))
      dropping = { tag, depth: 1, hidden: isHidden || tag.includes("hidden"), text: "" };
    else if (tag === "text:s" || tag === "text:tab" || tag === "text:line-break")
      out += tag === "text:line-break" ? "<br>" : " ";
    else if (tag === "text:h") {
      const level = closing
        ? headings.pop()
        : `h${Math.min(6, Number(/outline-level="(\d)"/u.exec(attributes)?.[1] ?? 2))}`;
      if (!closing && level) headings.push(level);
      out += `<${closing}${level}>`;
    } else {
      const same = SAME.find(([name]) => name.test(tag))?.[1];
      const span = /table:number-columns-spanned="(\d+)"/u.exec(attributes)?.[1];
      if (same && !empty)
        out += `<${closing}${same}${span && !closing ? ` colspan="${span}"` : ""}>`;
    }
  }
  return out + body.slice(at);
}
