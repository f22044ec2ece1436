/** What enters: the YAML above a document. What leaves: its fields, checked, and a finding for each field that is missing or malformed. */

import path from "node:path";
import { isMap, parseDocument as parseYaml } from "yaml";
import { z } from "zod";
import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, "is not a date written as YYYY-MM-DD")
  .refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)), "is not a real date");

const words = z.string().trim().min(1, "is empty");

const source = z
  .strictObject({
    title: words,
    publisher: words,
    year: z.number().int().min(1900, "is not a year").max(2200, "is not a year"),
    pmid: z
      .union([
        z.number().int().positive(),
        z.string().regex(/^\d{1,9}$/u, "is not a PubMed number"),
      ])
      .optional(),
    url: z.url({ protocol: /^https?$/u, error: "is not a web address" }).optional(),
  })
  .refine((entry) => entry.pmid !== undefined || entry.url !== undefined, {
    message: "has neither a pmid nor a url",
  });

/** The fields a document must carry, in the order an author writes them. */
export const FrontMatter = z.strictObject({
  title: words,
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, "is not lower-case words joined by hyphens"),
  summary: words,
  topics: z.array(words).min(1, "lists no topic"),
  audience: words,
  jurisdiction: words,
  language: z.enum(["en", "es"], { error: "is neither en nor es" }),
  author: words,
  reviewer: words,
  published: day,
  lastReviewed: day,
  nextReviewDue: day,
  licence: words,
  evidence: z.enum(["guideline", "trial", "review", "expert opinion", "unknown"], {
    error: "is not one of guideline, trial, review, expert opinion, unknown",
  }),
  sources: z.array(source).min(1, "lists no source"),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

export interface CheckedFrontMatter {
  readonly fields: FrontMatter | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Checks a document's front matter, its slug against its file name and its dates against a day.
 *
 * @param document a parsed document
 * @param today the day of the check, `YYYY-MM-DD`
 * @returns the fields when all are well formed, and the findings
 */
export function checkFrontMatter(document: ParsedDocument, today: string): CheckedFrontMatter {
  const problems: Problem[] = [];
  const report = (
    rule: string,
    what: string,
    fix: string,
    line = lineOfField(document.raw, rule),
  ) => problems.push({ file: document.file, line, rule, what, fix, level: "error" });

  if (document.frontMatter === undefined) {
    report(
      "front-matter",
      "is missing",
      "start the file with the block of template.md.txt between two --- lines",
      1,
    );
    return { fields: undefined, problems };
  }
  const yaml = parseYaml(document.frontMatter, { schema: "core" });
  const broken = yaml.errors[0];
  if (broken || !isMap(yaml.contents)) {
    const line = 2 + (broken?.linePos?.[0].line ?? 1) - 1;
    report(
      "front-matter",
      "cannot be read as YAML",
      "put values that contain a colon in quotes and indent lists by two spaces",
      line,
    );
    return { fields: undefined, problems };
  }
  const checked = FrontMatter.safeParse(yaml.toJS({ maxAliasCount: 0 }));
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      const field =
        issue.code === "unrecognized_keys" ? (issue.keys[0] ?? "") : String(issue.path[0] ?? "");
      const place =
        issue.path.length > 1 ? ` (${issue.path.slice(1).map(placeName).join(" ")})` : "";
      report(field, `${describe(issue)}${place}`, "see the field's entry in corpus/README.md");
    }
    return { fields: undefined, problems };
  }
  const fields = checked.data;
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
    report(
      "lastReviewed",
      `${fields.lastReviewed} is in the future`,
      "write the day it was last read through",
    );
  if (fields.published > fields.lastReviewed)
    report("published", "is later than lastReviewed", "lastReviewed is never before published");
  if (/[.!?]\s+\p{Lu}/u.test(fields.summary))
    report("summary", "has more than one sentence", "keep one");
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
    const line = lineOfField(document.raw, "slug");
    const what = `"${fields.slug}" is already used by ${first}`;
    return [
      {
        file: document.file,
        line,
        rule: "slug",
        what,
        fix: "choose another file name and slug",
        level: "error",
      },
    ];
  });
}

function placeName(part: PropertyKey): string {
  return typeof part === "number" ? `entry ${part + 1}` : String(part);
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "is not a known field";
  if (issue.code === "invalid_type")
    return issue.input === undefined ? "is missing" : `is not of type ${issue.expected}`;
  return issue.message;
}

function lineOfField(raw: string, field: string): number {
  const index = raw.split("\n").findIndex((line) => line.startsWith(`${field}:`));
  return index === -1 ? 1 : index + 1;
}
