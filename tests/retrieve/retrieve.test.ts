import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryIndex, withManifest } from "@/lib/retrieve/memory-index";
import { createRetriever } from "@/lib/retrieve/retrieve";
import { contentOf, embedder, type Library, medicines, retrieverOver } from "./small-library";

const retriever = retrieverOver(medicines);
const topOf = async (question: string, options = {}) =>
  (await retriever.retrieve(question, options)).passages[0]?.chunk.id;

describe("retrieve", () => {
  it("finds the passage and says that it answers", async () => {
    const found = await retriever.retrieve("What does anastrozole do?");
    expect(found.passages[0]?.chunk.id).toBe("anastrozole/What does anastrozole do?");
    expect(found).toMatchObject({
      answerable: true,
      reason: "ok",
      outOfScope: false,
      language: "en",
    });
    expect(found.confidence).toBeGreaterThan(0.5);
  });

  it("knows brand names and misspellings", async () => {
    expect(await topOf("what does arimidex do")).toBe("anastrozole/What does anastrozole do?");
    expect(await topOf("side efects of clomifine")).toBe(
      "clomiphene/What are the side effects of clomiphene?",
    );
    expect((await retriever.retrieve("anastrazol bones")).query).toContain("anastrozol");
  });

  it("completes a follow-up from the conversation, and only then", async () => {
    const history = [
      { role: "user", text: "What does anastrozole do?" },
      { role: "assistant", text: "It lowers estrogen." },
    ] as const;
    const found = await retriever.retrieve("does it affect bone?", { history });
    expect(found.query).toBe("does it affect bone? (anastrozole)");
    expect(found.passages[0]?.chunk.id).toBe("anastrozole/Does anastrozole harm bone?");
    const alone = await retriever.retrieve("What are the side effects of clomiphene?", { history });
    expect(alone.query).toBe("What are the side effects of clomiphene?");
  });

  it("asks the same of another medicine", async () => {
    const found = await retriever.retrieve("and clomiphene?", {
      history: [{ role: "user", text: "What does anastrozole do to estrogen?" }],
    });
    expect(found.query).not.toContain("(anastrozole");
    expect(found.passages[0]?.document.id).toBe("clomiphene");
  });

  it("finds English passages for a Spanish question", async () => {
    const found = await retriever.retrieve("¿Qué efectos secundarios tiene el clomifeno?");
    expect(found.language).toBe("es");
    expect(found.passages[0]?.document.id).toBe("clomiphene");
  });

  it("abstains from made-up medicines, other medicine and everyday questions", async () => {
    const made = await retriever.retrieve("What does zoltraxine do?");
    expect(made).toMatchObject({ answerable: false, reason: "weak", outOfScope: false });
    const other = await retriever.retrieve("How is asthma treated in children?");
    expect(other).toMatchObject({ answerable: false, outOfScope: false });
    const everyday = await retriever.retrieve("What is the capital of France?");
    expect(everyday).toMatchObject({ answerable: false, outOfScope: true });
  });

  it("gives values, never exceptions, for what people may type", async () => {
    for (const question of [
      "",
      " ",
      "the",
      "?",
      "😀😀😀",
      "睾酮治疗",
      "Ω".repeat(50),
      "a ".repeat(2_000),
    ]) {
      const found = await retriever.retrieve(question);
      expect(found.confidence).toBeGreaterThanOrEqual(0);
    }
    expect(await retriever.retrieve("")).toMatchObject({ reason: "empty", answerable: false });
    expect(await retriever.retrieve("what is the")).toMatchObject({ reason: "empty" });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 400 }), async (text) => {
        const { passages, confidence } = await retriever.retrieve(`${text} estrogen`);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (let i = 1; i < passages.length; i++)
          expect(passages[i - 1]?.score).toBeGreaterThanOrEqual(passages[i]?.score as number);
      }),
      { numRuns: 60 },
    );
  });

  it("answers nothing from an empty index", async () => {
    const empty = retrieverOver({});
    expect(await empty.retrieve("What does anastrozole do?")).toMatchObject({
      passages: [],
      answerable: false,
      reason: "none",
    });
  });

  it("keeps to the limit and explains every score", async () => {
    const { passages } = await retriever.retrieve("estrogen", { limit: 2 });
    expect(passages).toHaveLength(2);
    expect(Object.keys(passages[0]?.scores ?? {})).toEqual(
      expect.arrayContaining(["words", "meaning", "covered", "opening", "kind", "ranking"]),
    );
  });
});

describe("near-duplicates and neighbours", () => {
  const twice: Library = {
    First: {
      "Thick blood":
        "Testosterone can make the blood thicker by raising the number of red cells in it.",
    },
    Second: {
      "Thick blood":
        "Testosterone can make the blood thicker by raising the number of red cells in it.",
    },
  };
  it("says the same thing once", async () => {
    const { passages } = await retrieverOver(twice).retrieve("does testosterone thicken blood");
    expect(passages).toHaveLength(1);
  });

  it("joins a passage with the neighbour it runs on into, as one slice of the document", async () => {
    const { passages } = await retrieverOver({
      Tests: {
        "Which tests follow treatment?#1": "Tests after testosterone treatment are these:",
        "Which tests follow treatment?#2":
          "LH and FSH, estradiol, hematocrit and a semen analysis.",
        "Who orders them?": "A clinician orders the tests and reads them with you.",
      },
    }).retrieve("which tests follow testosterone treatment");
    const first = passages[0];
    expect(first?.chunk.text).toContain("are these:");
    expect(first?.chunk.text).toContain("semen analysis");
    expect(first?.chunk.text).toBe(first?.document.text.slice(first.chunk.start, first.chunk.end));
    for (const { start, end } of first?.chunk.sentences ?? [])
      expect(first?.chunk.text.slice(start, end)).toMatch(/^\S.*[.:]$/su);
  });
});

describe("preferences", () => {
  it("ranks an overdue document lower", async () => {
    const fresh = contentOf({ Fresh: { Bones: "Low estrogen thins bones in men over years." } });
    const old = contentOf(
      { Old: { Bones: "Low estrogen thins bones in men within years." } },
      { overdue: true },
    );
    for (const [a, b] of [
      [fresh, old],
      [old, fresh],
    ] as const) {
      const index = memoryIndex({
        documents: [...a.documents, ...b.documents],
        chunks: [...a.chunks, ...b.chunks],
        vectors: [...a.vectors, ...b.vectors],
      });
      const { passages } = await createRetriever(withManifest(index, {}), embedder).retrieve(
        "low estrogen bones men",
      );
      expect(passages[0]?.document.id).toBe("fresh");
    }
  });
});
