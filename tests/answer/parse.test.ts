import { describe, expect, it } from "vitest";
import { LIMITS, parseAsk, parseChat, readJson } from "@/lib/answer/parse";

const post = (body: BodyInit) =>
  new Request("http://site.example/api/ask", {
    method: "POST",
    body,
    duplex: "half",
  } as RequestInit);
const codeOf = async (attempt: () => unknown) => {
  try {
    await attempt();
    return "no error";
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe("the body", () => {
  it("must be JSON", async () => {
    expect(await codeOf(() => readJson(post("{")))).toBe("invalid-json");
    expect(await codeOf(() => readJson(post(new Uint8Array([0xff, 0xfe, 0x00]))))).toBe(
      "invalid-json",
    );
    expect(await codeOf(() => readJson(new Request("http://a.example", { method: "POST" })))).toBe(
      "invalid-json",
    );
  });

  it("is cut off at the limit, whatever its declared length", async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(10_000).fill(0x20)),
    });
    expect(await codeOf(() => readJson(post(endless)))).toBe("body-too-large");
  });

  it("may be exactly as long as the limit", async () => {
    const body = JSON.stringify({ question: "a" }).padEnd(LIMITS.body, " ");
    expect(await readJson(post(body))).toEqual({ question: "a" });
    expect(await codeOf(() => readJson(post(`${body} `)))).toBe("body-too-large");
  });
});

describe("ask", () => {
  it.each([
    ["nothing", undefined, "invalid-request"],
    ["no question", {}, "invalid-request"],
    ["a number", { question: 3 }, "invalid-request"],
    ["only spaces", { question: "  \n" }, "empty-question"],
    ["only what cannot be seen", { question: "\u200b \u2060\ufeff" }, "empty-question"],
    ["only control characters", { question: "\u0000\u0007" }, "empty-question"],
    [
      "an unknown role",
      { question: "a", history: [{ role: "system", text: "b" }] },
      "invalid-request",
    ],
    [
      "a question over the limit",
      { question: "a".repeat(LIMITS.question + 1) },
      "question-too-long",
    ],
    ["100,000 characters", { question: "a".repeat(100_000) }, "question-too-long"],
    [
      "too many turns",
      { question: "a", history: Array(LIMITS.historyTurns + 1).fill({ role: "user", text: "b" }) },
      "history-too-long",
    ],
    [
      "too long a history",
      {
        question: "a",
        history: [{ role: "user", text: "b".repeat(LIMITS.historyCharacters + 1) }],
      },
      "history-too-long",
    ],
  ])("refuses %s", async (_, body, code) => {
    expect(await codeOf(() => parseAsk(body))).toBe(code);
  });

  it("takes a question at the limit and drops control characters but keeps lines", () => {
    expect(parseAsk({ question: "a".repeat(LIMITS.question) }).question).toHaveLength(
      LIMITS.question,
    );
    expect(parseAsk({ question: "what\u0000 is\nTRT?" }).question).toBe("what is\nTRT?");
  });
});

describe("chat", () => {
  const message = (role: string, text: string) => ({
    id: "1",
    role,
    parts: [{ type: "text", text }],
  });

  it("takes the last message as the question and the rest as history", () => {
    const parsed = parseChat({
      messages: [
        message("user", "What is LH?"),
        message("assistant", "A hormone."),
        message("user", "and FSH?"),
      ],
    });
    expect(parsed.question).toBe("and FSH?");
    expect(parsed.history).toEqual([
      { role: "user", text: "What is LH?" },
      { role: "assistant", text: "A hormone." },
    ]);
  });

  it.each([
    ["no messages", { messages: [] }, "invalid-request"],
    ["an unknown role", { messages: [message("wizard", "a")] }, "invalid-request"],
    ["an answer as the last message", { messages: [message("assistant", "a")] }, "invalid-request"],
    [
      "a message with no text",
      { messages: [{ role: "user", parts: [{ type: "file" }] }] },
      "empty-question",
    ],
  ])("refuses %s", async (_, body, code) => {
    expect(await codeOf(() => parseChat(body))).toBe(code);
  });

  it("keeps the newest turns of a conversation that has outgrown the limits", () => {
    const messages = [
      ...Array.from({ length: 60 }, (_, at) =>
        message(at % 2 ? "assistant" : "user", `turn ${at}`),
      ),
      message("user", "last"),
    ];
    const { history } = parseChat({ messages });
    expect(history).toHaveLength(LIMITS.historyTurns);
    expect(history.at(-1)?.text).toBe("turn 59");
  });
});
