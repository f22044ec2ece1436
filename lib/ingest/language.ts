/** Text in; the language it is written in out. */
import { detect } from "tinyld";

/** Fewer letters say too little to guess from; safe 20 to 100. */
const MIN_LETTERS = 40;

/** The commonest small words of the two languages most documents here are in. */
const ENGLISH = new Set(
  "the of and to in is that it for are with as or be this can by on an not from have at you your may if they which".split(
    " ",
  ),
);
const SPANISH = new Set(
  "el la de que y en los las un una es por con para del se no su al lo como más puede o si le sus este esta".split(
    " ",
  ),
);
/** Share of small words that settles the language without asking tinyld, which is slow; safe 0.12 to 0.3. */
const SETTLED_SHARE = 0.15;

/** Small words of English that no other language has; a title may bring one of them into any text. */
const ONLY_ENGLISH = new Set(
  "the and these this that with which from you your they what how when".split(" "),
);
/** The commonest small words of other languages in Latin letters, as far as English has no such word. */
const NEVER_ENGLISH = new Set(
  "der das und von mit ist nicht ein eine auf für zu oder wird sich sind werden bei nach dem zum zur la le les des du une dans sur aux qui elle avec sont di che il gli della nel sono el los las del que para con por os um uma não dos ao het een van de zijn voor op aan wordt worden och att som för og til ikke det nie jest si este sau pentru ve bir için yang dan untuk dengan ang mga ja ei nebo egy és".split(
    " ",
  ),
);
/** Different words of only English that settle it where there are few small words at all; safe 2 to 4. */
const ONLY_ENGLISH_WORDS = 2;
/** The share of small words of English that must be there as well; safe 0.03 to 0.1. */
const SPARSE_SHARE = 0.05;
/** Lists of names and of links have few small words, and tinyld takes them for whatever the names are from. */
const isSparseEnglish = (words: readonly string[], english: number) =>
  english > SPARSE_SHARE &&
  new Set(words.filter((word) => ONLY_ENGLISH.has(word))).size >= ONLY_ENGLISH_WORDS &&
  !words.some((word) => NEVER_ENGLISH.has(word)) &&
  words.every((word) => /^[a-zß-ɏ]+$/u.test(word));

/** Languages a guess is believed of; anything else is more often a list of names or a bit of code. */
const BELIEVED = new Set(
  "en es fr de it pt nl pl ru uk zh ja ko ar fa hi bn ur tr vi th el he sv da nb no fi cs ro hu id tl so sw am ne".split(
    " ",
  ),
);

/**
 * @param text a paragraph or more
 * @returns a BCP 47 primary tag; `en` when the text is too short to tell
 */
export function languageOf(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const share = (small: ReadonlySet<string>) => {
    let found = 0;
    for (const word of words) if (small.has(word)) found += 1;
    return found / words.length;
  };
  const [english, spanish] = [share(ENGLISH), share(SPANISH)];
  if (english > SETTLED_SHARE && english > 4 * spanish) return "en";
  if (spanish > SETTLED_SHARE && spanish > 4 * english) return "es";
  if (isSparseEnglish(words, english)) return "en";
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const guess = letters >= MIN_LETTERS ? detect(text) : "";
  return BELIEVED.has(guess) ? guess : "en";
}
