/**
 * Training examples go in; models/guard-classifier.json comes out, the same bytes for the same examples.
 *
 * `npx tsx scripts/train-guard.ts [--all] [--embed] [--cross]`. Examples: lib/guard/training/*.jsonl, and where
 * ../shared/data is present questions of MedQuAD and MeQSum that rules of high precision can label.
 * A fifth, by hash, is kept out to choose the thresholds from; `--all` trains on it too, once they are chosen.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Verdict } from "@/lib/guard/classify/classifier";
import {
  BUCKETS,
  CLASSES,
  type Cues,
  cuesOf,
  type Evidence,
  LONG_MESSAGE,
  softmax,
  type Thresholds,
  type Weights,
} from "@/lib/guard/classify/classifier";
import { CLASSIFIER_FILE } from "@/lib/guard/classify/load";
import type { Category } from "@/lib/guard/decision";
import { uncover } from "@/lib/guard/frames";
import { judge } from "@/lib/guard/judge";
import { clean } from "@/lib/guard/normalise";

const TRAINING = "lib/guard/training";
const DATA = "../shared/data";
const SEED = 20261123;
/** Share kept out of training, by hash; safe 0.1 to 0.3. */
const HELD_OUT = 0.2;
/** Passes over the examples; safe 8 to 40. */
const EPOCHS = 12;
/** First step of AdaGrad; safe 0.03 to 0.2. At 0.5 the held-out log-loss was 0.43, at 0.15 it was 0.32. */
const STEP = 0.1;
/** Pull of every weight towards 0; safe 1e-6 to 1e-4. */
const DECAY = 2e-6;
/** Questions of MedQuAD used, one template being much like another; safe 500 to 4,000. */
const MEDQUAD = 1500;
/** What the shipped thresholds are; chosen from the table the script prints. */
const THRESHOLDS: Thresholds = { urgent: 0.35, urgentLong: 0.7, redirect: 0.5, allow: 0.75 };

interface Example {
  readonly q: string;
  readonly history?: readonly string[];
  readonly category: Category;
  readonly weight: number;
  readonly source: string;
}

/** mulberry32: small, seeded, good enough to shuffle. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** Where an example falls in [0, 1), whatever its neighbours. */
export function place(q: string): number {
  return createHash("sha256").update(q).digest().readUInt32BE(0) / 2 ** 32;
}

function written(): Example[] {
  return readdirSync(TRAINING)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) =>
      readFileSync(join(TRAINING, name), "utf8")
        .split("\n")
        .filter(Boolean)
        .map(
          (line) =>
            JSON.parse(line) as {
              q: string;
              history?: string[];
              expect: string;
              category?: Category;
            },
        )
        .map(
          ({ q, history, expect, category }): Example => ({
            q,
            ...(history ? { history } : {}),
            category: expect === "allow" ? "education" : (category ?? "treatment-decision"),
            weight: 1,
            source: "written",
          }),
        ),
    );
}

const lines = (file: string): Record<string, string>[] =>
  gunzipSync(readFileSync(join(DATA, file)))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const USAGE = new Set(["usage", "dose", "forget a dose"]);
/** Messages of MeQSum that are urgent, found by reading those the rules or an earlier model raised. */
const URGENT_MESSAGES: ReadonlyMap<string, Category> = new Map([
  ["MEQ0065", "emergency"],
  ["MEQ0106", "emergency"],
  ["MEQ0112", "poisoning"],
  ["MEQ0176", "emergency"],
  ["MEQ0639", "emergency"],
  ["MEQ0681", "emergency"],
  ["MEQ0896", "crisis"],
  ["MEQ0989", "emergency"],
]);
/** Summaries that ask something general, and nothing for themselves. */
const GENERAL_SUMMARY =
  /^(?:what (?:is|are|causes|does)|how (?:is|are|does|common)|who (?:makes|manufactures)|where can i find (?:information|a physician|physicians|information)|is there a cure|can .{3,40} (?:cause|lead to)|what)\b/iu;
const PERSONAL_SUMMARY =
  /\b(?:i|my|me|should|dose|dosage|how much|how many|take|safe|mg|together|buy|purchase|during pregnancy|pregnant|breast)\b/iu;

function fromData(): Example[] {
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
  const summaries = lines("meqsum.jsonl.gz")
    .map((row) => row.summary ?? "")
    .filter((q) => GENERAL_SUMMARY.test(q) && !PERSONAL_SUMMARY.test(q))
    .map((q) => ({ q, category: "education" as Category }));
  const messages = lines("meqsum.jsonl.gz").flatMap((row): Example[] => {
    const q = row.chq ?? "";
    if (URGENT_MESSAGES.has(row.id ?? ""))
      return [
        { q, category: URGENT_MESSAGES.get(row.id ?? "") as Category, weight: 1, source: "meqsum" },
      ];
    return [];
  });
  return [
    ...messages,
    ...[...general, ...usage].map((row): Example => ({ ...row, weight: 0.4, source: "medquad" })),
    ...summaries.map((row): Example => ({ ...row, weight: 0.8, source: "meqsum" })),
  ];
}

