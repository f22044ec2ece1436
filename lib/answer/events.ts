/**
 * What the answer pipeline emits, in order: decision, sources and sentences, follow-ups, provenance.
 *
 * The stream and the JSON answer are both made from these events, so they always say the same.
 */
import type { Category, Notice, Outcome } from "@/lib/guard/decision";

/** A cited section, as a reader sees it. The passage is quoted from the index, never by a model. */
export interface AnswerSource {
  /** The marker's number, from 1 in order of first use. */
  readonly id: number;
  readonly documentId: string;
  readonly title: string;
  readonly section: string;
  readonly passage: string;
  /** BCP 47, of the passage. Only in the stream: the JSON answer's shape is fixed. */
  readonly language?: string;
  /** `/sources/<slug>?cite=<start>-<end>#<anchor>`, relative to this site. */
  readonly url: string;
  readonly publisher?: string;
  readonly lastReviewed?: string;
}

/** A released sentence. `citations` is empty only for fixed text of ours. */
export interface AnswerSentence {
  readonly text: string;
  readonly citations: readonly number[];
  /** How it is laid out; a list item or table row starts its own line. */
  readonly layout: "prose" | "list-item" | "heading" | "notice";
}

/** A telephone (or text) number as shown on a card. */
export interface CardNumber {
  readonly label: string;
  readonly number: string;
  /** `tel:` or `sms:` */
  readonly href: string;
}

/** The card of an urgent reply, or the one beneath an answer. */
export interface Card {
  readonly kind: "emergency" | "poisoning" | "crisis" | "abuse";
  readonly action: string;
  readonly detail: string;
  readonly numbers: readonly CardNumber[];
}

export interface AnswerFigure {
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
  /** The source number whose section it belongs to. */
  readonly source: number;
}

export interface Provenance {
  readonly index: string;
  readonly policy: string;
  readonly writer: string;
}

export type AnswerEvent =
  | {
      readonly type: "decision";
      readonly outcome: Outcome;
      readonly category: Category;
      readonly reference: string;
      readonly language: string;
      readonly notices: readonly Notice[];
      readonly card?: Card;
    }
  | { readonly type: "status"; readonly status: "searching" | "writing" | "checking" }
  | { readonly type: "source"; readonly source: AnswerSource }
  | { readonly type: "sentence"; readonly sentence: AnswerSentence }
  | { readonly type: "figure"; readonly figure: AnswerFigure }
  | { readonly type: "follow-ups"; readonly questions: readonly string[] }
  | {
      readonly type: "provenance";
      readonly provenance: Provenance;
      readonly rules: readonly string[];
    };
