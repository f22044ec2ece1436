import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkCorpus } from "@/lib/corpus-lint/check";
import { findDirective } from "@/lib/corpus-lint/directives";
import { parseDocument } from "@/lib/corpus-lint/document";
import { findDose } from "@/lib/corpus-lint/doses";
import { formatProblem } from "@/lib/corpus-lint/problem";
import { sentencesOf } from "@/lib/corpus-lint/sentences";

const FRONT = `---
title: Sleep
slug: sleep
summary: How sleep and hormones meet.
topics: [sleep]
audience: adult
jurisdiction: US
language: en
author: Pamphlet editors
reviewer: not yet reviewed by a clinician
published: 2026-01-01
lastReviewed: 2026-01-02
nextReviewDue: 2027-01-02
licence: CC BY 4.0
evidence: review
sources:
  - title: A paper
    publisher: A journal
    year: 2020
    pmid: 123
---
`;

interface Options {
  readonly front?: string;
  readonly others?: Readonly<Record<string, string>>;
  readonly figures?: readonly string[];
  readonly guarded?: readonly string[];
}

/** Rules broken by a document, without the length rule, which three lines always break. */
function rulesOf(
  body: string,
  { front = FRONT, others = {}, figures = [], guarded = [] }: Options = {},
): string[] {
  const report = checkCorpus({
    documents: new Map([["corpus/sleep.md", front + body], ...Object.entries(others)]),
    exists: (file) => figures.includes(file),
    guardedTexts: guarded,
    today: "2026-06-01",
  });
  return report.problems.map((problem) => problem.rule).filter((rule) => rule !== "words");
}

describe("ways of asking", () => {
  const asked = (lines: string) => FRONT.replace(/---\n$/, `asked:\n${lines}---\n`);
  const body = "## Does sleep help?\n\nSleep helps.\n\n## How long?\n\nA night.\n";

  it("passes when each stands under one heading of the document", () => {
    const front = asked("  Does sleep help?:\n    - is a nap any good\n");
    expect(rulesOf(body, { front })).toEqual([]);
  });
  it("finds one without a section, under two, or too long to be a question", () => {
    const nowhere = asked("  Does rest help?:\n    - is a nap any good\n");
    expect(rulesOf(body, { front: nowhere })).toEqual(["asked"]);
    const twice = asked("  Does sleep help?:\n    - a nap\n  How long?:\n    - A nap\n");
    expect(rulesOf(body, { front: twice })).toEqual(["asked"]);
    const story = asked(`  How long?:\n    - ${"I slept badly and ".repeat(10)}\n`);
    expect(rulesOf(body, { front: story })).toEqual(["asked"]);
  });
  it("names the field when it is no list of questions under headings", () => {
    expect(rulesOf(body, { front: asked("  - a nap\n") })).toEqual(["asked"]);
  });
});

describe("front matter", () => {
  it("passes when every field is well formed", () => {
    expect(rulesOf("Sleep helps.")).toEqual([]);
  });
  it.each([
    [
      "a missing field",
      FRONT.replace("reviewer: not yet reviewed by a clinician\n", ""),
      "reviewer",
    ],
    ["a slug that differs from the file name", FRONT.replace("slug: sleep", "slug: rest"), "slug"],
    ["a date that is not one", FRONT.replace("2027-01-02", "2027-13-45"), "nextReviewDue"],
    ["a review date that has passed", FRONT.replace("2027-01-02", "2026-05-31"), "nextReviewDue"],
    ["a review in the future", FRONT.replace("2026-01-02", "2026-09-01"), "lastReviewed"],
    ["a source without an identifier", FRONT.replace("    pmid: 123\n", ""), "sources"],
    ["a source without a year", FRONT.replace("    year: 2020\n", ""), "sources"],
    [
      "an unknown kind of evidence",
      FRONT.replace("evidence: review", "evidence: hearsay"),
      "evidence",
    ],
    ["a misspelt field", FRONT.replace("licence:", "license:"), "license"],
    ["no front matter", "", "front-matter"],
    ["a broken block", FRONT.replace("title: Sleep", "title: 'Sleep"), "front-matter"],
    ["a long summary", FRONT.replace("meet.", "meet. And part."), "summary"],
  ])("reports %s", (_, front, rule) => {
    expect(rulesOf("Sleep helps.", { front })).toContain(rule);
  });
  it("reads a file saved by a Windows editor", () => {
    const saved = `\uFEFF${FRONT.replaceAll("\n", "\r\n")}Sleep helps.\r\n`;
    expect(rulesOf("", { front: saved })).toEqual([]);
  });
  it("names the file, the line and the fix", () => {
    const report = checkCorpus({
      documents: new Map([
        ["corpus/sleep.md", FRONT.replace("evidence: review", "evidence: hearsay")],
      ]),
      exists: () => true,
      guardedTexts: [],
      today: "2026-06-01",
    });
    const printed = report.problems.map(formatProblem);
    expect(
      printed.some((line) =>
        line.startsWith("corpus/sleep.md:15 evidence: must be one of guideline"),
      ),
    ).toBe(true);
  });
  it("reports a slug used twice", () => {
    expect(
      rulesOf("Sleep helps.", { others: { "corpus/es/sleep.md": `${FRONT}Dormir ayuda.` } }),
    ).toContain("slug");
  });
});

