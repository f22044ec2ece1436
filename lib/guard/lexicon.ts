/** Nothing goes in; the guard's whole lexicon, compiled once, comes out. */

import { FEATURE_VOCABULARY } from "./classify/features";
import { REDIRECT_VOCABULARY, RULE_VOCABULARY } from "./classify/redirect";
import { CLASSIFY_VOCABULARY } from "./classify/rules";
import { CONVERSATION_VOCABULARY } from "./conversation";
import { FRAME_VOCABULARY } from "./frames";
import { compileLexicon, type Lexicon } from "./match/lexicon";
import { createSpeller } from "./match/spelling";
import { type Normalised, normalise } from "./normalise";
import { ABUSE } from "./urgent/abuse";
import { CRISIS } from "./urgent/crisis";
import { EMERGENCY } from "./urgent/emergency";
import { HINTS } from "./urgent/hints";
import { LAY_ABUSE, LAY_POISONING } from "./urgent/lay-dangers";
import { LAY_SIGNS } from "./urgent/lay-signs";
import { OTHER_LANGUAGES } from "./urgent/other-languages";
import { POISONING } from "./urgent/poisoning";
import { TODAY } from "./urgent/today";
import { TOGETHER_VOCABULARY } from "./urgent/together";
import { TOPICS } from "./urgent/topics";
import { WEIGHING } from "./urgent/weighing-words";
import { ASKING } from "./vocabulary/asking";
import { BODY } from "./vocabulary/body";
import { DRUG_ENDINGS, MEDICINES } from "./vocabulary/medicines";
import { PEOPLE } from "./vocabulary/people";

/** Everything the rules know, also hashed into the policy's version. */
export const VOCABULARIES = [
  PEOPLE,
  BODY,
  MEDICINES,
  ASKING,
  EMERGENCY,
  LAY_SIGNS,
  POISONING,
  LAY_POISONING,
  CRISIS,
  HINTS,
  ABUSE,
  LAY_ABUSE,
  TODAY,
  TOGETHER_VOCABULARY,
  TOPICS,
  WEIGHING,
  OTHER_LANGUAGES,
  CLASSIFY_VOCABULARY,
  FEATURE_VOCABULARY,
  REDIRECT_VOCABULARY,
  RULE_VOCABULARY,
  CONVERSATION_VOCABULARY,
  FRAME_VOCABULARY,
] as const;

/** Shortest name an ending may close, in letters; safe 6 to 8. Below it "caine" would find "cocaine's" neighbours. */
const SHORTEST_NAME = 7;
const NOT_DRUGS = new Set(
  "vaccine vaccines medicine medicina disciplina adrenocortical protein insulin hemoglobin cholesterol estradiol routine genuine adenosine creatinine creatinina toxin prolactin control alcohol symbol ferritin albumin bilirubin vapor abril april cabril resolve evolve bitcoin casino cousin raisin basin resin aspirin intestine oficina cocina piscina vecina doctrina gasolina rutina orina proteina oxytocin vasopressin cystine melanin keratin elastin dopamine histamine toxina esquina maquina heroina cocaina latina argentina alzheimer biotin explosion dopamina levodopa azole imagine saltine pristine quarantine fibrin dystrophin pepsin trypsin prevention latin satin gelatin stain certain vitamin margin origin begin assassin dolphin penguin pumpkin napkin".split(
    " ",
  ),
);

const tag = (word: string): string | undefined =>
  word.length >= SHORTEST_NAME &&
  !NOT_DRUGS.has(word) &&
  DRUG_ENDINGS.some((ending) => word.endsWith(ending))
    ? "drug-ending"
    : undefined;

let compiled:
  | { readonly lexicon: Lexicon; readonly read: (text: string) => Normalised }
  | undefined;

/**
 * The compiled lexicon and the reader that corrects spelling against it; made on first use, about 0.3 s on a busy machine.
 */
export function guardLexicon(): {
  readonly lexicon: Lexicon;
  readonly read: (text: string) => Normalised;
} {
  if (compiled) return compiled;
  const lexicon = compileLexicon(VOCABULARIES, tag);
  const spell = createSpeller(
    lexicon.words,
    (word) => lexicon.knows(word) || tag(word) !== undefined,
  );
  compiled = { lexicon, read: (text) => normalise(text, spell) };
  return compiled;
}
