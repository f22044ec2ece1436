/** A question's best passages enter; a few numbers and a chance leave that say whether they answer it at all. */

import { coverage, type PreparedConcepts } from "./features";
import type { PassageTermStore } from "./passage-terms";
import type { Ranked } from "./rank";

/** Passages looked at: the answer is among the first ones or nowhere. Safe 2 to 6. */
const LOOKED_AT = 3;

export const EVIDENCE = ["covered", "core", "named", "meaning", "near", "present"] as const;
export type Evidence = Record<(typeof EVIDENCE)[number], number> & {
  /** How far the best heading that is a question, or a way its section is asked for, is the one asked. */
  readonly asked: number;
};
/** What a heading that is the question adds, in log odds. Safe 0.5 to 2: made-up names stand in well-known questions too. */
const ASKED = 1;

/** A logistic regression over {@link EVIDENCE}; learned once, moved to fit each index by lib/retrieve/calibrate. */
export interface EvidenceModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * The evidence of the best-supported of the first passages.
 * @param preparedOf the question's concepts for a passage's language
 * @param isQuestion whether what stands above a passage is a question, and not a label
 */
export function evidenceOf(
  ranked: readonly Ranked[],
  preparedOf: (id: string) => PreparedConcepts,
  store: PassageTermStore,
  isQuestion: (id: string) => boolean,
): Evidence {
  let best = { covered: 0, core: 0, named: 0, meaning: 0, near: 0, present: 0 };
  let most = -1;
  let asked = 0;
  for (const { id, features } of ranked.slice(0, LOOKED_AT)) {
    const prepared = preparedOf(id);
    if (isQuestion(id)) asked = Math.max(asked, features.wording);
    const { covered, core, named } = coverage(id, prepared, store);
    // A long message means many things; its gist is what is asked.
    const meaning = Math.max(features.meaning, features.gist);
    const support = covered + core + named + meaning;
    if (support <= most) continue;
    most = support;
    best = { covered, core, named, meaning, near: features.near, present: 1 - prepared.absent };
  }
  return { ...best, asked };
}

/** The model's log odds that the question is answerable; 0 is even. */
export function oddsOf(evidence: Evidence, model: EvidenceModel): number {
  return EVIDENCE.reduce(
    (sum, name) => sum + evidence[name] * (model.weights[name] ?? 0),
    model.bias + ASKED * evidence.asked,
  );
}
