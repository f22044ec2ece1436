import { describe, expect, it } from "vitest";
import { contrast } from "@/scripts/train/contrast";
import { misspell, withTypos } from "@/scripts/train/mess";
import { LookupModel } from "@/scripts/train/model";
import { passagesOf } from "@/scripts/train/passages";
import { seeded } from "@/scripts/train/random";
import { documentKey, isHeldOut } from "@/scripts/train/split";
import { measure } from "@/scripts/train/validation";

describe("the contrastive loss", () => {
  it("has the gradient that small changes show", () => {
    const random = seeded(3);
    const [n, dimensions] = [7, 5];
    const vectors = (): Float32Array =>
      Float32Array.from({ length: n * dimensions }, () => random.next() - 0.5);
    const [questions, texts] = [vectors(), vectors()];
    const weights = Float32Array.from({ length: n }, () => 0.5 + random.next());
    const lossNow = () =>
      contrast(questions, texts, dimensions, weights, (i, j) => (i + j) % 5 === 0);
    const { questionGradient, textGradient } = lossNow();
    for (const [values, gradient] of [
      [questions, questionGradient],
      [texts, textGradient],
    ] as const) {
      for (let i = 0; i < values.length; i++) {
        const held = values[i] as number;
        values[i] = held + 1e-3;
        const above = lossNow().loss;
        values[i] = held - 1e-3;
        const below = lossNow().loss;
        values[i] = held;
        expect(gradient[i]).toBeCloseTo((above - below) / 2e-3, 3);
      }
    }
  });
});

describe("the lookup model", () => {
  it("learns to put a question near its text", () => {
    const model = new LookupModel(4, 8);
    model.fillWithNoise(0.3, seeded(1));
    const bags = (rows: number[]) => ({
      rows: Int32Array.from(rows),
      shares: new Float32Array(rows.length).fill(1),
      starts: Int32Array.from([0, 1, 2]),
    });
    const questions = bags([0, 1]);
    const texts = bags([2, 3]);
    const run = (): number => {
      const [q, t] = [model.pool(questions), model.pool(texts)];
      const found = contrast(q.unit, t.unit, 8, Float32Array.from([1, 1]), () => false);
      model.backward(questions, q, found.questionGradient);
      model.backward(texts, t, found.textGradient);
      model.step(0.02, 0.02);
      return found.loss;
    };
    const first = run();
    let last = first;
    for (let step = 0; step < 60; step++) last = run();
    expect(last).toBeLessThan(first / 10);
  });
});

describe("the split", () => {
  it("keeps about a tenth of documents aside, by key alone", () => {
    const keys = Array.from({ length: 2000 }, (_, i) =>
      documentKey({ collection: "c", url: `https://example.org/${i}`, focus: "x" }),
    );
    const held = keys.filter(isHeldOut);
    expect(held.length).toBeGreaterThan(140);
    expect(held.length).toBeLessThan(260);
    expect([...keys].reverse().filter(isHeldOut).reverse()).toEqual(held);
  });

  it("tells documents without an address apart by their focus", () => {
    expect(documentKey({ collection: "c", url: "", focus: "a" })).not.toBe(
      documentKey({ collection: "c", url: "", focus: "b" }),
    );
  });
});

describe("the mess", () => {
  it("is the same for the same seed", () => {
    const text = "what are the symptoms of hypogonadism";
    expect(withTypos(text, 0.5, seeded(9))).toBe(withTypos(text, 0.5, seeded(9)));
  });

  it("leaves short words and numbers alone and keeps the first letter", () => {
    const random = seeded(4);
    for (let n = 0; n < 200; n++) {
      expect(misspell("hcg", random)).toBe("hcg");
      expect(misspell("b12a", random)).toBe("b12a");
      expect(misspell("clomiphene", random)[0]).toBe("c");
    }
  });
});

describe("passages", () => {
  it("never cut a sentence, and keep every word", () => {
    const text = Array.from(
      { length: 40 },
      (_, i) => `Sentence ${i} takes 0.5 units of space here.`,
    );
    const passages = passagesOf(text.join(" "));
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.join(" ")).toBe(text.join(" "));
    for (const passage of passages) expect(passage.endsWith("here.")).toBe(true);
  });
});

describe("the measure", () => {
  it("is 1 for a perfect order and lower for a late answer", () => {
    const task = {
      name: "t",
      passages: ["a", "b", "c"],
      questions: [{ text: "q", right: new Set([1]) }],
    };
    expect(measure(task, () => [0, 9, 1])).toEqual({ ndcg10: 1, recall10: 1 });
    expect(measure(task, () => [9, 5, 1]).ndcg10).toBeCloseTo(1 / Math.log2(3));
  });
});
