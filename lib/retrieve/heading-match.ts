/** What headings show for a question enters; the mean of it leaves, which stands for passages without a heading. */

/** What a heading shows. */
export interface HeadingMatch {
  /** 1 when there are headings to go by. */
  readonly headed: number;
  /** Share of words in common, small words included, by rarity in headings, 0 to 1. */
  readonly wording: number;
  /** How much nearer the heading is in meaning than the passage, once what all headings share is taken out; -1 to 1. */
  readonly asks: number;
  /** The same of the first sentence, which in well-made leaflets answers the heading. */
  readonly opener: number;
  /** Asked in the same way: who, how long, which tests; 0 to 1. */
  readonly manner: number;
  /** -1 for a mere definition when more is asked, up to 1 for the definition that is asked for. */
  readonly form: number;
  /** Share of the question's content, words for the same made one, that the section with its heading says; 0 to 1. */
  readonly says: number;
}

const SHOWN = ["headed", "wording", "asks", "opener", "manner", "form", "says"] as const;

/** What stands for a chunk without a heading: the mean of the others, so that it is neither preferred nor held back. */
export function meanMatch(matches: readonly (HeadingMatch | undefined)[]): HeadingMatch {
  const mean = { headed: 0, wording: 0, asks: 0, opener: 0, manner: 0, form: 0, says: 0 };
  const found = matches.filter((match) => match !== undefined);
  for (const match of found) for (const name of SHOWN) mean[name] += match[name] / found.length;
  return mean;
}
