/**
 * A block's text in; whether it gives orders to a language model out.
 *
 * A document is text about a subject. A sentence that tells "your response" what to hold, or sets
 * earlier instructions aside, was not written for a patient. The whole block is held back: what
 * stands beside such a sentence cannot be trusted either.
 */
import { splitSentences } from "@/lib/sentences";

const REPLY =
  "(?:your|the|this|its) (?:[\\p{L}-]+ ){0,2}?(?:answers?|repl(?:y|ies)|responses?|messages?|output|summar(?:y|ies)|completion)(?:['’]s)?";

/** "your response to treatment" is a patient's. */
const A_BODYS_RESPONSE =
  /(?<!\p{L})(?:responses?|answers?|repl(?:y|ies)|messages?) (?:to|from|with|of|for) (?:(?:the|a|an|your|any|this|these|his|her|each|every|first|last) )*(?:[\p{L}-]+ )?(?:treatments?|therap(?:y|ies)|medicines?|medications?|drugs?|chemotherapy|radiation|surgery|exercise|stress|infections?|pain|vaccines?|vaccination|allergens?|foods?|insulin|hormones?|doctors?|clinicians?|nurses?|providers?|care team|pharmacists?|tests?|diet|immune system|body)(?!\p{L})/iu;

const SHAPE_THE_REPLY =
  "(?:add|include|integrate|insert|incorporate|append|prepend|embed|modify|enhance|augment|alter|adjust|encode|encrypt|encipher|decode|translate|render|replace|reverse|invert|rewrite|rephrase|provide|give|write|convert|scramble|jumble|shuffle|misspell|introduce|rearrange|remove|omit|group|combine|substitute|anagram|apply|shift|express|represent|display|use|begin|start|end|finish|conclude|sprinkle|weave|mention|suggest|respond|reply|answer|state|say|tell|make|format|hide|hint|spell|capitali[sz]e|print|limit|tease|promote)";

