/** What enters: sentences and texts that must not be copied. What leaves: a finding for each run of words in common. */

import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";
import type { Sentence } from "./sentences";

/** Words in a row that count as copied; safe 6 to 10. Shorter runs are ordinary English ("the pituitary gland at the base of"). */
export const COPIED_RUN = 8;

/** Runs of words of the protected texts, ready to be looked up. */
export type ProtectedRuns = ReadonlySet<string>;

/**
 * Indexes texts from which nothing may be copied.
 *
 * @param texts their contents
 * @returns every run of {@link COPIED_RUN} words, normalised
 */
export function indexRuns(texts: readonly string[]): ProtectedRuns {
  return new Set(texts.flatMap((text) => runs(text)));
}

/**
 * Looks for runs of words that a protected text also has.
 *
 * @param document the parsed document
 * @param sentences its sentences
 * @param guarded runs from {@link indexRuns}
 * @returns one finding a block that copies
 */
export function checkCopied(
  document: ParsedDocument,
  sentences: readonly Sentence[],
  guarded: ProtectedRuns,
): Problem[] {
  const blocks = new Map(sentences.map((sentence) => [sentence.block, sentence.block]));
  return [...blocks.keys()].flatMap((block): Problem[] => {
    const copied = runs(block.text).find((run) => guarded.has(run));
    if (copied === undefined) return [];
    return [
      {
        file: document.file,
        line: block.line,
        rule: "copied",
        what: `"${copied}" also stands in a source text`,
        fix: "say it in your own words",
        level: "error",
      },
    ];
  });
}

function runs(text: string): string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[’']/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - COPIED_RUN + 1))
    .map((_, start) => words.slice(start, start + COPIED_RUN).join(" "));
}