describe("readability", () => {
  it("passes plain prose", () => {
    expect(rulesOf("Sleep helps the body rest. Most of us need it. A dark room helps.")).toEqual(
      [],
    );
  });
  it("reports hard words", () => {
    const hard =
      "Hypothalamic dysregulation precipitates considerable endocrinological abnormalities. Multifactorial aetiologies necessitate comprehensive investigation. Individualised rehabilitation facilitates physiological normalisation.";
    expect(rulesOf(hard)).toEqual(expect.arrayContaining(["flesch-kincaid", "smog"]));
  });
  it("reports long sentences", () => {
    const long = `The man went ${"to the shop and ".repeat(8)}home.`;
    expect(rulesOf(long)).toContain("sentence-length");
  });
  it("counts words against the limits", () => {
    const report = (count: number) =>
      checkCorpus({
        documents: new Map([["corpus/sleep.md", FRONT + "A cat sat here. ".repeat(count / 4)]]),
        exists: () => true,
        guardedTexts: [],
        today: "2026-06-01",
      }).problems.map((problem) => problem.rule);
    expect(report(480)).toEqual(["words"]);
    expect(report(600)).toEqual([]);
    expect(report(1300)).toEqual(["words"]);
  });
  it("grades Spanish by its own scale", () => {
    const spanish = FRONT.replace("language: en", "language: es");
    expect(
      rulesOf("El sueño ayuda. La casa es grande y la noche es larga.", { front: spanish }),
    ).toEqual([]);
    const hard =
      "La normalización fisiológica multifactorial necesita investigación endocrinológica individualizada.";
    expect(rulesOf(hard, { front: spanish })).toContain("fernandez-huerta");
  });
});

describe("percentages", () => {
  it.each([
    "In a trial of 5,000 men, 3.5% broke a bone.",
    "The men were followed for three years. About 4% broke a bone.",
    "A hematocrit above 54% is acted on.",
  ])("passes %s", (body) => expect(rulesOf(body)).toEqual([]));
  it.each([
    "About 90% get better.",
    "About 90% of men get better.",
    "Within a year, 90 percent get better.",
  ])("reports %s", (body) => expect(rulesOf(body)).toContain("percentage"));
  it("lets a table row borrow them from its section", () => {
    const table =
      "In a trial, men were seen for a year.\n\n| When | How many |\n|---|---|\n| Month 6 | 67% |";
    expect(rulesOf(table)).not.toContain("percentage");
  });
  it("does not borrow the time of another paragraph", () => {
    expect(rulesOf("The men were seen for a year.\n\nAbout 4% fell.")).toContain("percentage");
  });
});

describe("doses", () => {
  it.each([
    "A level below 300 ng/dL on two tests.",
    "A count of 15 million per mL is common.",
    "The lab may write 10.4 nmol/L.",
    "The result was 50 mg/dL and then 2 mg per liter.",
    "A PSA above 4 ng/mL is checked.",
    "Two tests are needed.",
    "A hematocrit of 54% is acted on.",
    "Donors give one unit of blood.",
    "The pill is small.",
  ])("passes %s", (text) => expect(findDose(text)).toBeUndefined());
  it.each([
    "Some men use 25 mg.",
    "It is given as 2.5 mg/day.",
    "It is given as 25 to 50 mg per day.",
    "He had 1/2 tab at night.",
    "The shot holds 0.5 mL.",
    "People use one tablet at night.",
    "He used two pumps of gel.",
    "It is given as 1,500 IU.",
    "A half-milligram is common.",
    "It is taken by mouth twice a week.",
    "Algunos usan una pastilla.",
  ])("reports %s", (text) => expect(findDose(text)).toBeDefined());
  it("names the rule", () => expect(rulesOf("Some men use 25 mg.")).toContain("dose"));
});

describe("directives", () => {
  it.each([
    "Some men stop treatment for a while.",
    "Ask your clinician before changing any medicine.",
    "Do not stop testosterone without asking your clinician.",
    "Take these questions to your visit.",
    "A clinician may lower the dose.",
    "Use in men after testosterone is off-label.",
  ])("passes %s", (text) => expect(findDirective(text, "en")).toBeUndefined());
  it.each([
    "Stop your testosterone at once.",
    "Then you should take clomiphene.",
    "You must increase the dose.",
    "Never stop treatment.",
    "Use the gel in the morning.",
  ])("reports %s", (text) => expect(findDirective(text, "en")).toBeDefined());
  it("reads Spanish", () => {
    expect(findDirective("Deje la testosterona hoy.", "es")).toBeDefined();
    expect(findDirective("Pregunte antes de cambiar un medicamento.", "es")).toBeUndefined();
  });
  it("names the rule", () =>
    expect(rulesOf("Stop your testosterone at once.")).toContain("directive"));
});

