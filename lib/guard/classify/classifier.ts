/** Matches of a message and the rules' verdict go in; a second opinion comes out, or nothing to add. */
import type { Category, Decision, Notice } from "../decision";
import type { Matches } from "../match/lexicon";
import type { Features } from "./features";

export interface Verdict {
  readonly action: Decision["action"];
  readonly category: Category;
  readonly rules: readonly string[];
  readonly notices: readonly Notice[];
}

export interface Classifier {
  /** A hash of the weights. */
  readonly version: string;
  /** What to change in the rules' verdict; undefined to leave it. */
  review(matches: Matches, features: Features, verdict: Verdict): Partial<Verdict> | undefined;
}
