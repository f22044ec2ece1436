import { describe, expect, it } from "vitest";
import { tagsOf } from "@/lib/ingest/tags";
import { splitSentences } from "@/lib/sentences";

const tags = (text: string) =>
  tagsOf(
    { text, sentences: splitSentences(text).map((span) => ({ ...span, kind: "prose" as const })) },
    (said) => /\d+ mg/u.test(said),
  );

describe("tagsOf", () => {
  it.each([
    "Take the tablets with food.",
    "Do not stop your medicine without asking.",
    "Some words first. You should stop taking this medicine.",
    "Inject the insulin under the skin.",
    "Tome la medicina con agua.",
    "Usted debe dejar de tomar el medicamento.",
  ])("finds a direction in: %s", (text) => {
    expect(tags(text)).toEqual(["directive"]);
  });

  it.each([
    "Use of anastrozole in men is off-label.",
    "Clinicians stop the treatment when the count falls.",
    "Some people take tablets for years.",
    "Start of treatment varies.",
    "Ask a clinician before changing anything.",
    "El uso de la medicina es común.",
  ])("finds none in: %s", (text) => {
    expect(tags(text)).toEqual([]);
  });

  it("asks the given detector about doses", () => {
    expect(tags("The tablet holds 20 mg.")).toEqual(["dose"]);
  });
});
