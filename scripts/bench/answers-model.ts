/**
 * Services and questions in; what is added around a language model out: milliseconds before the first
 * token is asked for, and from the end of each sentence the model wrote to the reader's event.
 */
import { setImmediate as turn } from "node:timers/promises";
import { MockLanguageModelV3 } from "ai/test";
import { answer } from "@/lib/answer/answer";
import { createModelWriter } from "@/lib/answer/generate/generate";
import { Trace } from "@/lib/answer/trace";
import type { OpenServices } from "../evaluate/pipeline";

/** Milliseconds by the clock and by the processor, which a busy machine does not stretch. */
export interface Timed {
  readonly wall: number;
  readonly cpu: number;
}

/** Starts a watch; each call of what it returns reads it. */
export function watch(): () => Timed {
  const cpu = process.cpuUsage();
  const started = performance.now();
  return () => {
    const used = process.cpuUsage(cpu);
    return { wall: performance.now() - started, cpu: (used.user + used.system) / 1_000 };
  };
}

const USAGE = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** Asks one question of a model that writes given sentences at once, each citing the first passage. */
async function askOnce(
  question: string,
  sentences: readonly string[],
  services: OpenServices,
): Promise<{ before?: Timed; each: Timed[] }> {
  const each: Timed[] = [];
  let before: Timed | undefined;
  let sinceWritten: (() => Timed) | undefined;
  const sinceAsked = watch();
  const model = new MockLanguageModelV3({
    doStream: async () => {
      before = sinceAsked();
      return {
        stream: new ReadableStream({
          async start(controller) {
            controller.enqueue({ type: "stream-start", warnings: [] });
            controller.enqueue({ type: "text-start", id: "1" });
            for (const sentence of sentences) {
              // A sentence is known to have ended when the next one begins.
              for (const delta of [`${sentence} [1]`, " Next "]) {
                sinceWritten = watch();
                controller.enqueue({ type: "text-delta", id: "1", delta });
                for (let waited = 0; waited < 10; waited += 1) await turn();
              }
              controller.enqueue({ type: "text-delta", id: "1", delta: "to nothing.\n" });
              for (let waited = 0; waited < 10; waited += 1) await turn();
            }
            controller.enqueue({ type: "text-end", id: "1" });
            controller.enqueue({
              type: "finish",
              finishReason: { unified: "stop", raw: "stop" },
              usage: USAGE,
            });
            controller.close();
          },
        }),
      };
    },
  });
  const events = answer(
    { question, history: [] },
    { ...services, modelWriter: createModelWriter(model, "bench") },
  );
  for await (const event of events)
    if (event.type === "sentence" && event.sentence.citations.length > 0 && sinceWritten) {
      each.push(sinceWritten());
      sinceWritten = undefined;
    }
  return { before, each };
}

/**
 * Every question twice: once to learn which sentences its first passage has, once with a model that
 * writes the first few of them.
 */
export async function modelOverhead(
  questions: readonly string[],
  services: OpenServices,
): Promise<{ before: Timed[]; sentences: Timed[] }> {
  const before: Timed[] = [];
  const sentences: Timed[] = [];
  for (const question of questions) {
    const trace = new Trace();
    const keyless = { ...services, modelWriter: undefined };
    for await (const event of answer({ question, history: [] }, keyless, trace)) void event;
    const chunk = services.library.index.chunks.get(trace.passages[0] ?? "");
    if (trace.outcome !== "answered" || !chunk) continue;
    const written = chunk.sentences
      .filter(({ kind }) => kind === "prose")
      .slice(0, 4)
      .map(({ start, end }) => chunk.text.slice(start, end));
    const asked = await askOnce(question, written, services);
    if (asked.before) before.push(asked.before);
    sentences.push(...asked.each);
  }
  return { before, sentences };
}
