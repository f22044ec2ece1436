/**
 * `npm run bench -- answers [--index DIR | --chunks N] [--rounds N] [--json]`: milliseconds of a whole keyless answer
 * over an index, of the gate for one sentence, and of what is added around a language model.
 */
import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { answer } from "@/lib/answer/answer";
import { gate } from "@/lib/answer/gate/gate";
import { env } from "@/lib/env";
import { factCases } from "../evaluate/answers";
import { paraphrases } from "../evaluate/gate";
import { openServices, quantile } from "../evaluate/pipeline";
import { libraryOfSize } from "./answers-library";
import { modelOverhead, type Timed, watch } from "./answers-model";

/** Questions asked of a model that answers at once. */
const OF_A_MODEL = 60;

const spread = (values: readonly number[]) => ({
  median: quantile(values, 0.5),
  p95: quantile(values, 0.95),
});
const both = (times: readonly Timed[]) => ({
  wall: spread(times.map(({ wall }) => wall)),
  cpu: spread(times.map(({ cpu }) => cpu)),
});

async function measure(index: string, rounds: number) {
  const opened = await openServices(index);
  const services = { ...opened, modelWriter: undefined, secondLook: undefined };
  const questions = factCases().map(({ q }) => q);
  const ask = async (question: string) => {
    for await (const event of answer({ question, history: [] }, services)) void event;
  };
  // The first round fills what is kept as long as an index is: readings, headings that are answered.
  for (const question of questions) await ask(question);

  const times: Timed[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const question of questions) {
      const read = watch();
      await ask(question);
      times.push(read());
    }
  const { before, sentences } = await modelOverhead(questions.slice(0, OF_A_MODEL), services);
  const { found } = paraphrases(opened.library.index);
  const read = watch();
  for (const { text, passages } of found) gate({ text, layout: "prose", passages });
  return {
    chunks: opened.library.index.chunks.size,
    answers: times.length,
    answerMs: both(times),
    beforeModelMs: both(before),
    modelSentences: sentences.length,
    perModelSentenceMs: both(sentences),
    gateCpuMs: found.length ? read().cpu / found.length : null,
  };
}

const shown = (value: unknown): string =>
  typeof value === "number"
    ? String(Number(value.toFixed(2)))
    : typeof value === "object" && value
      ? Object.entries(value)
          .map(([key, inner]) => `${key} ${shown(inner)}`)
          .join("  ")
      : String(value);

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      index: { type: "string" },
      chunks: { type: "string" },
      rounds: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const made = values.chunks ? await libraryOfSize(Number(values.chunks)) : undefined;
  try {
    const index = made?.index ?? values.index ?? env().indexDir;
    const report = await measure(index, Number(values.rounds ?? 1));
    if (values.json) return console.log(JSON.stringify(report));
    for (const [name, value] of Object.entries(report))
      console.log(`${name.padEnd(20)} ${shown(value)}`);
  } finally {
    if (made) await rm(made.parent, { recursive: true, force: true });
  }
}
