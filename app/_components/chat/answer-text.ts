/**
 * An answer's text with markers like [1] in; paragraphs and lists of text and citations out.
 *
 * There is no HTML here and no link: whatever a document or a model wrote stays text.
 */

/** A run of text, or the numbers of the sources that the text before it rests on. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "citation"; readonly number: number; readonly sentence: string };

export interface AnswerBlock {
  readonly kind: "paragraph" | "heading" | "list";
  /** One entry for a paragraph or heading; one per item for a list. */
  readonly lines: readonly (readonly Inline[])[];
}

const MARKER = /\s*\[(\d{1,3})\]/g;
/** A marker still arriving at the end of what has been streamed so far. */
const HALF_MARKER = /\s*\[\d{0,3}$/;
const LIST_ITEM = /^\s*[-*•]\s+/;
const HEADING = /^#{1,6}\s+/;

/**
 * Lays out an answer.
 * @param known the source numbers that have arrived; a marker of any other is left out
 */
export function parseAnswer(text: string, known: ReadonlySet<number>): AnswerBlock[] {
  const blocks: AnswerBlock[] = [];
  for (const section of text.replace(HALF_MARKER, "").split(/\n{2,}/)) {
    let list: Inline[][] | undefined;
    for (const line of section.split("\n")) {
      if (!line.trim()) continue;
      if (LIST_ITEM.test(line)) {
        if (!list) {
          list = lastList(blocks) ?? [];
          if (list.length === 0) blocks.push({ kind: "list", lines: list });
        }
        list.push(parseLine(line.replace(LIST_ITEM, ""), known));
        continue;
      }
      list = undefined;
      const kind = HEADING.test(line) ? "heading" : "paragraph";
      blocks.push({ kind, lines: [parseLine(line.replace(HEADING, ""), known)] });
    }
  }
  return blocks;
}

/** Items separated by an empty line are still one list. */
function lastList(blocks: readonly AnswerBlock[]): Inline[][] | undefined {
  const last = blocks.at(-1);
  return last?.kind === "list" ? (last.lines as Inline[][]) : undefined;
}

function parseLine(line: string, known: ReadonlySet<number>): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  let sentence = "";
  for (const match of line.matchAll(MARKER)) {
    const text = line.slice(at, match.index);
    at = match.index + match[0].length;
    if (text.trim()) sentence = text.trim();
    if (text) parts.push({ kind: "text", text });
    const number = Number(match[1]);
    if (known.has(number)) parts.push({ kind: "citation", number, sentence });
  }
  if (at < line.length) parts.push({ kind: "text", text: line.slice(at) });
  return parts;
}

/** Lower-cased words, for finding a sentence in its passage whatever the punctuation. */
function words(text: string): string[] {
  return text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Below this share of a sentence's words a passage's sentence is not what supports it: 0.3 to 0.8. */
const SUPPORT_SHARE = 0.4;

/**
 * Where in a quoted passage the support of a sentence stands.
 * @returns offsets into `passage`, or undefined when nothing in it is close enough to mark
 */
export function supportIn(
  passage: string,
  sentence: string,
  language: string,
): { start: number; end: number } | undefined {
  const exact = passage.indexOf(sentence);
  if (sentence && exact >= 0) return { start: exact, end: exact + sentence.length };
  const wanted = new Set(words(sentence));
  let best: { start: number; end: number; share: number } | undefined;
  for (const { segment, index } of new Intl.Segmenter(language, {
    granularity: "sentence",
  }).segment(passage)) {
    const found = new Set(words(segment).filter((word) => wanted.has(word)));
    const share = wanted.size === 0 ? 0 : found.size / wanted.size;
    if (share > (best?.share ?? SUPPORT_SHARE))
      best = { start: index, end: index + segment.trimEnd().length, share };
  }
  return best && { start: best.start, end: best.end };
}
