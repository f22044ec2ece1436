import { describe, expect, it } from "vitest";
import { calibrate } from "@/lib/retrieve/calibrate";
import { completeFromHistory, leansOnHistory } from "@/lib/retrieve/complete";
import { KINDS, kindsAsked } from "@/lib/retrieve/kinds";
import { parseKinds, parseWeights, parseWords, shippedResources } from "@/lib/retrieve/resources";
import { messageSentences, messageTerms, questionOf, salienceOf } from "@/lib/retrieve/salience";
import { Speller, slips } from "@/lib/retrieve/spelling";
import { Synonyms } from "@/lib/retrieve/synonyms";
import { contentOf, embedder, medicines } from "./small-library";

const resources = shippedResources();

describe("slips", () => {
  it("counts missing, extra, wrong and swapped letters once each", () => {
    expect(slips("sperm", "sperm", 2)).toBe(0);
    expect(slips("spurm", "sperm", 2)).toBe(1);
    expect(slips("sprem", "sperm", 2)).toBe(1);
    expect(slips("sprm", "sperm", 2)).toBe(1);
    expect(slips("anastrozole", "aspirin", 2)).toBe(3);
  });
});

describe("Speller", () => {
  const speller = new Speller(
    new Map([
      ["anastrozole", 3],
      ["estrogen", 20],
      ["sleep", 9],
      ["clonidine", 1],
    ]),
    (word) => word === "estragon",
  );
  it("mends towards the index", () => {
    expect(speller.correct("anastrazol")).toBe("anastrozole");
    expect(speller.correct("estrogin")).toBe("estrogen");
    expect(speller.correct("slep")).toBe("sleep");
  });
  it("leaves alone what is known, short, numeric or far from everything", () => {
    for (const word of ["estrogen", "estragon", "est", "b12x", "zoltraxine", ""])
      expect(speller.correct(word)).toBeUndefined();
  });
});

describe("Synonyms", () => {
  const synonyms = new Synonyms(["trt|testosterone replacement therapy", "condom>birth control"]);
  it("follows a name both ways, and a one-way name one way", () => {
    expect(synonyms.find(["is", "trt", "safe"])[0]).toMatchObject({ start: 1, end: 2 });
    expect(synonyms.find(["testosterone", "replacement", "therapy"])[0]?.alternatives).toEqual([
      ["trt"],
    ]);
    expect(synonyms.find(["condoms"])[0]?.reviewed).toEqual(["birth control"]);
    expect(synonyms.find(["birth", "control"])).toEqual([]);
  });
});

describe("kindsAsked", () => {
  const names = (question: string) => kindsAsked(question).map(([kind]) => KINDS[kind]);
  it("tells what is asked for", () => {
    expect(names("how do you treat gout")).toEqual(["treatment"]);
    expect(names("Is it hereditary?")).toEqual(["inheritance"]);
    expect(names("¿Cuáles son los síntomas?")).toEqual(["symptoms"]);
    expect(names("gout")).toEqual(["information"]);
  });
});

describe("questionOf", () => {
  it("takes the question out of what is said around it", () => {
    const message =
      "Hello doctor. I have been reading a lot lately and my friend told me to ask here. Can the gel harm my heart? Thank you so much for your time, I hope you can help.";
    expect(questionOf(message)).toBe("Can the gel harm my heart?");
  });
  it("keeps a short message whole, and one that asks nothing", () => {
    const short = "I took it for six years. Is it harder now?";
    expect(questionOf(short)).toBe(short);
    const story =
      "My husband has had it for years and it is getting worse every single day. ".repeat(3);
    expect(questionOf(story)).toBe(story);
    expect(questionOf("")).toBe("");
  });
});

describe("salience", () => {
  it("finds the word a chatty message is about", () => {
    const message =
      "SUBJECT: question MESSAGE: Hello, my name is Ann and my husband has been worried for weeks. We live in Ohio. What is the treatment for psoriasis? Thank you so much.";
    const [first] = messageTerms(message, "en", resources.words).sort(
      (a, b) => salienceOf(b, resources.salience) - salienceOf(a, resources.salience),
    );
    expect(["psoriasis", "treatment"]).toContain(first?.word);
  });
  it("drops the labels and blanked details of forms", () => {
    expect(messageSentences("SUBJECT: gout MESSAGE: I am [NAME], mail me at a@b.org")).toEqual([
      "gout",
      "I am",
      ", mail me at",
    ]);
  });
});

describe("completeFromHistory", () => {
  const all = () => true;
  const asked = (text: string) => [{ role: "user" as const, text }];
  it("takes the topic of the last question that named one", () => {
    expect(
      completeFromHistory(
        "is it safe?",
        [...asked("What is clomiphene?"), ...asked("and does it work?")],
        resources,
        all,
      ),
    ).toContain("clomiphene");
  });
  it("leaves a question alone that stands on its own", () => {
    expect(leansOnHistory("What are the side effects of clomiphene?", resources)).toBe(false);
    expect(completeFromHistory("does it affect bone?", [], resources, all)).toBe("");
  });
  it("does it in Spanish", () => {
    expect(
      completeFromHistory(
        "¿y eso afecta los huesos?",
        asked("¿Qué hace el anastrozol?"),
        resources,
        all,
      ),
    ).toBe("anastrozole");
  });
});

describe("resources", () => {
  it("reads its own compact form", () => {
    expect(parseWords("gout 1.5 6;tire -3 4")).toEqual({ gout: [1.5, 6], tire: [-3, 4] });
    expect(parseKinds("cure 2:1.5 5:-1").cure).toEqual([
      [2, 1.5],
      [5, -1],
    ]);
  });
  it("says which file to mend when a weight is missing", () => {
    expect(() => parseWeights({ words: 1 })).toThrow(/models\/retrieval-weights\.json.*"meaning"/s);
  });
  it("holds no negative weight, so that no sign of fitness can count against a passage", () => {
    for (const weight of Object.values(resources.weights)) expect(weight).toBeGreaterThanOrEqual(0);
    for (const weight of Object.values(resources.evidence.weights))
      expect(weight).toBeGreaterThanOrEqual(0);
  });
});

describe("calibrate", () => {
  it("gives finite numbers for a small library and for none", async () => {
    const numbers = await calibrate(contentOf(medicines), embedder);
    expect(numbers.questions).toBe(6);
    for (const value of Object.values(numbers)) expect(Number.isFinite(value)).toBe(true);
    expect(await calibrate({ documents: [], chunks: [], vectors: [] }, embedder)).toMatchObject({
      threshold: 0,
    });
  });
  it("is the same every time", async () => {
    expect(await calibrate(contentOf(medicines), embedder)).toEqual(
      await calibrate(contentOf(medicines), embedder),
    );
  });
});
