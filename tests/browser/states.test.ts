/** A scripted server in front of the real one: every state of a conversation, on both chats. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { ask, launchBrowser, openPage, takenOver, type WatchedPage } from "./fixtures/browser";
import { type Script, type ScriptedServer, startScriptedServer } from "./fixtures/scripted-server";
import * as scripts from "./fixtures/scripts";

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

/** What is on the screen: the page to print, which is not, holds some of the same words. */
const inLog = (page: Page) => page.getByRole("log");

const QUESTION = "Why does it lower sperm count?";

describe.each(["/", "/embed"])("the chat at %s", (path) => {
  async function open(options: Parameters<typeof openPage>[2] = {}) {
    watched = await openPage(browser, [server.url], options);
    await watched.page.goto(server.url + path);
    if (options.javaScriptEnabled !== false) await takenOver(watched.page);
    return watched.page;
  }
  async function asked(...play: Script[]) {
    const page = await open();
    server.play(...play);
    await ask(page, QUESTION);
    return page;
  }

  it("tells a listener what happens, and never the words of an answer", async () => {
    const page = await asked(scripts.answered);
    await page.getByText(/^Reference /).waitFor();
    expect(await watched.announcements()).toEqual([
      "polite: Searching the documents…",
      "polite: Answer ready, 2 sources.",
    ]);
    expect(await page.getByRole("log").getAttribute("aria-live")).toBe("off");
  });

  it("shows a sentence as it arrives, with Stop in the place of Send", async () => {
    const page = await asked(scripts.held);
    await inLog(page).getByText(scripts.FIRST_SENTENCE).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Stopped. The answer is not complete.").first().waitFor();
    expect(await inLog(page).getByText(scripts.FIRST_SENTENCE).count()).toBe(1);
    await page.getByRole("button", { name: "Send" }).waitFor();
    server.play(scripts.answered);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Answer ready").waitFor({ state: "attached" });
    expect(await inLog(page).getByText(scripts.FIRST_SENTENCE).count()).toBe(1);
  });

  it("stops with Escape in the input", async () => {
    const page = await asked(scripts.held);
    await inLog(page).getByText(scripts.FIRST_SENTENCE).waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("Stopped. The answer is not complete.").first().waitFor();
  });

  it.each([
    ["breaks", scripts.cut],
    ["ends too soon", scripts.short],
  ])("says so when a stream %s, keeps what came, and tries again", async (_how, script) => {
    const page = await asked(script, scripts.answered);
    await page.getByText("The answer was cut off.", { exact: false }).first().waitFor();
    expect(await inLog(page).getByText(scripts.FIRST_SENTENCE).count()).toBe(1);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("At 12 months, 90% were back.").waitFor();
    expect(await page.getByRole("heading", { name: QUESTION }).count()).toBe(1);
    const assertive = (await watched.announcements()).filter((said) =>
      said.startsWith("assertive"),
    );
    expect(assertive).toHaveLength(1);
  });

  it("waits as long as the server asks before it tries again", async () => {
    const page = await asked(scripts.tooMany, scripts.answered);
    await page
      .getByText(/Please wait 2 seconds/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: /Try again in/ }).click({ force: true });
    expect(await page.getByRole("button", { name: /Try again in/ }).count()).toBe(1);
    await page.getByRole("button", { name: "Try again", exact: true }).click();
    await page.getByText("At 12 months, 90% were back.").waitFor();
    expect(server.received.length).toBeGreaterThan(0);
  });

  it("says when the documents are not there", async () => {
    const page = await asked(scripts.noIndex);
    await page
      .getByText(/not available right now/)
      .first()
      .waitFor();
    await page
      .getByText(/call your emergency number/)
      .first()
      .waitFor();
  });

  it("keeps the question while offline, and sends it when there is a connection again", async () => {
    const page = await open();
    server.play(scripts.answered);
    await page.context().setOffline(true);
    await ask(page, QUESTION);
    await page
      .getByText(/You seem to be offline/)
      .first()
      .waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("At 12 months, 90% were back.").waitFor();
  });

  it("clears", async () => {
    const page = await asked(scripts.answered);
    await page.getByText(/^Reference /).waitFor();
    await page.getByRole("button", { name: "Clear the conversation" }).click();
    await page.getByRole("heading", { name: "People often ask" }).waitFor();
    expect(await page.getByRole("article").count()).toBe(0);
    expect((await watched.announcements()).at(-1)).toBe("polite: The conversation was cleared.");
  });

  it("shows text as text, whatever a document or a model wrote", async () => {
    const page = await asked(scripts.hostile);
    await page.getByText(/^Reference /).waitFor();
    await page.getByText("<img src=https://evil.example/x.png", { exact: false }).first().waitFor();
    expect(await page.getByRole("log").locator("img").count()).toBe(0);
    expect(await page.locator('a[href*="evil"], a[href^="javascript"]').count()).toBe(0);
    expect(await page.getByText("[9]").count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Source/ }).count()).toBe(1);
    expect(watched.strangers).toEqual([]);
    expect(watched.errors).toEqual([]);
  });

  it("asks what is suggested", async () => {
    const page = await asked(scripts.answered);
    server.play(scripts.noSource);
    await page.getByRole("button", { name: "What is a semen analysis?" }).click();
    await page.getByRole("heading", { name: "What is a semen analysis?", exact: true }).waitFor();
    await page.getByRole("heading", { name: "Not found in these documents" }).waitFor();
    const body = server.received.at(-1) as { messages: { role: string; parts: object[] }[] };
    expect(body.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(body.messages.flatMap(({ parts }) => parts).every((part) => "text" in part)).toBe(true);
  });

  it("pins a new question near the top, and follows only when asked to", async () => {
    const page = await open({ viewport: { width: 800, height: 600 } });
    server.play(scripts.long);
    await ask(page, QUESTION);
    await page.getByText("Sentence 20 of", { exact: false }).waitFor({ state: "attached" });
    await page.getByText(/^Reference /).waitFor({ state: "attached" });
    const place = () =>
      page.evaluate(() => {
        const log = document.querySelector("[role=log]");
        const turn = log?.querySelector("[data-turn]:last-of-type");
        return (turn?.getBoundingClientRect().top ?? 0) - (log?.getBoundingClientRect().top ?? 0);
      });
    expect(Math.abs(await place())).toBeLessThan(40);
    await page.getByRole("button", { name: "Jump to latest" }).click();
    await page.waitForFunction(() => {
      const log = document.querySelector("[role=log]");
      return log !== null && log.scrollTop + log.clientHeight > log.scrollHeight - 5;
    });
    await page.getByRole("button", { name: "Jump to latest" }).waitFor({ state: "detached" });
  });

  it("breaks a line with Shift and Enter, and does not send while a word is being composed", async () => {
    const page = await open();
    const box = page.getByRole("textbox", { name: "Your question" });
    await box.fill("one");
    await box.press("Shift+Enter");
    await box.press("t");
    expect(await box.inputValue()).toBe("one\nt");
    await box.dispatchEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true });
    expect(await page.getByRole("article").count()).toBe(0);
  });

  it("counts characters, and does not send what the server would refuse", async () => {
    const page = await open();
    const before = server.received.length;
    const box = page.getByRole("textbox", { name: "Your question" });
    await box.fill("😀 سؤال ".repeat(300));
    await page.getByText(/characters too many/).waitFor();
    await box.press("Enter");
    expect(server.received.length).toBe(before);
    await box.fill("x".repeat(2000));
    await page.getByText("2,000 / 2,000").waitFor();
  });

  it("copies the answer with its sources and the notice", async () => {
    const page = await asked(scripts.answered);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy with sources" }).click();
    await page.getByText("Copied.").first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(QUESTION);
    expect(copied).toContain(`${scripts.FIRST_SENTENCE} [1]`);
    expect(copied).toContain("[2] Fertility and sperm during and after testosterone: Section 2.");
    expect(copied).toContain(`${server.url}/sources/fertility-and-sperm?cite=`);
    expect(copied).toContain("not a clinician");
    expect(copied).toContain(scripts.REFERENCE);
  });

  it("prints the questions and the passages, and no advice", async () => {
    const page = await asked(scripts.answered);
    await page.getByText(/^Reference /).waitFor();
    await page.emulateMedia({ media: "print" });
    const printed = await page.evaluate(() => document.body.innerText);
    expect(printed).toContain("Questions for my appointment");
    expect(printed).toContain(`I asked: ${QUESTION}`);
    expect(printed).toContain("Testosterone treatment lowers sperm count because");
    expect(printed).not.toContain("Send");
    expect(printed).not.toContain("Copy with sources");
  });

  it("enlarges a figure and gives the focus back", async () => {
    const page = await asked(scripts.answered);
    const figure = page.getByRole("button", { name: /^Enlarge the picture/ });
    await figure.click();
    const dialog = page.getByRole("dialog", { name: /Return of sperm/ });
    await dialog.getByRole("img", { name: /Chart of sperm recovery/ }).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(watched.errors).toEqual([]);
  });

  it("changes its language in place and keeps the conversation", async () => {
    const page = await asked(scripts.answered);
    await page.getByText(/^Reference /).waitFor();
    await page.getByRole("link", { name: "Español" }).click();
    await page.getByRole("button", { name: "Enviar" }).waitFor();
    expect(await inLog(page).getByText(scripts.FIRST_SENTENCE).count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
    await page
      .getByRole("button", { name: /^Fuente 1: / })
      .first()
      .waitFor();
  });

  it("follows the language of the browser", async () => {
    const page = await open({ locale: "es-MX" });
    await page.getByRole("heading", { name: "Pregunte sobre su tratamiento" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
  });

  it("works where storage is blocked", async () => {
    watched = await openPage(browser, [server.url]);
    await watched.page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB"])
        Object.defineProperty(window, name, {
          get: () => {
            throw new Error("blocked");
          },
        });
    });
    server.play(scripts.answered);
    await watched.page.goto(server.url + path);
    await ask(watched.page, QUESTION);
    await watched.page.getByText("At 12 months, 90% were back.").waitFor();
    expect(watched.errors).toEqual([]);
  });

  it("keeps what was typed before its script arrived", async () => {
    watched = await openPage(browser, [server.url]);
    const { page } = watched;
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route("**/*.js", async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(server.url + path, { waitUntil: "commit" });
    const box = page.getByRole("textbox", { name: "Your question" });
    await box.pressSequentially("What is FSH?");
    arrive();
    await takenOver(page);
    server.play(scripts.answered);
    await box.press("Enter");
    await page.getByRole("heading", { name: "What is FSH?" }).waitFor();
    expect(watched.errors).toEqual([]);
  });

  it("says where to read when there is no JavaScript", async () => {
    const page = await open({ javaScriptEnabled: false });
    const link = page.getByRole("link", { name: "Open the library" });
    expect(await link.getAttribute("href")).toBe("/sources");
  });
});

it("the display settings change the page at once and are forgotten with it", async () => {
  watched = await openPage(browser, [server.url]);
  const { page } = watched;
  await page.goto(server.url);
  await takenOver(page);
  const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
  const before = Number.parseFloat(await size());
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("radio", { name: "Largest" }).check();
  await page.getByRole("radio", { name: "Dark" }).check();
  expect(Number.parseFloat(await size())).toBeGreaterThan(before * 1.3);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    "rgb(20, 25, 26)",
  );
  await page.reload();
  expect(Number.parseFloat(await size())).toBe(before);
});

it("a shared device's conversation is wiped when it is left alone", async () => {
  watched = await openPage(browser, [server.url]);
  const { page } = watched;
  await page.clock.install();
  await page.goto(`${server.url}/embed?idle=5`);
  server.play(scripts.answered);
  await ask(page, QUESTION);
  await page.clock.runFor(2_000);
  await page.getByText(/^Reference /).waitFor();
  await page.clock.runFor(6 * 60_000);
  await page.getByRole("heading", { name: "People often ask" }).waitFor();
  expect((await watched.announcements()).at(-1)).toMatch(/was not used for a while/);
});
