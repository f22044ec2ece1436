import { describe, expect, it } from "vitest";
import { askingSpans, partsAsked } from "@/lib/guard/classify/asking";
import { CLASSES } from "@/lib/guard/classify/classes";
import {
  ClassifierError,
  createClassifier,
  pack,
  packKeys,
  type Weights,
} from "@/lib/guard/classify/classifier";
import { knownCues } from "@/lib/guard/classify/known-cues";
import { judge } from "@/lib/guard/judge";

describe("known cues", () => {
  const keys = Uint32Array.from([0, 7, 65_536, 65_537, 2 ** 31, 2 ** 32 - 1]);
  const known = knownCues(keys);
  it("finds the row of each", () =>
    expect(Array.from(keys, (key) => known.rowOf(key))).toEqual([0, 1, 2, 3, 4, 5]));
  it.each([1, 8, 65_535, 65_538, 2 ** 31 - 1, 2 ** 32 - 2])("has no row for %d", (key) =>
    expect(known.rowOf(key)).toBe(-1),
  );
  it("knows nothing where there is nothing", () =>
    expect(knownCues(new Uint32Array(0)).rowOf(5)).toBe(-1));
  it.each([
    ["out of order", [3, 2]],
    ["twice the same", [2, 2]],
  ])("refuses keys %s", (_, list) =>
    expect(() => knownCues(Uint32Array.from(list))).toThrow(RangeError),
  );
});

describe("what a question is made of", () => {
  const parts = (text: string) => {
    const { matches } = judge(text);
    return partsAsked(matches, askingSpans(matches));
  };
  it("tells a general question after a story about oneself from one about oneself", () => {
    expect(parts("I have had gout for years. What causes gout?")).toContain(
      "sl nobody what causes",
    );
    expect(parts("Gout is common. Should I stop my pills?")).toContain("sl self decision");
  });
  it("counts the questions, and those about somebody", () =>
    expect(parts("What is gout? Should I worry?")).toContain("parts 2 1"));
});

describe("weights", () => {
  const weights: Weights = {
    thresholds: {
      urgent: 0.5,
      calm: 0.1,
      calmEducation: 0.5,
      redirect: 0.5,
      allow: 0.9,
    },
    cues: packKeys(Uint32Array.from([1, 2])),
    classes: CLASSES,
    table: pack(new Float32Array(2 * CLASSES.length)),
    bias: CLASSES.map((name) => (name === "dosing" ? 5 : 0)),
  };
  const evidence = (text: string) => {
    const { matches, features, verdict, language } = judge(text);
    return { matches, features, verdict, language };
  };
  it("decides by its bias where no cue is known", () =>
    expect(createClassifier(weights).review(evidence("zinc"))).toMatchObject({
      action: "redirect",
      category: "dosing",
    }));
  it.each([
    ["other classes", { classes: ["education"] }],
    ["no cues", { cues: "" }],
    ["half a key", { cues: Buffer.from([1, 2, 3]).toString("base64") }],
    ["cues out of order", { cues: packKeys(Uint32Array.from([2, 1])) }],
    ["fewer weights than cues", { table: pack(new Float32Array(CLASSES.length)) }],
  ])("with %s are refused", (_, change) =>
    expect(() => createClassifier({ ...weights, ...change })).toThrow(ClassifierError),
  );
});
