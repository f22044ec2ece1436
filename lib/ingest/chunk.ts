/**
 * A cleaned document in; pieces that stand alone out, each a contiguous range of its text.
 *
 * Pieces follow headings and paragraphs and never cut a sentence, a list item, a table row or a
 * glossary entry. A list stays with the sentence that leads into it.
 */
import type { Block, Chunk, ChunkSentence, Document, Span } from "@/lib/content";
import { CHUNKER_SETTINGS, type ChunkerSettings } from "@/lib/ingest/chunker-settings";
import { slugify } from "@/lib/ingest/slug";
import { splitSentences } from "@/lib/sentences";
import { countWords } from "@/lib/words";

/** A run of blocks that belongs together: a paragraph, a list with its lead-in, a table, a term. */
interface Unit {
  readonly blocks: readonly Block[];
  readonly words: number;
  readonly alone: boolean;
}

interface Section {
  readonly path: readonly string[];
  readonly blocks: readonly Block[];
}

/**
 * Cuts a document.
 *
 * @param document its blocks must be in order and within its text
 * @param breaks offsets at which a sentence longer than the budget may be cut; see `overlongBreaks`
 * @returns chunks in reading order; ids are unique within the document
 */
export function chunkDocument(
  document: Document,
  settings: ChunkerSettings = CHUNKER_SETTINGS,
  breaks: ReadonlySet<number> = new Set(),
): Chunk[] {
  const chunks: Chunk[] = [];
  const numbered = new Map<string, number>();
  const cut = (path: readonly string[], blocks: readonly Block[], span: Span) => {
    const chunk = makeChunk(document, path, blocks, span, chunks.length);
    const home = [document.slug, ...path.map(slugify)].join("/");
    const ordinal = (numbered.get(home) ?? 0) + 1;
    numbered.set(home, ordinal);
    chunks.push({ ...chunk, id: `${home}/${ordinal}` });
  };
  for (const { path, blocks } of sectionsOf(document)) {
    for (const { blocks: group, words } of packed(unitsOf(blocks, document.text), settings)) {
      const [first] = group;
      if (first?.kind === "term") {
        cut(
          [...path, first.header?.[0] ?? document.text.slice(first.start, first.end)],
          group,
          first,
        );
        continue;
      }
      for (const piece of withinBudget(group, words, document, settings, breaks))
        cut(path, group, piece);
    }
  }
  return chunks;
}

/** The sections of a document: the blocks under each heading, with the headings above them. */
function sectionsOf(document: Document): Section[] {
  const sections: { path: string[]; blocks: Block[] }[] = [{ path: [], blocks: [] }];
  const above: { level: number; text: string }[] = [];
  for (const block of document.blocks) {
    if (block.kind !== "heading") {
      sections.at(-1)?.blocks.push(block);
      continue;
    }
    const level = block.level ?? 2;
    while (above.length > 0 && (above.at(-1)?.level ?? 0) >= level) above.pop();
    above.push({ level, text: document.text.slice(block.start, block.end) });
    sections.push({ path: above.map(({ text }) => text), blocks: [] });
  }
  return sections.filter(({ blocks }) => blocks.length > 0);
}

function unitsOf(blocks: readonly Block[], text: string): Unit[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const continuesList =
      block.kind === last?.kind && (block.kind === "list-item" || block.kind === "table-row");
    const leadsIn =
      last?.kind === "paragraph" &&
      (block.kind === "list-item" || block.kind === "table-row") &&
      !/[.!?]["'”’)]*$/u.test(text.slice(last.start, last.end));
    if (group && (continuesList || leadsIn || block.kind === "figure")) group.push(block);
    else groups.push([block]);
  }
  return groups.map((group) => ({
    blocks: group,
    words: group.reduce(
      (sum, { start, end, kind }) =>
        sum + (kind === "figure" ? 0 : countWords(text.slice(start, end))),
      0,
    ),
    alone: group[0]?.kind === "term",
  }));
}

/** Units that make up a piece, or several where they are too long for one. */
interface Group {
  readonly blocks: Block[];
  /** Without those of figures. */
  words: number;
  readonly alone: boolean;
}

/** Joins a section's short units up to the budget. */
function packed(
  units: readonly Unit[],
  { minWords, aimWords, maxWords }: ChunkerSettings,
): Group[] {
  const groups: Group[] = [];
  for (const unit of units) {
    const last = groups.at(-1);
    const total = (last?.words ?? 0) + unit.words;
    const fits = total <= aimWords || ((last?.words ?? 0) < minWords && total <= maxWords);
    if (last && !last.alone && !unit.alone && fits) {
      last.blocks.push(...unit.blocks);
      last.words = total;
    } else groups.push({ blocks: [...unit.blocks], words: unit.words, alone: unit.alone });
  }
  const [last, before] = [groups.at(-1), groups.at(-2)];
  if (
    last &&
    before &&
    !last.alone &&
    !before.alone &&
    last.words < minWords &&
    last.words + before.words <= maxWords
  ) {
    before.blocks.push(...last.blocks);
    before.words += last.words;
    groups.pop();
  }
  return groups;
}

