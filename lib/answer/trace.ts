/**
 * What happens to one turn in; a record that can be replayed, and holds no word of the question, out.
 */
import type { Passage } from "@/lib/content";
import type { Category, Outcome } from "@/lib/guard/decision";
import type { DraftSentence, Rejection } from "./draft";

/** A released sentence: where it stands in the index, or its words when a model wrote it. */
export interface TracedSentence {
  /** Ids of the cited chunks, the first holding the sentence when it was quoted. */
  readonly passages: readonly string[];
  /** Range in the text of the first passage's document; absent when the sentence is not a quotation. */
  readonly quoted?: { readonly start: number; readonly end: number };
  readonly text?: string;
}

/** Filled while a turn is answered. */
export class Trace {
  outcome: Outcome = "no-source";
  category: Category = "no-source";
  index = "none";
  policy = "";
  writer = "fixed";
  /** Ids of the retrieved chunks, best first. */
  passages: readonly string[] = [];
  readonly sentences: TracedSentence[] = [];
  /** How many drafts the gate dropped, by reason. */
  readonly dropped: Partial<Record<Rejection, number>> = {};

  retrieved(passages: readonly Passage[]): void {
    this.passages = passages.map(({ chunk }) => chunk.id);
  }

  released({ text, passages }: DraftSentence): void {
    const ids = passages.map(({ chunk }) => chunk.id);
    const chunk = passages[0]?.chunk;
    const at = chunk?.text.indexOf(text) ?? -1;
    const start = at < 0 ? -1 : (chunk?.start ?? 0) + at;
    this.sentences.push(
      start >= 0
        ? { passages: ids, quoted: { start, end: start + text.length } }
        : { passages: ids, text },
    );
  }

  drop(reason: Rejection): void {
    this.dropped[reason] = (this.dropped[reason] ?? 0) + 1;
  }

  /** For the log: ids, counts and versions; not even the sentences of a model. */
  get facts() {
    const { outcome, category, index, policy, writer, passages, dropped } = this;
    return {
      outcome,
      category,
      index,
      policy,
      writer,
      passages,
      dropped,
      released: this.sentences.length,
    };
  }
}
