/**
 * A sentence in; the reason no source could make it fit for a patient out, if there is one.
 */
import { containsDose } from "@/lib/guard/dose";
import type { Rejection } from "../draft";
import { LONGEST_SENTENCE } from "./read";

const LINK =
  /https?:|www\.|<\/?[a-z!][^>]{0,200}>|&[a-z]{2,8};|!\[|\]\s?\(|\bjavascript:|data:\w|[\w.+-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|org|net|io|info|co|ru|xyz)\b/iu;
const LEFTOVERS = /\[[^\]]{0,60}\]|【|】|［|］|\{|\}|\||^#{1,6}\s|\*\*|`|^\s*>/u;
const PERSONA =
  /(?:^|[.;,]\s*|\b(?:and|but|so|as) )(?:I|I['’](?:m|ve|d|ll)|we|we['’](?:re|ve|ll)|me|my|our|as (?:your|an?) (?:doctor|ai|nurse|assistant|physician|clinician|pharmacist|language model))\b|\b(?:I am|I['’]m|speaking) (?:as )?(?:an? |your )?(?:human|person|doctor|nurse|physician|clinician|pharmacist|real)\b|\btrust me\b|\b(?:yo soy|soy (?:un[ao]?|su) (?:humano|médic[oa]|persona|enfermer[oa]))\b/u;
const DIAGNOSIS =
  /\byou (?:(?:probably|likely|clearly|definitely|may|might|must|do|seem to|appear to) )*(?:have|are suffering|suffer|has got|['’]ve got)(?: from)? (?!to\b|a right\b|questions?\b|any\b|the right\b|been\b|symptoms\b)|\byour (?:symptoms?|results?|levels?|tests?|pain) (?:mean|means|show|shows|suggest|suggests|indicate|indicates|is|are) (?!tested|checked|measured|not enough)|\byou(?:['’]re| are) (?:diagnosed|infertile|hypogonadal|diabetic|depressed|fine|recovered|healthy|cured)\b|\b(?:usted )?tiene (?:usted )?(?:cáncer|hipogonadismo|diabetes)\b/iu;
const CHANGE =
  "(?:take|start|begin|stop|increase|raise|double|decrease|reduce|lower|halve|skip|quit|inject|apply|use(?!\\s+(?:of|in|by|for|without)\\b)|switch|wean|taper|restart|resume|continue|keep (?:taking|using|on)|try|swallow|buy|order|tom[ea]|deje|suspenda|aumente|reduzca|inyecte)";
const MEDICINE =
  "(?:testosterone|trt|medicines?|medications?|drugs?|tablets?|pills?|capsules?|gel|patch(?:es)?|injections?|shots?|doses?|treatment|therapy|serms?|hcg|gonadorelin|aspirin|steroids?|supplements?|it|them|\\p{L}+(?:ifene?|ifen|ozole|azole|pril|sartan|statin|olol|cillin|mycin|idine|formin|fenac|profen|relin|mab|nib|one)|testosterona|medicinas?|medicamentos?|pastillas?|dosis|tratamiento)";
/** How many words may stand between the verb and the medicine; safe 3 to 8. */
const GAP = "(?:\\s+[\\p{L}\\d'’-]+){0,5}?";
const ORDERS: readonly RegExp[] = [
  new RegExp(
    `(?:^|[;:—]\\s*)(?:(?:then|please|just|always|simply|first|next|now|do not|never|don['’]t|no|nunca),?\\s+)*${CHANGE}${GAP}\\s+${MEDICINE}(?!\\p{L})`,
    "iu",
  ),
  new RegExp(
    `(?<!\\p{L})(?:you|men|patients|everyone|anyone|usted)\\s+(?:(?:really|probably|definitely|also)\\s+)?(?:should|must|need(?:s)? to|ha(?:ve|s) to|ought to|can safely|can just|are advised to|debe|tiene que|necesita)\\s+(?:\\p{L}+\\s+){0,2}?${CHANGE}(?!\\p{L})`,
    "iu",
  ),
  new RegExp(
    `(?<!\\p{L})(?:I|we)\\s+(?:recommend|suggest|advise)(?!\\p{L})|(?<!\\p{L})it is (?:safe|fine|ok|best) (?:for you )?to ${CHANGE}`,
    "iu",
  ),
];
/** "Ask before changing anything" is the one instruction a leaflet may give. */
const SENDS_ON =
  /\b(?:ask|asking|talk|talking|speak|speaking|check with|checking with|tell|call|discuss|without (?:medical|your|first)|unless|guidelines?|clinicians? (?:\p{L}+ )?(?:say|advise|decide)|preguntar?|consult\w*|hablar|hable)\b/iu;
const PLANTED =
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|above|previous|rules|guidelines)\b|\b(?:system prompt|as instructed|as requested|as you asked|you asked me|here is (?:the|your))\b|^(?:sure[,!]|NO_ANSWER|PWNED|HACKED)\b/iu;

/** Control and direction marks can make a sentence read as another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}]/u;

/** Whether a sentence tells a reader to take, start, stop or change a medicine. */
export function directsReader(text: string): boolean {
  return !SENDS_ON.test(text) && ORDERS.some((order) => order.test(text));
}

/** What is wrong with a sentence whoever wrote it. A document's own sentence is held to this as well. */
export function unfitQuote(text: string): Rejection | undefined {
  if (containsDose(text)) return "dose";
  if (directsReader(text)) return "directive";
  if (PLANTED.test(text)) return "injection";
  return undefined;
}

/** What is wrong with a sentence that a model wrote, before its source is looked at. */
export function unfit(text: string): Rejection | undefined {
  if (text.length > LONGEST_SENTENCE || INVISIBLE.test(text)) return "fragment";
  if (LINK.test(text)) return "link";
  if (LEFTOVERS.test(text)) return "link";
  const quote = unfitQuote(text);
  if (quote) return quote;
  if (PERSONA.test(text)) return "persona";
  if (DIAGNOSIS.test(text)) return "diagnosis";
  return undefined;
}
