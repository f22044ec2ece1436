/**
 * `npm run ask -- "question" [--json] [--explain] [--record FILE [--keep-question]]`: one question through the whole
 * pipeline, without a server. `npm run ask -- --replay FILE [--json]` shows a recorded answer and gates it again.
 */
import { readFile, writeFile } from "node:fs/promises";
import { defineCommand, runMain } from "citty";
import { answer } from "@/lib/answer/answer";
import { toJson } from "@/lib/answer/encode";
import type { AnswerEvent } from "@/lib/answer/events";
import { parseAsk } from "@/lib/answer/parse";
import { recordOf, replay, TurnRecord } from "@/lib/answer/record";
import { Trace } from "@/lib/answer/trace";
import type { AnswerServices } from "@/lib/answer/turn";
import { PamphletError } from "@/lib/errors";
import { getLibrary, getServices } from "@/lib/server";

/** Notes the guard's rules as they pass: the JSON answer does not carry them. */
async function* withRules(
  events: AsyncIterable<AnswerEvent>,
  rules: string[],
): AsyncGenerator<AnswerEvent> {
  for await (const event of events) {
    if (event.type === "provenance") rules.push(...event.rules);
    yield event;
  }
}

async function explain(question: string, { guard, library }: AnswerServices): Promise<void> {
  const decision = guard.decide(question, []);
  console.error(`guard: ${decision.action} ${decision.category} [${decision.rules.join(", ")}]`);
  const found = await library?.retriever.retrieve(decision.searchText);
  if (!found) return console.error("retrieval: there is no usable index");
  const verdict = found.answerable ? "answerable" : `not answerable (${found.reason})`;
  console.error(
    `retrieval: ${verdict}, confidence ${found.confidence.toFixed(3)}, as "${found.query}"`,
  );
  for (const { chunk, score, scores } of found.passages) {
    const parts = Object.entries(scores).map(([name, value]) => `${name} ${value.toFixed(3)}`);
    console.error(`  ${score.toFixed(3)} ${chunk.id} (${parts.join(", ")})`);
  }
}

async function showRecord(file: string, asJson: boolean): Promise<void> {
  const parsed = TurnRecord.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!parsed.success) throw new Error(`${file} is not a record; make one with --record FILE`);
  const { index } = await getLibrary();
  const replayed = replay(parsed.data, index);
  if (asJson) return console.log(JSON.stringify({ record: parsed.data, ...replayed }, null, 2));
  const { reference, at, outcome, category, writer, policy, dropped } = parsed.data;
  console.log(`${reference} · ${at} · ${outcome}: ${category} · ${writer} · policy ${policy}`);
  for (const line of replayed.changed) console.log(`changed: ${line}`);
  for (const { text, sections, verdict } of replayed.sentences)
    console.log(
      `\n[${verdict}] ${text ?? "(its passage is gone)"}\n    ${sections.join("\n    ")}`,
    );
  const counts = Object.entries(dropped).map(([reason, count]) => `${count} ${reason}`);
  console.log(`\ndropped by the gate: ${counts.join(", ") || "nothing"}`);
}

const main = defineCommand({
  meta: { name: "ask", description: "Ask the index one question, or replay a recorded answer." },
  args: {
    question: { type: "positional", description: "The question, in quotes", required: false },
    json: { type: "boolean", description: "Print the answer as POST /api/ask returns it" },
    explain: { type: "boolean", description: "Print the guard's rules and the passages' scores" },
    record: { type: "string", description: "Write a record of the turn, without the question" },
    "keep-question": { type: "boolean", description: "Put the question into the record as well" },
    replay: { type: "string", description: "Show a recorded answer and gate it again" },
  },
  async run({ args }) {
    if (args.replay) return showRecord(args.replay, args.json ?? false);
    const asked = parseAsk({ question: args.question ?? "" });
    const services = await getServices();
    if (args.explain) await explain(asked.question, services);
    const trace = new Trace();
    const rules: string[] = [];
    const json = await toJson(withRules(answer(asked, services, trace), rules));
    if (args.record) {
      const question = args["keep-question"] ? asked.question : undefined;
      const record = recordOf(trace, {
        reference: json.reference,
        rules,
        at: new Date(),
        question,
      });
      await writeFile(args.record, `${JSON.stringify(record, null, 2)}\n`);
    }
    if (args.json) return console.log(JSON.stringify(json, null, 2));
    console.log(`[${json.outcome}: ${json.category}]\n\n${json.text}\n`);
    for (const source of json.sources)
      console.log(`[${source.id}] ${source.title} – ${source.section}\n    ${source.url}`);
    if (json.followUps.length > 0) console.log(`\nNext: ${json.followUps.join(" | ")}`);
    console.log(`\n${json.reference} · ${json.provenance.writer} · ${json.provenance.index}`);
  },
});

runMain(main).catch((error: unknown) => {
  console.error(error instanceof PamphletError || error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
