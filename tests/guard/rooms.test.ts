import { describe, expect, it } from "vitest";
import { languageOf } from "@/lib/guard/classify/language";
import { uncover } from "@/lib/guard/frames";
import { guardLexicon } from "@/lib/guard/lexicon";
import { compileLexicon } from "@/lib/guard/match/lexicon";
import { createSpeller } from "@/lib/guard/match/spelling";
import { clean, normalise } from "@/lib/guard/normalise";
import { redactPersonalDetails } from "@/lib/guard/personal-details";
import { plainUrgent } from "@/lib/guard/urgent/plain";

const words = (text: string) =>
  normalise(text)
    .tokens.map((token) => token.word)
    .join(" ");

describe("normalise", () => {
  it("writes out units, shorthand and glued numbers", () => {
    expect(words("25mg eod, 2x/wk")).toBe("25 mg every other day 2 x week .");
    expect(words("my dad's arm; he's ok")).toBe("my dad arm . hes ok .");
  });
  it("removes what cannot be seen", () => {
    expect(clean("c\u200bhe\u202est")).toBe("chest");
    expect(words("clоmid")).toBe("clomiphene .");
  });
  it("cuts Chinese character by character", () => expect(words("胸痛")).toBe("胸 痛 ."));
  it("keeps a decimal and an abbreviation in their sentence", () => {
    expect(normalise("Dr. Lee said 0.5 mg. Why?").sentences).toHaveLength(2);
  });
});

describe("the pattern language", () => {
  const lexicon = compileLexicon([
    {
      pain: "hurt*, pain",
      chest: "chest, heart",
      hit: "<chest> ~3 <pain>, (my|the) ribs? ache, ^ help $, a &2 b",
    },
  ]);
  const found = (text: string) => lexicon.match(normalise(text)).has("hit");
  it.each([
    ["my chest really hurts", true],
    ["chest. It hurts", false],
    ["the rib ache", true],
    ["help", true],
    ["help me", false],
    ["b and a", true],
    ["chest one two three four pain", false],
  ])("%j: %j", (text, expected) => expect(found(text)).toBe(expected));
  it("says when the data refer to nothing", () => {
    expect(() => compileLexicon([{ a: "<b>" }])).toThrow("not defined");
  });
});

it("corrects one slip in a long word and leaves real words", () => {
  const spell = createSpeller(["overdose", "breathing"], (word) => word === "other");
  expect(spell("overdsoe")).toBe("overdose");
  expect(spell("breathng")).toBe("breathing");
  expect(spell("breeding")).toBe("breeding");
});

describe("frames", () => {
  it("reads spaced letters, leetspeak and base64, and leaves the rest", () => {
    expect(uncover("h o w  m u c h")).toBe("how much");
    expect(uncover("d0s4ge")).toBe("dosage");
    expect(uncover(Buffer.from("how much should i take").toString("base64"))).toBe(
      "how much should i take",
    );
    expect(uncover("B12, 25mg, T3 and H1N1 are words")).toBeUndefined();
  });
});

it.each([
  ["what is testosterone", "en"],
  ["que es la testosterona", "es"],
  ["dolor pecho", "es"],
  ["chest pain", "en"],
  ["j'ai mal à la poitrine et je respire mal", "fr"],
  ["ich habe starke schmerzen in der brust", "de"],
  ["胸痛", "zh"],
  ["सीने में दर्द", "hi"],
  ["ألم في الصدر", "ar"],
])("%s is %s", (text, language) => expect(languageOf(guardLexicon().read(text))).toBe(language));

describe("personal details", () => {
  it.each([
    ["My name is John Smith.", "name"],
    ["me llamo Ana Lopez", "name"],
    ["DOB: 03/04/1980", "birth-date"],
    ["call me at 555-123-4567", "phone"],
    ["a@b.com", "email"],
    ["MRN 12345678", "record-number"],
  ])("%s holds a %s", (text, kind) => expect(redactPersonalDetails(text).found).toContain(kind));
  it.each([
    "What is Parkinson's disease?",
    "My T is 280 ng/dL",
    "I am Worried about Hashimoto",
    "is 120/80 normal",
  ])("%s holds none", (text) => expect(redactPersonalDetails(text)).toEqual({ text, found: [] }));
});

it("has a last resort that needs nothing else", () => {
  expect(plainUrgent("I want to KILL MYSELF")).toBe("crisis");
  expect(plainUrgent("what is fsh")).toBeUndefined();
});
