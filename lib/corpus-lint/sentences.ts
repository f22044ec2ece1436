/** What enters: prose blocks. What leaves: their sentences, each with its line and its place in the block. */

import type { Block } from "./document";

export interface Sentence {
  readonly text: string;
  readonly line: number;
  readonly block: Block;
  /** 0-based position within the block. */
  readonly index: number;
}

/** Abbreviations after which a full stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|\s|\()(?:e\.g|i\.e|vs|cf|approx|Dr|Mr|Mrs|Ms|No|St|U\.S|EE|UU|p\. ej)\.$/u;

/**
 * Splits prose into sentences; a decimal point or an abbreviation does not end one.
 *
 * @param text prose of one block
 * @param language `en` or `es`
 * @returns trimmed sentences with the offset at which each starts
 */
export function splitSentences(
  text: string,
  language: string,
): { readonly text: string; readonly offset: number }[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const sentences: { text: string; offset: number }[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = sentences.at(-1);
    if (last && (ABBREVIATION.test(last.text.trimEnd()) || /[:;,]\s*$/u.test(last.text)))
      last.text += segment;
    else if (last && /^\p{Ll}/u.test(segment)) last.text += segment;
    else sentences.push({ text: segment, offset: index });
  }
  return sentences
    .map(({ text: part, offset }) => ({
      text: part.replace(/\s+/gu, " ").trim(),
      offset: offset + (part.length - part.trimStart().length),
    }))
    .filter((sentence) => sentence.text !== "");
}

/**
 * Lists every sentence of a document's prose.
 *
 * @param blocks prose in reading order
 * @param language `en` or `es`
 * @returns sentences with the line on which each starts
 */
export function sentencesOf(blocks: readonly Block[], language: string): Sentence[] {
  return blocks.flatMap((block) =>
    splitSentences(block.text, language).map(({ text, offset }, index) => ({
      text,
      block,
      index,
      line: block.line + (block.text.slice(0, offset).match(/\n/gu)?.length ?? 0),
    })),
  );
}
