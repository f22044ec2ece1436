/** The library: found, read, marked and searched, with JavaScript and without. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser, openPage } from "./fixtures/browser";

const app = inject("app");
const DOCUMENT = `${app}/sources/fertility-and-sperm`;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A source that the real answer to an ordinary question cites. */
async function citedSource(): Promise<{ passage: string; url: string }> {
  const response = await fetch(`${app}/api/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question: "Why does testosterone treatment lower sperm count?" }),
  });
  const { sources } = (await response.json()) as { sources: { passage: string; url: string }[] };
  const [first] = sources;
  if (!first) throw new Error("the answer cites nothing");
  return first;
}

describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
  const open = () => openPage(browser, [app], { javaScriptEnabled });

  it("lists every document with its summary and review date, and opens one", async () => {
    const { page, errors, close } = await open();
    await page.goto(`${app}/sources`);
    expect(await page.getByRole("listitem").count()).toBeGreaterThan(10);
    expect(await page.getByText(/^Text last checked /).count()).toBeGreaterThan(10);
    expect(await page.getByText(/^Reading grade \d+$/).count()).toBeGreaterThan(5);
    await page
      .getByRole("link", { name: "Fertility and sperm during and after testosterone" })
      .click();
    await page.getByRole("heading", { level: 1, name: /Fertility and sperm/ }).waitFor();
    expect(await page.title()).toContain("Fertility and sperm");
    expect(errors).toEqual([]);
    await close();
  });

  it("searches, and keeps the words out of the address", async () => {
    const { page, errors, close } = await open();
    await page.goto(`${app}/sources`);
    if (javaScriptEnabled) await page.waitForLoadState("networkidle");
    await page.getByRole("searchbox", { name: "Search the library" }).fill("semen analysis");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByText(/documents? match/).waitFor();
    await page.getByRole("link", { name: "What is a semen analysis?" }).first().waitFor();
    expect(page.url()).not.toContain("semen");
    expect(errors).toEqual([]);
    await close();
  });

  it("marks the cited passage and brings it into sight", async () => {
    const { page, errors, close } = await open();
    const { passage, url } = await citedSource();
    await page.goto(app + url);
    const mark = page.locator("#cited");
    expect(await mark.count()).toBe(1);
    const box = await mark.boundingBox();
    expect(box && box.y >= 0 && box.y < 800).toBe(true);
    const squeeze = (text: string) => text.replace(/\s+/g, "");
    expect(squeeze((await page.locator("mark").allInnerTexts()).join(""))).toBe(squeeze(passage));
    expect(errors).toEqual([]);
    await close();
  });

  it("changes the language of its own words by a link", async () => {
    const { page, close } = await open();
    await page.goto(DOCUMENT);
    await page.getByRole("link", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Sobre este documento" }).waitFor();
    expect(await page.locator("article").getAttribute("lang")).toBe("en");
    await page.getByRole("link", { name: "Todos los documentos" }).click();
    await page.getByRole("heading", { name: "Biblioteca" }).waitFor();
    await close();
  });
});

it("has a table of contents, facts, sources and a way to cite the page", async () => {
  const { page, close } = await openPage(browser, [app]);
  await page.goto(DOCUMENT);
  const contents = page.getByRole("navigation", { name: "On this page" });
  const first = contents.getByRole("link").first();
  const anchor = (await first.getAttribute("href")) ?? "";
  expect(await page.locator(`[id="${decodeURIComponent(anchor.slice(1))}"]`).count()).toBe(1);
  await page.getByText("not yet reviewed by a clinician").waitFor();
  await page.getByRole("table").first().waitFor();
  expect(await page.getByRole("link", { name: /Rate, extent/ }).getAttribute("href")).toBe(
    "https://pubmed.ncbi.nlm.nih.gov/16650651/",
  );
  await page.getByRole("heading", { name: "Cite this page" }).waitFor();
  await close();
});

it("shows a figure as a picture, and never serves another file", async () => {
  const { page, close } = await openPage(browser, [app]);
  await page.goto(DOCUMENT);
  const picture = page.locator("figure img").first();
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => {
    const image = document.querySelector<HTMLImageElement>("figure img");
    return image?.complete && image.naturalWidth > 0;
  });
  const figure = await fetch(`${app}${await picture.getAttribute("src")}`);
  expect(figure.headers.get("content-type")).toBe("image/svg+xml");
  expect(figure.headers.get("content-security-policy")).toContain("sandbox");
  for (const path of [
    "/figures/none.svg",
    "/figures/..%2fglossary.md",
    "/figures/%2e%2e/fertility-and-sperm.md",
    "/figures/..%5c..%5cpackage.json",
    "/figures/a/b.svg",
  ])
    expect([path, (await fetch(app + path)).status]).toEqual([path, 404]);
  await close();
});

it.each(["/sources/no-such-document", "/nothing", "/sources/%3Cscript%3E"])(
  "an address without a page says so: %s",
  async (path) => {
    const response = await fetch(app + path);
    expect(response.status).toBe(404);
  },
);

it("a citation out of range marks nothing and breaks nothing", async () => {
  const { page, errors, close } = await openPage(browser, [app]);
  await page.goto(`${DOCUMENT}?cite=5-999999#cited`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.locator("mark").count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});

it("about says what it is, and the numbers of the region", async () => {
  const { page, errors, strangers, close } = await openPage(browser, [app]);
  await page.goto(`${app}/about`);
  await page.getByText("not a clinician", { exact: false }).first().waitFor();
  expect(await page.getByRole("link", { name: "911" }).getAttribute("href")).toBe("tel:911");
  expect(await page.getByRole("link", { name: "988" }).first().getAttribute("href")).toMatch(
    /^(tel|sms):988/,
  );
  await page.getByRole("heading", { name: "Measured quality" }).waitFor();
  expect(errors).toEqual([]);
  expect(strangers).toEqual([]);
  await close();
});
