/** A question's best passages enter; a few numbers and a chance leave that say whether they answer it at all. */

import { coverage, type PreparedConcepts } from "./features";
import type { PassageTermStore } from "./passage-terms";
import type { Ranked } from "./rank";

/** Passages looked at: the answer is among the first ones or nowhere. Safe 2 to 6. */
const LOOKED_AT = 3;

export const EVIDENCE = ["covered", "core", "named", "meaning", "near", "present"] as const;
export type Evidence = Record<(typeof EVIDENCE)[number], number>;

/** A logistic regression over {@link EVIDENCE}; learned once, moved to fit each index by lib/retrieve/calibrate. */
export interface EvidenceModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * The evidence of the best-supported of the first passages.
 * @param preparedOf the question's concepts for a passage's language
 */
export function evidenceOf(
  ranked: readonly Ranked[],
  preparedOf: (id: string) => PreparedConcepts,
  store: PassageTermStore,
): Evidence {
  let best: Evidence = { covered: 0, core: 0, named: 0, meaning: 0, near: 0, present: 0 };
  let most = -1;
  for (const { id, features } of ranked.slice(0, LOOKED_AT)) {
    const prepared = preparedOf(id);
    const { covered, core, named } = coverage(id, prepared, store);
    // A long message means many things; its gist is what is asked.
    const meaning = Math.max(features.meaning, features.gist);
    const support = covered + core + named + meaning;
    if (support <= most) continue;
    most = support;
    best = { covered, core, named, meaning, near: features.near, present: 1 - prepared.absent };
  }
  return best;
}

/** The model's log odds that the question is answerable; 0 is even. */
export function oddsOf(evidence: Evidence, model: EvidenceModel): number {
  return EVIDENCE.reduce(
    (sum, name) => sum + evidence[name] * (model.weights[name] ?? 0),
    model.bias,
  );
}
