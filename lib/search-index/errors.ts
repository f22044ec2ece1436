/**
 * What can be wrong with an index, each with its fix in the message.
 */

export type IndexProblem =
  | "missing"
  | "corrupt"
  | "outdated"
  | "embedder-mismatch"
  | "busy"
  | "empty"
  | "unwritable";

/** An index that cannot be opened or written. The message says what to do about it. */
export class IndexError extends Error {
  readonly problem: IndexProblem;
  constructor(problem: IndexProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "IndexError";
    this.problem = problem;
  }
}
