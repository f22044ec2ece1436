/** A seed enters; the same stream of numbers leaves every time, so that training can be repeated byte for byte. */

export interface Random {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** A whole number from 0 to below - 1. */
  below(below: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of a list that must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** Shuffles in place (Fisher-Yates). */
  shuffle<T>(list: T[]): T[];
}

/** Mulberry32: small, fast and the same on every machine; good enough for sampling, not for secrets. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError("pick needs a list with something in it");
      return list[below(list.length)] as (typeof list)[number];
    },
    shuffle: (list) => {
      for (let i = list.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const held = list[i] as (typeof list)[number];
        list[i] = list[j] as (typeof list)[number];
        list[j] = held;
      }
      return list;
    },
  };
}
