/**
 * Raw blocks in; the same without reference lists, furniture sections, repeated paragraphs and
 * descriptions of pictures, and with glossary entries made one block each, out.
 */
import { boilerplateReason, boilerplateSection } from "@/lib/ingest/clean/boilerplate";
import { isImageDescription } from "@/lib/ingest/clean/image-descriptions";
import { instructsModel } from "@/lib/ingest/clean/instructions";
import type { RawBlock, RemovalReason, Removed } from "@/lib/ingest/load/loaded";
import { isPlain } from "@/lib/plain";

const REFERENCES =
  /^(?:references?(?: list)?|bibliography|works cited|literature cited|citations|footnotes|endnotes|selected references|references and (?:notes|sources|further reading)|referencias(?: bibliográficas)?|bibliografía)$/iu;
/** Headings that are a reference list only when what follows looks like one. */
const MAYBE_REFERENCES = /^(?:sources?|notes|further reading|links|resources|fuentes|notas)$/iu;
const CITATION =
  /(?:\b(?:19|20)\d{2}\b|et al\.?|\bdoi\b|https?:\/\/|\bPMID\b|\bvol\.|\bpp?\.\s?\d|journal|university press|(?:accessed|retrieved|consultado))/iu;

const GLOSSARY =
  /^(?:glossary(?: of terms)?|definitions?|key (?:terms|words|definitions)|terms(?: (?:used|to know|and definitions))?|(?:words|terms) to know|glosario|definiciones|términos)$/iu;
const MEANING = /^(?:meaning|definition|significado|definición)\s*(?::|—|–|-|=)\s*/iu;

/** Longest glossary term in characters and words; safe 40 to 80, and 5 to 10. */
const MAX_TERM = 60;
const MAX_TERM_WORDS = 7;
/** Shortest paragraph whose repetition is noticed; safe 30 to 80: short lines repeat rightly. */
const MIN_DUPLICATE = 40;

/** Shortest paragraph whose repetition in another section is noticed; safe 80 to 200. */
const LONG_DUPLICATE = 120;

export interface Sectioned {
  readonly blocks: RawBlock[];
  readonly removed: Removed[];
  readonly references: string[];
}

const bare = (heading: string) =>
  heading
    .replace(/^\d+(?:\.\d+)*\.?\s+/u, "")
    .replace(/[:.]+$/u, "")
    .trim();

/** The blocks of the section that a heading at `from` opens: up to the next heading of its level. */
function sectionEnd(blocks: readonly RawBlock[], from: number): number {
  const level = blocks[from]?.level ?? 6;
  for (let i = from + 1; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (block?.kind === "heading" && (block.level ?? 6) <= level) return i;
  }
  return blocks.length;
}

/**
 * Takes out what is in the text but is not the text.
 *
 * @param blocks in reading order
 * @param title the document's title, so that a first heading that repeats it goes
 * @param headingsAreGuessed in plain text a heading with nothing below it may be a list's last item
 */
export function cleanSections(
  blocks: readonly RawBlock[],
  title: string | null,
  headingsAreGuessed = false,
): Sectioned {
  const removed: Removed[] = [];
  const references: string[] = [];
  const kept: RawBlock[] = [];
  const drop = (block: RawBlock, reason: RemovalReason) =>
    removed.push({ reason, text: block.text, line: block.line });

  for (let i = 0; i < blocks.length; ) {
    const block = blocks[i] as RawBlock;
    if (block.kind === "heading") {
      const end = sectionEnd(blocks, i);
      const inside = blocks.slice(i + 1, end);
      const furniture = boilerplateSection(block.text);
      if (isReferenceList(bare(block.text), inside)) {
        for (const entry of inside) references.push(entry.text);
        for (const entry of [block, ...inside]) drop(entry, "reference list");
        i = end;
        continue;
      }
      if (furniture && inside.length > 0) {
        for (const entry of [block, ...inside]) drop(entry, furniture);
        i = end;
        continue;
      }
      if (kept.length === 0 && title !== null && same(block.text, title)) {
        drop(block, "repeated title");
        i += 1;
        continue;
      }
    }
    const reason = furnitureReason(block);
    if (reason) drop(block, reason);
    else kept.push(block);
    i += 1;
  }
  const withTerms = glossaryEntries(kept);
  const unique = withoutDuplicates(withTerms, removed);
  return { blocks: withoutEmptyHeadings(unique, removed, headingsAreGuessed), removed, references };
}

const same = (a: string, b: string) => normalised(a) === normalised(b);
const normalised = (text: string) =>
  text
    .toLowerCase()
    .replace(isPlain(text) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, " ")
    .trim();

function isReferenceList(heading: string, inside: readonly RawBlock[]): boolean {
  if (inside.length === 0) return false;
  if (REFERENCES.test(heading)) return true;
  if (!MAYBE_REFERENCES.test(heading)) return false;
  return inside.filter((block) => CITATION.test(block.text)).length >= inside.length / 2;
}

function furnitureReason(block: RawBlock): RemovalReason | null {
  if (instructsModel(block.text)) return "instruction to a model";
  if (block.kind === "table-row" || block.kind === "term") return null;
  const furniture = boilerplateReason(block.text);
  if (furniture) return furniture;
  const mayDescribe = block.kind === "paragraph" || block.kind === "figure";
  return mayDescribe && isImageDescription(block.text, { standsAlone: true })
    ? "image description"
    : null;
}

