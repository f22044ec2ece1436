/** The widget in other sites: one that may show it, one that may not, and hostile ones. */
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser, leftBehind, NOTHING, openPage, type WatchedPage } from "./fixtures/browser";
import { type ScriptedServer, startScriptedServer } from "./fixtures/scripted-server";
import * as scripts from "./fixtures/scripts";

const allowed = inject("allowedHost");
const stranger = inject("strangerHost");
let browser: Browser;
let server: ScriptedServer;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startScriptedServer(inject("app"));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(async () => {
  server.release();
  await watched.close();
});

async function visit(
  host: string,
  path: string,
  options: Parameters<typeof openPage>[2] = {},
): Promise<Page> {
  watched = await openPage(browser, [host, server.url], options);
  await watched.page.goto(`${host}${path}?app=${server.url}`);
  return watched.page;
}

const chatIn = (page: Page): FrameLocator => page.frameLocator("pamphlet-chat iframe");
const launcher = (page: Page, name = "Ask us") => page.getByRole("button", { name });
const seen = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: { type: string; detail: unknown }[] }).seen);

async function askInFrame(page: Page, question: string): Promise<void> {
  const box = chatIn(page).getByRole("textbox", { name: "Your question" });
  await box.waitFor();
  await chatIn(page).locator("textarea:focus").waitFor();
  await box.fill(question);
  await box.press("Enter");
}

