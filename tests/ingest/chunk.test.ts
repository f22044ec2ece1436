import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chunkDocument, overlongBreaks } from "@/lib/ingest/chunk";
import { CHUNKER_SETTINGS } from "@/lib/ingest/chunker-settings";
import { cleanFixture, cleanText, hasSeed, SEED } from "./cleaned";

const words = (text: string) => text.split(/\s+/u).filter(Boolean).length;
const sentence = (n: number) =>
  `Part ${n} says that iron is in many foods and that the body keeps some of it for later.`;
const paragraph = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => sentence(from + i)).join(" ");

describe("chunkDocument", () => {
  it("keeps heading paths, exact ranges and stable ids", () => {
    const { document } = cleanFixture("faq-page.txt");
    const chunks = chunkDocument(document);
    for (const chunk of chunks) {
      expect(document.text.slice(chunk.start, chunk.end)).toBe(chunk.text);
      for (const { start, end } of chunk.sentences)
        expect(chunk.text.slice(start, end).trim()).not.toBe("");
    }
    expect(chunks.map(({ id }) => id)).toEqual([
      "faq-page/what-happens-during-a-blood-test/1",
      "faq-page/does-it-hurt/1",
      "faq-page/what-is-a-full-blood-count/1",
      "faq-page/can-i-eat-before-the-test/1",
      "faq-page/key-terms/anemia/1",
      "faq-page/key-terms/platelets/1",
      "faq-page/key-terms/plasma/1",
    ]);
    expect(chunks.at(-1)?.headingPath).toEqual(["Key terms", "Plasma"]);
    expect(chunkDocument(document)).toEqual(chunks);
  });

  it("keeps a list with the line that leads into it, and marks its kinds", () => {
    const { document } = cleanFixture("clinic-leaflet.txt");
    const chunk = chunkDocument(document).find(({ text }) => text.includes("Common signs are:"));
    expect(chunk?.text).toContain("sneezing in bursts");
    expect(chunk?.sentences.map(({ kind }) => kind)).toEqual([
      "prose",
      "prose",
      "prose",
      "prose",
      "list-item",
      "list-item",
      "list-item",
    ]);
  });

  it("stays within the budget without cutting a sentence", () => {
    const long = cleanText(
      `About iron in food\n\n${paragraph(1, 40)}\n\n${paragraph(50, 3)}\n`,
    ).document;
    const chunks = chunkDocument(long);
    expect(chunks.length).toBeGreaterThan(3);
    for (const chunk of chunks) {
      expect(words(chunk.text)).toBeLessThanOrEqual(CHUNKER_SETTINGS.maxWords);
      expect(chunk.text).toMatch(/\.$/u);
      expect(chunk.text).toMatch(/^Part/u);
    }
    expect(chunks.flatMap(({ text }) => text.match(/Part \d+/gu) ?? [])).toHaveLength(43);
  });

  it("cuts a sentence only when it alone exceeds the budget, and loses nothing", async () => {
    const endless = cleanText(
      `About iron in food\n\n${"iron is in many foods, and in some drinks, ".repeat(80)}and so on.\n`,
    ).document;
    const chunks = chunkDocument(endless, CHUNKER_SETTINGS, await overlongBreaks(endless));
    expect(chunks.length).toBeGreaterThan(2);
    for (const chunk of chunks)
      expect(words(chunk.text)).toBeLessThanOrEqual(CHUNKER_SETTINGS.maxWords);
    expect(
      chunks
        .map(({ text }) => text)
        .join(" ")
        .replace(/\s+/gu, " "),
    ).toBe(endless.text.replace(/\s+/gu, " "));
  });

  it.skipIf(!hasSeed)(
    "makes every section, table and term of the seed page a chunk within the budget",
    () => {
      const { document } = cleanText(
        hasSeed ? readFileSync(SEED, "utf8") : "",
        "post-trt-article.txt",
      );
      const chunks = chunkDocument(document);
      expect(new Set(chunks.map(({ id }) => id)).size).toBe(chunks.length);
      for (const chunk of chunks)
        expect(words(chunk.text)).toBeLessThanOrEqual(CHUNKER_SETTINGS.maxWords);
      const anastrozole = chunks.find(({ text }) =>
        text.includes("Anastrozole: primary mechanism of action: aromatase inhibitor"),
      );
      expect(anastrozole?.headingPath.at(-1)).toBe("Common Agents in Post-TRT Protocols");
      expect(
        chunks.find(({ id }) => id === "post-trt-article/glossary/leydig-cells/1")?.text,
      ).toMatch(/^Leydig cells are/u);
    },
  );
});
