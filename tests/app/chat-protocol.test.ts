import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerView, isLocalPath } from "@/app/_components/chat/answer-view";
import {
  ChatFailure,
  type ChatMessage,
  chatFetch,
  requestMessages,
} from "@/app/_components/chat/chat-client";
import { readChunks, type StreamChunk, withChunk } from "@/app/_components/chat/stream-events";
import { turnsOf } from "@/app/_components/chat/turns";

const message = (role: ChatMessage["role"], text: string): ChatMessage => ({
  id: text.slice(0, 8),
  role,
  parts: [{ type: "text", text }],
});

function streamOf(pieces: readonly string[]): ReadableStream<Uint8Array> {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  return new ReadableStream({
    start(controller) {
      for (const piece of bytes) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function chunksOf(pieces: readonly string[]): Promise<StreamChunk[]> {
  const chunks: StreamChunk[] = [];
  for await (const chunk of readChunks(streamOf(pieces))) chunks.push(chunk);
  return chunks;
}

describe("reading a stream", () => {
  const whole = 'data: {"type":"a","text":"é 💊"}\n\ndata: {"type":"b"}\r\n\r\ndata: [DONE]\n\n';

  it("gives the same events however the network cut it", async () => {
    const expected = await chunksOf([whole]);
    expect(expected.map(({ type }) => type)).toEqual(["a", "b"]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 6 }), async (cuts) => {
        const at = [...new Set([0, ...cuts, whole.length])].sort((a, b) => a - b);
        const pieces = at.slice(0, -1).map((from, index) => whole.slice(from, at[index + 1]));
        // A cut between the halves of a character is made in bytes, below.
        if (pieces.some((piece) => /[\uD800-\uDBFF]$/.test(piece))) return;
        expect(await chunksOf(pieces)).toEqual(expected);
      }),
    );
  });

  it("survives a cut inside of a character", async () => {
    const bytes = new TextEncoder().encode(whole);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const texts: unknown[] = [];
    for await (const { text } of readChunks(body)) texts.push(text);
    expect(texts[0]).toBe("é 💊");
  });

  it("passes over what is not an event", async () => {
    expect(
      await chunksOf([": a comment\n\ndata: not json\n\ndata: null\n\ndata: 5\n\nevent: x\n\n"]),
    ).toEqual([]);
  });
});

describe("building a message", () => {
  const build = (chunks: StreamChunk[]) =>
    chunks.reduce(withChunk, { id: "1", role: "assistant", parts: [] } as ChatMessage);

  it("joins sentences, keeps sources, replaces a data part with the same id", () => {
    const built = build([
      { type: "start" },
      { type: "data-status", data: { status: "searching" }, transient: true },
      { type: "data-decision", id: "decision", data: { outcome: "answered" } },
      { type: "data-decision", id: "decision", data: { outcome: "no-source" } },
      { type: "text-start", id: "t" },
      { type: "text-delta", id: "t", delta: "One." },
      { type: "source-document", sourceId: "1" },
      { type: "text-delta", id: "t", delta: " Two." },
      { type: "text-delta", id: "t" },
      { type: "something-new" },
    ]);
    expect(built.parts.map(({ type }) => type)).toEqual([
      "data-decision",
      "text",
      "source-document",
    ]);
    expect(answerView(built).text).toBe("One. Two.");
    expect(answerView(built).decision?.outcome).toBe("no-source");
  });

  it("shows only what is safe to show", () => {
    const source = { id: 1, title: "T", section: "S", passage: "P", url: "/sources/t" };
    const document = (pamphlet: object) =>
      ({ type: "source-document", providerMetadata: { pamphlet } }) as unknown as StreamChunk;
    const view = answerView(
      build([
        document(source),
        document({ ...source, id: 2, url: "//evil.example" }),
        document({ ...source, id: 3, url: "javascript:alert(1)" }),
        document({ ...source, id: "4" }),
        { type: "data-figure", data: { src: "https://evil.example/x", alt: "", caption: "" } },
        {
          type: "data-decision",
          data: {
            outcome: "urgent",
            card: { action: "Call", numbers: [{ href: "javascript:1" }, { href: "tel:911" }] },
          },
        },
      ]),
    );
    expect([...view.sources.keys()]).toEqual([1]);
    expect(view.figures).toEqual([]);
    expect(view.decision?.card?.numbers).toEqual([{ href: "tel:911" }]);
    expect(view.complete).toBe(true);
    expect(isLocalPath("/\\evil.example")).toBe(false);
  });
});

describe("what is sent", () => {
  it("is text alone, within the server's limits, and always ends with the question", () => {
    const long = Array.from({ length: 60 }, (_, index) =>
      message(index % 2 === 0 ? "user" : "assistant", `${index} ${"x".repeat(400)}`),
    );
    const sent = requestMessages([...long, message("user", "Last?")]);
    expect(sent).toHaveLength(21);
    expect(sent.at(-1)?.parts).toEqual([{ type: "text", text: "Last?" }]);
    const heavy = requestMessages([message("assistant", "y".repeat(30_000)), message("user", "Q")]);
    expect(heavy).toHaveLength(1);
    const mixed: ChatMessage = {
      id: "1",
      role: "assistant",
      parts: [
        { type: "text", text: "A" },
        { type: "data-follow-ups", data: ["B?"] },
      ],
    };
    expect(requestMessages([mixed, message("user", "Q")])[0]?.parts).toEqual([
      { type: "text", text: "A" },
    ]);
  });
});

describe("failures", () => {
  const failing = async (status: number, headers: Record<string, string> = {}) => {
    const body = JSON.stringify({ error: { code: "x", message: "Words." } });
    const url = `data:text/plain,${status}`;
    const real = globalThis.fetch;
    globalThis.fetch = async () => new Response(body, { status, headers });
    try {
      return await chatFetch(url).catch((thrown: unknown) => thrown);
    } finally {
      globalThis.fetch = real;
    }
  };

  it("become a kind, the server's words and the wait", async () => {
    expect(await failing(429, { "retry-after": "7" })).toMatchObject({ kind: "wait", wait: 7 });
    expect(await failing(429)).toMatchObject({ kind: "wait", wait: 20 });
    expect(await failing(503)).toMatchObject({ kind: "unavailable" });
    expect(await failing(400)).toMatchObject({ kind: "refused", message: "Words." });
    expect(await failing(500)).toBeInstanceOf(ChatFailure);
  });
});

describe("turns", () => {
  it("pair a question with the answer after it", () => {
    const q = message("user", "Q");
    const a = message("assistant", "A");
    expect(turnsOf([q, a, message("user", "R")])).toMatchObject([
      { question: q, answer: a },
      { question: { role: "user" } },
    ]);
    expect(turnsOf([a])).toEqual([]);
  });
});
