import { expect, it } from "vitest";
import { languageOf } from "@/lib/ingest/language";

it.each([
  ["en", "What helps? The leaflet says which of these to take and when."],
  [
    "en",
    "Abdominal wall defect. These resources address the diagnosis or management of abdominal wall defect: Gene Tests, Cincinnati Children's, Great Ormond Street Hospital",
  ],
  ["es", "La presión arterial alta es una enfermedad que no se ve y que puede dañar el corazón."],
  [
    "de",
    "Bluthochdruck bleibt oft lange unbemerkt. Regelmäßige Messungen helfen, Schäden am Herzen zu vermeiden. Wer Tabletten braucht, bekommt sie vom Hausarzt verschrieben, meistens dauerhaft. Siehe: Heart and Circulation, The Lancet.",
  ],
  [
    "nl",
    "Hoge bloeddruk is in het begin vaak niet te merken. De arts meet of de druk in de vaten te hoog is.",
  ],
  [
    "fr",
    "L'hypertension artérielle est une maladie fréquente. Elle abîme les reins et les yeux avec les années.",
  ],
])("%s: %s", (language, text) => {
  expect(languageOf(text)).toBe(language);
});
