import { describe, expect, it } from "vitest";
import { hashPieces, MOST_PIECES, tokenise } from "@/lib/search-index/embeddings/tokenise";

describe("tokenise", () => {
  it.each([
    ["", []],
    ["Crohn's disease, type-2", ["crohn", "disease", "type", "2"]],
    ["José’s señal", ["jose", "senal"]],
    ["don't", ["dont"]],
    ["B12 in 2018 at 300 ng/dL", ["b12", "in", "000", "at", "000", "ng", "dl"]],
    ["ＴＲＴ", ["trt"]],
    ["🙂 …", []],
  ])("%j", (text, words) => {
    expect(tokenise(text)).toEqual(words);
  });
});

describe("hashPieces", () => {
  const pieces = (word: string): number[] => {
    const out = new Int32Array(MOST_PIECES);
    return Array.from(out.subarray(0, hashPieces(word, 5000, out)));
  };

  it("shares most pieces between a word and its misspelling", () => {
    const right = new Set(pieces("clomiphene"));
    const shared = pieces("clomifene").filter((piece) => right.has(piece));
    expect(shared.length).toBeGreaterThan(8);
    expect(pieces("rabies").filter((piece) => right.has(piece)).length).toBeLessThan(2);
  });

  it("stays inside its buckets and its array for any length", () => {
    for (const word of ["a", "ab", "x".repeat(5000)]) {
      const found = pieces(word);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(MOST_PIECES);
      expect(Math.max(...found)).toBeLessThan(5000);
    }
  });
});