const isShort = (text: string) =>
  text.length <= MAX_TERM && text.split(/\s+/u).length <= MAX_TERM_WORDS && !/[.!?;,]$/u.test(text);

/** Joins each term of a glossary with its meaning. */
function glossaryEntries(blocks: readonly RawBlock[]): RawBlock[] {
  const out: RawBlock[] = [];
  let glossaryLevel: number | null = null;
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as RawBlock;
    const next = blocks[i + 1];
    const isGlossaryHeading = block.kind === "heading" && GLOSSARY.test(bare(block.text));
    if (isGlossaryHeading) glossaryLevel = block.level ?? 2;
    else if (
      block.kind === "heading" &&
      glossaryLevel !== null &&
      endsGlossary(block, next, blocks[i + 2], glossaryLevel)
    )
      glossaryLevel = null;
    const meant = next?.kind === "paragraph" && MEANING.test(next.text);
    const canBeTerm =
      (block.kind === "heading" || block.kind === "paragraph") &&
      !isGlossaryHeading &&
      isShort(block.text);
    if (
      canBeTerm &&
      next?.kind === "paragraph" &&
      !isShort(next.text) &&
      (meant || glossaryLevel !== null)
    ) {
      out.push(term(block.text, next.text, block));
      i += 1;
      continue;
    }
    out.push((glossaryLevel !== null && inlineTerm(block)) || block);
  }
  return out;
}

/** In a glossary a heading is a term; one that opens several paragraphs, or a list, is a section. */
function endsGlossary(
  heading: RawBlock,
  next: RawBlock | undefined,
  afterNext: RawBlock | undefined,
  level: number,
): boolean {
  if ((heading.level ?? 6) > level) return false;
  if (next?.kind !== "paragraph" || !isShort(heading.text)) return true;
  return afterNext?.kind === "paragraph" && !isShort(afterNext.text);
}

/** "Azoospermia: no sperm in the semen." as a paragraph or list item of a glossary. */
function inlineTerm(block: RawBlock): RawBlock | null {
  if (block.kind !== "paragraph" && block.kind !== "list-item") return null;
  const found = /^([^.:!?]{2,60}?)(?::| [—–-]) (.{8,})$/su.exec(block.text);
  return found?.[1] && found[2] && isShort(found[1]) ? term(found[1], found[2], block) : null;
}

/**
 * One glossary entry. The block's `header` holds the term and its `cells` the meaning; the text
 * names the term even when the meaning does not.
 */
export function term(name: string, meaning: string, from: RawBlock): RawBlock {
  const said = meaning.replace(MEANING, "");
  const shown = asWritten(name, said);
  const bareName = normalised(name.replace(/\s*\([^)]*\)/gu, "")).replace(/s$/u, "");
  const text = normalised(said).includes(bareName) ? said : `${shown}: ${said}`;
  const { line, page } = from;
  const cells = { header: [shown], cells: [said] };
  return { kind: "term", text, line, ...(page ? { page } : {}), ...cells };
}

/** "hpg axis" is shown as its meaning writes it, "HPG Axis"; any term starts with a capital. */
function asWritten(name: string, meaning: string): string {
  const at = /\p{Lu}/u.test(name) ? -1 : meaning.toLowerCase().indexOf(name);
  const written = at === -1 ? name : meaning.slice(at, at + name.length);
  return written.charAt(0).toUpperCase() + written.slice(1);
}

const mayRepeat = ({ kind, text }: RawBlock) =>
  kind === "paragraph" && text.length >= MIN_DUPLICATE;

/** A long paragraph is said once; a shorter one may stand in two sections, but not twice in one. */
function withoutDuplicates(blocks: readonly RawBlock[], removed: Removed[]): RawBlock[] {
  if (blocks.filter(mayRepeat).length < 2) return [...blocks];
  const met = new Map<string, number>();
  let section = 0;
  return blocks.filter((block) => {
    if (block.kind === "heading") section += 1;
    if (!mayRepeat(block)) return true;
    const key = normalised(block.text);
    const before = met.get(key);
    met.set(key, section);
    const repeats =
      before !== undefined && (before === section || block.text.length >= LONG_DUPLICATE);
    if (repeats)
      removed.push({ reason: "duplicate paragraph", text: block.text, line: block.line });
    return !repeats;
  });
}

/** A heading whose section went, or never was, leads nowhere. */
function withoutEmptyHeadings(
  blocks: readonly RawBlock[],
  removed: Removed[],
  keepAsText: boolean,
): RawBlock[] {
  const kept: RawBlock[] = [];
  let levelBelow = 0;
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    const block = blocks[i] as RawBlock;
    if (block.kind !== "heading") {
      levelBelow = 7;
      kept.push(block);
      continue;
    }
    const level = block.level ?? 2;
    if (levelBelow > level) {
      kept.push(block);
      levelBelow = level;
    } else if (keepAsText) {
      const { level: _level, ...rest } = block;
      levelBelow = 7;
      kept.push({ ...rest, kind: "paragraph" });
    } else removed.push({ reason: "empty heading", text: block.text, line: block.line });
  }
  return kept.reverse();
}
