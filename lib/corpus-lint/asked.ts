/** What enters: a parsed document and its checked front matter. What leaves: a finding for each way of asking that belongs to no section or to several. */

import type { FrontMatter } from "@/lib/ingest/front-matter";
import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";

/** A longer way of asking is a story, and matches by accident. Characters. Safe 80 to 200. */
const LONGEST = 120;

/**
 * Checks the front matter field `asked`: its keys are headings of the document, and nothing is asked of two sections.
 *
 * @param document a parsed document
 * @param fields its front matter
 * @returns the findings
 */
export function checkAsked(document: ParsedDocument, { asked = {} }: FrontMatter): Problem[] {
  const lines = document.raw.split("\n");
  const lineOf = (text: string) => Math.max(1, lines.findIndex((line) => line.includes(text)) + 1);
  const headings = new Set(document.headings.map(({ text }) => text));
  const problems: Problem[] = [];
  const report = (text: string, what: string, fix: string) =>
    problems.push({
      file: document.file,
      line: lineOf(text),
      rule: "asked",
      what,
      fix,
      level: "error",
    });
  const sections = new Map<string, string>();
  for (const [section, ways] of Object.entries(asked)) {
    if (!headings.has(section))
      report(section, `"${section}" is no heading of this document`, "write the heading exactly");
    for (const way of ways) {
      const plain = way.toLowerCase();
      const other = sections.get(plain);
      if (other !== undefined)
        report(way, `"${way}" is also asked under "${other}"`, "keep it where it is answered best");
      sections.set(plain, section);
      if (way.length > LONGEST)
        report(way, `"${way.slice(0, 40)}…" is longer than ${LONGEST} characters`, "shorten it");
    }
  }
  return problems;
}
