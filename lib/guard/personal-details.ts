/** A text goes in; the same text without names, dates of birth, numbers and addresses, and what was found, comes out. */
import { detectCreditCard, detectEmail, detectIP } from "langchain";

export interface Redacted {
  readonly text: string;
  /** Kinds found, each once: `name`, `birth-date`, `phone`, `email`, `record-number`, `card`, `ip`, `address`. */
  readonly found: string[];
}

interface Rule {
  readonly kind: string;
  readonly pattern: RegExp;
}

const NAME = "[\\p{Lu}][\\p{L}'’-]{1,24}";
/** Words that may follow "I am" with a capital and are not a name. */
const NOT_NAMES = new Set(
  "I A The An My Not On In At So Very Also Just Now Taking Having Trying Really Worried Pregnant Diabetic American Mexican Male Female Mr Mrs Sir Dear Hello Hi What How Why When Can Is".split(
    " ",
  ),
);

/** Each pattern is anchored on a word that introduces the detail, so that a medicine or a disease named after a person survives. */
const RULES: readonly Rule[] = [
  {
    kind: "birth-date",
    pattern:
      /(?:\b(?:d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?|fecha de nacimiento|nac[ií](?:da|do)?(?: el)?)\b[\s:.-]{0,4})((?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})|(?:\d{1,2}(?:st|nd|rd|th)?\s(?:de\s)?[\p{L}]{3,10}\.?,?\s(?:de\s)?\d{4})|(?:[\p{L}]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}))/giu,
  },
  {
    kind: "record-number",
    pattern:
      /\b(?:mrn|medical record(?: number| no\.?)?|patient (?:id|number|no\.?)|record (?:number|no\.?)|nhs (?:number|no\.?)|ssn|social security(?: number)?|insurance (?:id|number)|member id|policy (?:number|no\.?)|curp|rfc|dni|nie|nss|expediente|historia cl[ií]nica|n[uú]mero de (?:paciente|expediente|seguro))\b[\s:#.no°º]{0,8}([A-Z0-9][A-Z0-9 -]{3,20}\d)/giu,
  },
  { kind: "record-number", pattern: /(?<!\d)(\d{3}-\d{2}-\d{4})(?!\d)/gu },
  {
    kind: "phone",
    pattern:
      /(?<![\d.])((?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)[\s.-]?|\d{2,4}[\s.-])\d{3,4}[\s.-]\d{3,4})(?![\d.])/gu,
  },
  {
    kind: "phone",
    pattern:
      /\b(?:phone|tel|telephone|cell|mobile|whatsapp|call me(?: at| on)?|tel[eé]fono|celular|m[oó]vil|ll[aá]m[ea]me al)\b[\s:.]{0,3}(\+?\d[\d\s().-]{6,18}\d)/giu,
  },
  {
    kind: "address",
    pattern:
      /(?<!\d)(\d{1,5}\s(?:[\p{Lu}][\p{L}]{1,20}\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Lane|Ln|Boulevard|Blvd|Court|Ct))\b/gu,
  },
  {
    kind: "address",
    pattern:
      /\b((?:Calle|Avenida|Av\.|Colonia)\s(?:[\p{Lu}][\p{L}]{1,20}\s){0,3}[\p{Lu}][\p{L}]{1,20}\s(?:#\s?)?\d{1,5})\b/gu,
  },
  {
    kind: "name",
    pattern: new RegExp(
      `\\b(?:[Mm]y name(?:'s| is)|[Nn]ame:|[Pp]atient(?: [Nn]ame)?:|[Mm]y full name is|[Ii] am called|[Mm]e llamo|[Mm]i nombre es|[Nn]ombre:|[Pp]aciente:|[Ss]oy (?=${NAME}\\s${NAME})|[Ii]'?\\s?a?m (?=${NAME}\\s${NAME}[,.;]))\\s?((?:${NAME})(?:\\s(?:de\\s|la\\s|del\\s)?${NAME}){0,3})`,
      "gu",
    ),
  },
  {
    kind: "name",
    pattern:
      /\b(?:my name is|my name's|me llamo|mi nombre es)\s([\p{Ll}]{2,20}(?:\s(?!and\b|y\b|i\b|im\b|tengo\b|soy\b|my\b|is\b|i'm\b)[\p{Ll}]{2,20})?)/giu,
  },
  {
    kind: "name",
    pattern: new RegExp(
      `\\b(?:[Mm]y|[Oo]ur|[Mm]i) (?:wife|husband|son|daughter|mother|father|mom|dad|brother|sister|friend|baby|esposa|esposo|hijo|hija|mam[aá]|pap[aá]|hermano|hermana|amigo|amiga)(?:'s name is|,? named|,? called| se llama|,)? ((?!${"I\\b"})${NAME}(?:\\s${NAME})?)`,
      "gu",
    ),
  },
  {
    kind: "name",
    pattern: new RegExp(
      `\\b(?:Mr|Mrs|Ms|Miss|Sr|Sra|Srta|Don|Doña)\\.?\\s(${NAME}(?:\\s${NAME}){0,2})`,
      "gu",
    ),
  },
  {
    kind: "name",
    pattern: new RegExp(
      `(?:^|\\n)\\s*(?:[Rr]egards|[Tt]hanks|[Ss]incerely|[Ss]aludos|[Aa]tentamente|[Bb]est),?\\s*\\n?\\s*(${NAME}(?:\\s${NAME}){0,2})\\s*$`,
      "gu",
    ),
  },
];

const PLACE: Readonly<Record<string, string>> = {
  name: "[name]",
  "birth-date": "[date of birth]",
  phone: "[phone]",
  email: "[email]",
  "record-number": "[number]",
  card: "[number]",
  ip: "[address]",
  address: "[address]",
};

/**
 * Takes personal details out of a text before it is searched for or written anywhere.
 *
 * @param text a cleaned message
 * @returns the text with a bracketed word in place of each detail; unchanged text and an empty list when there is none
 */
export function redactPersonalDetails(text: string): Redacted {
  const found = new Set<string>();
  let redacted = text;
  const cut = (kind: string, matches: readonly { start: number; end: number }[]) => {
    for (const match of [...matches].sort((a, b) => b.start - a.start)) {
      redacted =
        redacted.slice(0, match.start) + (PLACE[kind] ?? "[removed]") + redacted.slice(match.end);
      found.add(kind);
    }
  };
  if (redacted.includes("@")) cut("email", detectEmail(redacted));
  if (/\d{4}/u.test(redacted)) cut("card", detectCreditCard(redacted));
  if (/\d\.\d/u.test(redacted)) cut("ip", detectIP(redacted));
  for (const rule of RULES)
    redacted = redacted.replace(rule.pattern, (whole: string, detail: string | undefined) => {
      if (!detail || NOT_NAMES.has(detail.split(/\s/u)[0] ?? "")) return whole;
      found.add(rule.kind);
      const at = whole.lastIndexOf(detail);
      return (
        whole.slice(0, at) + (PLACE[rule.kind] ?? "[removed]") + whole.slice(at + detail.length)
      );
    });
  return { text: redacted, found: [...found] };
}
