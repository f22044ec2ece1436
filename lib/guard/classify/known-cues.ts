/** The keys of the cues seen in training go in; for each cue of a message, the row of weights it has comes out. */

/** The cues that have weights: row by row, their keys in ascending order. */
export interface KnownCues {
  readonly keys: Uint32Array;
  /** @returns the row of a cue's weights; -1 for a cue without */
  rowOf(key: number): number;
}

/** Keys are looked up by their first so many bits, then one by one; safe 12 to 18. */
const PREFIX_BITS = 16;

/**
 * @param keys 32 bits each, ascending, none twice
 * @throws RangeError when they are not
 */
export function knownCues(keys: Uint32Array): KnownCues {
  const shift = 32 - PREFIX_BITS;
  const starts = new Int32Array(2 ** PREFIX_BITS + 1);
  for (let row = 0; row < keys.length; row += 1) {
    if (row > 0 && (keys[row] as number) <= (keys[row - 1] as number))
      throw new RangeError("The keys of the cues are not in ascending order");
    starts[((keys[row] as number) >>> shift) + 1] = row + 1;
  }
  for (let prefix = 1; prefix < starts.length; prefix += 1)
    starts[prefix] = Math.max(starts[prefix] as number, starts[prefix - 1] as number);
  return {
    keys,
    rowOf(key) {
      const prefix = key >>> shift;
      const end = starts[prefix + 1] as number;
      for (let row = starts[prefix] as number; row < end; row += 1)
        if (keys[row] === key) return row;
      return -1;
    },
  };
}
