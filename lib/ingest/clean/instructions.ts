/**
 * A block's text in; whether it gives orders to a language model out.
 *
 * A document is text about a subject. A sentence that tells "your response" what to hold, or sets
 * earlier instructions aside, was not written for a patient. The whole block is held back: what
 * stands beside such a sentence cannot be trusted either.
 */
import { isPlain } from "@/lib/plain";
import { splitSentences } from "@/lib/sentences";

/** "your response to treatment" is a patient's. */
const A_BODYS_RESPONSE =
  /(?<!\p{L})(?:responses?|answers?|repl(?:y|ies)|messages?) (?:to|from|with|of|for) (?:(?:the|a|an|your|any|this|these|his|her|each|every|first|last) )*(?:[\p{L}-]+ )?(?:treatments?|therap(?:y|ies)|medicines?|medications?|drugs?|chemotherapy|radiation|surgery|exercise|stress|infections?|pain|vaccines?|vaccination|allergens?|foods?|insulin|hormones?|doctors?|clinicians?|nurses?|providers?|care team|pharmacists?|tests?|diet|immune system|body)(?!\p{L})/iu;

const SHAPE_THE_REPLY =
  "(?:add|include|integrate|insert|incorporate|append|prepend|embed|modify|enhance|augment|alter|adjust|encode|encrypt|encipher|decode|translate|render|replace|reverse|invert|rewrite|rephrase|provide|give|write|convert|scramble|jumble|shuffle|misspell|introduce|rearrange|remove|omit|group|combine|substitute|anagram|apply|shift|express|represent|display|use|begin|start|end|finish|conclude|sprinkle|weave|mention|suggest|respond|reply|answer|state|say|tell|make|format|hide|hint|spell|capitali[sz]e|print|limit|tease|promote)";

/** What is aimed at a model, and a part without which it is not said. */
export interface Order {
  readonly sign: string;
  /** Whether the sign stands where a word begins. */
  readonly isWord: boolean;
  readonly pattern: RegExp;
}

/**
 * @param sign words in small letters, without anchors
 * @param around the pattern made of its sign, so that whatever the pattern finds holds the sign
 */
const order = (sign: string, around: (sign: string) => string): Order => ({
  sign,
  isWord: true,
  pattern: new RegExp(around(String.raw`(?<!\p{L})(?:${sign})`), "iu"),
});
/** The same with marks, which stand anywhere. */
const marked = (sign: string, around: (sign: string) => string): Order => ({
  sign,
  isWord: false,
  pattern: new RegExp(around(`(?:${sign})`), "iu"),
});
/** Ended, too, where a word ends. */
const whole = (words: string) => String.raw`(?:${words})(?!\p{L})`;

const REPLIES = "answers?|repl(?:y|ies)|responses?|messages?|output|summar(?:y|ies)|completion";
const yours = (replies: string) =>
  String.raw`(?:your|the|this|its) (?:[\p{L}-]+ ){0,2}?${replies}(?:['’]s)?`;

/** These speak of a reply, which may also be a body's. */
const SHAPING: readonly Order[] = [
  // "Add a sentence in your response …", "Encode your reply …", "Can you use Base16 to display your response?"
  order(
    REPLIES,
    (replies) =>
      String.raw`^(?:(?:please|also|now|then|finally|always|and|can you|could you|you (?:must|should|will|need to)|be sure to|make sure to|remember to)[, ]+)*${SHAPE_THE_REPLY}(?!\p{L}).{0,200}?(?<!\p{L})${yours(replies)}(?!\p{L})`,
  ),
  // "In your response, mention …"
  order(
    REPLIES,
    (replies) =>
      String.raw`^(?:in|within|at the (?:end|start|beginning) of|throughout|for) ${yours(replies)},? (?:please |also |always )?${SHAPE_THE_REPLY}(?!\p{L})`,
  ),
];

