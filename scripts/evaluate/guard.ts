/**
 * Cases go in; how often the guard is right, both ways, comes out: a table, or one JSON object.
 *
 * `npm run evaluate -- guard [--cases FILE] [--misses] [--json] [--rules-only] [--doses]`
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { loadClassifier } from "@/lib/guard/classify/load";
import { createGuard, type Guard } from "@/lib/guard/decide";
import type { Turn } from "@/lib/guard/decision";
import { type DoseReport, evaluateDoses } from "./doses";
import { TARGETS, type Target, targetsOf } from "./guard-targets";

/**
 * The report sets, each written before the rules it judges. Misses of the first and the third were read since; those of
 * the second and the fourth never.
 */
export const REPORT_SETS = [
  "tests/fixtures/guard/report.jsonl",
  "tests/fixtures/guard/report-2.jsonl",
  "tests/fixtures/guard/report-3.jsonl",
  "tests/fixtures/guard/report-4.jsonl",
] as const;
/** Decisions thrown away before timing, while the engine warms; safe 50 to 500. */
const WARM_UP = 200;

const Case = z.object({
  q: z.string(),
  history: z.array(z.string()).optional(),
  expect: z.enum(["allow", "redirect", "urgent"]),
  category: z.string().optional(),
  language: z.string().optional(),
  /** `explicit` or `indirect` for an alarm, `ordinary` or `anxious` for a question; else its style says so. */
  kind: z.string().optional(),
  style: z.string().optional(),
});
export type Case = z.infer<typeof Case>;

/** A share with its 95 % interval. */
export interface Rate {
  readonly hits: number;
  readonly of: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

export interface GuardReport {
  readonly cases: number;
  /** Expected (action and category) to decided action, counted, by language. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly categoryRight: Rate;
  readonly urgentRecall: Rate;
  readonly unsafeAnswered: Rate;
  readonly safeRefused: Rate;
  readonly falseAlarms: Rate;
  /** The same, as the targets are set: in alarms named and hinted at, in ordinary and in anxious questions. */
  readonly targets: Readonly<Record<Target, Rate>>;
  readonly byCategory: Readonly<
    Record<string, { caught: Rate; language: string; category: string }>
  >;
  readonly misses: readonly { case: Case; decided: string; rules: readonly string[] }[];
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly perSecond: number;
  readonly policy: string;
}

/**
 * Wilson's score interval (Wilson, JASA 1927) at 95 %.
 *
 * @param hits successes
 * @param of trials; a rate over none is 0 with the whole interval
 */
export function wilson(hits: number, of: number): Rate {
  if (of === 0) return { hits, of, rate: 0, low: 0, high: 1 };
  const z95 = 1.959964;
  const share = hits / of;
  const scale = 1 + z95 ** 2 / of;
  const centre = (share + z95 ** 2 / (2 * of)) / scale;
  const half = (z95 * Math.sqrt((share * (1 - share)) / of + z95 ** 2 / (4 * of ** 2))) / scale;
  return {
    hits,
    of,
    rate: share,
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
  };
}

/** A conversation from bare questions: what the assistant said in between is not needed to decide. */
export const turnsOf = (history: readonly string[] | undefined): Turn[] =>
  (history ?? []).map((text) => ({ role: "user", text }));

/**
 * Runs cases through a guard.
 *
 * @param options.guard the guard to judge
 * @param options.cases parsed cases
 */
export function evaluateGuard(options: { guard: Guard; cases: readonly Case[] }): GuardReport {
  const { guard, cases } = options;
  for (const item of cases.slice(0, WARM_UP)) guard.decide(item.q, turnsOf(item.history));
  const times: number[] = [];
  const confusion: Record<string, Record<string, number>> = {};
  const misses: GuardReport["misses"][number][] = [];
  const groups = new Map<
    string,
    { hits: number; of: number; language: string; category: string }
  >();
  const count = {
    category: [0, 0],
    urgent: [0, 0],
    unsafe: [0, 0],
    refused: [0, 0],
    alarms: [0, 0],
  };
  const aims = new Map<Target, [number, number]>();
  for (const item of cases) {
    const started = performance.now();
    const decision = guard.decide(item.q, turnsOf(item.history));
    times.push(performance.now() - started);
    const category = item.category ?? (item.expect === "allow" ? "education" : item.expect);
    const language = item.language ?? decision.language;
    const key = `${item.expect}/${category}/${language}`;
    const row = confusion[key] ?? {};
    confusion[key] = row;
    row[decision.action] = (row[decision.action] ?? 0) + 1;
    const ok = item.expect === decision.action;
    const group = groups.get(key) ?? { hits: 0, of: 0, language, category };
    group.of += 1;
    if (ok) group.hits += 1;
    groups.set(key, group);
    if (!ok)
      misses.push({
        case: item,
        decided: `${decision.action}/${decision.category}`,
        rules: decision.rules,
      });
    const tally = (pair: number[], hit: boolean) => {
      pair[0] = (pair[0] ?? 0) + (hit ? 1 : 0);
      pair[1] = (pair[1] ?? 0) + 1;
    };
    for (const [target, hit] of targetsOf(item, decision.action)) {
      const pair = aims.get(target) ?? [0, 0];
      aims.set(target, pair);
      tally(pair, hit);
    }
    if (item.expect === "urgent") tally(count.urgent, decision.action === "urgent");
    else tally(count.alarms, decision.action === "urgent");
    if (item.expect !== "allow") tally(count.unsafe, decision.action === "allow");
    else tally(count.refused, decision.action !== "allow");
    if (ok && item.expect !== "allow" && item.category)
      tally(count.category, decision.category === item.category);
  }
  times.sort((a, b) => a - b);
  const total = times.reduce((sum, each) => sum + each, 0);
  const rate = ([hits = 0, of = 0]: number[]) => wilson(hits, of);
  return {
    cases: cases.length,
    confusion,
    categoryRight: rate(count.category),
    urgentRecall: rate(count.urgent),
    unsafeAnswered: rate(count.unsafe),
    safeRefused: rate(count.refused),
    falseAlarms: rate(count.alarms),
    targets: Object.fromEntries(
      Object.keys(TARGETS).map((target) => [target, rate(aims.get(target as Target) ?? [])]),
    ) as Record<Target, Rate>,
    byCategory: Object.fromEntries(
      [...groups].sort().map(([key, group]) => [
        key,
        {
          caught: wilson(group.hits, group.of),
          language: group.language,
          category: group.category,
        },
      ]),
    ),
    misses,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    perSecond: total === 0 ? 0 : (1000 * times.length) / total,
    policy: guard.version,
  };
}

/**
 * Reads cases, one JSON object a line.
 *
 * @param text the file's contents
 * @throws Error naming the line that is not a case
 */
export function readCases(text: string): Case[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: line.trim(), index }))
    .filter(({ line }) => line !== "")
    .map(({ line, index }) => {
      try {
        return Case.parse(JSON.parse(line));
      } catch {
        throw new Error(
          `Line ${index + 1} is not a case; write {"q": "...", "expect": "allow"|"redirect"|"urgent"}`,
        );
      }
    });
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const shown = (rate: Rate) =>
  `${percent(rate.rate)} (${percent(rate.low)} to ${percent(rate.high)}, ${rate.hits}/${rate.of})`;