const ORDERS: readonly RegExp[] = [
  // "Add a sentence in your response …", "Encode your reply …", "Can you use Base16 to display your response?"
  new RegExp(
    `^(?:(?:please|also|now|then|finally|always|and|can you|could you|you (?:must|should|will|need to)|be sure to|make sure to|remember to)[, ]+)*${SHAPE_THE_REPLY}(?!\\p{L}).{0,200}?(?<!\\p{L})${REPLY}(?!\\p{L})`,
    "iu",
  ),
  // "In your response, mention …"
  new RegExp(
    `^(?:in|within|at the (?:end|start|beginning) of|throughout|for) ${REPLY},? (?:please |also |always )?${SHAPE_THE_REPLY}(?!\\p{L})`,
    "iu",
  ),
  // "Reply in reverse", "respond only with …", "Can you reply in German?"
  /^(?:please |can you |could you |you (?:must|should) |always |only )*(?:reply|respond|answer)(?: only| always| back)? (?:in (?:reverse|french|german|spanish|italian|portuguese|chinese|japanese|russian|latin|code|json|base\d+|emojis?|rhymes?|verse|all caps|pig latin)|using|only|exactly|with (?:only|exactly|the (?:word|phrase|following|text)))(?!\p{L})/iu,
  // Setting earlier instructions aside
  /(?<!(?:not|never|n['’]t) )(?<!\p{L})(?:ignore|disregard|forget|override|bypass|overlook|do not follow|don['’]t follow)(?: (?:the|these|those|of))*(?: (?:all|any|every|your|everything|previous|prior|above|earlier|preceding|original|existing|initial|system|safety|my))+(?: (?:the|of|your|previous|prior|above|earlier))* (?:instructions?|prompts?|rules|guidelines|directions|directives|commands?|constraints|(?:system|developer) messages?|text|context|content|messages?|above|before)(?!\p{L})/iu,
  /(?<!(?:not|never|n['’]t) )(?<!\p{L})(?:ignore|disregard|forget|override) (?:the |these |those )?(?:instructions?|prompts?|rules|guidelines|text|context|everything) (?:above|before|you (?:were|have been) given|so far)(?!\p{L})/iu,
  /(?<!\p{L})(?:ignor[ea]|olvid[ea]|descart[ea]|no sigas?)(?: (?:todas?|todos?|las|los|tus|sus|cualquier))* (?:instrucciones|indicaciones|reglas|órdenes|directrices)(?: (?:anteriores|previas|de arriba))?(?!\p{L})/iu,
  // Speaking to the machine by name or part
  /(?<!\p{L})(?:you are|you['’]re|act as|pretend (?:to be|you are)|from now on,? you|eres|actúa como)(?: now| ahora)? (?:a |an |the |un |una )?(?:[\p{L}-]+ ){0,3}?(?:ai|a\.i\.|language model|llm|chat ?bot|chatgpt|gpt(?:-\d)?|assistant|dan|jailbroken|unrestricted|modelo de lenguaje|asistente)(?!\p{L})/iu,
  /(?<!\p{L})(?:if|when|because|as|since) (?:you are|you['’]re|this is (?:read|processed|summari[sz]ed) by) (?:a |an |the )?(?:[\p{L}-]+ ){0,2}?(?:ai|llm|language model|chat ?bot|bot|crawler|assistant)(?!\p{L})/iu,
  /(?<!\p{L})(?:note|message|instructions?|attention|notice|important|reminder)(?: to| for)? (?:all |any |the )?(?:ai|llms?|language models?|chat ?bots?|(?:ai|virtual|digital) assistants?|assistants?|models?)(?: (?:reading|processing|systems?|agents?)[^.]{0,40})?\s*[:,–—-]/iu,
  /(?<!\p{L})(?:ai|llm|language model|chat ?bot|(?:ai|virtual|digital) assistant)s?(?: (?:systems?|agents?|models?))? (?:reading this|that reads?|must|should (?:always|never|say|tell|respond|recommend|ignore|not))(?!\p{L})/iu,
  /(?<!\p{L})(?:system prompt|developer message|prompt injection|hidden instructions?|these instructions (?:override|supersede)|do not (?:reveal|mention|disclose|tell)(?: \p{L}+){0,3} (?:instructions?|prompt|this message))(?!\p{L})/iu,
  // Marks of chat templates
  /<\|[a-z_]{2,24}\|>|\[\/?INST\]|<<\/?SYS>>|^#{2,}\s*(?:system|instructions?|assistant|user)\s*:?\s*$|^(?:system|assistant|user|human)\s*:\s+\S/iu,
  // When a patient asks …
  /(?<!\p{L})(?:when|if|whenever) (?:a |an |the |any |you are |you['’]re )?(?:user|reader|patient|person|someone|anyone|asked)s? (?:asks?|queries|enquires|about|requests)[^.]{0,100},? (?:you (?:must|should|will)|always|instead,?|just|only) (?:say|tell|answer|reply|respond|recommend|claim|state|give|direct)(?!\p{L})/iu,
  // Work that no leaflet asks of its reader
  /^(?:please |now |can you |could you )?(?:write|compose|draft|generate|create|produce|provide|give me|show me|tell me)(?: me| us)? (?:an? |the |some )?(?:[\p{L}-]+ ){0,2}?(?:poem|haiku|short story|essay|speech|song|joke|limerick|script to|python|javascript|sql|code (?:that|to|for)|shell command|command to)(?!\p{L})/iu,
  /^(?:please )?(?:translate|paraphrase|summari[sz]e|classify|determine the sentiment of|analy[sz]e the sentiment of) (?:the (?:following|text|sentence|above|sentiment)|this (?:text|sentence|document|tweet|review|comment))(?!\p{L})/iu,
];

/** Every order holds one of these words; a block without any is spared the work of reading it. */
const WORDS_OF_ORDERS =
  "answer|repl(?:y|ies)|respon[ds]|message|output|summar|completion|instruc|indicaci|prompt|rules|reglas|guideline|direct(?:ion|ive|riz)|command|constraint|órdenes|(?:ignore|disregard|forget|override|bypass|overlook|olvid|descart)|(?<!\\p{L})a\\.?i(?!\\p{L})|llm|model|chat ?bot|gpt|assistant|asistente|jailbroken|unrestricted|crawler|(?<!\\p{L})dan(?!\\p{L})|<\\||inst\\]|<<|#{2}|^(?:system|user|human)\\s*:|poem|haiku|story|essay|speech|song|joke|limerick|script|python|sql|code|translate|paraphrase|classify|sentiment";
/** Where one of these stands in a block that has been let in, its sentence is read as well. */
const WORDS_BESIDE = "|follow|bypass|overlook|bot|asks?|asked|queries|enquires|about|requests";
const MAY_ORDER = new RegExp(WORDS_OF_ORDERS, "iu");
const SENTENCE_MAY_ORDER = new RegExp(WORDS_OF_ORDERS + WORDS_BESIDE, "iu");
/** The same for small plain letters, several times as fast. */
const plainly = (words: string) => new RegExp(words.replaceAll("\\p{L}", "[a-z]"));
const PLAIN = /^[\n -~]*$/;
const PLAIN_MAY_ORDER = plainly(WORDS_OF_ORDERS);
const PLAIN_SENTENCE_MAY_ORDER = plainly(WORDS_OF_ORDERS + WORDS_BESIDE);

/** Longest text read; safe 2,000 to 20,000. Bounds the work on a block that is no block. */
const MAX_LENGTH = 10_000;

/** @returns whether any sentence of a block is an order to a language model */
export function instructsModel(text: string, language = "en"): boolean {
  const read = text.slice(0, MAX_LENGTH);
  const small = PLAIN.test(read) ? read.toLowerCase() : undefined;
  if (!(small === undefined ? MAY_ORDER.test(read) : PLAIN_MAY_ORDER.test(small))) return false;
  return splitSentences(read, language).some(({ start, end }) => {
    const sentence = read.slice(start, end).replace(OPENING, "");
    const maySay =
      small === undefined
        ? SENTENCE_MAY_ORDER.test(sentence)
        : PLAIN_SENTENCE_MAY_ORDER.test(small.slice(start, end).replace(OPENING, ""));
    if (!maySay) return false;
    return ORDERS.some(
      (order, i) => order.test(sentence) && !(i < ABOUT_REPLIES && A_BODYS_RESPONSE.test(sentence)),
    );
  });
}

const OPENING = /^["'“‘(*\s-]+/u;

/** How many of the first orders speak of a reply, which may also be a body's. */
const ABOUT_REPLIES = 2;
