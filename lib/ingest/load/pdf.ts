/** A PDF's bytes in; its paragraphs with their page numbers, or why it is refused, out. */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import type { DocumentMeta } from "@/lib/content";
import { collapseSpaces } from "@/lib/ingest/clean/characters";
import { type LoadOutcome, type Removed, refused } from "@/lib/ingest/load/loaded";
import type { Page, Piece } from "@/lib/ingest/load/pdf-columns";
import { layOut, type Paragraph } from "@/lib/ingest/load/pdf-layout";
import { isBold, type TextPiece, whiteOnWhite } from "@/lib/ingest/load/pdf-paint";

/** Most pages read; safe 500 to 5,000. */
const MAX_PAGES = 2_000;
/** Time for one file in milliseconds; safe 30 s to 5 min. A 300-page leaflet takes a few seconds. */
const MAX_MS = 120_000;
/**
 * Time spent on what a file paints, in milliseconds; safe 10 to 60 s. Pictures are decoded for it, and
 * scans with recognised text have one a page: the pages after it are read without.
 */
const PAINT_MS = 20_000;
/** Letters lower than this (points) are too small to be read; safe 0.5 to 2.5. */
const MIN_SIZE = 1.5;

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

/** @param bytes a PDF file */
export async function loadPdf(
  origin: string,
  bytes: Uint8Array,
  contentHash: string,
): Promise<LoadOutcome> {
  let pdf: Proxy;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    return refused(
      origin,
      name === "PasswordException"
        ? "protected with a password; save it without one"
        : "the PDF is damaged or cut short; export or download it again",
    );
  }
  try {
    if (pdf.numPages > MAX_PAGES)
      return refused(origin, `${pdf.numPages} pages, more than ${MAX_PAGES}; split it`);
    const removed: Removed[] = [];
    const pages = await readPages(pdf, removed);
    if (pages === null)
      return refused(
        origin,
        `took longer than ${MAX_MS / 1000} s to read; split it or export it again`,
      );
    if (pages.every(({ pieces }) => pieces.length === 0))
      return refused(
        origin,
        "holds pictures of pages and no text (a scan); run text recognition (OCR) on it first",
      );
    const laid = layOut(pages);
    removed.push(...laid.removed);
    return {
      kind: "loaded",
      origin,
      format: "pdf",
      contentHash,
      stated: {},
      hints: await hintsOf(pdf, laid.paragraphs),
      blocks: [],
      ...asPlainText(laid.paragraphs),
      removed,
      references: [],
    };
  } catch {
    return refused(origin, "the PDF is damaged; export or download it again");
  } finally {
    await pdf.destroy().catch(() => undefined);
  }
}

async function readPages(pdf: Proxy, removed: Removed[]): Promise<Page[] | null> {
  const deadline = Date.now() + MAX_MS;
  const { OPS } = await getResolvedPDFJS();
  let painting = 0;
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    if (Date.now() > deadline) return null;
    const page = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 612, top = 792] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.filter((item) => "str" in item);
    const started = Date.now();
    const hidden: ReadonlySet<TextPiece> =
      texts.length > 0 && painting < PAINT_MS
        ? await whiteOnWhite(page, texts, OPS).catch(() => new Set<TextPiece>())
        : new Set();
    painting += Date.now() - started;
    const pieces: Piece[] = [];
    for (const item of texts) {
      if (item.str.trim() === "") continue;
      const [, skew = 0, , scale = 0, x = 0, y = 0] = item.transform as number[];
      const size = Math.hypot(skew, scale) || item.height;
      const piece = {
        text: item.str,
        x: x - left,
        y: y - bottom,
        width: item.width,
        size,
        bold: isBold(page, item.fontName),
      };
      const isOff = x > right || y > top || x + item.width < left || y < bottom - size;
      if (isOff || size < MIN_SIZE || hidden.has(item))
        removed.push({ reason: "hidden text", text: item.str, line: number });
      else pieces.push(piece);
    }
    pages.push({ number, width: right - left, height: top - bottom, pieces });
    page.cleanup();
  }
  return pages;
}

/** One line a paragraph, headings marked by their rank in size, so that text's own rules go on. */
function asPlainText(paragraphs: readonly Paragraph[]): {
  plainText: string;
  pageOfLine: number[];
} {
  const sizes = [
    ...new Set(paragraphs.filter(({ isHeading }) => isHeading).map(({ size }) => Math.round(size))),
  ].sort((a, b) => b - a);
  const lines: string[] = [];
  const pageOfLine: number[] = [];
  const push = (line: string, page: number) => {
    lines.push(line);
    pageOfLine.push(page);
  };
  let wasRow = false;
  for (const { text, page, size, gapAbove, isHeading } of paragraphs) {
    const isRow = /\s{3}/u.test(text);
    if ((gapAbove && !(isRow && wasRow)) || isHeading) push("", page);
    wasRow = isRow;
    const level = Math.min(4, sizes.indexOf(Math.round(size)) + 1);
    push(isHeading ? `${"#".repeat(Math.max(1, level))} ${text}` : text, page);
    if (isHeading) push("", page);
  }
  return { plainText: lines.join("\n"), pageOfLine };
}

async function hintsOf(
  pdf: Proxy,
  paragraphs: readonly Paragraph[],
): Promise<Partial<DocumentMeta>> {
  const firstPage = paragraphs.filter(
    ({ page, isHeading }) => page === paragraphs[0]?.page && isHeading,
  );
  const largest = [...firstPage].sort((a, b) => b.size - a.size)[0];
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const said = (key: string) => {
    const value: unknown = Reflect.get(info, key);
    return typeof value === "string" ? collapseSpaces(value) : "";
  };
  const named = said("Title");
  const isName =
    /\s/u.test(named) && !/\.(?:docx?|pdf|indd|qxd|pptx?)$|^microsoft word|^untitled/iu.test(named);
  const title = largest?.text ?? (isName ? named : "");
  const author = said("Author");
  return {
    ...(title ? { title } : {}),
    ...(/\s/u.test(author) ? { author } : {}),
  };
}
