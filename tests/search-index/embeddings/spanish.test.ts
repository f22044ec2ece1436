import { describe, expect, it } from "vitest";
import { isSpanish, translateTerms } from "@/lib/search-index/embeddings/spanish";

describe("isSpanish", () => {
  it.each([
    "presión arterial alta",
    "presion alta",
    "¿Qué es el hipogonadismo?",
    "que hace el clomifeno",
    "me duele la cabeza desde ayer",
    "testosterona baja",
    "cuanto tarda en volver la fertilidad",
    "dolor de espalda",
    "efectos secundarios",
  ])("knows %j for Spanish", (text) => {
    expect(isSpanish(text)).toBe(true);
  });

  it.each([
    "",
    "what does clomiphene do",
    "low T",
    "diabetes",
    "De Quervain tenosynovitis",
    "my son has no appetite",
    "is the sale of hCG allowed in LA",
    "Cri du chat",
    "cancer colon",
    "pros and con of hormonal gel",
    "what does el nino have to do with asthma",
    "hepatitis once a year",
    "la la la",
    "Mi Casa clinic",
    "Mal de debarquement",
    "renal cancer",
    "SED tarda",
    "the El Niño outbreak of 1993",
  ])("leaves %j alone", (text) => {
    expect(isSpanish(text)).toBe(false);
    expect(translateTerms(text)).toBe(text);
  });
});

describe("translateTerms", () => {
  it.each([
    ["presión arterial alta", "high blood pressure"],
    ["¿Qué causa la presión arterial alta?", "what cause the high blood pressure"],
    ["dolor de pecho", "chest pain"],
    ["sangre en la orina", "blood in the urine"],
    ["los pulmones y las arterias", "the lungs and the arteries"],
    [
      "¿Puedo tener hijos después de dejar la testosterona?",
      "can i have children after stop the testosterone",
    ],
  ])("%j", (text, english) => {
    expect(translateTerms(text)).toBe(english);
  });

  it("works without accents", () => {
    expect(translateTerms("presion arterial alta")).toBe("high blood pressure");
  });

  it("gives unknown medical words their English ending", () => {
    expect(translateTerms("qué es la nefropatía y el hipoparatiroidismo")).toBe(
      "what is the nefropathy and the hipoparatiroidism",
    );
  });

  it("finds the singular of a word the list has", () => {
    expect(translateTerms("qué son las embolias")).toBe("what are the embolism stroke");
  });
});