/** What the classifier would see of an example. */
export function evidenceOf(q: string, history: readonly string[] | undefined): Evidence {
  const text = clean(q);
  const { matches, features, verdict } = judge(uncover(text) ?? text);
  const earlier = history?.at(-1);
  if (earlier === undefined) return { matches, features, verdict };
  const before = judge(clean(earlier));
  return { matches, features, verdict, before };
}

interface Vector extends Cues {
  readonly dense?: Float32Array;
}

function dot(weights: Float64Array, start: number, vector: Vector): number {
  let sum = 0;
  for (let at = 0; at < vector.at.length; at += 1)
    sum += (weights[start + (vector.at[at] as number)] as number) * (vector.value[at] as number);
  if (vector.dense)
    for (let at = 0; at < vector.dense.length; at += 1)
      sum += (weights[start + BUCKETS + at] as number) * (vector.dense[at] as number);
  return sum;
}

function vectorOf(evidence: Evidence, embed: ((text: string) => Float32Array) | undefined): Vector {
  const cues = cuesOf(evidence);
  return embed ? { ...cues, dense: embed(evidence.matches.normalised.text) } : cues;
}

interface Model {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  readonly row: number;
}

function train(
  examples: readonly { vector: Vector; label: number; weight: number }[],
  dimensions: number,
): Model {
  const random = generator(SEED);
  const row = BUCKETS + dimensions;
  const weights = new Float64Array(CLASSES.length * row);
  const squares = new Float64Array(CLASSES.length * row).fill(1e-4);
  const bias = new Float64Array(CLASSES.length);
  const order = examples.map((_, index) => index);
  const change = (at: number, gradient: number) => {
    const pulled = gradient + DECAY * (weights[at] as number);
    squares[at] = (squares[at] as number) + pulled * pulled;
    weights[at] = (weights[at] as number) - (STEP * pulled) / Math.sqrt(squares[at] as number);
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    for (const index of order) {
      const { vector, label, weight } = examples[index] as (typeof examples)[number];
      const scores = new Float64Array(CLASSES.length);
      for (let k = 0; k < CLASSES.length; k += 1)
        scores[k] = (bias[k] as number) + dot(weights, k * row, vector);
      softmax(scores);
      for (let k = 0; k < CLASSES.length; k += 1) {
        const error = weight * ((scores[k] as number) - (k === label ? 1 : 0));
        if (Math.abs(error) < 1e-4) continue;
        bias[k] = (bias[k] as number) - 0.02 * error;
        for (let at = 0; at < vector.at.length; at += 1)
          change(k * row + (vector.at[at] as number), error * (vector.value[at] as number));
        if (vector.dense)
          for (let at = 0; at < vector.dense.length; at += 1)
            change(k * row + BUCKETS + at, error * (vector.dense[at] as number));
      }
    }
  }
  return { weights, bias, row };
}

/** One signed byte a weight, scaled class by class. */
function quantise(model: Model, dimensions: number): Weights {
  const bytes = new Int8Array(model.weights.length);
  const scales = CLASSES.map((_, k) => {
    let top = 0;
    for (let at = k * model.row; at < (k + 1) * model.row; at += 1)
      top = Math.max(top, Math.abs(model.weights[at] as number));
    const scale = top / 127 || 1;
    for (let at = k * model.row; at < (k + 1) * model.row; at += 1)
      bytes[at] = Math.round((model.weights[at] as number) / scale);
    return scale;
  });
  return {
    thresholds: THRESHOLDS,
    buckets: BUCKETS,
    dimensions,
    scales: scales.map((scale) => Number(scale.toPrecision(8))),
    bias: Array.from(model.bias, (value) => Number(value.toFixed(6))),
    weights: Buffer.from(bytes.buffer).toString("base64"),
  };
}

/** The sentence embedding, when asked for and present. */
async function embedding(): Promise<
  { embed: (text: string) => Float32Array; dimensions: number } | undefined
> {
  if (!process.argv.includes("--embed")) return undefined;
  const { embeddingModel } = await import("./train-guard-embedding");
  return embeddingModel();
}

type Ready = {
  example: Example;
  vector: Vector;
  rules: Verdict;
  size: number;
  label: number;
  weight: number;
};

function sizeAndRules(q: string): { rules: Verdict; size: number } {
  const { verdict, matches } = judge(clean(q));
  return { rules: verdict, size: matches.normalised.tokens.length };
}

/** Folds of the cross-check; safe 4 to 10. */
const FOLDS = 5;

