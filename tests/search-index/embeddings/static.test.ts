import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StaticEmbeddings } from "@/lib/search-index/embeddings/static";
import type { Weights } from "@/lib/search-index/embeddings/weights";

/** Four words on two axes and a diagonal, and one bucket that every unknown word falls into. */
function tinyWeights(change: Partial<Weights> = {}): Weights {
  return {
    name: "tiny",
    dimensions: 2,
    words: ["bone", "skeleton", "sperm", "the"],
    buckets: 1,
    rows: Int8Array.from([100, 0, 100, 20, 0, 100, 50, 50, 60, 80]),
    scales: Float32Array.from([0.01, 0.01, 0.01, 0.0001, 0.01]),
    fingerprint: "f".repeat(64),
    ...change,
  };
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, k) => sum + value * (b[k] ?? Number.NaN), 0);
}

describe("StaticEmbeddings", () => {
  const embeddings = new StaticEmbeddings(tinyWeights());

  it("says who it is", () => {
    expect(embeddings.name).toBe("tiny");
    expect(embeddings.dimensions).toBe(2);
    expect(embeddings.fingerprint).toBe("f".repeat(64));
    expect(embeddings.knows("bone")).toBe(true);
    expect(embeddings.knows("bones")).toBe(false);
  });

  it("adds the rows of the words and makes the length 1", () => {
    const vector = embeddings.embed("Bone sperm");
    expect(vector[0]).toBeCloseTo(Math.SQRT1_2, 5);
    expect(vector[1]).toBeCloseTo(Math.SQRT1_2, 5);
  });

  it("puts related words nearer than unrelated ones", () => {
    const bone = embeddings.embed("bone");
    expect(cosine(bone, embeddings.embed("skeleton"))).toBeGreaterThan(
      cosine(bone, embeddings.embed("sperm")),
    );
  });

  it("lets a word of small scale change little", () => {
    const plain = embeddings.embed("bone");
    expect(cosine(plain, embeddings.embed("the bone the the"))).toBeGreaterThan(0.99);
  });

  it("uses the pieces of an unknown word", () => {
    const vector = embeddings.embed("xylophone");
    expect(vector[0]).toBeCloseTo(0.6, 5);
    expect(vector[1]).toBeCloseTo(0.8, 5);
  });

  it("gives zeros when nothing carries a direction", () => {
    for (const text of ["", "   ", "?!…", "🙂🙂", "​"])
      expect(Array.from(embeddings.embed(text))).toEqual([0, 0]);
    const wordsOnly = new StaticEmbeddings(
      tinyWeights({
        buckets: 0,
        rows: Int8Array.from([100, 0, 100, 20, 0, 100, 50, 50]),
        scales: Float32Array.from([0.01, 0.01, 0.01, 0.0001]),
      }),
    );
    expect(Array.from(wordsOnly.embed("xylophone"))).toEqual([0, 0]);
  });

  it("answers LangChain's questions with the same numbers", async () => {
    const expected = Array.from(embeddings.embed("bone sperm"));
    expect(await embeddings.embedQuery("bone sperm")).toEqual(expected);
    expect(await embeddings.embedDocuments(["bone sperm", ""])).toEqual([expected, [0, 0]]);
  });

  it("never throws, and gives length 1 or 0, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 4000 }), (text) => {
        const vector = embeddings.embed(text);
        const length = Math.sqrt(cosine(vector, vector));
        expect(length === 0 || Math.abs(length - 1) < 1e-4).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("is not slowed down by one endless word", () => {
    expect(embeddings.embed("a".repeat(4000))).toHaveLength(2);
    expect(embeddings.embed("睾酮水平低".repeat(800))).toHaveLength(2);
  });
});
