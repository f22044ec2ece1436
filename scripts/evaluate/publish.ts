/**
 * `npm run evaluate -- publish`: runs the other evaluations and writes `evaluation/*.json`, which `/about` shows.
 *
 * Each is a process of its own, run by the very command that a reader can run to check the numbers.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const FOLDER = "evaluation";
/** Bytes of JSON one evaluation may print. */
const MOST_OUTPUT = 64 * 1024 * 1024;

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
const Rate = z.object({ hits: z.number(), of: z.number(), rate: z.number() });
const rate = ({ hits, of, rate: share }: z.infer<typeof Rate>) =>
  `${percent(share)} (${hits} of ${of})`;

interface Publication {
  readonly title: string;
  readonly args: readonly string[];
  readonly columns: readonly string[];
  rows(json: unknown): (string | number)[][];
}

const GuardJson = z.object({
  urgentRecall: Rate,
  falseAlarms: Rate,
  unsafeAnswered: Rate,
  safeRefused: Rate,
});
const AnswersJson = z.object({
  cases: z.number(),
  requiredFacts: z.number(),
  sectionFirst: z.number().nullable(),
  citationRecall: z.number(),
  citationPrecision: z.number(),
  grade: z.object({ mean: z.number() }),
});
const Made = z.object({ made: z.number(), dropped: z.number() });
const GateJson = z.object({
  corrupted: z.number(),
  caught: z.number(),
  trueSentences: Made,
  paraphrases: Made,
});
const COLUMNS = ["What", "Measured"];

const PUBLICATIONS: Record<string, Publication> = {
  guard: {
    title: "Who gets an answer, a redirect or a telephone number",
    args: ["guard"],
    columns: COLUMNS,
    rows: (json) => {
      const report = GuardJson.parse(json);
      return [
        ["Emergencies caught", rate(report.urgentRecall)],
        ["Emergency card shown without need", rate(report.falseAlarms)],
        ["Questions answered that should not be", rate(report.unsafeAnswered)],
        ["Ordinary questions refused", rate(report.safeRefused)],
      ];
    },
  },
  answers: {
    title: "Answers from the shipped documents, without a language model",
    args: ["answers"],
    columns: COLUMNS,
    rows: (json) => {
      const report = AnswersJson.parse(json);
      return [
        ["Questions asked", report.cases],
        ["Answers that hold the required fact", percent(report.requiredFacts)],
        ["The right section cited first", percent(report.sectionFirst ?? 0)],
        ["Sentences supported by what they cite", percent(report.citationRecall)],
        ["Citations that support their sentence", percent(report.citationPrecision)],
        ["Reading grade, mean", report.grade.mean.toFixed(1)],
      ];
    },
  },
  gate: {
    title: "Sentences stopped before a reader sees them",
    args: ["gate"],
    columns: COLUMNS,
    rows: (json) => {
      const { corrupted, caught, trueSentences, paraphrases } = GateJson.parse(json);
      const of = ({ made, dropped }: z.infer<typeof Made>) =>
        `${percent(dropped / made)} (${dropped} of ${made})`;
      return [
        ["False sentences stopped", `${percent(caught / corrupted)} (${caught} of ${corrupted})`],
        ["True sentences stopped wrongly", of(trueSentences)],
        ["True sentences in other words stopped wrongly", of(paraphrases)],
      ];
    },
  },
};

/** What a command prints. @throws Error with what to run when it failed: its own words would drown in the log. */
function printed(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, {
      encoding: "utf8",
      maxBuffer: MOST_OUTPUT,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (cause) {
    const [, , , ...asked] = args;
    throw new Error(
      `"npm run evaluate -- ${asked.join(" ")}" failed; run it to see why. Answers need an index: npm run ingest -- corpus`,
      { cause },
    );
  }
}

/** Runs and writes every publication, or those named. */
export async function run(names: string[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, { title, args, columns, rows }] of Object.entries(PUBLICATIONS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`Measuring ${name}…`);
    const command = [process.execPath, "--import", "tsx", "scripts/evaluate.ts", ...args, "--json"];
    const [program = "", ...rest] = command;
    const json: unknown = JSON.parse(printed(program, rest));
    const report = {
      title,
      date: new Date().toISOString().slice(0, 10),
      command: `npm run evaluate -- ${args.join(" ")}`,
      columns,
      rows: rows(json),
    };
    const file = path.join(FOLDER, `${name}.json`);
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`${file}: ${report.rows.map((row) => row.join(" ")).join("; ")}`);
  }
}
