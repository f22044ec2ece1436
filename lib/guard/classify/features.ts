/** Matches go in; GUARD's five features come out: a person, a decision, a quantity, personal data, a time. */
import type { Matches } from "../match/lexicon";

export interface Features {
  /** (a) somebody in particular. */
  readonly person: boolean;
  /** (b) what somebody should, may or can do. */
  readonly decision: boolean;
  /** (c) an amount with a frequency, or an amount of a medicine to take. */
  readonly quantity: boolean;
  /** (d) a laboratory value, an age, a diagnosis, a symptom or a medicine of the person's own. */
  readonly personal: boolean;
  /** (e) now, since this morning, I just took. */
  readonly time: boolean;
}

/** Concepts only the features use. */
export const FEATURE_VOCABULARY = {
  "own-data": `
    (i|im|ive|i am|ive been|my ~2 (<relative>|<child>)|he|she|we) ~2 (have|has|had|got|am on|on|take|takes|taking|was diagnosed|been diagnosed|diagnosed|suffer*|am|been having|been|feel|feeling|get|getting|keep getting|started|was prescribed|prescribed|was put on|experienc*|notic*|use|using|inject*|stopped|quit) ~4 (<symptom>|<condition>|<drug>|<amount>|<lab>), my ~3 (<symptom>|<lab>) ~2 (is|are|was|has|hurts|wont|level|levels|keeps|came|feels), my ~2 <body> ~4 <symptom>, (tengo|padezco|sufro de|estoy tomando|tomo|me diagnosticaron|me recetaron|siento|me duele*|me dio|me salio|llevo|uso|me inyecto|he tenido|soy|mi ~3 (tiene|toma|padece|sufre)) ~5 (<symptom>|<condition>|<drug>|<amount>|<lab>|<body>), <own-age>, <case>`,
};

/**
 * Reads the five features.
 *
 * @param matches the message against the whole lexicon
 */
export function featuresOf(matches: Matches): Features {
  return {
    person: matches.has("self") || matches.has("other") || matches.has("case"),
    decision: matches.has("decision"),
    quantity: matches
      .hits("mass")
      .some((mass) =>
        matches
          .hits("frequency")
          .some((often) => often.from >= mass.from && often.from - mass.to <= 6),
      ),
    personal: matches.has("own-data"),
    time: matches.has("now"),
  };
}
