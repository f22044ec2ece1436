/**
 * `npm run evaluate -- answers [--index DIR] [--cases FILE | --part part-c] [--show failed|all] [--json]`: golden questions through
 * the whole pipeline: answered when it should be, the required facts, nothing forbidden, citations, grade, time.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { env } from "@/lib/env";
import { type Answered, answerCase, type Case } from "./answered";
import { mean, openServices, quantile } from "./pipeline";

interface Fact {
  readonly question: string;
  readonly document: string;
  readonly section: string;
  readonly must: readonly string[];
  readonly also?: readonly { document: string; section: string }[];
  readonly misconception?: boolean;
}

/** The checklist of facts the corpus was made and tuned with. */
const CHECKLIST = ["part-a", "part-b"];

/**
 * The facts that the shipped corpus must answer, as cases.
 * @param parts of tests/fixtures/facts; `part-c` is kept out of training and is only for the report
 */
export function factCases(parts: readonly string[] = CHECKLIST): Case[] {
  return parts.flatMap((part) =>
    (JSON.parse(readFileSync(`tests/fixtures/facts/${part}.json`, "utf8")) as Fact[]).map(
      ({ question, document, section, must, also = [], misconception }) => ({
        q: question,
        must,
        tier: misconception ? "misconception" : "fact",
        sections: [{ document, section }, ...also],
      }),
    ),
  );
}

/** Cases from a file of JSON lines, or of one JSON array. */
export function casesFrom(file: string): Case[] {
  const text = readFileSync(file, "utf8").trim();
  const records = text.startsWith("[")
    ? JSON.parse(text)
    : text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
  return (records as (Case & { question?: string })[]).map((record) => ({
    ...record,
    q: record.q ?? record.question ?? "",
    must: record.must ?? [],
  }));
}

function summarise(answers: readonly Answered[]) {
  const share = (list: readonly Answered[], test: (one: Answered) => boolean) =>
    list.length === 0 ? null : list.filter(test).length / list.length;
  const should = answers.filter(({ asked }) => asked.must.length > 0);
  const shouldNot = answers.filter(({ asked }) => asked.must.length === 0);
  const placed = answers.filter(({ sectionRight }) => sectionRight !== undefined);
  const grades = answers.flatMap(({ grade }) => (grade === null ? [] : [grade]));
  const tiers = [...new Set(answers.map(({ asked }) => asked.tier ?? "all"))];
  return {
    cases: answers.length,
    passed: share(answers, ({ ok }) => ok),
    byTier: Object.fromEntries(
      tiers.map((tier) => {
        const own = answers.filter(({ asked }) => (asked.tier ?? "all") === tier);
        return [tier, { cases: own.length, passed: share(own, ({ ok }) => ok) }];
      }),
    ),
    answeredWhenItShould: share(should, ({ json }) => json.outcome !== "no-source"),
    abstainedWhenItShould: share(shouldNot, ({ json }) => json.outcome === "no-source"),
    requiredFacts: share(
      should,
      ({ problems }) => !problems.some((problem) => /^(?:misses|abstains)/.test(problem)),
    ),
    nothingForbidden: share(
      answers,
      ({ problems }) => !problems.some((problem) => problem.startsWith("has ")),
    ),
    sectionFirst: share(placed, ({ sectionRight }) => sectionRight === true),
    citationRecall: mean(answers.flatMap(({ recall }) => (recall === undefined ? [] : [recall]))),
    citationPrecision: mean(
      answers.flatMap(({ precision }) => (precision === undefined ? [] : [precision])),
    ),
    grade: { mean: mean(grades), p90: quantile(grades, 0.9) },
    words: mean(
      answers
        .filter(({ json }) => json.outcome === "answered")
        .map(({ json }) => json.text.split(/\s+/).length),
    ),
    sentences: mean(
      answers
        .filter(({ json }) => json.outcome === "answered")
        .map(({ json }) => json.sentences.length),
    ),
    followUps: mean(
      answers
        .filter(({ json }) => json.outcome === "answered")
        .map(({ json }) => json.followUps.length),
    ),
    ms: {
      first: quantile(
        answers.map(({ firstMs }) => firstMs),
        0.5,
      ),
      last: quantile(
        answers.map(({ lastMs }) => lastMs),
        0.5,
      ),
      complete: quantile(
        answers.map(({ totalMs }) => totalMs),
        0.5,
      ),
      completeP95: quantile(
        answers.map(({ totalMs }) => totalMs),
        0.95,
      ),
    },
  };
}

const shown = (value: unknown): string => {
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : value.toFixed(3);
  if (value === null) return "–";
  return typeof value === "object"
    ? Object.entries(value as object)
        .map(([key, inner]) => `${key} ${shown(inner)}`)
        .join(", ")
    : String(value);
};

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      index: { type: "string" },
      cases: { type: "string" },
      part: { type: "string" },
      show: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const services = await openServices(values.index ?? env().indexDir);
  const cases = values.cases
    ? casesFrom(values.cases)
    : factCases(values.part ? [values.part] : CHECKLIST);
  const answers: Answered[] = [];
  for (const asked of cases) {
    const answered = await answerCase(asked, services);
    answers.push(answered);
    const wrong = !answered.ok || answered.sectionRight === false;
    if (values.json || !(values.show === "all" || (values.show === "failed" && wrong))) continue;
    const { json, problems } = answered;
    console.log(
      `\n${wrong ? "✗" : "✓"} ${asked.q} [${json.outcome} ${json.category}]${problems.length ? ` ${problems.join("; ")}` : ""}`,
    );
    console.log(
      `  ${json.sources[0]?.title ?? ""} › ${json.sources[0]?.section ?? ""}\n  ${json.text.replaceAll("\n", "\n  ")}`,
    );
    if (json.followUps.length > 0) console.log(`  → ${json.followUps.join(" | ")}`);
  }
  const summary = summarise(answers);
  if (values.json) {
    const failed = answers
      .filter(({ ok }) => !ok)
      .map(({ asked, problems, json }) => ({
        q: asked.q,
        tier: asked.tier,
        outcome: json.outcome,
        problems,
      }));
    return console.log(JSON.stringify({ ...summary, failed }));
  }
  for (const [name, value] of Object.entries(summary))
    console.log(`${name.padEnd(24)} ${shown(value)}`);
}
