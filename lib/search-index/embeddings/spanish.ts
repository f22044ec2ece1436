/** A text enters; the same text leaves with Spanish words and phrases put into English, if it was Spanish. */

import list from "@/models/spanish-terms.json";

/** Longest phrase in the list, in words. */
const LONGEST_PHRASE = 6;
/** Share of a short text's words that must be in the list when no typical Spanish word gives it away. Safe 0.5 to 0.8. */
const COVERED = 0.6;
/** Share of words that must be typical Spanish ones. An English sentence has none, or one in a name. Safe 0.1 to 0.25. */
const TYPICAL = 0.15;
/** Characters and words looked at to decide the language; deciding must not cost more on a long text. */
const CHARACTERS_LOOKED_AT = 400;
const WORDS_LOOKED_AT = 40;

/** Everyday Spanish words that English does not use: two of them, or one in a short text, show the language. */
const TYPICAL_WORDS = new Set(
  "el los las del al que qué una unos unas por para con es son soy esta está están este estos estas como cómo cual cuál cuáles cuando cuándo cuanto cuánto donde dónde porque pero muy más mi mis su sus se lo le les tengo tiene tienen puedo puede pueden debo quiero hace hacer hay si sí sin sobre desde hasta entre también y o mucho mucha después antes estoy ser estar tomo tomar siento nos yo usted ella ellos".split(
    " ",
  ),
);
/** Spelled like an English word, name or abbreviation: translated in a Spanish text, but no sign of one. */
const LIKE_ENGLISH = new Set(
  "a al la me he has have no son sin con come sale once pie pan red sol sal gas dice lo los las se si o y e u te le les mi su tu era sea sed fin mal mes van ir once real media grave larga pus gen gel colon abdomen hospital doctor normal sexual hormonal natural animal tumor virus cancer diabetes anemia asma zinc libido insulin anal oral leche hernia lupus colitis gastritis bronchitis sinusitis hepatitis herpes glaucoma eczema psoriasis dengue malaria zika covid alzheimer parkinson epilepsia cortisol estradiol semen pene saliva vagina recto ibuprofeno temporal permanente reversible crema parche alcohol genes tos dos dan da ve va ya en un ha tan sobre entre mole vista vino sal sera base serum ano fue fui uno nada rico mama papa ovarios nos bola de renal tia mas tarda congenita urticaria rubeola pica soy".split(
    " ",
  ),
);

/** Endings that differ in a regular way between Spanish and English medical words, longest first. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ciones$/, "tions"],
  [/cion$/, "tion"],
  [/sion$/, "sion"],
  [/logia$/, "logy"],
  [/patia$/, "pathy"],
  [/grafia$/, "graphy"],
  [/tomia$/, "tomy"],
  [/ismo$/, "ism"],
  [/idad$/, "ity"],
  [/trofia$/, "trophy"],
  [/(?<=[^aeiou])ic[oa]$/, "ic"],
  [/(?<=[a-z]{4})ina$/, "ine"],
  [/(?<=[a-z]{4})ona$/, "one"],
  [/(?<=[a-z]{4})eno$/, "ene"],
  [/(?<=[a-z]{4})ol(?:es)?$/, "ol"],
  [/(?<=[a-z]{4})ato$/, "ate"],
  [/(?<=[a-z]{4})uro$/, "ide"],
];

const ASCII = /^[ -~]*$/;
const WORD = /[\p{L}\p{N}]+/gu;
/** Marks only Spanish uses. */
const SPANISH_SIGN = /[¿¡]/;

const terms = new Map<string, string>(Object.entries(list.terms));
/** The same keys without accents, for those who type without; the accented spelling wins where both exist. */
const plainTerms = new Map<string, string>();
for (const [key, english] of terms)
  if (!plainTerms.has(plain(key))) plainTerms.set(plain(key), english);

function plain(text: string): string {
  return ASCII.test(text) ? text : text.normalize("NFD").replace(/\p{M}+/gu, "");
}

/** For what is typed without accents both say the same: one question instead of two, asked of every word. */
const eitherTerms = new Map([...plainTerms, ...terms]);

function lookUp(phrase: string): string | undefined {
  if (ASCII.test(phrase)) return eitherTerms.get(phrase);
  return terms.get(phrase) ?? plainTerms.get(plain(phrase));
}

/**
 * A cheap test for Spanish: its marks, its everyday words, or for a few words without those, whether the list knows most.
 * @example isSpanish("presión arterial alta") // true
 */
export function isSpanish(text: string): boolean {
  const start = text.slice(0, CHARACTERS_LOOKED_AT).toLowerCase().normalize("NFC");
  const words = (start.match(WORD) ?? []).slice(0, WORDS_LOOKED_AT);
  if (words.length === 0) return false;
  let typical = 0;
  let covered = 0;
  let telling = 0;
  for (const word of words) {
    const english = lookUp(word);
    if (english !== undefined) covered++;
    if (LIKE_ENGLISH.has(word)) continue;
    if (TYPICAL_WORDS.has(word)) typical++;
    if (english !== undefined && english !== word) telling++;
  }
  if (SPANISH_SIGN.test(text) && covered > 0) return true;
  if (typical >= 2 && typical >= TYPICAL * words.length) return true;
  return telling > 0 && covered >= COVERED * words.length;
}

/**
 * Puts a Spanish text into English word by word, for search: not grammar, only the words a passage would contain.
 * @param text any text
 * @returns the text itself when it is not Spanish; otherwise lower-case English words, unknown ones kept
 *   (with English endings where the two languages differ regularly, so hipogonadismo is near hypogonadism)
 * @example translateTerms("¿qué causa la presión arterial alta?") // "what cause the high blood pressure"
 */
export function translateTerms(text: string): string {
  if (!isSpanish(text)) return text;
  const words = text.toLowerCase().normalize("NFC").match(WORD) ?? [];
  const english: string[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let size = Math.min(LONGEST_PHRASE, words.length - at); size > 0; size--) {
      const found = lookUp(words.slice(at, at + size).join(" "));
      if (found === undefined) continue;
      english.push(found);
      taken = size;
      break;
    }
    if (taken === 0) {
      english.push(translateWord(words[at] as string));
      taken = 1;
    }
    at += taken;
  }
  return english.join(" ");
}

/** A word the list lacks: its singular if the list has that, or the word with an English ending. */
function translateWord(word: string): string {
  const bare = plain(word);
  for (const singular of [bare.replace(/s$/, ""), bare.replace(/es$/, "")]) {
    const found = singular === bare ? undefined : lookUp(singular);
    if (found !== undefined) return found;
  }
  for (const [ending, english] of ENDINGS)
    if (ending.test(bare)) return bare.replace(ending, english);
  return bare;
}
