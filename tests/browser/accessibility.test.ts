/** axe on every page and state, light and dark; the shapes of the page that a listener hears. */
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import {
  ask,
  launchBrowser,
  openPage,
  SCREENSHOTS,
  takenOver,
  type WatchedPage,
} from "./fixtures/browser";
import { type ScriptedServer, startScriptedServer } from "./fixtures/scripted-server";
import * as scripts from "./fixtures/scripts";
import { PAGES, STATES } from "./fixtures/states";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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

async function open(address: string, options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  watched = await openPage(browser, [server.url], options);
  await watched.page.goto(server.url + address);
  return watched.page;
}

/** What axe finds, as lines that say where. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${failureSummary}`),
  );
}

const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, (document.scrollingElement?.scrollWidth ?? 0) - innerWidth));

/** The narrowest screen, and an ordinary one zoomed to 200% and to 400%. */
const TIGHT = [
  { width: 320, height: 568 },
  { width: 640, height: 400 },
  { width: 320, height: 256 },
] as const;

/** Looks at a page as it stands: by rule in both schemes, by picture, and in tight places. */
async function inspect(page: Page, name: string): Promise<void> {
  const picture = (kind: string) =>
    page.screenshot({ path: path.join(SCREENSHOTS, `${name}-${kind}.png`) });
  await picture("1280-light");
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await picture("360-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await picture("360-light");
  for (const size of TIGHT) {
    await page.setViewportSize(size);
    expect([size.width, await overflow(page)]).toEqual([size.width, 0]);
  }
  expect(watched.strangers).toEqual([]);
}

it.each(PAGES)("the page at %s has no violation and nothing of it is cut off", async (address) => {
  const page = await open(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await inspect(page, `page${address.replace(/[?#].*$/, "").replace(/\W+/g, "-")}`);
});

it.each(STATES.map((state) => [state.name, state] as const))(
  "the chat that shows %s has no violation and nothing of it is cut off",
  async (name, state) => {
    const page = await open("/");
    await takenOver(page);
    await state.reach(page, server);
    await inspect(page, `chat-${name}`);
  },
);

it("a widget that is open in another site has no violation", async () => {
  const host = inject("allowedHost");
  watched = await openPage(browser, [host, server.url]);
  const { page } = watched;
  await page.goto(`${host}/plain?app=${server.url}`);
  await page.getByRole("button", { name: "Ask us" }).click();
  await page.frameLocator("pamphlet-chat iframe").locator("textarea:focus").waitFor();
  const found = await violations(page);
  // The host page's own shape (landmarks) is its owner's.
  expect(found.filter((line) => line.includes("pamphlet-chat"))).toEqual([]);
});

it("reads with the largest text on a small phone", async () => {
  const page = await open("/", { viewport: { width: 320, height: 568 } });
  await takenOver(page);
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("radio", { name: "Largest" }).check();
  await page.keyboard.press("Escape");
  server.play(scripts.answered);
  await ask(page, "Why?");
  await page.getByText(/^Reference /).waitFor();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

it("brings a new question into sight where the page itself scrolls", async () => {
  const page = await open("/", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  server.play(scripts.long);
  for (const question of ["First question?", "Second question?"]) {
    await ask(page, question);
    await page
      .getByText(/^Reference /)
      .last()
      .waitFor();
    const heading = page.getByRole("heading", { name: question });
    const { y = -1 } = (await heading.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(200);
  }
});

it("moves nothing for a reader who asked for no motion", async () => {
  const page = await open("/", { reducedMotion: "reduce" });
  server.play(scripts.held);
  await ask(page, "Why?");
  await page.getByText(scripts.FIRST_SENTENCE).first().waitFor();
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});

it("keeps its edges where colours are forced", async () => {
  const page = await open("/", { forcedColors: "active" });
  server.play(scripts.urgent);
  await ask(page, "my chest hurts");
  const link = page.getByRole("link", { name: /^Call 911/ });
  await link.waitFor();
  expect(await link.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe("solid");
  expect(await violations(page)).toEqual([]);
});

it("an answer, as a listener meets it", async () => {
  const page = await open("/");
  server.play(scripts.answered);
  await ask(page, "Why does it lower sperm count?");
  await page.getByText(/^Reference /).waitFor();
  expect(await page.getByRole("article").ariaSnapshot()).toMatchInlineSnapshot(`
    "- article:
      - paragraph: You asked
      - heading "Why does it lower sperm count?" [level=2]
      - paragraph: Pamphlet answered
      - paragraph:
        - text: Testosterone treatment lowers sperm count because it turns off the brain signals that sperm need.
        - 'button "Source 1: Why does testosterone lower sperm count?"'
        - text: Sperm growth needs FSH, a hormone from the pituitary gland.
        - 'button "Source 1: Why does testosterone lower sperm count?"'
      - list:
        - listitem:
          - text: At 6 months, 67% of the healthy volunteers were back.
          - 'button "Source 2: Section 2"'
        - listitem:
          - text: At 12 months, 90% were back.
          - 'button "Source 2: Section 2"'
      - figure "Return of sperm after testosterone ended in healthy volunteers.":
        - 'button "Enlarge the picture: Chart of sperm recovery in healthy volunteers."'
        - text: Return of sperm after testosterone ended in healthy volunteers.
      - heading "Sources" [level=3]
      - list:
        - listitem:
          - 'link "Fertility and sperm during and after testosterone: Why does testosterone lower sperm count?"':
            - /url: /sources/fertility-and-sperm?cite=45-140#cited
          - text: Text last checked November 23, 2026
        - listitem:
          - 'link "Fertility and sperm during and after testosterone: Section 2"':
            - /url: /sources/fertility-and-sperm?cite=45-140#cited
          - text: Text last checked November 23, 2026
      - paragraph: Reference K7-QM4. Sentences taken from the documents; no language model wrote them.
      - heading "You could also ask" [level=3]
      - list:
        - listitem:
          - button "Does everyone recover sperm within three months?"
        - listitem:
          - button "What is a semen analysis?"
      - group "This answer":
        - text: This answer
        - button "Copy with sources"
        - button "Questions for my appointment"
        - button "Ask again""
  `);
});

it("an urgent card, as a listener meets it", async () => {
  const page = await open("/");
  server.play(scripts.urgent);
  await ask(page, "my chest hurts");
  const card = page.getByRole("alert").filter({ hasText: "911" });
  await card.waitFor();
  expect(await card.ariaSnapshot()).toMatchInlineSnapshot(`
    "- alert:
      - heading "Call 911 now." [level=3]
      - list:
        - listitem:
          - link "Call 911 Emergency services":
            - /url: tel:911
      - paragraph: This may be an emergency. Nobody is on the way until you call."
  `);
  expect((await watched.announcements()).filter((said) => said.startsWith("alert"))).toHaveLength(
    1,
  );
});
