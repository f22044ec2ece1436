/** A text goes in; an urgent category comes out if plain words name one. Needs nothing else of the guard. */
import type { UrgentCategory } from "../decision";

const WORDS: readonly (readonly [UrgentCategory, readonly string[]])[] = [
  [
    "crisis",
    [
      "suicid",
      "kill myself",
      "want to die",
      "end my life",
      "hurt myself",
      "cut myself",
      "no point in living",
      "matarme",
      "quiero morir",
      "quitarme la vida",
    ],
  ],
  [
    "emergency",
    [
      "chest pain",
      "can't breathe",
      "cant breathe",
      "cannot breathe",
      "not breathing",
      "unconscious",
      "stroke",
      "seizure",
      "bleeding won't stop",
      "heart attack",
      "911",
      "dolor de pecho",
      "dolor en el pecho",
      "no puedo respirar",
      "no respira",
      "inconsciente",
      "convulsi",
      "infarto",
    ],
  ],
  [
    "poisoning",
    [
      "overdose",
      "took too many",
      "swallowed",
      "poison",
      "sobredosis",
      "se tragó",
      "se trago",
      "envenen",
    ],
  ],
  ["abuse", ["hits me", "raped", "abuses me", "beats me", "me pega", "me golpea", "violaron"]],
];

/**
 * The last resort, used when reading the message failed.
 *
 * @param text anything
 */
export function plainUrgent(text: string): UrgentCategory | undefined {
  const lower = text.toLowerCase();
  return WORDS.find(([, phrases]) => phrases.some((phrase) => lower.includes(phrase)))?.[0];
}
