import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseDocument } from "@/lib/corpus-lint/document";

const Place = z.strictObject({ document: z.string(), section: z.string() });
const Fact = Place.extend({
  fact: z.string().min(10),
  question: z.string().min(5),
  must: z.array(z.string()).min(1),
  also: z.array(Place).optional(),
  misconception: z.boolean().optional(),
});

const FOLDER = path.join("tests", "fixtures", "facts");
const facts = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) =>
    z.array(Fact).parse(JSON.parse(readFileSync(path.join(FOLDER, name), "utf8"))),
  );

const sections = new Map<string, string>();
const documents = ["corpus", path.join("corpus", "es")].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /^[a-z-]+\.md$/u.test(file))
    .map((file) => path.join(folder, file)),
);
for (const file of documents) {
  const { blocks, headings } = parseDocument(file, readFileSync(file, "utf8"));
  const slug = path.basename(file, ".md");
  for (const { text: heading } of headings) {
    const prose = blocks.filter((block) => block.heading === heading).map((block) => block.text);
    sections.set(`${slug}#${heading}`, [heading, ...prose].join("\n"));
  }
}

describe("the checklist of facts", () => {
  it("is long enough and asks each question once", () => {
    expect(facts.length).toBeGreaterThanOrEqual(90);
    expect(facts.filter((fact) => fact.misconception).length).toBeGreaterThanOrEqual(20);
    const questions = facts.map((fact) => fact.question.toLowerCase());
    expect(questions.filter((question, at) => questions.indexOf(question) !== at)).toEqual([]);
  });

  it("names sections that exist", () => {
    const places = facts.flatMap((fact) => [fact, ...(fact.also ?? [])]);
    const missing = places.filter(
      ({ document, section }) => !sections.has(`${document}#${section}`),
    );
    expect(missing.map(({ document, section }) => `${document}#${section}`)).toEqual([]);
  });

  it("finds every expected phrase in the section that should answer", () => {
    const unanswered = facts.flatMap(({ document, section, must, question }) => {
      const text = sections.get(`${document}#${section}`) ?? "";
      return must
        .filter((pattern) => !new RegExp(pattern, "iu").test(text))
        .map((pattern) => `${question} -> ${pattern}`);
    });
    expect(unanswered).toEqual([]);
  });
});
