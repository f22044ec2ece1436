/** What enters: prose blocks. What leaves: their sentences, each with its line and its block. */

import { splitSentences } from "@/lib/sentences";
import type { Block } from "./document";

export interface Sentence {
  readonly text: string;
  readonly line: number;
  readonly block: Block;
}

/**
 * Lists every sentence of a document's prose.
 *
 * @param blocks prose in reading order
 * @param language `en` or `es`
 * @returns sentences with the line on which each starts
 */
export function sentencesOf(blocks: readonly Block[], language: string): Sentence[] {
  return blocks.flatMap((block) => {
    // An author may wrap a sentence over lines of the file, which does not end it.
    const unwrapped = block.text.replace(/\n/gu, " ");
    return splitSentences(unwrapped, language).map(({ start, end }) => ({
      text: unwrapped.slice(start, end).replace(/\s+/gu, " "),
      block,
      line: block.line + (block.text.slice(0, start).match(/\n/gu)?.length ?? 0),
    }));
  });
}
