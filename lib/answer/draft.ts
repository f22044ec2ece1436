/**
 * What a writer proposes and the gate judges: one sentence with the passages it says it rests on.
 */
import type { Passage } from "@/lib/content";
import type { Turn } from "@/lib/guard/decision";
import type { AnswerSentence } from "./events";

export interface DraftSentence {
  /** Without markers. */
  readonly text: string;
  readonly layout: AnswerSentence["layout"];
  /** What it cites; empty when the writer cited nothing or something that was not retrieved. */
  readonly passages: readonly Passage[];
  /** Our own wording between quotations, such as that two documents differ. No writer of prose sets it. */
  readonly ours?: true;
}

export interface WriteRequest {
  readonly question: string;
  readonly history: readonly Turn[];
  /** Best first. */
  readonly passages: readonly Passage[];
  readonly language: "en" | "es";
  readonly signal?: AbortSignal;
}

/** Proposes sentences for a request; a language model's may fail at any point. */
export interface Writer {
  readonly id: string;
  write(request: WriteRequest): AsyncIterable<DraftSentence>;
}

/** Why a draft sentence was not released. */
export type Rejection =
  | "no-citation"
  | "dose"
  | "directive"
  | "number"
  | "term"
  | "negation"
  | "direction"
  | "hedge"
  | "unsupported"
  | "diagnosis"
  | "link"
  | "persona"
  | "injection"
  | "fragment"
  | "second-look";

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: Rejection };