/** Every written example judged by a model that has not seen it; misses one a line. */
function cross(ready: readonly Ready[], dimensions: number): void {
  const fold = (item: Ready) => Math.floor(place(`fold ${item.example.q}`) * FOLDS);
  const count: Record<string, number> = {};
  for (let out = 0; out < FOLDS; out += 1) {
    const model = train(
      ready.filter(
        (item) =>
          item.example.source !== "written" ||
          (fold(item) !== out && place(item.example.q) >= HELD_OUT),
      ),
      dimensions,
    );
    for (const item of ready.filter(
      (each) =>
        each.example.source === "written" &&
        place(each.example.q) >= HELD_OUT &&
        fold(each) === out,
    )) {
      const scores = new Float64Array(CLASSES.length);
      for (let k = 0; k < CLASSES.length; k += 1)
        scores[k] = (model.bias[k] as number) + dot(model.weights, k * model.row, item.vector);
      softmax(scores);
      const urgent = scores.slice(1, 5).reduce((sum, chance) => sum + chance, 0);
      const education = scores[0] as number;
      let action: string = item.rules.action;
      if (action !== "urgent") {
        if (urgent >= (item.size > LONG_MESSAGE ? THRESHOLDS.urgentLong : THRESHOLDS.urgent))
          action = "urgent";
        else if (action === "allow" && 1 - education >= THRESHOLDS.redirect) action = "redirect";
        else if (action === "redirect" && education >= THRESHOLDS.allow) action = "allow";
      }
      const expected = item.label === 0 ? "allow" : item.label < 5 ? "urgent" : "redirect";
      const key = `${expected}/${item.example.category}`;
      count[`${key} -> ${action}`] = (count[`${key} -> ${action}`] ?? 0) + 1;
      if (expected !== action)
        console.log(
          `MISS ${key} -> ${action} u${urgent.toFixed(2)} e${education.toFixed(2)} rules ${item.rules.action} [${item.rules.rules.slice(0, 2).join(",")}] ${item.example.history ? `(${item.example.history.join(" | ")}) ` : ""}${item.example.q}`,
        );
    }
  }
  for (const key of Object.keys(count).sort()) console.log(`${key.padEnd(50)} ${count[key]}`);
}

async function main(): Promise<void> {
  const all = process.argv.includes("--all");
  const dense = await embedding();
  const dimensions = dense?.dimensions ?? 0;
  const examples = [...written(), ...fromData()];
  console.log(`${examples.length} examples`);
  const ready = examples.map((example) => ({
    example,
    vector: vectorOf(evidenceOf(example.q, example.history), dense?.embed),
    ...sizeAndRules(example.q),
    label: CLASSES.indexOf(example.category),
    weight: example.weight,
  }));
  if (process.argv.includes("--cross")) return cross(ready, dimensions);
  const learned = ready.filter(({ example }) => all || place(example.q) >= HELD_OUT);
  const started = performance.now();
  const model = train(learned, dimensions);
  console.log(
    `trained on ${learned.length} in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  writeFileSync(CLASSIFIER_FILE, `${JSON.stringify(quantise(model, dimensions))}\n`);

  const held = ready.filter(
    ({ example }) => example.source === "written" && place(example.q) < HELD_OUT,
  );
  const judged = held.map(({ vector, label, rules }) => {
    const scores = new Float64Array(CLASSES.length);
    for (let k = 0; k < CLASSES.length; k += 1)
      scores[k] = (model.bias[k] as number) + dot(model.weights, k * model.row, vector);
    softmax(scores);
    const urgent = scores.slice(1, 5).reduce((sum, chance) => sum + chance, 0);
    return { label, rules: rules.action, urgent, education: scores[0] as number };
  });
  const group = (label: number) => (label === 0 ? "allow" : label < 5 ? "urgent" : "redirect");
  console.log(
    "held out\nurgent  redirect  allow | urgent recall  alarms  redirect caught  education refused",
  );
  const grid = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
  for (const urgent of [0.3, 0.4, 0.5, 0.6])
    for (const redirect of grid)
      for (const allow of [0.7, 0.85, 0.95, 2]) {
        const count: Record<string, Record<string, number>> = {
          allow: {},
          redirect: {},
          urgent: {},
        };
        for (const item of judged) {
          let action: string = item.rules;
          if (action !== "urgent") {
            if (item.urgent >= urgent) action = "urgent";
            else if (action === "allow" && 1 - item.education >= redirect) action = "redirect";
            else if (action === "redirect" && item.education >= allow) action = "allow";
          }
          const row = count[group(item.label)] as Record<string, number>;
          row[action] = (row[action] ?? 0) + 1;
          row.all = (row.all ?? 0) + 1;
        }
        const share = (label: string, ...actions: string[]) =>
          `${((100 * actions.reduce((sum, action) => sum + (count[label]?.[action] ?? 0), 0)) / (count[label]?.all ?? 1)).toFixed(1)}%`;
        console.log(
          `${urgent}  ${redirect}  ${allow} | ${share("urgent", "urgent")}  ${share("allow", "urgent")} ${share("redirect", "urgent")}  ${share("redirect", "redirect", "urgent")}  ${share("allow", "redirect", "urgent")}`,
        );
      }
}

await main();
