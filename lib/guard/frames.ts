/**
 * A message goes in; what it says under its disguise comes out: stories, role play and quoted doctors
 * set aside, spaced letters, leetspeak and base64 read.
 */
import { decipher, unglue } from "./ciphers";
import type { Vocabulary } from "./match/lexicon";

/** Wrappers that change nothing about what is asked; cut from the text that retrieval sees. */
export const FRAME_VOCABULARY: Vocabulary = {
  frame: `
    (pretend|imagine|suppose|act as|act like|roleplay|role play|lets play|you are now|you are|assume|simulate) ~6 (doctor|physician|pharmacist|nurse|endocrinologist|expert|dan|unrestricted|medic|clinician|urologist|specialist|character|ai), (hypothetically|theoretically|hypothetical|in theory|hipoteticamente|en teoria|asking for a friend|for a friend|es para un amigo) , (for|in|writing|write) ~3 (novel|story|book|screenplay|script|movie|essay|poem|fiction|novela|cuento|guion|pelicula) ~4, (ignore|forget|disregard|override|ignora|olvida|bypass) ~4 (instructions|rules|guidelines|prompt|instrucciones|reglas|guardrails|restrictions), (my|the) doctor (already|has already)? (said|told me|approved|confirmed|agreed|says|prescribed) ~3, mi (doctor|medico|doctora) (ya)? (me)? (dijo|confirmo|aprobo|autorizo) ~2, (translate|traduce|traduzca|traducir) ~6 (to|into|al|en|:)?, (finge|actua como|imagina|haz de cuenta|eres) ~4 (doctor|medico|farmaceutico|doctora|experto), (developer|debug|god|dan|jailbreak) mode, no (disclaimer|disclaimers|warnings), (i am|im) (a)? (nurse|doctor|pharmacist|medical student|physician|paramedic|vet) ~1 (so)?, educational purposes only, for (research|educational|academic) (purposes)?`,
};

/** Shortest run of single letters taken for a spaced-out word; safe 4 to 6. */
const SPACED = /(?<![\p{L}\d])(?:\p{L}[\s._*-]{1,3}){3,}\p{L}(?![\p{L}\d])/gu;
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
/** A word that mixes letters with the digits and signs that stand for letters. */
const LEET_WORD =
  /(?<![\p{L}\d@$!])(?=[\p{L}\d@$!]*\p{L})(?=[\p{L}@$!]*[013457@$!]+\p{L})[a-z0-9@$!]{3,24}(?![\p{L}\d])/giu;
const BASE64 = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,4096}={0,2}(?![A-Za-z0-9+/=])/gu;
/** Most hidden pieces read in one message; safe 4 to 32. */
const MOST_PIECES = 8;
const UNIT_WORD =
  /^(?:\d+(?:mg|mcg|ml|iu|cc|g|x|am|pm|st|nd|rd|th|yo|y|m|f|kg|lb|lbs|cm|hr|hrs|h|d|days|wk|ug|mm|k|s|mgs|yrs|yr|yro|ft|mos|mo|min|mins|wks|wk|stone|in|oz|bpm)|(?:hb)?a1c\w?|t[12]dm?|[a-z]\d{1,3}|[a-z]{2,}\d{1,3}|\d+[a-z])$/iu;

/** Letters, spaces and common signs make up nearly all of a readable text. */
function readable(text: string): boolean {
  if (text.length < 6) return false;
  const plain = text.match(/[\p{L}\p{N} .,;:!?'"¿¡()%/-]/gu)?.length ?? 0;
  return plain / text.length > 0.9 && /\p{L}{3}/u.test(text) && /\s/u.test(text);
}

/**
 * Reads what is hidden in a message.
 *
 * @param text a cleaned message
 * @returns the message with hidden words written out, and what was hidden; undefined when nothing is
 */
export function uncover(text: string): string | undefined {
  let found = 0;
  const once = (written: string, replacement: string): string => {
    if (found >= MOST_PIECES * 8) return written;
    found += 1;
    return replacement;
  };
  let pieces = 0;
  const plain = decipher(text);
  if (plain !== text) found += 1;
  let open = plain.replace(BASE64, (run) => {
    if (pieces >= MOST_PIECES || /^[a-z]+$/u.test(run) || !/[A-Z0-9]/u.test(run)) return run;
    pieces += 1;
    const decoded = Buffer.from(run, "base64").toString("utf8");
    return readable(decoded) ? once(run, decoded) : run;
  });
  open = open.replace(SPACED, (run) => {
    // Wider gaps separate the words of a spaced-out sentence; between dots or dashes any gap does.
    const words = run
      .split(/[._*-]/u.test(run) ? /\s+/u : /\s{2,}/u)
      .map((word) => word.replace(/[\s._*-]/gu, ""));
    return once(run, words.join(" "));
  });
  open = open.replace(LEET_WORD, (word) => {
    if (UNIT_WORD.test(word) || /^[a-z]+[!$]+$/iu.test(word)) return word;
    // Capitals and digits are the name of a thing ("B12", "COVID19") unless digits stand among letters.
    if (/^[A-Z0-9]+$/u.test(word) && !/^[A-Z]+(?:[013457]+[A-Z]+)+$/u.test(word)) return word;
    const plain = word.toLowerCase().replace(/[013457@$!]/gu, (sign) => LEET[sign] ?? sign);
    return /^[a-z]+$/u.test(plain) ? once(word, plain) : word;
  });
  const parted = unglue(open);
  if (parted !== open) found += 1;
  if (found === 0) return undefined;
  open = parted;
  // Words too short to be sure of alone, once the message is known to be written this way.
  return open.replace(/\bt0\b/gu, "to").replace(/^1\b(?= [a-z])/u, "i");
}
