/** What enters: sentences. What leaves: a finding for each one that tells a reader to take, start, stop or change a medicine. */

import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";
import type { Sentence } from "./sentences";

const VERB =
  "(?:take|start|begin|stop|increase|raise|double|decrease|reduce|lower|halve|skip|quit|inject|apply|use(?!\\s+(?:in|of|by|for|without)\\b)|switch|wean|taper|restart|resume|continue|keep taking)";
const VERBO =
  "(?:tom(?:e|a|ar)|empie(?:ce|za)|empezar|inici(?:e|a|ar)|dej(?:e|a|ar)|suspend(?:a|e|er)|aument(?:e|a|ar)|reduzca|reduce|reducir|inyect(?:e|a|ar)|us(?:e|a|ar)|aplique|aplicar|cambi(?:e|a|ar))";
const MEDICINE =
  "(?:testosterone|trt|medicines?|medications?|drugs?|tablets?|pills?|gel|patch(?:es)?|injections?|shots?|doses?|treatment|therapy|clomiphene|clomid|enclomiphene|tamoxifen|anastrozole|hcg|gonadorelin|aspirin|steroids?|supplements?|testosterona|medicinas?|medicamentos?|pastillas?|dosis|tratamiento|terapia|clomifeno|tamoxifeno|anastrozol|suplementos?)";
/** How many words may stand between the verb and the medicine; safe 3 to 8. */
const REACH = 5;
const GAP = `(?:\\s+[\\p{L}'’-]+){0,${REACH}}?`;

const ORDERED = new RegExp(
  `(?:^|[;:—]\\s*|\\bthen\\s+|\\bplease\\s+|\\byou (?:should|must|need to|have to|ought to|can safely|can just)\\s+(?:also\\s+|just\\s+)?)${VERB}${GAP}\\s+${MEDICINE}\\b`,
  "iu",
);
const ORDENADO = new RegExp(
  `(?:^|[;:—]\\s*|\\b(?:usted )?(?:debe|debería|tiene que|necesita)\\s+)${VERBO}${GAP}\\s+${MEDICINE}\\b`,
  "iu",
);

/**
 * Looks for instructions about medicines. A sentence that opens with "Do not" or "Never" passes only when it sends
 * the reader to somebody, because "ask before changing anything" is the one instruction a leaflet may give.
 *
 * @param document the parsed document
 * @param sentences its sentences
 * @param language `en` or `es`
 * @returns a finding for each instruction
 */
export function checkDirectives(
  document: ParsedDocument,
  sentences: readonly Sentence[],
  language: string,
): Problem[] {
  return sentences.flatMap((sentence): Problem[] => {
    const order = findDirective(sentence.text, language);
    if (order === undefined) return [];
    return [
      {
        file: document.file,
        line: sentence.line,
        rule: "directive",
        what: `"${order}" tells the reader what to do with a medicine`,
        fix: "describe what clinicians do or what studies found, and send the reader to the clinician",
        level: "error",
      },
    ];
  });
}

/**
 * Says whether a sentence orders a change of medicine.
 *
 * @param text one sentence
 * @param language `en` or `es`
 * @returns the words that read as an order, or undefined
 */
export function findDirective(text: string, language: string): string | undefined {
  const negated = /^(?:do not|don't|never|no|nunca)\b/iu.exec(text);
  if (negated) {
    const sendsOn =
      /\b(?:ask|asking|talk|talking|speak|speaking|check|checking|call|preguntar|consultar|hablar)\b/iu;
    const rest = text.slice(negated[0].length).trim();
    return sendsOn.test(rest)
      ? undefined
      : (language === "es" ? ORDENADO : ORDERED).exec(rest)?.[0];
  }
  return (language === "es" ? ORDENADO : ORDERED).exec(text)?.[0];
}
