/** A page's HTML in; the blocks of its article, what it says about itself, and what was left out out. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { DocumentMeta } from "@/lib/content";
import { boilerplateReason } from "@/lib/ingest/clean/boilerplate";
import { collapseSpaces } from "@/lib/ingest/clean/characters";
import { printedDate } from "@/lib/ingest/clean/page-facts";
import { domBlocks } from "@/lib/ingest/load/dom-blocks";
import { removeHidden } from "@/lib/ingest/load/hidden";
import {
  type LoadOutcome,
  type RawBlock,
  type RemovalReason,
  type Removed,
  refused,
} from "@/lib/ingest/load/loaded";

/** Deepest nesting parsed; safe 200 to 1,000. Pages stay under 60; parsers recurse and fall over. */
const MAX_DEPTH = 400;
/** Most tags parsed; safe 50,000 to 500,000. */
const MAX_TAGS = 200_000;
/** Share of a page's prose that its article must hold to be believed; safe 0.3 to 0.7. */
const ARTICLE_SHARE = 0.4;

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;
/** Tags that end themselves when the next begins; a page may never close them. */
const SELF_ENDING = /^(?:p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot|rt|rp)$/u;

const FURNITURE: readonly (readonly [RemovalReason, string])[] = [
  [
    "cookie notice",
    "[id*=cookie i],[class*=cookie i],[id*=consent i],[class*=consent-b i],[aria-label*=cookie i]",
  ],
  [
    "navigation",
    "nav,[role=navigation],[role=search],[role=menu],[role=menubar],[class*=breadcrumb i],[class*=skip-link i],[class*=pagination i],[id=toc],[class~=toc]",
  ],
  ["share bar", "[class*=share-b i],[class*=sharing i],[class*=social i],[class~=share]"],
  [
    "advertisement",
    "[class*=advert i],[id*=advert i],[class~=ad],[class~=ads],[class*=sponsor i],[class*=newsletter i],[class*=subscribe i],[class*=promo-b i]",
  ],
  ["author box", "[class*=author-b i],[class*=author-card i],[class*=about-author i],[rel=author]"],
  [
    "related links",
    "[class*=related i],[class*=recommended i],[class*=you-may i],[id*=comments i],[class*=comment-list i]",
  ],
  ["footer", "body > footer,[role=contentinfo],footer[class*=site i]"],
  ["navigation", "body > header,[role=banner]"],
  ["related links", "aside,[role=complementary]"],
];

/** @returns why some HTML must not be parsed, or null */
export function tooComplex(html: string): string | null {
  let depth = 0;
  let deepest = 0;
  let tags = 0;
  for (const [, closing, name = "", end] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]{0,30})(?:[^<>"']{0,400}?(\/?)>)?/giu,
  )) {
    tags += 1;
    const tag = name.toLowerCase();
    if (VOID.test(tag) || SELF_ENDING.test(tag) || end === "/") continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
    if (tags > MAX_TAGS) return `more than ${MAX_TAGS} tags; split the page or save it as text`;
    if (deepest > MAX_DEPTH)
      return `tags nested more than ${MAX_DEPTH} deep; save it again from a browser`;
  }
  return null;
}

/**
 * @param html decoded content
 * @param origin the path or address it came from
 */
export function loadHtml(origin: string, html: string, contentHash: string): LoadOutcome {
  const problem = tooComplex(html);
  if (problem) return refused(origin, problem);
  const document = parse(html);
  const hints = pageHints(document);
  const removed = removeHidden(document);
  const everything = blocksOf(document, []);
  removeFurniture(document, removed);
  const body = blocksOf(document, removed);
  const article = articleBlocks(document, body);
  removed.push(...missing(everything, article, removed));
  return {
    kind: "loaded",
    origin,
    format: "html",
    contentHash,
    stated: {},
    hints,
    blocks: article,
    removed,
    references: [],
  };
}

function parse(html: string): Document {
  const wrapped = /<body[\s>]/iu.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(wrapped).document as unknown as Document;
}

function blocksOf(document: Document, removed: Removed[]): RawBlock[] {
  const found = domBlocks(document.body ?? document.documentElement);
  removed.push(...found.removed);
  return found.blocks;
}

