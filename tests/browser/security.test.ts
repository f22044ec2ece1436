/** The headers that a browser enforces, per route. */
import { describe, expect, inject, it } from "vitest";

const app = inject("app");
const allowed = inject("allowedHost");
const PAGES = [
  "/",
  "/embed",
  "/embed/setup",
  "/sources",
  "/sources/glossary",
  "/about",
  "/nothing",
  "/api/nothing",
];

const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";
const ancestorsOf = (response: Response) =>
  /frame-ancestors ([^;]*)/.exec(policyOf(response))?.[1]?.trim();

describe.each(PAGES)("%s", (path) => {
  it("carries a nonce policy without unsafe scripts, and every script has the nonce", async () => {
    const response = await fetch(app + path);
    const html = await response.text();
    const policy = policyOf(response);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(policy).not.toContain("unsafe");
    for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/i);
    expect((await fetch(app + path)).headers.get("content-security-policy")).not.toBe(policy);
  });

  it("sets the other headers", async () => {
    const { headers } = await fetch(app + path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("set-cookie")).toBeNull();
  });

  it("may be framed only where it is meant to be", async () => {
    const expected = path === "/embed" ? `'self' ${allowed}` : "'none'";
    expect(ancestorsOf(await fetch(app + path))).toBe(expected);
  });
});

it("an address of the embed page in another shape is not framed by mistake", async () => {
  for (const path of ["/embed/", "/EMBED", "/embed/x", "//embed"]) {
    const response = await fetch(app + path, { redirect: "manual" });
    if (response.status === 200) expect([path, ancestorsOf(response)]).toEqual([path, "'none'"]);
  }
});

it("a visitor cannot choose the nonce, the language header or the policy", async () => {
  const response = await fetch(app, {
    headers: {
      "x-nonce": "mine",
      "content-security-policy": "default-src *",
      "x-pamphlet-language": '"><script>',
    },
  });
  expect(policyOf(response)).not.toContain("mine");
  expect(await response.text()).not.toContain('nonce="mine"');
});

it("the loader may be used from any site and is not sniffed", async () => {
  const { headers } = await fetch(`${app}/widget.js`);
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(headers.get("content-type")).toMatch(/javascript/);
});
