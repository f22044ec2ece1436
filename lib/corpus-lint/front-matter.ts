/** What enters: the YAML above a document. What leaves: its fields, checked, and a finding for each field that is missing or malformed. */

import path from "node:path";
import { checkFrontMatter as checkFields, FrontMatter } from "@/lib/ingest/front-matter";
import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";

export interface CheckedFrontMatter {
  readonly fields: FrontMatter | undefined;
  readonly problems: readonly Problem[];
}

const SEE_FIELD = "see the field's entry in corpus/README.md";

/**
 * Checks a document's front matter by the schema that ingestion uses, then what only an author can
 * mend: the slug against the file name, the dates against a day, misspelt fields.
 *
 * @param document a parsed document
 * @param today the day of the check, `YYYY-MM-DD`
 * @returns the fields when all are well formed, and the findings
 */
export function checkFrontMatter(document: ParsedDocument, today: string): CheckedFrontMatter {
  const problems: Problem[] = [];
  const report = (rule: string, what: string, fix: string) =>
    problems.push({
      file: document.file,
      line: lineOfField(document.raw, rule),
      rule,
      what,
      fix,
      level: "error",
    });

  if (document.frontMatter === undefined) {
    report("front-matter", "is missing", "start the file with the block of template.md.txt");
    return { fields: undefined, problems };
  }
  for (const field of fieldNames(document.frontMatter))
    if (!(field in FrontMatter.shape))
      report(field, "is not a known field", "remove it or mend its spelling");

  const checked = checkFields(document.frontMatter);
  if (!checked.ok) {
    for (const problem of checked.problems) {
      const { field, what, fix } = partsOf(problem);
      report(field, what, fix);
    }
    return { fields: undefined, problems };
  }
  const fields = FrontMatter.parse(checked.fields);
  const name = path.basename(document.file).replace(/\.md$/u, "");
  if (fields.slug !== name)
    report(
      "slug",
      `"${fields.slug}" differs from the file name "${name}"`,
      "make the two the same",
    );
  if (fields.nextReviewDue <= today)
    report(
      "nextReviewDue",
      `${fields.nextReviewDue} has passed`,
      "review the document, then move lastReviewed and nextReviewDue",
    );
  if (fields.lastReviewed > today)
    report("lastReviewed", `${fields.lastReviewed} is in the future`, "write the day it was read");
  if (fields.published > fields.lastReviewed)
    report("published", "is later than lastReviewed", "lastReviewed is never before published");
  if (/[.!?]\s+\p{Lu}/u.test(fields.summary))
    report("summary", "has more than one sentence", "keep one");
  if (fields.topics.length === 0) report("topics", "lists no topic", SEE_FIELD);
  if (fields.sources.length === 0) report("sources", "lists no source", SEE_FIELD);
  return { fields, problems };
}

/**
 * Finds two documents that use the same slug.
 *
 * @param documents checked documents
 * @returns a finding at each later use
 */
export function checkUniqueSlugs(
  documents: readonly { readonly document: ParsedDocument; readonly fields: FrontMatter }[],
): Problem[] {
  const owner = new Map<string, string>();
  return documents.flatMap(({ document, fields }): Problem[] => {
    const first = owner.get(fields.slug);
    if (first === undefined) {
      owner.set(fields.slug, document.file);
      return [];
    }
    return [
      {
        file: document.file,
        line: lineOfField(document.raw, "slug"),
        rule: "slug",
        what: `"${fields.slug}" is already used by ${first}`,
        fix: "choose another file name and slug",
        level: "error",
      },
    ];
  });
}

function fieldNames(yaml: string): string[] {
  return yaml.split("\n").flatMap((line) => /^([A-Za-z]\w*):/u.exec(line)?.[1] ?? []);
}

/** Ingestion says `field entry 2: what; fix` in one string; an entry's number joins what is wrong. */
function partsOf(problem: string): { field: string; what: string; fix: string } {
  const [, place = "", rest = problem] = /^([^:]*):\s*(.*)$/su.exec(problem) ?? [];
  const isWhole = place === "" || place === "front matter";
  const [field = "front-matter", ...entry] = isWhole ? ["front-matter"] : place.split(" ");
  const [what = rest, fix = SEE_FIELD] = rest.split(/;\s*/u);
  return { field, what: entry.length === 0 ? what : `${what} (${entry.join(" ")})`, fix };
}

function lineOfField(raw: string, field: string): number {
  const index = raw.split("\n").findIndex((line) => line.startsWith(`${field}:`));
  return index === -1 ? 1 : index + 1;
}