function removeFurniture(document: Document, removed: Removed[]): void {
  for (const [reason, selector] of FURNITURE) {
    for (const element of [...document.querySelectorAll(selector)]) {
      const holdsArticle =
        element.querySelector("main,article,h1") !== null ||
        /^(?:main|article|body|html)$/u.test(element.localName);
      if (holdsArticle || !element.parentNode) continue;
      const found = domBlocks(element);
      removed.push(...found.blocks.map(({ text, line }) => ({ reason, text, line })));
      element.remove();
    }
  }
}

const prose = (blocks: readonly RawBlock[]) =>
  blocks.reduce((sum, { kind, text }) => sum + (kind === "heading" ? 0 : text.length), 0);

/** The page's own `main` or `article`, else what Readability finds, if it holds most of the prose. */
function articleBlocks(document: Document, body: RawBlock[]): RawBlock[] {
  const enough = prose(body) * ARTICLE_SHARE;
  for (const selector of ["main article", "article", "main", "[role=main]"]) {
    const elements = document.querySelectorAll(selector);
    const [only] = elements;
    if (elements.length !== 1 || !only) continue;
    const blocks = domBlocks(only).blocks;
    if (prose(blocks) >= enough) return withTitle(blocks, body);
  }
  const copy = parse(document.toString());
  const read = new Readability(copy, { charThreshold: 200, keepClasses: false }).parse();
  if (!read?.content) return body;
  const blocks = blocksOf(parse(read.content), []);
  return prose(blocks) >= enough ? withTitle(blocks, body) : body;
}

/** The page's first heading names it even where it stands above the article. */
function withTitle(blocks: RawBlock[], body: readonly RawBlock[]): RawBlock[] {
  const title = body.find(({ kind, level }) => kind === "heading" && level === 1);
  const has = title && blocks.some(({ text }) => text === title.text);
  return title && !has ? [title, ...blocks] : blocks;
}

function missing(
  everything: readonly RawBlock[],
  kept: readonly RawBlock[],
  removed: readonly Removed[],
): Removed[] {
  const known = new Set([...kept, ...removed].map(({ text }) => text));
  return everything
    .filter(({ text }) => !known.has(text))
    .map(({ text, line }) => ({
      reason: boilerplateReason(text) ?? "outside the article",
      text,
      line,
    }));
}

function pageHints(document: Document): Partial<DocumentMeta> {
  const content = (selector: string) =>
    document.querySelector(selector)?.getAttribute("content")?.trim() || undefined;
  const h1 = document.querySelectorAll("h1");
  const heading = h1.length === 1 ? collapseSpaces(h1[0]?.textContent ?? "") : "";
  const title = heading || content("meta[property='og:title']") || siteless(document.title ?? "");
  const lang = document.documentElement?.getAttribute("lang")?.trim();
  const day = (text?: string) => (text ? (printedDate(text) ?? undefined) : undefined);
  const author = content("meta[name=author]");
  const published = day(
    content("meta[property='article:published_time']") ??
      content("meta[name='dcterms.created']") ??
      content("meta[name=date]"),
  );
  const lastReviewed = day(
    content("meta[name='last-reviewed']") ?? content("meta[property='article:reviewed_time']"),
  );
  const licence =
    document.querySelector("a[rel~=license],link[rel~=license]")?.getAttribute("href") ??
    content("meta[name='dcterms.rights']");
  return {
    ...(title ? { title } : {}),
    ...(lang && /^[a-z]{2,3}(?:-[a-z0-9]+)*$/iu.test(lang)
      ? { language: lang.split("-")[0]?.toLowerCase() }
      : {}),
    ...(author ? { author } : {}),
    ...(published ? { published } : {}),
    ...(lastReviewed ? { lastReviewed } : {}),
    ...(licence ? { licence } : {}),
  };
}

/** "Hay fever | Riverbend Clinic" is a page called "Hay fever". */
function siteless(title: string): string {
  const parts = collapseSpaces(title).split(/\s+[|–—·»:-]\s+/u);
  return parts[0] ?? "";
}
