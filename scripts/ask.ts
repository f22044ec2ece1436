/**
 * `npm run ask -- "question" [--json] [--explain]`: one question through the whole pipeline, without a server.
 */
import { defineCommand, runMain } from "citty";
import { answer } from "@/lib/answer/answer";
import { toJson } from "@/lib/answer/encode";
import { parseAsk } from "@/lib/answer/parse";
import { getServices } from "@/lib/server";

const main = defineCommand({
  meta: { name: "ask", description: "Ask the index one question." },
  args: {
    question: { type: "positional", description: "The question, in quotes", required: true },
    json: { type: "boolean", description: "Print the answer as POST /api/ask returns it" },
    explain: { type: "boolean", description: "Print the guard's rules and the passages' scores" },
  },
  async run({ args }) {
    const asked = parseAsk({ question: args.question });
    const services = await getServices();
    if (args.explain) {
      const decision = services.guard.decide(asked.question, asked.history);
      console.error(
        `guard: ${decision.action} ${decision.category} [${decision.rules.join(", ")}]`,
      );
      const found = await services.library?.retriever.retrieve(decision.searchText);
      console.error(
        `retrieval: ${found?.answerable ? "answerable" : `not answerable (${found?.reason})`}, confidence ${found?.confidence.toFixed(3)}, as "${found?.query}"`,
      );
      for (const { chunk, score, scores } of found?.passages ?? []) {
        const parts = Object.entries(scores).map(([name, value]) => `${name} ${value.toFixed(3)}`);
        console.error(`  ${score.toFixed(3)} ${chunk.id} (${parts.join(", ")})`);
      }
    }
    const json = await toJson(answer(asked, services));
    if (args.json) return console.log(JSON.stringify(json, null, 2));
    console.log(`[${json.outcome}: ${json.category}]\n\n${json.text}\n`);
    for (const source of json.sources)
      console.log(`[${source.id}] ${source.title} – ${source.section}\n    ${source.url}`);
    if (json.followUps.length > 0) console.log(`\nNext: ${json.followUps.join(" | ")}`);
    console.log(`\n${json.reference} · ${json.provenance.writer} · ${json.provenance.index}`);
  },
});

runMain(main);
