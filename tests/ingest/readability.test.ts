import { describe, expect, it } from "vitest";
import { readingGrade, smogGrade } from "@/lib/readability";

const easy =
  "The cat sat on the mat. It was a good day. The dog ran to the park. They came home late. The sun was low.";
const hard =
  "Endogenous testosterone production necessitates coordinated hypothalamic and pituitary signalling. Exogenous administration suppresses gonadotropin secretion considerably. Pharmacological restoration remains investigational and individualised.";

describe("readingGrade", () => {
  it("is low for short words and high for long ones", () => {
    expect(readingGrade(easy, "en")).toBeLessThan(3);
    expect(readingGrade(hard, "en")).toBeGreaterThan(15);
    expect(smogGrade(hard, "en")).toBeGreaterThan(smogGrade(easy, "en") ?? 99);
  });

  it("has no number for another language or for a few words", () => {
    expect(readingGrade(easy, "es")).toBeNull();
    expect(readingGrade("Too short.", "en")).toBeNull();
    expect(smogGrade("", "en")).toBeNull();
  });
});
