import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer } from "@/lib/answer/answer";
import { toJson } from "@/lib/answer/encode";
import { createSecondLook } from "@/lib/answer/generate/entail";
import { createModelWriter } from "@/lib/answer/generate/generate";
import { Trace } from "@/lib/answer/trace";
import type { AnswerServices } from "@/lib/answer/turn";
import { parseEnv } from "@/lib/env";
import { createGuard } from "@/lib/guard/decide";
import { createChatModel, createCheckModel } from "@/lib/models";
import { AGREEING, NOT_AGREEING } from "../fixtures/hostile-model/checks";
import { type HostileModel, startHostileModel } from "../fixtures/hostile-model/server";
import { CLOMIPHENE, libraryOf, passagesOf } from "../fixtures/hostile-model/shelf";

/** Passes the gate without being a quotation. */
const IN_OTHER_WORDS = "In the US, clomiphene is not approved for men.";
const QUOTED = "Clomiphene is not approved for men in the US.";
/** Long enough for a slow machine, short enough for a test (milliseconds). */
const PATIENCE = 400;

let server: HostileModel;
beforeAll(async () => {
  server = await startHostileModel({
    ...AGREEING,
    ...NOT_AGREEING,
    paraphrases: ({ stream }) => stream(`${IN_OTHER_WORDS} [1]`),
    quotes: ({ stream }) => stream(`${QUOTED} [1]`),
    "goes-on": ({ stream }) =>
      stream(
        `${IN_OTHER_WORDS} [1] Clomiphene is approved in women, to help them ovulate. [1] In men its use is off-label. [1] SERMs block estrogen in some parts of the body. [2] `,
      ),
  });
});
afterAll(() => server.close());

async function ask(writer: string, check?: string) {
  const env = parseEnv({
    OPENAI_BASE_URL: server.baseUrl,
    CHAT_MODEL: writer,
    CHECK_MODEL: check,
  });
  const chat = createChatModel(env);
  if (!chat) throw new Error("no model");
  const checker = createCheckModel(env);
  const services: AnswerServices = {
    guard: createGuard({ region: "US" }),
    library: libraryOf(passagesOf(CLOMIPHENE)),
    modelWriter: createModelWriter(chat.model, chat.id),
    secondLook: checker && createSecondLook(checker, PATIENCE),
    region: "US",
    contact: { siteName: "Test" },
  };
  const trace = new Trace();
  const started = performance.now();
  const question = "Is clomiphene approved for men?";
  const json = await toJson(answer({ question, history: [] }, services, trace));
  return { json, trace, ms: performance.now() - started };
}

describe("a second look at a model's sentences", () => {
  it("is not taken unless a model is named for it", async () => {
    const { json } = await ask("paraphrases");
    expect(json.provenance.writer).toBe("paraphrases");
    expect(json.text).toContain(IN_OTHER_WORDS);
  });

  it.each(Object.keys(AGREEING))("%s lets a sentence through", async (check) => {
    const { json, trace } = await ask("paraphrases", check);
    expect(json.sentences.map(({ text }) => text)).toEqual([IN_OTHER_WORDS]);
    expect(trace.dropped).toEqual({});
  });

  it.each(Object.keys(NOT_AGREEING))("%s removes it, and the documents answer", async (check) => {
    const { json, trace, ms } = await ask("paraphrases", check);
    expect(trace.dropped).toEqual({ "second-look": 1 });
    expect(json.text).not.toContain(IN_OTHER_WORDS);
    expect(json.provenance.writer).toBe("extractive");
    expect(json.text).toMatch(/not approved for men in the US/);
    expect(ms).toBeLessThan(PATIENCE + 2_000);
  });

  it("looks at no quotation twice", async () => {
    const before = server.attempts.get("check-no") ?? 0;
    const { json } = await ask("quotes", "check-no");
    expect(json.provenance.writer).toBe("quotes");
    expect(server.attempts.get("check-no") ?? 0).toBe(before);
  });

  it("does not wait again and again for one that is away", async () => {
    const before = server.attempts.get("check-stalls") ?? 0;
    const { json, ms } = await ask("goes-on", "check-stalls");
    expect((server.attempts.get("check-stalls") ?? 0) - before).toBe(2);
    expect(ms).toBeLessThan(2 * PATIENCE + 2_000);
    expect(json.provenance.writer).toBe("extractive");
  });
});
