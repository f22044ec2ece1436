/** What enters: sentences. What leaves: a finding for each percentage that does not say who it is about and over what time. */

import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";
import type { Sentence } from "./sentences";

const PERCENTAGE = /\d(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b|por ciento\b)/iu;
const THRESHOLD = /h(?:a)?ematocrit|hematocrito|percentil/iu;
const POPULATION =
  /\b(?:men|women|man|people|adults?|volunteers?|patients?|participants?|couples?|donors?|boys|hombres?|mujeres|personas|adultos|voluntarios|pacientes|participantes|parejas|donantes)\b/iu;
const TIME =
  /\b(?:years?|months?|weeks?|days?|hours?|nights?|trials?|stud(?:y|ies)|tests?|visits?|appointments?|follow-up|while on|during|mientras|durante|años?|mes(?:es)?|semanas?|días?|horas?|noches?|ensayos?|estudios?|pruebas?|análisis|visitas?|seguimiento)\b/iu;

/**
 * Looks for percentages without a population and a time, in the sentence or its neighbours in the same block
 * (for a table, in its section).
 *
 * @param document the parsed document
 * @param sentences its sentences
 * @returns findings; hematocrit thresholds pass
 */
export function checkPercentages(
  document: ParsedDocument,
  sentences: readonly Sentence[],
): Problem[] {
  return sentences.flatMap((sentence, position): Problem[] => {
    if (!PERCENTAGE.test(sentence.text) || THRESHOLD.test(sentence.text)) return [];
    const around = surroundings(sentence, position, sentences);
    const missing = [
      POPULATION.test(around) ? [] : ["who it is about"],
      TIME.test(around) ? [] : ["over what time or test"],
    ].flat();
    if (missing.length === 0) return [];
    const what = `does not say ${missing.join(" or ")}: "${sentence.text}"`;
    return [
      {
        file: document.file,
        line: sentence.line,
        rule: "percentage",
        what,
        fix: "name the people and the time in the same sentence or the one beside it",
        level: "error",
      },
    ];
  });
}

/** A table row cannot repeat who and when in every cell, so it borrows them from the section it stands in. */
function surroundings(
  sentence: Sentence,
  position: number,
  sentences: readonly Sentence[],
): string {
  const near =
    sentence.block.kind === "row"
      ? sentences.filter((other) => other.block.heading === sentence.block.heading)
      : sentences
          .slice(Math.max(0, position - 1), position + 2)
          .filter((other) => other.block === sentence.block);
  return near.map((other) => other.text).join(" ");
}