/** Cuts a group that exceeds the budget between blocks, else sentences, else at the given breaks. */
function withinBudget(
  group: readonly Block[],
  words: number,
  document: Document,
  { aimWords, maxWords }: ChunkerSettings,
  breaks: ReadonlySet<number>,
): Span[] {
  const textual = group.filter((block) => block.kind !== "figure");
  const whole = {
    start: (textual[0] ?? group[0])?.start ?? 0,
    end: (textual.at(-1) ?? group.at(-1))?.end ?? 0,
  };
  const wordsOf = ({ start, end }: Span) => countWords(document.text.slice(start, end));
  const inside = textual.length === group.length ? words : wordsOf(whole);
  if (inside <= maxWords) return [whole];
  const atoms = group.flatMap((block): Span[] =>
    block.kind === "paragraph" && wordsOf(block) > maxWords
      ? sentencesIn(block, document).flatMap((sentence) => cutAt(sentence, breaks))
      : [block],
  );
  const pieces: { start: number; end: number; words: number }[] = [];
  for (const atom of atoms) {
    const last = pieces.at(-1);
    const words = wordsOf(atom);
    if (last && last.words + words <= (last.words < aimWords ? maxWords : aimWords)) {
      last.end = atom.end;
      last.words += words;
    } else pieces.push({ start: atom.start, end: atom.end, words });
  }
  return pieces.map(({ start, end }) => ({ start, end }));
}

function sentencesIn({ start, end }: Span, document: Document): Span[] {
  const found = splitSentences(document.text.slice(start, end), document.language);
  return found.map((span) => ({ start: start + span.start, end: start + span.end }));
}

function cutAt({ start, end }: Span, breaks: ReadonlySet<number>): Span[] {
  const inside = [...breaks].filter((at) => at > start && at < end).sort((a, b) => a - b);
  const edges = [start, ...inside, end];
  return edges.slice(1).map((edge, i) => ({ start: edges[i] ?? start, end: edge }));
}

function makeChunk(
  document: Document,
  path: readonly string[],
  group: readonly Block[],
  span: Span,
  ordinal: number,
): Chunk {
  const inside = group.filter((block) => block.start < span.end && block.end > span.start);
  const text = document.text.slice(span.start, span.end).trimEnd();
  const page = inside[0]?.page;
  return {
    id: "",
    documentId: document.id,
    ordinal,
    headingPath: [...path],
    text,
    start: span.start,
    end: span.start + text.length,
    language: document.language,
    ...(page === undefined ? {} : { page }),
    sentences: inside.flatMap((block) => sentencesOf(block, span, document)),
    tags: [],
    figures: group.flatMap((block) =>
      block.figure && belongs(block, span, group) ? [block.figure] : [],
    ),
  };
}

/** A figure goes with the piece that holds what stands before it. */
function belongs(figure: Block, span: Span, group: readonly Block[]): boolean {
  const before = group
    .filter((block) => block.kind !== "figure" && block.start < figure.start)
    .at(-1);
  const anchor = before ?? group.find((block) => block.kind !== "figure") ?? figure;
  return anchor.start < span.end && anchor.end > span.start && anchor.end <= span.end;
}

function sentencesOf(block: Block, span: Span, document: Document): ChunkSentence[] {
  const start = Math.max(block.start, span.start);
  const end = Math.min(block.end, span.end);
  const within = (from: number, to: number, kind: ChunkSentence["kind"]): ChunkSentence => ({
    start: from - span.start,
    end: to - span.start,
    kind,
  });
  if (block.kind === "table-row") return [within(start, end, "table-row")];
  if (block.kind === "heading" || block.kind === "figure") return [];
  const kind = block.kind === "paragraph" ? "prose" : block.kind;
  return sentencesIn({ start, end }, document).map((sentence) =>
    within(sentence.start, sentence.end, kind),
  );
}

/**
 * Loaded for the rare text that needs it: it takes longer to load than a leaflet to cut. Kept, because
 * even to import what is loaded takes longer than to cut.
 */
let textsplitters: Promise<typeof import("@langchain/textsplitters")> | undefined;

/**
 * Where to cut what no sentence end divides: a "sentence" beyond the budget, as in text whose
 * stops were lost. LangChain's splitter looks for the mildest place: clause, then comma, then space.
 *
 * @returns offsets into the document's text; empty for a document with ordinary sentences
 */
export async function overlongBreaks(
  document: Document,
  { maxWords }: ChunkerSettings = CHUNKER_SETTINGS,
): Promise<Set<number>> {
  const breaks = new Set<number>();
  for (const block of document.blocks) {
    if (
      block.kind !== "paragraph" ||
      block.end - block.start < 2 * maxWords ||
      countWords(document.text.slice(block.start, block.end)) <= maxWords
    )
      continue;
    for (const { start, end } of sentencesIn(block, document)) {
      const sentence = document.text.slice(start, end);
      if (countWords(sentence) <= maxWords) continue;
      textsplitters ??= import("@langchain/textsplitters");
      const { RecursiveCharacterTextSplitter } = await textsplitters;
      const splitter = new RecursiveCharacterTextSplitter({
        chunkSize: maxWords,
        chunkOverlap: 0,
        separators: ["; ", ": ", " — ", ", ", " ", ""],
        lengthFunction: countWords,
      });
      let from = 0;
      for (const piece of await splitter.splitText(sentence)) {
        const at = sentence.indexOf(piece, from);
        const mark = /^[;:,—\s]+/u.exec(piece)?.[0].length ?? 0;
        if (at > 0) breaks.add(start + at + mark);
        if (at >= 0) from = at + piece.length;
      }
    }
  }
  return breaks;
}
