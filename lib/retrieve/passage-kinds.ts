/** Passages enter; how far each gives each kind of fact leaves. */

import { KINDS, type KindLexicon } from "./kinds";
import type { PassageTermStore } from "./passage-terms";

/** Terms from the start that show which kind of fact a passage gives; as the lexicon was learned. */
const KIND_TERMS = 80;
/** Distinct terms added to a passage's own, so that a short one is not sure of itself. Safe 4 to 40. */
const SMOOTHING = 16;

/** How far each passage gives each kind of fact, -1 to 1; worked out when a passage is first compared, then kept. */
export class PassageKinds {
  readonly #odds = new Map<number, readonly (readonly [number, number])[]>();
  readonly #held = new Map<string, Float32Array>();
  readonly #store: PassageTermStore;

  constructor(lexicon: KindLexicon, store: PassageTermStore) {
    this.#store = store;
    for (const [term, number] of store.terms) {
      const odds = lexicon[term];
      if (odds) this.#odds.set(number, odds);
    }
  }

  /** One number for each of {@link KINDS}. */
  of(id: string): Float32Array {
    const held = this.#held.get(id);
    if (held) return held;
    const kinds = new Float32Array(KINDS.length);
    const seen = new Set(this.#store.of(id)?.body.subarray(0, KIND_TERMS));
    for (const number of seen)
      for (const [kind, odds] of this.#odds.get(number) ?? [])
        kinds[kind] = (kinds[kind] as number) + odds;
    const scale = Math.sqrt(SMOOTHING + seen.size);
    for (let i = 0; i < kinds.length; i++) kinds[i] = Math.tanh((kinds[i] as number) / scale);
    this.#held.set(id, kinds);
    return kinds;
  }
}
