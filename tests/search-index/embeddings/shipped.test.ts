import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadStaticEmbeddings, WEIGHTS_FILE } from "@/lib/search-index/embeddings/static";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const embeddings = loadStaticEmbeddings(root);

function near(a: string, b: string): number {
  const [x, y] = [embeddings.embed(a), embeddings.embed(b)];
  return x.reduce((sum, value, k) => sum + value * (y[k] as number), 0);
}

describe("the shipped weights", () => {
  it("are at most 12 MB", () => {
    expect(statSync(`${root}/${WEIGHTS_FILE}`).size).toBeLessThanOrEqual(12_000_000);
    expect(embeddings.name).toBe("pamphlet-static-v1");
    expect(embeddings.dimensions).toBe(256);
  });

  it.each([
    ["high blood pressure", "hypertension", "kidney stones"],
    ["heart attack", "myocardial infarction", "asthma"],
    ["belly pain", "abdominal pain", "hair loss"],
    ["tired all the time", "fatigue", "skin rash"],
    ["low T", "testosterone deficiency", "migraine headache"],
    ["can't have kids", "male infertility", "broken arm"],
    ["Arimidex", "anastrozole", "insulin"],
    ["Clomid", "clomiphene", "asthma inhaler"],
    ["sperm count", "spermatogenesis", "vision loss"],
  ])("put %j nearer to %j than to %j", (word, related, unrelated) => {
    expect(near(word, related)).toBeGreaterThan(near(word, unrelated) + 0.2);
  });

  it.each([
    ["clomifene", "clomiphene"],
    ["testostrone", "testosterone"],
    ["hypogonadisim", "hypogonadism"],
    ["gynocomastia", "gynecomastia"],
    ["anastrazole", "anastrozole"],
    ["gonadorellin", "gonadorelin"],
    ["diabetis", "diabetes"],
  ])("put the misspelling %j near %j", (slip, word) => {
    expect(near(slip, word)).toBeGreaterThan(0.3);
    expect(near(slip, word)).toBeGreaterThan(near(slip, "broken arm") + 0.3);
  });

  it.each([
    ["presión arterial alta", "high blood pressure"],
    ["¿cuáles son los síntomas de la testosterona baja?", "symptoms of low testosterone"],
    ["coágulo de sangre en la pierna", "blood clot in the leg"],
  ])("put the Spanish %j near %j", (spanish, english) => {
    expect(near(spanish, english)).toBeGreaterThan(0.8);
    expect(near(spanish, "broken arm")).toBeLessThan(0.5);
  });

  it("see through a greeting and a story", () => {
    const message =
      "Hello, thank you for taking the time. I am a 45 year old man and my wife is worried. What are the side effects of anastrozole? Please reply soon, God bless.";
    expect(near(message, "side effects of anastrozole")).toBeGreaterThan(0.6);
  });

  it.each(["", "the", "?!", "🙂", "睾酮水平低", "تستوستيرون", "x".repeat(4000)])(
    "answer %j with finite numbers",
    (text) => {
      const vector = embeddings.embed(text);
      expect(vector).toHaveLength(256);
      expect(vector.every(Number.isFinite)).toBe(true);
    },
  );
});