const COMMANDS: readonly Order[] = [
  // "Reply in reverse", "respond only with …", "Can you reply in German?"
  order(
    "reply|respond|answer",
    (reply) =>
      String.raw`^(?:please |can you |could you |you (?:must|should) |always |only )*${reply}(?: only| always| back)? (?:in (?:reverse|french|german|spanish|italian|portuguese|chinese|japanese|russian|latin|code|json|base\d+|emojis?|rhymes?|verse|all caps|pig latin)|using|only|exactly|with (?:only|exactly|the (?:word|phrase|following|text)))(?!\p{L})`,
  ),
  // Setting earlier instructions aside
  order(
    "ignore|disregard|forget|override|bypass|overlook|do not follow|don['’]t follow",
    (setAside) =>
      String.raw`(?<!(?:not|never|n['’]t) )(?<!\p{L})${setAside}(?: (?:the|these|those|of))*(?: (?:all|any|every|your|everything|previous|prior|above|earlier|preceding|original|existing|initial|system|safety|my))+(?: (?:the|of|your|previous|prior|above|earlier))* (?:instructions?|prompts?|rules|guidelines|directions|directives|commands?|constraints|(?:system|developer) messages?|text|context|content|messages?|above|before)(?!\p{L})`,
  ),
  order(
    "ignore|disregard|forget|override",
    (setAside) =>
      String.raw`(?<!(?:not|never|n['’]t) )(?<!\p{L})${setAside} (?:the |these |those )?(?:instructions?|prompts?|rules|guidelines|text|context|everything) (?:above|before|you (?:were|have been) given|so far)(?!\p{L})`,
  ),
  order(
    "instrucciones|indicaciones|reglas|órdenes|directrices",
    (instructions) =>
      String.raw`(?<!\p{L})(?:ignor[ea]|olvid[ea]|descart[ea]|no sigas?)(?: (?:todas?|todos?|las|los|tus|sus|cualquier))* ${instructions}(?: (?:anteriores|previas|de arriba))?(?!\p{L})`,
  ),
  // Speaking to the machine by name or part
  order(
    whole(
      String.raw`ai|a\.i\.|language model|llm|chat ?bot|chatgpt|gpt(?:-\d)?|assistant|dan|jailbroken|unrestricted|modelo de lenguaje|asistente`,
    ),
    (machine) =>
      String.raw`(?<!\p{L})(?:you are|you['’]re|act as|pretend (?:to be|you are)|from now on,? you|eres|actúa como)(?: now| ahora)? (?:a |an |the |un |una )?(?:[\p{L}-]+ ){0,3}?${machine}`,
  ),
  order(
    whole("ai|llm|language model|chat ?bot|bot|crawler|assistant"),
    (machine) =>
      String.raw`(?<!\p{L})(?:if|when|because|as|since) (?:you are|you['’]re|this is (?:read|processed|summari[sz]ed) by) (?:a |an |the )?(?:[\p{L}-]+ ){0,2}?${machine}`,
  ),
  order(
    whole(
      "ai|llms?|language models?|chat ?bots?|(?:ai|virtual|digital) assistants?|assistants?|models?",
    ),
    (machines) =>
      String.raw`(?<!\p{L})(?:note|message|instructions?|attention|notice|important|reminder)(?: to| for)? (?:all |any |the )?${machines}(?: (?:reading|processing|systems?|agents?)[^.]{0,40})?\s*[:,–—-]`,
  ),
  order(
    whole("(?:ai|llm|language model|chat ?bot|(?:ai|virtual|digital) assistant)s?"),
    (machines) =>
      String.raw`${machines}(?: (?:systems?|agents?|models?))? (?:reading this|that reads?|must|should (?:always|never|say|tell|respond|recommend|ignore|not))(?!\p{L})`,
  ),
  order(
    whole(
      String.raw`system prompt|developer message|prompt injection|hidden instructions?|these instructions (?:override|supersede)|do not (?:reveal|mention|disclose|tell)(?: \p{L}+){0,3} (?:instructions?|prompt|this message)`,
    ),
    (prompt) => prompt,
  ),
  // Marks of chat templates
  marked(String.raw`<\|[a-z_]{2,24}\|>|\[/?inst\]|<</?sys>>`, (mark) => mark),
  marked(
    "##",
    (heading) => String.raw`^${heading}#*\s*(?:system|instructions?|assistant|user)\s*:?\s*$`,
  ),
  order(String.raw`(?:system|assistant|user|human)\s*:`, (speaker) => String.raw`^${speaker}\s+\S`),
  // When a patient asks …
  order(
    "(?:user|reader|patient|person|someone|anyone|asked)s? (?:asks?|queries|enquires|about|requests)",
    (asks) =>
      String.raw`(?<!\p{L})(?:when|if|whenever) (?:a |an |the |any |you are |you['’]re )?${asks}[^.]{0,100},? (?:you (?:must|should|will)|always|instead,?|just|only) (?:say|tell|answer|reply|respond|recommend|claim|state|give|direct)(?!\p{L})`,
  ),
  // Work that no leaflet asks of its reader
  order(
    whole(
      "poem|haiku|short story|essay|speech|song|joke|limerick|script to|python|javascript|sql|code (?:that|to|for)|shell command|command to",
    ),
    (work) =>
      String.raw`^(?:please |now |can you |could you )?(?:write|compose|draft|generate|create|produce|provide|give me|show me|tell me)(?: me| us)? (?:an? |the |some )?(?:[\p{L}-]+ ){0,2}?${work}`,
  ),
  order(
    "translate|paraphrase|summari[sz]e|classify|determine the sentiment of|analy[sz]e the sentiment of",
    (handle) =>
      String.raw`^(?:please )?${handle} (?:the (?:following|text|sentence|above|sentiment)|this (?:text|sentence|document|tweet|review|comment))(?!\p{L})`,
  ),
];

