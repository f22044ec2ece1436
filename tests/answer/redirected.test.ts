import { expect, it } from "vitest";
import { answer } from "@/lib/answer/answer";
import { toJson } from "@/lib/answer/encode";
import type { AnswerServices } from "@/lib/answer/turn";
import type { Passage } from "@/lib/content";
import type { Guard } from "@/lib/guard/decide";
import type { Category, Decision } from "@/lib/guard/decision";
import { documentOf, libraryOf, passagesOf } from "../fixtures/hostile-model/shelf";

/** A guard with one verdict for everything. */
function guardSaying(action: Decision["action"], category: Category): Guard {
  return {
    version: "test",
    health: () => ({ ok: true, failures: 0 }),
    decide: (question) => ({
      action,
      category,
      rules: [],
      language: "en",
      replyLanguage: "en",
      notices: [],
      searchText: question,
      repeated: false,
    }),
  };
}

function ask(
  question: string,
  passages: readonly Passage[],
  category: Category = "treatment-decision",
  action: Decision["action"] = "redirect",
  query = question,
) {
  const services: AnswerServices = {
    guard: guardSaying(action, category),
    library: libraryOf(passages, { query }),
    region: "US",
    contact: { siteName: "Test" },
  };
  return toJson(answer({ question, history: [] }, services));
}

const cited = async (...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).sentences.flatMap(({ text, citations }) =>
    citations.length ? [text] : [],
  );

const PLAN = documentOf("plan", {
  "What is PCT, and does it work?":
    "PCT is a mix of medicines that some people use after anabolic steroids. Anabolic steroids build muscle. PCT is not proven, and it is not recommended. In one study of 641 men, 48% had normal tests.",
});

it("quotes the verdict beside a refusal, in two sentences", async () => {
  const said = await cited("Is PCT proven to bring me back?", passagesOf(PLAN), "self-sourced");
  expect(said).toHaveLength(2);
  expect(said).toContain("PCT is not proven, and it is not recommended.");
});

it("quotes no passage with a dose beside a question near a dose, and its other sentences elsewhere", async () => {
  const tagged = passagesOf(PLAN).map((passage) => ({
    ...passage,
    chunk: { ...passage.chunk, tags: ["dose" as const] },
  }));
  expect(await cited("Is PCT proven?", tagged, "dosing")).toEqual([]);
  expect(await cited("Is PCT proven?", tagged, "self-sourced")).not.toEqual([]);
});

it("quotes a list's lead-in only where it says something by itself", async () => {
  const effects = documentOf("effects", {
    "What happens if estrogen gets too low in men?":
      "Too little estrogen can weaken bones and hurt joints.\n- Bones: they get thinner.\n- Joints: they can ache.",
  });
  expect(
    await cited("My joints ache, is my estrogen too low?", passagesOf(effects), "diagnosis"),
  ).toEqual(["Too little estrogen can weaken bones and hurt joints."]);
});

it("does not answer about the medicine that mending the spelling found", async () => {
  const serms = documentOf("serms", { "What are SERMs?": "SERMs are drugs that block estrogen." });
  const json = await ask(
    "Are SARMs safe?",
    passagesOf(serms),
    "education",
    "allow",
    "Are SERMs safe?",
  );
  expect(json.outcome).toBe("no-source");
});

it("tells no side of a comparison alone beside a refusal", async () => {
  const both = {
    hCG: "The hormone hCG works like LH.",
    Gonadorelin:
      "Gonadorelin is a lab-made copy of the hormone GnRH. Proof that gonadorelin works is weak.",
  };
  const question = "Which is better, hCG or gonadorelin?";
  expect(await cited(question, passagesOf(documentOf("both", both)))).toEqual([
    "The hormone hCG works like LH.",
    "Gonadorelin is a lab-made copy of the hormone GnRH.",
  ]);
  const uneven = documentOf("uneven", {
    hCG: both.hCG,
    "Does gonadorelin work?": "Proof that gonadorelin works is weak.",
  });
  expect(await cited(question, passagesOf(uneven))).toEqual([]);
});
