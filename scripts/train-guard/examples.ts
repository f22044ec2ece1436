/** The training files and, where present, ../shared/data go in; labelled examples come out. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import type { Category } from "@/lib/guard/decision";
import { judge } from "@/lib/guard/judge";
import { clean } from "@/lib/guard/normalise";
import { REPORT_SETS, readCases } from "@/scripts/evaluate/guard";

const TRAINING = "lib/guard/training";
const CORPUS = "corpus";
const DATA = "../shared/data";
/** Labels of real messages, read one by one; the messages themselves are not shipped. */
const LABELS = join(TRAINING, "meqsum-labels.json");
/** Questions of MedQuAD used, one template being much like another; safe 500 to 4,000. */
const MEDQUAD = 1500;
/** How much one example counts beside a written one. */
const WEIGHT = { medquad: 0.4, summary: 0.8, message: 3 } as const;
/** Share of the labelled real messages never trained on, by hash; safe 0.2 to 0.5. */
const VALIDATION = 0.25;

/** `validation` is judged and never learned from. */
export type Source = "short" | "message" | "real" | "validation" | "medquad" | "summary" | "corpus";

export interface Example {
  readonly q: string;
  readonly history?: readonly string[];
  readonly category: Category;
  readonly weight: number;
  readonly source: Source;
}

/** Where a text falls in [0, 1), whatever its neighbours. */
export function place(q: string): number {
  return createHash("sha256").update(q).digest().readUInt32BE(0) / 2 ** 32;
}

const bare = (q: string) =>
  q
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The examples without those that a report set asks word for word ("what is preeclampsia"): it would measure memory. */
export function unreported(examples: readonly Example[]): Example[] {
  const asked = new Set(
    REPORT_SETS.flatMap((file) => readCases(readFileSync(file, "utf8"))).map(({ q }) => bare(q)),
  );
  return examples.filter(({ q, history }) => history !== undefined || !asked.has(bare(q)));
}

interface Line {
  readonly q: string;
  readonly history?: string[];
  readonly expect: string;
  readonly category?: Category;
}

/** Every written example, file by file in the order written: near-pairs lie side by side. */
export function written(): Example[] {
  return readdirSync(TRAINING)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) =>
      readFileSync(join(TRAINING, name), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line)
        .map(
          ({ q, history, expect, category }): Example => ({
            q,
            ...(history ? { history } : {}),
            category: expect === "allow" ? "education" : (category ?? "treatment-decision"),
            weight: 1,
            source: name.startsWith("messages") ? "message" : "short",
          }),
        ),
    );
}

/**
 * How the shipped documents say that patients ask for their sections: questions they were written to answer. What the
 * rules alone stop (an emergency named, a decision) is left out: it belongs beside such a section, not to it.
 */
export function fromCorpus(): Example[] {
  return readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && !name.endsWith("README.md"))
    .sort()
    .flatMap((name) => {
      const [, frontMatter = ""] = readFileSync(join(CORPUS, name), "utf8").split(/^---$/mu);
      const { asked = {} } = parse(frontMatter) as { asked?: Record<string, string[]> };
      return Object.values(asked).flat();
    })
    .filter((q) => judge(clean(q)).verdict.action === "allow")
    .map((q): Example => ({ q, category: "education", weight: 1, source: "corpus" }));
}

const lines = (file: string): Record<string, string>[] =>
  gunzipSync(readFileSync(join(DATA, file)))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const USAGE = new Set(["usage", "dose", "forget a dose"]);
/** Summaries that ask something general, and nothing for themselves. */
const GENERAL_SUMMARY =
  /^(?:what (?:is|are|causes|does)|how (?:is|are|does|common)|who (?:makes|manufactures)|where can i find (?:information|a physician|physicians|information)|is there a cure|can .{3,40} (?:cause|lead to)|what)\b/iu;
const PERSONAL_SUMMARY =
  /\b(?:i|my|me|should|dose|dosage|how much|how many|take|safe|mg|together|buy|purchase|during pregnancy|pregnant|breast)\b/iu;

/** Whether a real message is never trained on. @param id of MeQSum */
export const isHeldOut = (id: string): boolean => place(`validation ${id}`) < VALIDATION;

/** Questions and messages of the shared data; none, with a line said, where it is absent. */
export function fromData(): Example[] {
  if (!existsSync(join(DATA, "medquad-questions.jsonl.gz"))) {
    console.log(`${DATA} is absent: training on the written examples alone`);
    return [];
  }
  const medquad = [...lines("medquad-questions.jsonl.gz"), ...lines("medquad-answered.jsonl.gz")]
    .map((row) => ({
      q: row.question ?? "",
      category: (USAGE.has(row.qtype ?? "") ? "dosing" : "education") as Category,
    }))
    .sort((a, b) => place(`order ${a.q}`) - place(`order ${b.q}`));
  const general = medquad.filter((row) => row.category === "education").slice(0, MEDQUAD);
  const usage = medquad.filter((row) => row.category === "dosing").slice(0, MEDQUAD / 10);
  const labels = JSON.parse(readFileSync(LABELS, "utf8")) as Record<string, Category>;
  const kept = (id: string) => labels[id] !== undefined && isHeldOut(id);
  const meqsum = lines("meqsum.jsonl.gz");
  const messages = meqsum.flatMap(({ id = "", chq = "" }): Example[] => {
    const category = labels[id];
    if (category === undefined) return [];
    return kept(id)
      ? [{ q: chq, category, weight: 0, source: "validation" }]
      : [{ q: chq, category, weight: WEIGHT.message, source: "real" }];
  });
  const summaries = meqsum
    .filter(({ id = "" }) => !kept(id))
    .map((row) => row.summary ?? "")
    .filter((q) => GENERAL_SUMMARY.test(q) && !PERSONAL_SUMMARY.test(q));
  return [
    ...messages,
    ...[...general, ...usage].map(
      (row): Example => ({ ...row, weight: WEIGHT.medquad, source: "medquad" }),
    ),
    ...summaries.map(
      (q): Example => ({ q, category: "education", weight: WEIGHT.summary, source: "summary" }),
    ),
  ];
}
