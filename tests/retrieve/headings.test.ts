import { describe, expect, it } from "vitest";
import type { Chunk, Document } from "@/lib/content";
import { meanMatch } from "@/lib/retrieve/heading-match";
import { Headings } from "@/lib/retrieve/headings";
import { asksMeaning, isBare, mannersOf, sameManner } from "@/lib/retrieve/manners";
import { keysOf } from "@/lib/retrieve/plain-words";
import type { Query } from "@/lib/retrieve/query";
import { withoutHearsay } from "@/lib/retrieve/salience";
import { contentOf } from "./small-library";

function chunk(id: string, heading: string | null, text: string): Chunk {
  return {
    id,
    documentId: "leaflet",
    ordinal: 0,
    headingPath: heading ? [heading] : [],
    text,
    start: 0,
    end: text.length,
    language: "en",
    sentences: [{ start: 0, end: text.length, kind: "prose" }],
    tags: [],
    figures: [],
  };
}

const chunks = [
  chunk("who", "Who should not have the gel?", "Men with breast cancer should not have it."),
  chunk("why", "Why is the gel used?", "It replaces a hormone."),
  chunk("long", "How long does it take for sperm to come back?", "Some months."),
  chunk("entry", "Aromatase", "Aromatase is an enzyme that turns one hormone into another."),
  chunk("plain", null, "Short meanings of words are at the end."),
];
const known = new Map(chunks.map((one) => [one.id, one]));
const headings = new Headings(known);

const queryOf = (question: string): Query => ({
  text: question,
  language: "en",
  meaning: question,
  gist: "",
  readings: new Map(),
  kinds: [],
  wordings: new Map([["en", question]]),
});
const compare = (question: string, id: string, by = headings) =>
  by.compare(id, by.prepare(queryOf(question)), 0);

describe("Headings", () => {
  it("finds the section a question of small words asks for, with or without the apostrophe", () => {
    for (const question of ["who shouldn't use the gel", "who shouldnt use the gel"])
      expect(headings.alike(headings.prepare(queryOf(question)), 1)).toEqual(["who"]);
    expect(headings.alike(headings.prepare(queryOf("how do i change a tyre")), 3)).toEqual([]);
  });

  it("matches a question of small words by its small words", () => {
    const who = compare("Who should not use the gel?", "who");
    const why = compare("Who should not use the gel?", "why");
    expect(who?.wording).toBeGreaterThan(2 * (why?.wording ?? 1));
    expect(who?.manner).toBeGreaterThan(why?.manner ?? 1);
  });
  it("reads numbers and words for everybody alike", () => {
    const same = new Headings(
      new Map([["a", chunk("a", "Does everyone recover in three months?", "No.")]]),
    );
    const ask = (text: string) =>
      same.compare(
        "a",
        same.prepare({
          text,
          language: "en",
          meaning: text,
          gist: "",
          readings: new Map(),
          kinds: [],
          wordings: new Map([["en", text]]),
        }),
        0,
      )?.wording;
    expect(ask("does everybody recover in 3 months")).toBeCloseTo(1);
  });
  it("lets a glossary entry win when its meaning is asked, and yield when more is asked", () => {
    expect(compare("What is aromatase?", "entry")?.form).toBeGreaterThan(0);
    expect(compare("aromatase", "entry")?.form).toBeGreaterThan(0);
    expect(compare("Why do doctors block aromatase?", "entry")?.form).toBe(-1);
  });
  it("neither prefers nor holds back a passage without a heading", () => {
    expect(compare("Who should not use the gel?", "plain")).toBeUndefined();
    const one = compare("Who should not use the gel?", "who");
    expect(meanMatch([one, undefined])).toEqual(one);
    expect(meanMatch([undefined])).toMatchObject({ headed: 0, wording: 0, asks: 0, form: 0 });
  });
});

describe("other ways of asking", () => {
  const [document] = contentOf({ Leaflet: {} }).documents;
  const asked = { "Why is the gel used?": ["what good does the goo do me", "reasons for goo"] };
  const withWays = new Headings(
    known,
    new Map([["leaflet", { ...(document as Document), asked }]]),
  );

  it("lets a section be found by words that it does not hold", () => {
    const question = "what good is the goo";
    expect(compare(question, "why", withWays)?.wording).toBeGreaterThan(0.7);
    expect(compare(question, "why")?.wording).toBeLessThan(0.3);
  });
  it("changes nothing for sections that list none", () => {
    const question = "Who should not use the gel?";
    expect(compare(question, "long", withWays)?.says).toBe(compare(question, "long")?.says);
  });
  it("does not take them for what the section says", () => {
    expect(compare("goo", "why", withWays)?.says).toBe(0);
  });
});

describe("keysOf", () => {
  it("makes words one that patients use for one another", () => {
    expect(keysOf("How come my balls got smaller after quitting?")).toEqual(
      keysOf("why my testicles got shrink after stop"),
    );
    expect(keysOf("when will it come back")).toEqual(keysOf("how long it recover"));
  });
  it("keeps small words apart from content", () => {
    expect(keysOf("Who is it for?").every((key) => key.startsWith("="))).toBe(true);
    expect(keysOf("")).toEqual([]);
  });
});

describe("manners", () => {
  it("tells a question for a meaning from one that asks more", () => {
    for (const question of ["what is aromatase", "define endocrine system", "hCG"])
      expect(asksMeaning(question)).toBe(true);
    expect(asksMeaning("¿Qué es la hCG?", "es")).toBe(true);
    for (const question of [
      "who can use the gel",
      "why is hCG used",
      "what are the side effects of hCG",
      "",
    ])
      expect(asksMeaning(question)).toBe(false);
  });
  it("compares how two texts ask", () => {
    const long = mannersOf("how long until sperm return");
    expect(
      sameManner(long, mannersOf("How long does it take for sperm to come back?")),
    ).toBeGreaterThan(0.5);
    expect(sameManner(long, mannersOf("Who should not have the gel?"))).toBe(0);
    expect(sameManner(long, mannersOf("Aromatase"))).toBe(0);
  });
  it("knows a term from a question", () => {
    expect(isBare("Leydig cells")).toBe(true);
    expect(isBare("What are Leydig cells?")).toBe(false);
  });
});

describe("withoutHearsay", () => {
  it.each([
    ["My gym buddy says sperm always come back. True?", "sperm always come back. True?"],
    ["they said hcg was banned", "hcg was banned"],
    ["mi entrenador dice que el zinc sube la testosterona", "el zinc sube la testosterona"],
    ["what do people say about gels", "what do people say about gels"],
    ["my doctor says no", "my doctor says no"],
  ])("%j asks %j", (question, claim) => expect(withoutHearsay(question)).toBe(claim));
});
