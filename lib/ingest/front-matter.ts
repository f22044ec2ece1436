/**
 * The YAML above a document, or beside it, in; its checked fields out, or what is wrong with each
 * field and how to mend it.
 */
import { isMap, parseDocument } from "yaml";
import { z } from "zod";
import { type DocumentMeta, Evidence, IsoDate } from "@/lib/content";

/** Characters of front matter read; safe 10,000 to 60,000. Real front matter is under 5,000. */
const MAX_YAML = 16_384;
/** Lists and maps within each other; safe 6 to 50. Real front matter has three; thousands crash the parser. */
const MAX_DEPTH = 20;
/** Aliases followed; safe 0 to 20. A document's front matter needs none; a YAML bomb needs many. */
const MAX_ALIASES = 5;

const words = z.string({ error: "must be text" }).trim().min(1, "must not be empty");
const isRealDay = (day: string) => {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
};
const realDate = IsoDate.refine((day) => !IsoDate.safeParse(day).success || isRealDay(day), {
  error: "must be a day of the calendar, like 2026-11-23",
});

const Source = z
  .object({
    title: words,
    publisher: words,
    year: z.number({ error: "must be a year like 2024" }).int().min(1500).max(2200),
    pmid: z
      .union([z.number().int().positive(), z.string().regex(/^\d{1,9}$/u)], {
        error: "must be a PubMed number",
      })
      .transform(String)
      .optional(),
    url: z.url({ protocol: /^https?$/u, error: "must be a web address" }).optional(),
  })
  .refine((source) => source.pmid !== undefined || source.url !== undefined, {
    message: "must have a pmid or a url",
  });

/** Every field a Markdown document must state. */
export const FrontMatter = z.object({
  title: words,
  slug: z
    .string({ error: "must be text" })
    .regex(
      /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u,
      "must be words joined by hyphens, like low-testosterone",
    ),
  summary: words,
  topics: z.array(words, { error: "must be a list, one topic a line after a hyphen" }),
  audience: words,
  jurisdiction: words,
  language: z
    .string({ error: "must be a language code like en" })
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u, "must be a language code like en"),
  author: words,
  reviewer: words,
  published: realDate,
  lastReviewed: realDate,
  nextReviewDue: realDate,
  licence: words,
  evidence: z.enum(Evidence.options, { error: `must be one of ${Evidence.options.join(", ")}` }),
  sources: z.array(Source, { error: "must be a list of title, publisher, year and pmid or url" }),
  asked: z
    .record(z.string(), z.array(words), {
      error: "must be headings of this document, each with a list of questions",
    })
    .optional(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** Either the fields, or one line a problem: `field: what is wrong; what to write`. */
export type Checked<T> =
  | { readonly ok: true; readonly fields: T }
  | { readonly ok: false; readonly problems: string[] };

/**
 * Checks the front matter of a Markdown document: all fields must be there.
 *
 * @param yaml the text between the two `---` lines
 */
export function checkFrontMatter(yaml: string): Checked<DocumentMeta> {
  return check(yaml, FrontMatter);
}

/**
 * Checks a sidecar or a defaults file: any of the fields, none required, none unknown.
 *
 * @param yaml the text of `name.meta.yaml` or of the file given with `--defaults`
 */
export function checkSidecar(yaml: string): Checked<Partial<DocumentMeta>> {
  return check(yaml, FrontMatter.partial().strict());
}

function check<T>(yaml: string, schema: z.ZodType<T>): Checked<T> {
  const read = readYaml(yaml);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.fields);
  if (parsed.success) return { ok: true, fields: parsed.data };
  return { ok: false, problems: parsed.error.issues.map((issue) => describe(issue, read.fields)) };
}

function readYaml(yaml: string): Checked<unknown> {
  const fail = (problem: string) => ({ ok: false as const, problems: [problem] });
  if (yaml.length > MAX_YAML)
    return fail(`front matter: longer than ${MAX_YAML} characters; keep only the fields`);
  if (nestsTooDeep(yaml))
    return fail(
      `front matter: more than ${MAX_DEPTH} brackets or lists within each other; keep only the fields`,
    );
  const document = parseDocument(yaml, { schema: "core", logLevel: "silent" });
  const [error] = document.errors;
  if (error)
    return fail(
      `front matter: ${firstLine(error.message)}; put values that hold a colon in quotes and indent lists by two spaces`,
    );
  if (!isMap(document.contents))
    return fail("front matter: holds no fields; write title: … and the others");
  try {
    return { ok: true, fields: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch {
    return fail("front matter: uses too many YAML aliases; write the values out");
  }
}

/** Judged before parsing, from brackets and from marks of lists and keys at the start of lines. */
function nestsTooDeep(yaml: string): boolean {
  let depth = 0;
  for (const character of yaml) {
    if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  const marks = new RegExp(`^(?:[ \\t]*[-?:][ \\t]){${MAX_DEPTH + 1}}`, "mu");
  if (marks.test(yaml)) return true;
  return indentsIn(yaml) > MAX_DEPTH;
}

/** How many ever deeper lines stand within each other. */
function indentsIn(yaml: string): number {
  const open: number[] = [];
  let deepest = 0;
  for (const line of yaml.split("\n")) {
    if (line.trim() === "") continue;
    const indent = line.length - line.trimStart().length;
    while ((open.at(-1) ?? -1) >= indent) open.pop();
    open.push(indent);
    deepest = Math.max(deepest, open.length);
  }
  return deepest;
}

const firstLine = (text: string) => (text.split("\n")[0] ?? "").replace(/:$/u, "");

function describe(issue: z.core.$ZodIssue, fields: unknown): string {
  if (issue.code === "unrecognized_keys")
    return `${issue.keys.join(", ")}: not a known field; remove it or correct its spelling`;
  const [first, ...rest] = issue.path;
  const field = [
    String(first),
    ...rest.map((part) => (typeof part === "number" ? `entry ${part + 1}` : String(part))),
  ].join(" ");
  const isMissing = valueAt(fields, issue.path) === undefined;
  return isMissing ? `${field}: missing; add it` : `${field}: ${issue.message}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner && typeof inner === "object" ? Reflect.get(inner, key) : undefined),
    value,
  );
}