function print(report: GuardReport, misses: boolean): void {
  console.log(`policy ${report.policy}, ${report.cases} cases\n`);
  console.log("expected                                  allow  redirect  urgent   right");
  for (const [key, { caught }] of Object.entries(report.byCategory)) {
    const row = report.confusion[key] ?? {};
    const cells = ["allow", "redirect", "urgent"]
      .map((action) => String(row[action] ?? 0).padStart(8))
      .join("");
    console.log(`${key.padEnd(38)}${cells}   ${shown(caught)}`);
  }
  console.log(`
urgent recall          ${shown(report.urgentRecall)}
false alarms           ${shown(report.falseAlarms)}
unsafe answered        ${shown(report.unsafeAnswered)}
safe refused           ${shown(report.safeRefused)}
category right         ${shown(report.categoryRight)}

${Object.entries(TARGETS)
  .map(
    ([target, asked]) =>
      `${target.padEnd(30)} ${shown(report.targets[target as Target])}, asked ${percent(asked)}`,
  )
  .join("\n")}
one decision           ${report.medianMs.toFixed(2)} ms median, ${report.p99Ms.toFixed(2)} ms at the 99th percentile, ${Math.round(report.perSecond)} a second`);
  if (!misses) return;
  console.log("\nmisses");
  for (const miss of report.misses)
    console.log(
      `${miss.case.expect}/${miss.case.category ?? ""} -> ${miss.decided} [${miss.rules.slice(0, 3).join(", ")}] ${miss.case.history ? `(${miss.case.history.join(" | ")}) ` : ""}${miss.case.q}`,
    );
}

function printDoses(report: DoseReport): void {
  console.log(
    `doses: ${report.leaks.length} leaks in ${report.doses} generated texts; ${report.removed.length} of ${report.kept} laboratory values, thresholds, percentages, durations and counts wrongly removed`,
  );
  for (const text of [...report.leaks, ...report.removed].slice(0, 20)) console.log(`  ${text}`);
}

/**
 * The command.
 *
 * @param args what follows `npm run evaluate -- guard`
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      cases: { type: "string", multiple: true },
      misses: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      "rules-only": { type: "boolean", default: false },
      doses: { type: "boolean", default: false },
    },
  });
  if (values.doses) {
    const report = evaluateDoses();
    if (values.json) console.log(JSON.stringify(report));
    else printDoses(report);
    return;
  }
  const files = values.cases ?? [...REPORT_SETS];
  const cases = files.flatMap((file) => readCases(readFileSync(file, "utf8")));
  const classifier = values["rules-only"] ? undefined : loadClassifier();
  const report = evaluateGuard({ guard: createGuard({ region: "US", classifier }), cases });
  if (values.json) console.log(JSON.stringify(report));
  else print(report, values.misses);
}
