/**
 * `npm run bench -- answers [--index DIR] [--rounds N] [--json]`: milliseconds of a whole keyless answer over an index,
 * of the gate for one sentence, and of what is added before a language model is asked.
 */
import { parseArgs } from "node:util";
import { answer } from "@/lib/answer/answer";
import type { DraftSentence, WriteRequest, Writer } from "@/lib/answer/draft";
import { gate } from "@/lib/answer/gate/gate";
import { env } from "@/lib/env";
import { factCases } from "../evaluate/answers";
import { paraphrases } from "../evaluate/gate";
import { openServices, quantile } from "../evaluate/pipeline";

interface Timed {
  readonly wall: number;
  /** Processor milliseconds: a busy machine does not stretch them. */
  readonly cpu: number;
}

async function timed(work: () => Promise<void>): Promise<Timed> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const used = process.cpuUsage(cpu);
  return { wall: performance.now() - started, cpu: (used.user + used.system) / 1_000 };
}

/** A writer that notes when it is asked and says one true sentence. */
function noting(note: () => void): Writer {
  return {
    id: "noting",
    async *write({ passages }: WriteRequest): AsyncGenerator<DraftSentence> {
      note();
      const [first] = passages;
      const sentence = first?.chunk.sentences[0];
      if (first && sentence)
        yield {
          text: first.chunk.text.slice(sentence.start, sentence.end),
          layout: "prose",
          passages: [first],
        };
    },
  };
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { index: { type: "string" }, rounds: { type: "string" }, json: { type: "boolean" } },
  });
  const opened = await openServices(values.index ?? env().indexDir);
  const services = { ...opened, modelWriter: undefined };
  const questions = factCases().map(({ q }) => q);
  const ask = async (q: string, with_ = services as typeof opened) => {
    for await (const event of answer({ question: q, history: [] }, with_)) void event;
  };
  // The first round fills what is kept as long as an index is: readings, headings that are answered.
  for (const q of questions) await ask(q);

  const times: Timed[] = [];
  for (let round = 0; round < Number(values.rounds ?? 1); round += 1)
    for (const q of questions) times.push(await timed(() => ask(q)));

  const before: number[] = [];
  for (const q of questions.slice(0, 60)) {
    const started = performance.now();
    await ask(q, {
      ...opened,
      modelWriter: noting(() => before.push(performance.now() - started)),
    });
  }
  const { found } = paraphrases(opened.library.index);
  const gateStarted = process.cpuUsage();
  for (const { text, passages } of found) gate({ text, layout: "prose", passages });
  const gateUsed = process.cpuUsage(gateStarted);

  const report = {
    chunks: opened.library.index.chunks.size,
    answers: times.length,
    wallMs: {
      median: quantile(
        times.map(({ wall }) => wall),
        0.5,
      ),
      p95: quantile(
        times.map(({ wall }) => wall),
        0.95,
      ),
    },
    cpuMs: {
      median: quantile(
        times.map(({ cpu }) => cpu),
        0.5,
      ),
      p95: quantile(
        times.map(({ cpu }) => cpu),
        0.95,
      ),
    },
    beforeModelMs: { median: quantile(before, 0.5), p95: quantile(before, 0.95) },
    gateCpuMs: found.length ? (gateUsed.user + gateUsed.system) / 1_000 / found.length : null,
  };
  if (values.json) return console.log(JSON.stringify(report));
  for (const [name, value] of Object.entries(report))
    console.log(
      `${name.padEnd(16)} ${
        typeof value === "object" && value
          ? Object.entries(value)
              .map(([key, ms]) => `${key} ${Number(ms).toFixed(2)}`)
              .join(", ")
          : typeof value === "number"
            ? Number(value.toFixed(3))
            : value
      }`,
    );
}
