import { expect, it } from "vitest";
import { errorResponse, PamphletError } from "@/lib/errors";

it("gives an unknown failure the words of an internal one and nothing else", async () => {
  const response = errorResponse(new Error("secret /root/path"));
  expect(response.status).toBe(500);
  const body = await response.text();
  expect(JSON.parse(body)).toMatchObject({ error: { code: "internal" } });
  expect(body).not.toContain("secret");
});

it("says when to try again", () => {
  const response = errorResponse(new PamphletError("too-many-requests", { retryAfter: 12 }));
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("12");
});

it("answers in Spanish when asked to", async () => {
  const body = await errorResponse(new PamphletError("empty-question"), "es").json();
  expect(body.error.message).toMatch(/escriba una pregunta/);
});
