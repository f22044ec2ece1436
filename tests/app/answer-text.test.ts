import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAnswer, supportIn } from "@/app/_components/chat/answer-text";

const known = new Set([1, 2]);
const words = (text: string) =>
  parseAnswer(text, known).map(({ kind, lines }) => [
    kind,
    ...lines.map((line) =>
      line.map((part) => (part.kind === "text" ? part.text : `<${part.number}>`)).join(""),
    ),
  ]);

describe("an answer's text", () => {
  it("becomes paragraphs, lists and markers", () => {
    expect(words("One. [1] Two. [2]\n\n- first [1]\n- second [1][2]\n\nLast.")).toEqual([
      ["paragraph", "One.<1> Two.<2>"],
      ["list", "first<1>", "second<1><2>"],
      ["paragraph", "Last."],
    ]);
  });

  it("keeps a list together over an empty line, and starts with one", () => {
    expect(words("- a\n\n- b")).toEqual([["list", "a", "b"]]);
  });

  it("leaves out a marker whose source is not known, and one that is half here", () => {
    expect(words("One. [9] Two. [1")).toEqual([["paragraph", "One. Two."]]);
  });

  it("gives each marker the sentence before it", () => {
    const [block] = parseAnswer("First one. [1] Second one. [1][2]", known);
    const citations = block?.lines[0]?.filter((part) => part.kind === "citation");
    expect(citations?.map(({ sentence }) => sentence)).toEqual([
      "First one.",
      "Second one.",
      "Second one.",
    ]);
  });

  it("never loses or adds a word, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const shown = parseAnswer(`${text}.`, known)
          .flatMap(({ lines }) => lines.flat())
          .map((part) => (part.kind === "text" ? part.text : ""))
          .join("");
        for (const word of text.match(/\p{L}+/gu) ?? []) expect(shown).toContain(word);
      }),
    );
  });
});

describe("the support of a sentence", () => {
  const passage =
    "The brain sends signals. Treatment lowers them, so fewer sperm are made. It is slow.";

  it("is the sentence itself where the passage holds it", () => {
    expect(supportIn(passage, "It is slow.", "en")).toEqual({ start: 73, end: 84 });
  });

  it("is the nearest sentence of the passage otherwise", () => {
    const support = supportIn(passage, "Treatment lowers the signals, so fewer sperm.", "en");
    expect(support && passage.slice(support.start, support.end)).toBe(
      "Treatment lowers them, so fewer sperm are made.",
    );
  });

  it("is nothing where no sentence is near", () => {
    expect(supportIn(passage, "Cars have four wheels.", "en")).toBeUndefined();
    expect(supportIn(passage, "", "en")).toBeUndefined();
  });
});
