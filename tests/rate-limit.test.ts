import { expect, it } from "vitest";
import { PamphletError } from "@/lib/errors";
import { clientOf, createRateLimit } from "@/lib/rate-limit";

const from = (forwarded?: string) =>
  new Request("http://site.example/api/ask", {
    method: "POST",
    headers: forwarded ? { "x-forwarded-for": forwarded } : {},
  });

it("counts the socket's address, which a client cannot choose", () => {
  expect(clientOf(from("6.6.6.6, 10.0.0.1"), 0)).toBe("10.0.0.1");
});

it("believes as many proxies as it is told to", () => {
  expect(clientOf(from("6.6.6.6, 203.0.113.9, 10.0.0.1"), 1)).toBe("203.0.113.9");
  expect(clientOf(from("203.0.113.9"), 1)).toBe("203.0.113.9");
});

it("refuses the request after the last allowed one, and says for how long", async () => {
  const limit = createRateLimit(2, 0);
  await limit(from("10.0.0.1"));
  await limit(from("10.0.0.1"));
  const refused = await limit(from("10.0.0.1")).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PamphletError);
  expect(refused).toMatchObject({ code: "too-many-requests" });
  expect((refused as PamphletError).retryAfter).toBeGreaterThan(0);
  await expect(limit(from("10.0.0.2"))).resolves.toBeUndefined();
});

it("has no limit at zero", async () => {
  const limit = createRateLimit(0, 0);
  for (let i = 0; i < 50; i += 1) await limit(from("10.0.0.1"));
});