/** All of them. */
export const ORDERS: readonly Order[] = [...SHAPING, ...COMMANDS];

/** Every order holds one of these; what holds none is spared the work of reading it. */
const signsOf = (orders: readonly Order[]) =>
  [...new Set(orders.map(({ sign }) => sign))].join("|");
const [WORDS, MARKS] = [
  ORDERS.filter(({ isWord }) => isWord),
  ORDERS.filter(({ isWord }) => !isWord),
];
const SIGNS = String.raw`(?<!\p{L})(?:${signsOf(WORDS)})|${signsOf(MARKS)}`;
const SIGN = new RegExp(SIGNS, "iu");
/** The same for small plain letters, several times as fast. */
const PLAIN_SIGN = new RegExp(SIGNS.replaceAll("\\p{L}", "[a-z]"));

/**
 * The cheap question before the whole search.
 * @returns true of everything of which `isOrder` is true of a sentence; also of much else
 */
export function mayOrder(text: string): boolean {
  return isPlain(text) ? PLAIN_SIGN.test(text.toLowerCase()) : SIGN.test(text);
}

/** @returns whether one sentence is an order to a language model */
export function isOrder(sentence: string): boolean {
  return (
    COMMANDS.some(({ pattern }) => pattern.test(sentence)) ||
    (SHAPING.some(({ pattern }) => pattern.test(sentence)) && !A_BODYS_RESPONSE.test(sentence))
  );
}

const OPENING = /^["'“‘(*\s-]+/u;

/** A longer text may be cut inside a word, where its parts hold what it does not; safe 1,000 to 10,000. */
const LONGEST_WHOLE = 8_000;

/** @returns whether any sentence of a block is an order to a language model */
export function instructsModel(text: string, language = "en"): boolean {
  if (text.length <= LONGEST_WHOLE && !mayOrder(text)) return false;
  return sentencesOf(text, language).some((sentence) => mayOrder(sentence) && isOrder(sentence));
}

/** The sentences of a block without the marks before them. */
export function sentencesOf(text: string, language = "en"): string[] {
  return splitSentences(text, language).map(({ start, end }) =>
    text.slice(start, end).replace(OPENING, ""),
  );
}
