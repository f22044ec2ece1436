/** Nothing enters; how long a chunk may be leaves. Apart from the chunker, so that asking for it loads no splitter. */

/** Budgets in words. A change here changes every chunk, so the index records them. */
export interface ChunkerSettings {
  readonly version: number;
  /** Below this a piece is joined to its neighbour of the same section; safe 30 to 80. */
  readonly minWords: number;
  /** Whole blocks are added up to this; safe 80 to 180. Shorter pieces are found more exactly. */
  readonly aimWords: number;
  /** Never more than this, unless one sentence is longer; safe 180 to 300. */
  readonly maxWords: number;
}

export const CHUNKER_SETTINGS: ChunkerSettings = {
  version: 1,
  minWords: 60,
  aimWords: 120,
  maxWords: 220,
};
