/** A loaded source in; its Document, and what was taken out of it with the reason, out. */
import path from "node:path";
import { UNKNOWN_META } from "@/lib/blank-document";
import type { Document, DocumentMeta } from "@/lib/content";
import { assemble } from "@/lib/ingest/clean/assemble";
import {
  collapseSpaces,
  inSentenceCase,
  normaliseCharacters,
  normaliseSeparators,
} from "@/lib/ingest/clean/characters";
import { instructsModel } from "@/lib/ingest/clean/instructions";
import { pageFacts } from "@/lib/ingest/clean/page-facts";
import { cleanSections } from "@/lib/ingest/clean/sections";
import { structurePlainText } from "@/lib/ingest/clean/structure";
import { languageOf } from "@/lib/ingest/language";
import type { Loaded, RawBlock, Removed } from "@/lib/ingest/load/loaded";
import { slugify, titleFromFileName } from "@/lib/ingest/slug";
import { readingGrade } from "@/lib/readability";

export interface Cleaned {
  readonly document: Document;
  readonly removed: readonly Removed[];
}

/** Text read to tell its language; safe 200 to 2,000 characters. The time it takes grows with it. */
const LANGUAGE_SAMPLE = 400;

/**
 * Cleans one source.
 *
 * @param loaded what its loader found
 * @param today `YYYY-MM-DD`, to tell whether the document is overdue for review
 */
export function clean(loaded: Loaded, today: string): Cleaned {
  const removed: Removed[] = loaded.removed.map((entry) =>
    instructsModel(entry.text) ? { ...entry, reason: "instruction to a model" } : entry,
  );
  let raw: RawBlock[] = loaded.blocks;
  if (loaded.plainText !== undefined) {
    const normal = normaliseCharacters(loaded.plainText);
    noteInvisible(normal.removed, removed);
    const structured = structurePlainText(normal.text, pageOf(loaded));
    removed.push(...structured.removed);
    raw = structured.blocks;
  } else {
    raw = normaliseBlocks(raw, removed);
  }
  raw = withoutLetterhead(raw, removed);
  const title = loaded.stated.title ?? loaded.hints.title ?? titleOf(raw, loaded.origin);
  const guessed = loaded.plainText !== undefined;
  const sectioned = cleanSections(raw, title, guessed);
  removed.push(...sectioned.removed);
  const { text, blocks } = assemble(sectioned.blocks);
  const prose = sectioned.blocks
    .filter(({ kind }) => kind !== "heading" && kind !== "figure")
    .map((block) => (/[.!?:]$/u.test(block.text) ? block.text : `${block.text}.`))
    .join("\n");
  const { meta, inferred } = describeDocument(loaded, title, prose, pageFacts(removed));
  const document: Document = {
    ...meta,
    id: meta.slug,
    format: loaded.format,
    origin: loaded.origin,
    inferred,
    text,
    blocks,
    references: [...loaded.references, ...sectioned.references],
    readingGrade: readingGrade(prose, meta.language),
    overdue: meta.nextReviewDue !== null && meta.nextReviewDue < today,
    contentHash: loaded.contentHash,
  };
  return { document, removed: removed.sort((a, b) => a.line - b.line) };
}

/** Normalising keeps every line, so a line's number still finds its page. */
function pageOf({ pageOfLine }: Loaded): ((line: number) => number | undefined) | undefined {
  return pageOfLine ? (line) => pageOfLine[line - 1] : undefined;
}

function noteInvisible(count: number, removed: Removed[]): void {
  if (count > 0)
    removed.push({ reason: "invisible characters", text: `${count} characters`, line: 1 });
}

/** Links keep their place, so a block that has any is only tidied where that moves nothing. */
function normaliseBlocks(blocks: readonly RawBlock[], removed: Removed[]): RawBlock[] {
  let invisible = 0;
  const tidy = (text: string) => {
    const normal = normaliseCharacters(text);
    invisible += normal.removed;
    return normaliseSeparators(collapseSpaces(normal.text));
  };
  const kept = blocks.map((block) => {
    const text = tidy(block.text);
    const links = block.links && text === block.text ? { links: block.links } : {};
    const { links: _links, ...rest } = block;
    return {
      ...rest,
      text,
      ...links,
      ...(block.header ? { header: block.header.map(tidy) } : {}),
      ...(block.cells ? { cells: block.cells.map(tidy) } : {}),
    };
  });
  noteInvisible(invisible, removed);
  return kept.filter((block) => block.text !== "");
}

/** The name under which an origin is known: its file name, or the last part of its address. */
export function baseName(origin: string): string {
  const name = /^https?:/u.test(origin) ? addressName(new URL(origin)) : path.basename(origin);
  return name.replace(/\.[\p{L}\d]{1,8}$/u, "") || "document";
}

function addressName({ pathname, hostname }: URL): string {
  const last = path.basename(pathname.replace(/\/+$/u, ""));
  try {
    return last === "" ? hostname.replaceAll(".", "-") : decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The publisher's name above the title: the page's own footer says whose name it is. */
function withoutLetterhead(blocks: RawBlock[], removed: Removed[]): RawBlock[] {
  const [first, second] = blocks;
  if (first?.kind !== "heading" || second?.kind !== "heading") return blocks;
  const name = slugify(first.text);
  const owns = removed.some(
    ({ reason, text }) => reason === "footer" && slugify(text).includes(name),
  );
  if (!owns) return blocks;
  removed.push({ reason: "running head", text: first.text, line: first.line });
  return blocks.slice(1);
}

/** A first heading names the document when a section, not text, follows, or the file name agrees. */
function titleOf(blocks: readonly RawBlock[], origin: string): string {
  const [first, second] = blocks;
  const fromName = () =>
    titleFromFileName(baseName(origin), blocks.map((block) => block.text).join("\n"));
  if (first?.kind !== "heading") return fromName();
  const others = blocks.filter((block) => block.kind === "heading").length - 1;
  const nameWords = new Set(slugify(baseName(origin)).split("-"));
  const shared = slugify(first.text)
    .split("-")
    .some((word) => word.length > 3 && nameWords.has(word));
  const longEnough = first.text.split(/\s+/u).length >= 2;
  const isTitle =
    shared || second?.kind === "heading" || (longEnough && others > 0) || others === 0;
  return isTitle ? inSentenceCase(first.text) : fromName();
}

function describeDocument(
  loaded: Loaded,
  title: string,
  prose: string,
  facts: Partial<DocumentMeta>,
): { meta: DocumentMeta; inferred: string[] } {
  const { stated, hints } = loaded;
  const found: Partial<DocumentMeta> = {
    title,
    slug: slugify(baseName(loaded.origin)),
    language: languageOf(prose.slice(0, LANGUAGE_SAMPLE)),
    ...(loaded.format === "markdown" ? {} : facts),
    ...hints,
  };
  const inferred = (Object.keys(found) as (keyof DocumentMeta)[])
    .filter(
      (field) => stated[field] === undefined && found[field] !== undefined && found[field] !== null,
    )
    .sort();
  const meta: DocumentMeta = {
    title,
    slug: slugify(title),
    ...UNKNOWN_META,
    ...found,
    ...stated,
  };
  return { meta, inferred };
}
