/** A question or a heading enters; how it asks leaves: who, how long, which tests, what a word means. */

import { surfaceWords, termOf } from "@/lib/search-index/lexical";
import { KINDS, kindsAsked } from "./kinds";

/** A question for a meaning names one thing: more content words ask more. Safe 2 to 4. */
const ONE_THING = 3;
/** A bare term is at most this many words, small ones included. Safe 2 to 5. */
const BARE = 4;

/** How people ask besides the kinds of fact in ./kinds. English and Spanish, accents folded, our own list. */
const MANNERS: readonly RegExp[] = [
  /\b(?:who|quien(?:es)?)\b/,
  /\b(?:not|never|no|shouldnt|cannot|cant|avoid|against|stay away|evitar)\b/,
  /^(?:when|at what (?:age|time|point)|cuando)\b|\b(?:time of day|how (?:soon|early))\b/,
  /\b(?:how (?:long|soon|fast|quickly)|how many (?:days|weeks|months|years)|(?:days|weeks|months|years)\b|cuanto (?:tiempo|dura|tarda))/,
  /\b(?:how (?:often|common|rare|frequent\w*|many)|que tan)\b/,
  /\b(?:why|how come|reasons?|what makes|por que)\b/,
  /\b(?:levels?|cut ?off|range|normal|threshold|considered|counts? as)\b/,
  /\b(?:differen\w+|differ|compare\w*|versus|vs|better than|same as|diferenci\w+)\b/,
  /\b(?:approv\w+|legal\w*|ban(?:ned)?|licen[cs]ed|allowed|label|aprobad\w+)\b/,
  /\b(?:side effects?|safe\w*|harm\w*|danger\w*|risks?|problems?|efectos|segur\w+|riesgos?)\b/,
  /\b(?:signs?|symptoms?|recogni[sz]e|notice|tell if|know if|spot|senal\w*|sintomas?)\b/,
  /\b(?:feel\w*|mood|siente\w*)\b/,
  /\b(?:what (?:can|should|do) (?:i|we|he|you) do|que hago|que debo)\b/,
  /\b(?:where|donde)\b/,
  /\b(?:how (?:do|does) .* (?:work|raise|lower|act|affect|change)|mechanism|come funciona)\b/,
  /\b(?:should (?:i|we) (?:ask|tell)|questions? (?:to|for|should)|bring up|mention|preguntar)\b/,
  /\b(?:number|phone|call|ring|telefono|numero|llam\w+)\b/,
  /\b(?:tests?|labs?|check(?:s|ed|ing)?|monitor\w*|measured?|pruebas?|analisis)\b/,
];

const INFORMATION = KINDS.indexOf("information");
const MEANING =
  /\b(?:what(?:s| is| are)|define|definition|explain|mean(?:s|ing)?|meant|que (?:es|son|significa)|definicion|significado)\b/;
/** Asks for a meaning whatever the term is. */
const ONLY_MEANING =
  /\b(?:meant by|meaning of|define|definition of|definicion de|significado de)\b/;
const STARTS_ASKING =
  /^(?:what|how|why|when|where|who|which|is|are|can|could|do|does|did|should|will|may|was|that|como|por que|cuando|donde|cual\w*|puedo?e?)\b/;

const folded = (text: string) => surfaceWords(text).join(" ");

/** The numbers of the ways a text asks; kinds of fact first. Empty when it only names something. */
export function mannersOf(text: string): ReadonlySet<number> {
  const plain = folded(text);
  const kinds = kindsAsked(plain).flatMap(([kind]) => (kind === INFORMATION ? [] : [kind]));
  const manners = MANNERS.flatMap((pattern, i) => (pattern.test(plain) ? [KINDS.length + i] : []));
  return new Set([...kinds, ...manners]);
}

/** How alike two ways of asking are, 0 to 1; 0 when either only names something. */
export function sameManner(asked: ReadonlySet<number>, heading: ReadonlySet<number>): number {
  if (asked.size === 0 || heading.size === 0) return 0;
  let both = 0;
  for (const manner of heading) if (asked.has(manner)) both++;
  return (2 * both) / (asked.size + heading.size);
}

/**
 * Whether a question asks what a word means, or is nothing but the word.
 * @example asksMeaning("define endocrine system") // true
 */
export function asksMeaning(question: string, language = "en"): boolean {
  const words = surfaceWords(question);
  const content = words.filter((word) => termOf(word, language) && !CUES.has(word));
  if (content.length === 0 || content.length > ONE_THING) return false;
  const plain = words.join(" ");
  if (ONLY_MEANING.test(plain)) return true;
  if (MEANING.test(plain)) return mannersOf(plain).size === 0;
  return words.length <= BARE && !STARTS_ASKING.test(plain) && mannersOf(plain).size === 0;
}

/** Words that ask for a meaning and are no part of the term. */
const CUES = new Set(
  "define definition explain mean means meaning meant simple simply plain words word term terms definir definicion significa significado".split(
    " ",
  ),
);

/** Whether a heading names a thing and asks nothing: an entry of a glossary, or a label such as "Treatment". */
export function isBare(heading: string): boolean {
  return !/[?¿]/.test(heading) && !STARTS_ASKING.test(folded(heading));
}
