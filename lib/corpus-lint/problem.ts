/** What enters: nothing. What leaves: the shape of one lint finding and the line that prints it. */

/** One finding about one line of one file. Warnings are printed but do not fail the lint. */
export interface Problem {
  /** Path as the author would type it, relative to the repository. */
  readonly file: string;
  /** 1-based line in that file. */
  readonly line: number;
  /** The front matter field or the rule's name. */
  readonly rule: string;
  readonly what: string;
  readonly fix: string;
  readonly level: "error" | "warning";
}

/**
 * Prints a finding on one line.
 *
 * @param problem a finding
 * @returns `file:line rule: what; fix`, with `(warning)` after the rule when it does not fail the lint
 */
export function formatProblem(problem: Problem): string {
  const note = problem.level === "warning" ? " (warning)" : "";
  return `${problem.file}:${problem.line} ${problem.rule}${note}: ${problem.what}; ${problem.fix}`;
}
