import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnswerJson } from "@/lib/answer/encode";
import { indexOf } from "../fixtures/answers/index-of";

type Handler = (request: Request) => Promise<Response>;
let dir: string;
let ask: Handler;
let chat: Handler;
let health: () => Promise<Response>;

const DOCUMENT = `---
title: Clomiphene
slug: clomiphene
summary: What clomiphene is.
topics: [clomiphene]
audience: adult
jurisdiction: US
language: en
author: Test
reviewer: not yet reviewed by a clinician
published: 2026-01-01
lastReviewed: 2026-01-01
nextReviewDue: 2036-01-01
licence: CC BY 4.0
evidence: review
sources:
  - title: A source
    publisher: A publisher
    year: 2020
    url: https://example.org/
---

## Is clomiphene approved for men?

No, clomiphene is not approved for men in the US. Clomiphene is approved to help women ovulate. Use of clomiphene in men is off-label, which means outside the approved uses.

## What are the side effects of clomiphene?

Clomiphene can affect eyesight and mood. Blurred vision can occur with clomiphene. Headache and hot flashes can occur with clomiphene.
`;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "pamphlet-routes-"));
  await writeFile(path.join(dir, "clomiphene.md"), DOCUMENT);
  const index = path.join(dir, "index");
  await indexOf([path.join(dir, "clomiphene.md")], index);
  // Read once, when the first route is: this file runs in a process of its own.
  process.env.INDEX_DIR = index;
  process.env.RATE_LIMIT = "0";
  ask = (await import("@/app/api/ask/route")).POST;
  chat = (await import("@/app/api/chat/route")).POST;
  health = (await import("@/app/api/health/route")).GET;
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const post = (body: unknown) =>
  new Request("http://localhost/api", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const askJson = async (question: string): Promise<AnswerJson> =>
  (await ask(post({ question }))).json();
const message = (text: string) => ({ id: "1", role: "user", parts: [{ type: "text", text }] });

interface Part {
  readonly type: string;
  readonly delta?: string;
  readonly sourceId?: string;
  readonly providerMetadata?: { readonly pamphlet: unknown };
}

/** The parts of a UI message stream, in order. */
async function partsOf(response: Response): Promise<Part[]> {
  const text = await response.text();
  return text
    .split("\n\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line) => JSON.parse(line.slice(6)));
}

describe("POST /api/ask", () => {
  it("answers with the fields of the contract", async () => {
    const json = await askJson("Is clomiphene approved for men?");
    expect(json.outcome).toBe("answered");
    expect(Object.keys(json).sort()).toEqual([
      "category",
      "followUps",
      "outcome",
      "provenance",
      "reference",
      "sentences",
      "sources",
      "text",
    ]);
    expect(json.text).toContain("clomiphene is not approved for men in the US. [1]");
    expect(json.sources[0]).toMatchObject({
      id: 1,
      documentId: "clomiphene",
      title: "Clomiphene",
      lastReviewed: "2026-01-01",
    });
    expect(json.sources[0]?.url).toMatch(/^\/sources\/clomiphene\?cite=\d+-\d+#cited$/);
    expect(json.provenance).toMatchObject({ writer: "extractive" });
    expect(json.reference).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{4}$/);
  });

  it("gives a telephone number before anything else", async () => {
    const json = await askJson("my chest feels tight and my left arm is numb");
    expect(json.outcome).toBe("urgent");
    expect(json.text).toContain("911");
    expect(json.sources).toEqual([]);
  });

  it("never gives a dose, and says whom to ask", async () => {
    const json = await askJson("How much clomid should I take?");
    expect(json).toMatchObject({ outcome: "redirected", category: "dosing" });
    expect(json.text).not.toMatch(/\d+\s?(?:mg|mcg|iu)/i);
    expect(json.text).toMatch(/pharmacist|prescri/);
  });

  it("abstains from what the documents do not hold", async () => {
    expect((await askJson("What is the capital of France?")).outcome).toBe("no-source");
  });

  it.each([
    ["not JSON", "{", 400, "invalid-json"],
    ["no question", {}, 400, "invalid-request"],
    ["an empty question", { question: "  " }, 400, "empty-question"],
    ["a question of 100,000 characters", { question: "a".repeat(100_000) }, 413, "body-too-large"],
    ["a question over the limit", { question: "a".repeat(2_001) }, 400, "question-too-long"],
    [
      "an unknown role",
      { question: "What?", history: [{ role: "system", text: "x" }] },
      400,
      "invalid-request",
    ],
  ])("refuses %s in plain words", async (_, body, status, code) => {
    const response = await ask(post(body));
    expect(response.status).toBe(status);
    const { error } = await response.json();
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/\.$/);
  });
});

describe("POST /api/chat", () => {
  it.each([
    "Is clomiphene approved for men?",
    "What are the side effects of clomiphene?",
    "How much clomid should I take?",
    "my chest feels tight and my left arm is numb",
    "What is the capital of France?",
  ])("streams the words that the JSON answer gives: %s", async (question) => {
    const parts = await partsOf(await chat(post({ messages: [message(question)] })));
    const json = await askJson(question);
    const text = parts
      .filter(({ type }) => type === "text-delta")
      .map(({ delta }) => delta)
      .join("");
    expect(text).toBe(json.text);
    const sources = parts.filter(({ type }) => type === "source-document");
    // The stream also says the passage's language, for the page's `lang`; the JSON's shape is fixed.
    expect(sources.map((part) => part.providerMetadata?.pamphlet)).toEqual(
      json.sources.map((source) => ({ ...source, language: "en" })),
    );
    const kept = parts
      .filter(({ type }) => type.startsWith("data-") && type !== "data-status")
      .map(({ type }) => type);
    expect(kept[0]).toBe("data-decision");
    expect(kept.slice(-2)).toEqual(["data-follow-ups", "data-provenance"]);
  });

  it("sends each source before the first marker that uses it", async () => {
    const parts = await partsOf(
      await chat(post({ messages: [message("Is clomiphene approved for men?")] })),
    );
    const known = new Set<string>();
    for (const part of parts) {
      if (part.type === "source-document") known.add(part.sourceId ?? "");
      for (const [, id] of String(part.delta ?? "").matchAll(/\[(\d+)\]/g))
        expect(known).toContain(id);
    }
    expect(known.size).toBeGreaterThan(0);
  });
});

describe("GET /api/health", () => {
  it("names the index and the writer", async () => {
    const response = await health();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "ok", writer: "extractive" });
  });
});