describe("on a site that may show it", () => {
  it("loads nothing of the chat until it is opened, then moves the focus in and back out", async () => {
    const page = await visit(allowed, "/plain");
    const button = launcher(page);
    await button.waitFor();
    expect(page.frames()).toHaveLength(1);
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await button.click();
    await chatIn(page).locator("textarea:focus").waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("pamphlet-chat");
    expect((await seen(page)).map(({ type }) => type)).toEqual(["open", "close"]);
    expect(watched.errors).toEqual([]);
  });

  it("answers with sources, and tells the page what became of it but not a word of it", async () => {
    const page = await visit(allowed, "/plain");
    server.play(scripts.answered, scripts.urgent);
    await launcher(page).click();
    await askInFrame(page, "Why does it lower sperm count?");
    const frame = chatIn(page);
    // The whole answer first: while it arrives, what is clicked still moves.
    await frame.getByText(scripts.REFERENCE).first().waitFor();
    await frame
      .getByRole("button", { name: /^Source 1: / })
      .first()
      .click();
    const link = frame.getByRole("link", { name: "Open in the document (new tab)" });
    expect(await link.getAttribute("target")).toBe("_blank");
    await page.keyboard.press("Escape");
    await frame.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    await frame.getByRole("textbox", { name: "Your question" }).fill("my chest feels tight");
    await page.keyboard.press("Enter");
    await frame.getByRole("alert").filter({ hasText: "911" }).waitFor();
    await page.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 4);
    expect(await seen(page)).toEqual([
      { type: "open", detail: null },
      { type: "answer", detail: { outcome: "answered", reference: scripts.REFERENCE } },
      { type: "answer", detail: { outcome: "urgent", reference: scripts.REFERENCE } },
      { type: "urgent", detail: { outcome: "urgent", reference: scripts.REFERENCE } },
    ]);
    expect(watched.strangers).toEqual([]);
    expect(watched.errors).toEqual([]);
    expect(await leftBehind(page)).toEqual(NOTHING);
  });

  it("is driven by its methods: ask, clear, toggle, close", async () => {
    const page = await visit(allowed, "/plain");
    server.play(scripts.noSource);
    const call = (expression: string) =>
      page.evaluate(`document.querySelector("pamphlet-chat").${expression}`);
    await launcher(page).waitFor();
    await call('ask("What is FSH?")');
    const frame = chatIn(page);
    await frame.getByRole("heading", { name: "What is FSH?" }).waitFor();
    expect(
      page
        .frames()
        .map((one) => one.url())
        .join(" "),
    ).not.toContain("FSH");
    await frame.getByText(/^Reference /).waitFor();
    await call("clear()");
    await frame.getByRole("heading", { name: "People often ask" }).waitFor();
    await call("toggle()");
    expect(await page.getByRole("dialog").isVisible()).toBe(false);
    await call("open()");
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    await frame.getByRole("button", { name: "Close the chat" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("takes its attributes: language, colours, label and suggested questions", async () => {
    const page = await visit(allowed, "/element");
    await launcher(page, "Ask the leaflet").click();
    const frame = chatIn(page);
    await frame.getByRole("button", { name: "What is LH?" }).waitFor();
    await frame.getByRole("button", { name: "Enviar" }).waitFor();
    const looks = await frame.locator("body").evaluate((body) => ({
      scheme: getComputedStyle(document.documentElement).colorScheme,
      accent: getComputedStyle(body.querySelector("button[type=submit]") as Element)
        .backgroundColor,
    }));
    expect(looks).toEqual({ scheme: "dark", accent: "rgb(255, 204, 0)" });
    expect(watched.errors).toEqual([]);
  });

  it("stands in the page without taking the focus or the scroll", async () => {
    const page = await visit(allowed, "/inline");
    await chatIn(page).getByRole("textbox", { name: "Your question" }).waitFor();
    expect(await page.evaluate(() => [document.activeElement?.localName, scrollY])).toEqual([
      "body",
      0,
    ]);
    expect(await page.getByRole("button", { name: "Ask a question" }).count()).toBe(0);
    expect(await chatIn(page).getByRole("button", { name: "Close the chat" }).count()).toBe(0);
  });

  it("can be there several times, be added late, removed and added again", async () => {
    const page = await visit(allowed, "/several");
    const buttons = launcher(page, "Ask a question");
    await buttons.nth(1).waitFor();
    expect(await buttons.count()).toBe(2);
    await page.evaluate(() => {
      const one = document.querySelector("#one");
      one?.remove();
      document.body.append(one as Node, document.createElement("pamphlet-chat"));
    });
    expect(await buttons.count()).toBe(3);
    await page.evaluate(() =>
      (document.querySelector("#one") as unknown as { open(): void }).open(),
    );
    const frame = page.frameLocator("#one iframe");
    await frame.locator("textarea:focus").waitFor();
    await page.evaluate(() => document.querySelector("#one")?.remove());
    expect(await buttons.count()).toBe(2);
    expect(page.frames()).toHaveLength(1);
    expect(watched.errors).toEqual([]);
  });

  it("fills the screen of a phone, and closes from inside", async () => {
    const page = await visit(allowed, "/plain", { viewport: { width: 360, height: 640 } });
    await launcher(page).click();
    await chatIn(page).locator("textarea:focus").waitFor();
    const frame = await page.locator("pamphlet-chat iframe").boundingBox();
    expect(frame).toEqual({ x: 0, y: 0, width: 360, height: 640 });
    await chatIn(page).getByRole("button", { name: "Close the chat" }).click();
    await launcher(page).waitFor();
  });

  it("works under a strict policy of the host", async () => {
    const page = await visit(allowed, "/strict");
    server.play(scripts.answered);
    await launcher(page).click();
    await askInFrame(page, "Why?");
    await chatIn(page)
      .getByRole("button", { name: /^Source 1: / })
      .first()
      .waitFor();
    expect(await launcher(page).evaluate((element) => getComputedStyle(element).position)).toBe(
      "fixed",
    );
    expect(watched.errors).toEqual([]);
  });

  it("keeps its looks and its wits on a page with hostile styles and a hostile fetch", async () => {
    const page = await visit(allowed, "/hostile");
    const button = launcher(page);
    await button.waitFor();
    expect(
      await button.evaluate((element) => {
        const { position, fontSize, letterSpacing, opacity } = getComputedStyle(element);
        return { position, fontSize, letterSpacing, opacity };
      }),
    ).toEqual({ position: "fixed", fontSize: "16px", letterSpacing: "normal", opacity: "1" });
    await button.click();
    await chatIn(page).getByRole("textbox", { name: "Your question" }).waitFor();
  });

  it("stands at the other side of a page that reads from right to left", async () => {
    const page = await visit(allowed, "/rtl");
    const box = await launcher(page).boundingBox();
    expect(box?.x).toBe(16);
  });

  it("ignores messages from anybody else", async () => {
    const page = await visit(allowed, "/plain");
    await launcher(page).click();
    await chatIn(page).locator("textarea:focus").waitFor();
    await page.evaluate(() => {
      window.postMessage({ pamphlet: 1, type: "close" }, "*");
      window.postMessage({ pamphlet: 1, type: "urgent", outcome: "x", reference: "y" }, "*");
      const forger = document.createElement("iframe");
      forger.srcdoc =
        "<script>parent.frames[0].postMessage({pamphlet:1,type:'ask',text:'forged'},'*');parent.postMessage({pamphlet:1,type:'close'},'*')</script>";
      document.body.append(forger);
    });
    await page.waitForTimeout(500);
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    expect(await chatIn(page).getByText("forged").count()).toBe(0);
    expect((await seen(page)).map(({ type }) => type)).toEqual(["open"]);
  });
});

describe("where it may not be shown", () => {
  it.each([
    ["a site that is not on the list", stranger, "/plain"],
    ["a site that forbids frames", allowed, "/no-frames"],
  ])("%s gets a link to the chat instead", async (_what, host, path) => {
    const page = await visit(host, path);
    await launcher(page).click();
    const link = page.getByRole("link", { name: "Open it in a new tab" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(server.url);
    expect(await page.getByRole("textbox").count()).toBe(0);
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });
});

it("the owner's page shows the line to paste and the widget as it will look", async () => {
  watched = await openPage(browser, [server.url]);
  const { page } = watched;
  await page.goto(`${server.url}/embed/setup`);
  await launcher(page, "Ask a question").waitFor();
  await page.getByRole("textbox", { name: "Words on the button" }).fill("Ask our leaflet");
  await page.getByRole("combobox", { name: "Language" }).selectOption("es");
  const snippet = page.locator("pre").first();
  expect(await snippet.innerText()).toContain(
    `<script src="${server.url}/widget.js" data-label="Ask our leaflet" data-lang="es" defer></script>`,
  );
  await launcher(page, "Ask our leaflet").click();
  await chatIn(page).getByRole("button", { name: "Enviar" }).waitFor();
  expect(watched.errors).toEqual([]);
});
