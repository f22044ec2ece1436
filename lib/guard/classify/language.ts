/** A normalised message goes in; its language comes out: English and Spanish by their small words, others by tinyld. */
import { detect } from "tinyld";
import type { Normalised } from "../normalise";

const ENGLISH = new Set(
  "the is are was what how why when who where which my i im ive you your it its this that these those and or but of to in on for with have has had do does did can could should would will not dont cant a an am be been if from about he she his her they we me so get got take taking there any some need want feel feeling please help know think just now after before while because hi hello thanks pain doctor chest breathe mean dose side effects pills blood".split(
    " ",
  ),
);
const SPANISH = new Set(
  "el los las una unos unas que como por para con sin mi mis tu su sus es son esta estoy estan tengo tiene puedo puede debo y o pero del al lo le me se si muy mas cuando donde cual cuanto cuanta cuantas cuantos quien porque hace hay fue ser soy yo nos ya tomar dolor pecho hola gracias duele ayuda quiero pastillas medico sangre efectos tomo desde cada dosis".split(
    " ",
  ),
);
/** Words both lists' languages share with others weigh nothing. */
const AMBIGUOUS = new Set(
  "de la en no un a me que si es como por o y se con mi le al para lo".split(" "),
);
/** Least share of small words that settles the matter; safe 0.15 to 0.4. */
const SHARE = 0.2;
/** Shortest text, in characters, that the statistical detector is believed on; safe 12 to 40. */
const DETECTOR_LENGTH = 12;

/**
 * Names the language of a message.
 *
 * @returns a BCP 47 code; English when nothing speaks for anything else
 */
export function languageOf(normalised: Normalised): string {
  const { text, tokens } = normalised;
  let english = 0;
  let spanish = 0;
  let spanishWeak = 0;
  let words = 0;
  for (const { word } of tokens) {
    if (!/^[a-z]/u.test(word)) continue;
    words += 1;
    if (ENGLISH.has(word)) english += word.length === 1 ? 0.5 : 1;
    if (SPANISH.has(word)) {
      if (AMBIGUOUS.has(word)) spanishWeak += 1;
      else spanish += 1;
    }
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin / letters < 0.5) return scriptLanguage(text);
  if (/[¿¡ñ]/u.test(text)) spanish += 1.5;
  const spanishAll = spanish + 0.5 * spanishWeak;
  const strongest = Math.max(english, spanishAll);
  const guessed =
    text.length >= DETECTOR_LENGTH && strongest < words * 0.45
      ? detect(text.slice(0, 400).toLowerCase())
      : "";
  if (
    guessed &&
    !["en", "es"].includes(guessed) &&
    KNOWN.has(guessed) &&
    strongest < words * 0.34 &&
    (spanish === 0 ||
      guessed !== "pt" ||
      /[ãõçê]|\b(?:não|nao|você|voce|estou|meu|minha|uma|dor)\b/iu.test(text))
  )
    return guessed;
  if (spanishAll > english && spanishAll >= words * SHARE * 0.5) return "es";
  return "en";
}

const KNOWN = new Set([
  "pt",
  "fr",
  "de",
  "it",
  "pl",
  "zh",
  "hi",
  "ar",
  "tl",
  "vi",
  "nl",
  "ru",
  "uk",
  "ja",
  "ko",
  "tr",
  "ro",
  "sv",
  "el",
  "he",
  "fa",
  "bn",
]);

function scriptLanguage(text: string): string {
  const scripts: readonly (readonly [RegExp, string])[] = [
    [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
    [/\p{Script=Hangul}/u, "ko"],
    [/\p{Script=Han}/u, "zh"],
    [/[پچگژی]/u, "fa"],
    [/\p{Script=Arabic}/u, "ar"],
    [/\p{Script=Devanagari}/u, "hi"],
    [/\p{Script=Hebrew}/u, "he"],
    [/\p{Script=Greek}/u, "el"],
    [/\p{Script=Bengali}/u, "bn"],
    [/[іїєґ]/iu, "uk"],
    [/\p{Script=Cyrillic}/u, "ru"],
  ];
  return scripts.find(([script]) => script.test(text))?.[1] ?? "und";
}
