/**
 * An index in; a few questions that its documents answer, in one language, out.
 */
import type { SearchIndex } from "@/lib/search-index/search-index";

/** Enough to show what can be asked without a scroll on a phone: 2 to 5. */
const MOST_STARTERS = 4;
/** A longer heading wraps to three lines on a phone: characters, 50 to 90. */
const LONGEST_STARTER = 70;

/** The first headings that are questions, one a document, so that they range over the subject. */
export function startersOf(index: Pick<SearchIndex, "documents">, language: string): string[] {
  const starters: string[] = [];
  for (const document of index.documents.values()) {
    if (starters.length === MOST_STARTERS) break;
    if (document.language !== language || document.overdue) continue;
    const heading = document.blocks.find(
      ({ kind, start, end }) =>
        kind === "heading" && end - start <= LONGEST_STARTER && document.text[end - 1] === "?",
    );
    if (heading) starters.push(document.text.slice(heading.start, heading.end));
  }
  return starters;
}