describe("links and figures", () => {
  const rest = FRONT.replaceAll("sleep", "rest");
  it("passes what resolves", () => {
    const body = "See [rest](rest.md#why-rest-helps). ![A chart of sleep](figures/sleep.svg)";
    const others = { "corpus/rest.md": `${rest}## Why rest helps?\n\nRest helps.` };
    expect(rulesOf(body, { others, figures: ["corpus/figures/sleep.svg"] })).toEqual([]);
  });
  it.each([
    ["a document that is not there", "See [rest](rest.md).", "link"],
    ["a heading that is not there", "See [here](#nowhere).", "link"],
    ["a figure that is not there", "![A chart](figures/none.svg)", "figure"],
    ["a figure without a description", "![](figures/sleep.svg)", "figure"],
  ])("reports %s", (_, body, rule) => {
    expect(rulesOf(body, { figures: ["corpus/figures/sleep.svg"] })).toContain(rule);
  });
  it("makes fragments of headings in any language", () => {
    const { headings } = parseDocument(
      "x.md",
      "## What is LH, really?\n\n## ¿Qué es la próstata?\n\n## What is LH, really?",
    );
    expect(headings.map((heading) => heading.anchor)).toEqual([
      "what-is-lh-really",
      "que-es-la-prostata",
      "what-is-lh-really-1",
    ]);
  });
});

describe("copied text", () => {
  const guarded = ["The quick brown fox jumps over the lazy dog, they say, every single day."];
  it("passes a shorter run", () => {
    expect(rulesOf("We saw the quick brown fox jumps over the moon.", { guarded })).toEqual([]);
  });
  it("reports eight words in a row, whatever the punctuation", () => {
    expect(rulesOf("So: the QUICK brown fox - jumps over the 'lazy' cat.", { guarded })).toContain(
      "copied",
    );
  });
});

describe("terms", () => {
  const glossary = `${FRONT.replaceAll("sleep", "glossary")}## Aromatase\n\nAromatase is a protein.`;
  const others = { "corpus/glossary.md": glossary };
  it.each([
    "Aromatase (a protein) sits in fat.",
    "Fat holds aromatase. See the [glossary](glossary.md).",
  ])("passes %s", (body) => expect(rulesOf(body, { others })).not.toContain("term"));
  it("warns when a term stands alone", () => {
    const report = checkCorpus({
      documents: new Map([
        ["corpus/sleep.md", `${FRONT}Fat holds much aromatase.`],
        ["corpus/glossary.md", glossary],
      ]),
      exists: () => true,
      guardedTexts: [],
      today: "2026-06-01",
    });
    expect(report.problems.find((problem) => problem.rule === "term")?.level).toBe("warning");
  });
});

describe("reading a document", () => {
  it("keeps decimals, abbreviations and wrapped lines inside a sentence", () => {
    const { blocks } = parseDocument("x.md", "It was 3.5 to\n2.4. Ask Dr. Lee.\nDone.");
    expect(sentencesOf(blocks, "en").map(({ text, line }) => [text, line])).toEqual([
      ["It was 3.5 to 2.4.", 1],
      ["Ask Dr. Lee.", 2],
      ["Done.", 3],
    ]);
  });
  it("gives the line of a sentence inside a wrapped paragraph", () => {
    expect(rulesOf("One.\nTwo.")).toEqual([]);
    const { blocks } = parseDocument(
      "x.md",
      "## A\n\nOne.\n\n- Two.\n\n| a | b |\n|---|---|\n| Three | Four. |\n",
    );
    expect(blocks.map(({ kind, text, line }) => [kind, text, line])).toEqual([
      ["paragraph", "One.", 3],
      ["item", "Two.", 5],
      ["row", "a. b.", 7],
      ["row", "Three. Four.", 9],
    ]);
  });
});

describe("the shipped corpus", () => {
  const names = readdirSync("corpus", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && path.basename(name) !== "README.md")
    .map((name) => path.join("corpus", name));
  const seed = path.join("..", "shared", "seed");
  const guarded = existsSync(seed)
    ? readdirSync(seed).map((name) => readFileSync(path.join(seed, name), "utf8"))
    : [];
  if (guarded.length === 0)
    console.log("no source text beside the repository: the copied-words rule is not exercised");

  it("breaks no rule", () => {
    const report = checkCorpus({
      documents: new Map(names.map((name) => [name, readFileSync(name, "utf8")])),
      exists: existsSync,
      guardedTexts: guarded,
      today: new Date().toISOString().slice(0, 10),
    });
    expect(
      report.problems.filter((problem) => problem.level === "error").map(formatProblem),
    ).toEqual([]);
    expect(report.documents.length).toBeGreaterThanOrEqual(17);
  });
});
