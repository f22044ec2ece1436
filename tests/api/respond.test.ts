/** The routes' common path: plain requests in, plain responses out, with small fakes behind it. */
import { describe, expect, it } from "vitest";
import { toJson, toUiResponse } from "@/lib/answer/encode";
import { parseAsk, parseChat } from "@/lib/answer/parse";
import { createGuard } from "@/lib/guard/decide";
import type { Allowance } from "@/lib/rate-limit";
import { type Format, preflight, respond, type Server } from "@/lib/respond";

const ALLOWED = "https://clinic.example";

const ask: Format = {
  parse: parseAsk,
  encode: async (events) => Response.json(await toJson(events)),
};
const chat: Format = { parse: parseChat, encode: toUiResponse };

/** No index: what must work during an outage works, and the rest says so. */
function serverOf(allowance: Allowance = "full"): Server {
  return {
    embedOrigins: [ALLOWED],
    allowance: async () => allowance,
    services: async () => ({
      guard: createGuard({ region: "US" }),
      region: "US",
      contact: { siteName: "Clinic" },
    }),
  };
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  new Request("http://site.example/api/ask", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const message = (text: string) => ({
  messages: [{ role: "user", parts: [{ type: "text", text }] }],
});
const URGENT = "my chest feels tight and my left arm is numb";

describe("without an index", () => {
  it("an emergency still gets a telephone number, as JSON and as a stream", async () => {
    const json = await respond(post({ question: URGENT }), ask, serverOf());
    expect(json.status).toBe(200);
    expect(await json.json()).toMatchObject({ outcome: "urgent", category: "emergency" });
    const stream = await respond(post(message(URGENT)), chat, serverOf());
    expect(stream.status).toBe(200);
    expect(await stream.text()).toMatch(/data-decision.*tel:911/s);
  });

  it("a request for a dose is still redirected, without a number", async () => {
    const response = await respond(
      post({ question: "How much clomid should I take?" }),
      ask,
      serverOf(),
    );
    const body = await response.json();
    expect(body.outcome).toBe("redirected");
    expect(body.text).not.toMatch(/\d/);
  });

  it.each([
    ["JSON", ask, { question: "What is LH?" }],
    ["stream", chat, message("What is LH?")],
  ])("an ordinary question is 503 before anything is sent (%s)", async (_, format, body) => {
    const response = await respond(post(body), format, serverOf());
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: "no-index" } });
  });
});

describe("past the rate limit", () => {
  it("an ordinary question waits and is told for how long", async () => {
    const response = await respond(post({ question: "What is LH?" }), ask, serverOf("urgent-only"));
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("an emergency does not wait", async () => {
    const response = await respond(post({ question: URGENT }), ask, serverOf("urgent-only"));
    expect(await response.json()).toMatchObject({ outcome: "urgent" });
  });
});

describe("bad input", () => {
  it.each([
    ["not JSON", "{", 400, "invalid-json"],
    ["no question", {}, 400, "invalid-request"],
    ["an empty question", { question: " " }, 400, "empty-question"],
    ["a long question", { question: "a".repeat(2_001) }, 400, "question-too-long"],
    ["a large body", { question: "a".repeat(70_000) }, 413, "body-too-large"],
  ])("%s is refused in plain words", async (_, body, status, code) => {
    const response = await respond(post(body), ask, serverOf());
    expect(response.status).toBe(status);
    const { error } = await response.json();
    expect(error.code).toBe(code);
    expect(error.message).not.toContain("aaa");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is refused in the reader's language", async () => {
    const request = post({ question: "" }, { "accept-language": "es-MX,es;q=0.9" });
    const { error } = await (await respond(request, ask, serverOf())).json();
    expect(error.message).toMatch(/pregunta/);
  });

  it("that breaks something inside says nothing of it", async () => {
    const broken: Server = {
      ...serverOf(),
      services: () => Promise.reject(new Error("/srv/secret/path")),
    };
    const response = await respond(post({ question: "What is LH?" }), ask, broken);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });
});

describe("other sites", () => {
  it("on the list may read a response", async () => {
    const response = await respond(
      post({ question: URGENT }, { origin: ALLOWED }),
      ask,
      serverOf(),
    );
    expect(response.headers.get("access-control-allow-origin")).toBe(ALLOWED);
    expect(
      preflight(post({}, { origin: ALLOWED }), serverOf()).headers.get(
        "access-control-allow-methods",
      ),
    ).toContain("POST");
  });

  it("not on the list may not", async () => {
    const request = post({ question: URGENT }, { origin: "https://other.example" });
    const response = await respond(request, ask, serverOf());
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("vary")).toBe("Origin");
  });
});
