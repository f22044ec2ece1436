import { describe, expect, it } from "vitest";
import { answer } from "@/lib/answer/answer";
import { toJson } from "@/lib/answer/encode";
import { recordOf, replay, TurnRecord } from "@/lib/answer/record";
import { Trace } from "@/lib/answer/trace";
import type { AnswerServices } from "@/lib/answer/turn";
import { createGuard } from "@/lib/guard/decide";
import { CLOMIPHENE, documentOf, libraryOf, passagesOf } from "../fixtures/hostile-model/shelf";

const QUESTION = "Is clomiphene approved for men?";
const library = libraryOf(passagesOf(CLOMIPHENE));
const services: AnswerServices = {
  guard: createGuard({ region: "US" }),
  library,
  region: "US",
  contact: { siteName: "Test" },
};

async function recorded(question?: string) {
  const trace = new Trace();
  const json = await toJson(answer({ question: QUESTION, history: [] }, services, trace));
  return {
    json,
    record: recordOf(trace, { reference: json.reference, rules: [], at: new Date(0), question }),
  };
}

describe("a record of a turn", () => {
  it("holds no word of the question unless the owner asks for it", async () => {
    const { record } = await recorded();
    expect(TurnRecord.parse(record)).toEqual(record);
    expect(JSON.stringify(record)).not.toContain(QUESTION);
    expect((await recorded(QUESTION)).record.question).toBe(QUESTION);
  });

  it("replays the same sentences, and gates them again", async () => {
    const { json, record } = await recorded();
    const { sentences, changed } = replay(record, library.index);
    expect(changed).toEqual([]);
    expect(sentences.every(({ verdict }) => verdict === "passed")).toBe(true);
    const said = json.sentences.map(({ text }) => text);
    expect(sentences.map(({ text }) => text)).toEqual(said);
  });

  it("says what is no longer there", async () => {
    const { record } = await recorded();
    const other = libraryOf(
      passagesOf(documentOf("other", { "What is hCG?": "The hormone hCG works like LH." })),
    );
    const { sentences, changed } = replay({ ...record, index: "older" }, other.index);
    expect(changed.join(" ")).toMatch(/index is now memory.*passages are gone/);
    expect(sentences.every(({ verdict }) => verdict === "lost")).toBe(true);
  });
});
