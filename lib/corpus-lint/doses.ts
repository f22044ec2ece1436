/** What enters: sentences. What leaves: a finding for each amount of a medicine. */

import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";
import type { Sentence } from "./sentences";

const NUMBER =
  "(?:\\d[\\d.,]*(?:\\s?(?:-|–|to|a)\\s?\\d[\\d.,]*)?|half(?: an?| of an?)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|medi[ao]|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)";
/** Units of weight, activity and volume. */
const MEASURE =
  "(?:mg|mcg|µg|μg|ug|g|grams?|milligrams?|micrograms?|i\\.?u\\.?|units?|ml|cc|millilit(?:er|re)s?|gramos?|miligramos?|microgramos?|unidades|mililitros?)";
const FORM =
  "(?:tab(?:let)?s?|pills?|capsules?|pumps?|patch(?:es)?|puffs?|drops?|injections?|shots?|clicks?|sprays?|vials?|ampou?les?|pellets?|sachets?|packets?|lozenges?|comprimidos?|pastillas?|tabletas?|cápsulas?|gotas?|parches?|inyecciones|ampollas?|sobres?)";

/** "ng/dL", "million per mL": an amount in a volume of blood or semen is a result, "mg/day" is a dose. */
const LABORATORY =
  "\\s?(?:/|per\\b|por\\b)\\s?(?:100\\s?)?(?:[dmµ]?l\\b|lit(?:er|re)|mililitro|litro|decilitro)";
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d])${NUMBER}[\\s-]?${MEASURE}(?![\\p{L}\\d]|${LABORATORY}|\\s+of blood|\\s+de sangre)`,
  "iu",
);
const COUNT = new RegExp(`(?<![\\p{L}\\d])${NUMBER}\\s(?:\\p{L}+\\s)?${FORM}(?![\\p{L}])`, "iu");
const SCHEDULE =
  /\b(?:take|takes|taken|taking|inject(?:ed|ing)?|swallow(?:ed|ing)?|tom(?:e|ar|a)|inyect(?:e|ar|a))\b[^.;:]{0,60}\b(?:once|twice|\d+ times|three times|every (?:other|\d+|two|three|few)|cada (?:dos|tres|\d+)|una vez|dos veces|tres veces)\b/iu;

/**
 * Says whether a sentence gives an amount of a medicine.
 *
 * @param text one sentence
 * @returns the words that read as an amount, or undefined; laboratory values such as 300 ng/dL are not amounts
 */
export function findDose(text: string): string | undefined {
  return (AMOUNT.exec(text) ?? COUNT.exec(text) ?? SCHEDULE.exec(text))?.[0];
}

/**
 * Looks for amounts of medicines.
 *
 * @param document the parsed document
 * @param sentences its sentences
 * @returns a finding for each sentence that gives one
 */
export function checkDoses(document: ParsedDocument, sentences: readonly Sentence[]): Problem[] {
  return sentences.flatMap((sentence): Problem[] => {
    const dose = findDose(sentence.text);
    if (dose === undefined) return [];
    return [
      {
        file: document.file,
        line: sentence.line,
        rule: "dose",
        what: `"${dose}" reads as an amount of a medicine`,
        fix: "leave the amount out; say who decides it and how",
        level: "error",
      },
    ];
  });
}
