import { expect, it } from "vitest";
import type { PamphletError } from "@/lib/errors";
import { clientOf, createRateLimit } from "@/lib/rate-limit";

const from = (forwarded?: string) =>
  new Request("http://site.example/api/ask", {
    method: "POST",
    headers: forwarded ? { "x-forwarded-for": forwarded } : {},
  });

it("counts the socket's address, which a client cannot choose", () => {
  expect(clientOf(from("6.6.6.6, 10.0.0.1"), 0)).toBe("10.0.0.1");
});

it("believes as many proxies as it is told to, and none when somebody came past them", () => {
  expect(clientOf(from("6.6.6.6, 203.0.113.9, 10.0.0.1"), 1)).toBe("203.0.113.9");
  expect(clientOf(from("6.6.6.6, 203.0.113.9"), 2)).toBe("203.0.113.9");
});

it("counts an IPv6 network as one client, and an address without its port", () => {
  expect(clientOf(from("2001:db8:1:2:aaaa::1"), 0)).toBe(clientOf(from("2001:db8:1:2:bbbb::9"), 0));
  expect(clientOf(from("2001:db8:1:3::1"), 0)).not.toBe(clientOf(from("2001:db8:1:2::1"), 0));
  expect(clientOf(from("203.0.113.9:51000"), 0)).toBe("203.0.113.9");
  expect(clientOf(from("::ffff:203.0.113.9"), 0)).toBe("203.0.113.9");
});

it("listens for emergencies only after the last allowed question, then not at all", async () => {
  const limit = createRateLimit(2, 0);
  const allowances = [];
  for (let i = 0; i < 20; i += 1) allowances.push(await limit(from("10.0.0.1")));
  expect(allowances.slice(0, 3)).toEqual(["full", "full", "urgent-only"]);
  expect(allowances.at(-1)).toBe("urgent-only");
  const refused = await limit(from("10.0.0.1")).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "too-many-requests" });
  expect((refused as PamphletError).retryAfter).toBeGreaterThan(0);
  expect(await limit(from("10.0.0.2"))).toBe("full");
});

it("has no limit at zero", async () => {
  const limit = createRateLimit(0, 0);
  for (let i = 0; i < 50; i += 1) expect(await limit(from("10.0.0.1"))).toBe("full");
});
