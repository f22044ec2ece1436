/** A message enters; its terms leave with weights that say which of them the message is about. */

import { surfaceWords, termOf } from "@/lib/search-index/lexical";

/** What is known of a stem from health questions: how far it belongs to topics rather than to chatter, and how rare it is in passages. */
export type WordTable = Readonly<Record<string, readonly [topical: number, rarity: number]>>;

/** A logistic regression: the chance that an expert would keep a word when shortening the message to one question. */
export interface SalienceModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** A stem nobody saw is either a rare name or a slip: neither topical nor chatter by itself. */
export const UNKNOWN_RARITY = 9;
/** A first line of at most this many words is a subject line. Safe 6 to 20. */
const SUBJECT_WORDS = 12;
/** Words beyond this are not weighed: a longer text is not a question. Safe 400 to 2,000. */
const MOST_WORDS = 900;

const QUESTION_START =
  /^(?:and |so |but |also |please )*(?:what|how|why|when|where|who|which|is|are|can|could|do|does|did|should|would|will|may|has|have|tell me|i (?:want|need|would like|wonder)|que|como|por que|cuando|donde|cual|puede)\b/i;
/** Labels and blanked-out details that forms put into messages. */
const FORM_LABEL =
  /\b(?:subject|message|from|sent|to)\s*:|\[[A-Z]+\]|https?:\/\/\S+|\S{1,64}@\S{1,64}/gi;

/** Sentences of a message, forms' labels and addresses removed. */
export function messageSentences(message: string): string[] {
  return message
    .replace(FORM_LABEL, "\n")
    .split(/\n+|(?<=[.!?;])\s+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** A message of at most this many words is all question: what stands before it is its case. Safe 10 to 25. */
const ALL_QUESTION = 20;
/** Said around a question and no part of it. Our own list. */
const COURTESY =
  /^(?:hi|hello|hey|dear|good (?:morning|evening|day)|thanks?|thank you|sorry|please|many thanks|best|kind|regards|sincerely|hola|gracias)\b(?!.*\?)/i;

/**
 * The sentences of a message that ask, or all of it when none does or it is short.
 * @example questionOf("Hi, I am 41 and read much about gels … Can it harm the heart? Thanks!") // "Can it harm the heart?"
 */
export function questionOf(message: string): string {
  if (surfaceWords(message).length <= ALL_QUESTION) return message;
  const sentences = messageSentences(message).filter((sentence) => !COURTESY.test(sentence));
  const asking = sentences.filter(
    (sentence) => /\?["')\]]*$/.test(sentence) || QUESTION_START.test(sentence),
  );
  return asking.length > 0 ? asking.join(" ") : message;
}

/** Who said it is no part of what is asked. Our own list. */
const HEARSAY =
  /^(?:(?:so|but|and|well|my|a|the|some|one|our|this|mi|un|una|el|la)\s+){0,2}(?:[\p{L}'’-]{1,20}\s+){0,2}?(?:buddy|buddies|friend|friends|trainer|coach|mate|guy|guys|bro|brother|dad|mom|wife|husband|partner|coworker|colleague|doctor|doc|clinic|nurse|pharmacist|people|someone|somebody|everyone|they|websites?|internet|forums?|reddit|amigo|gente|m[eé]dico|entrenador|cl[ií]nica)\s+(?:always\s+|just\s+|keeps?\s+|me\s+)?(?:says?|said|saying|told me|tells me|swears?|claims?|reckons?|thinks?|insists?|dicen?|dijo|dijeron)\s+(?:that\s+|que\s+)?/iu;
/** A claim shorter than this is not one. Words. Safe 2 to 4. */
const SHORTEST_CLAIM = 3;

/**
 * A question without the words that say whose claim it is.
 * @example withoutHearsay("My gym buddy says sperm always come back. True?") // "sperm always come back. True?"
 */
export function withoutHearsay(question: string): string {
  const claim = question.trim().replace(HEARSAY, "");
  return surfaceWords(claim).length >= SHORTEST_CLAIM ? claim : question;
}

/** One distinct term of a message and what is known of its place in it. */
export interface MessageTerm {
  readonly term: string;
  /** The word as typed, folded. */
  readonly word: string;
  readonly features: readonly number[];
  readonly count: number;
}

/** Names the numbers of {@link MessageTerm.features}, in order. */
export const SALIENCE_FEATURES = [
  "topical",
  "rarity",
  "unknown",
  "subject",
  "question",
  "last",
  "repeats",
  "alone",
] as const;

/** A word the table lacks but the index or the medicine list holds: a name, and so a topic. */
const NAME = [2.5, UNKNOWN_RARITY] as const;
/** A word of at most three letters that nobody knows is a slip or an abbreviation of chatter. */
const SHORT_RARITY = 3;

/** How rare to take a word for that the table lacks. */
export function unknownRarity(word: string): number {
  return word.length <= 3 ? SHORT_RARITY : UNKNOWN_RARITY;
}

/**
 * The distinct terms of a message with the features the model weighs.
 * @param isName whether a word the table lacks is known to name something
 */
export function messageTerms(
  message: string,
  language: string,
  table: WordTable,
  isName: (term: string, word: string) => boolean = () => false,
): MessageTerm[] {
  const sentences = messageSentences(message);
  const found = new Map<
    string,
    { word: string; count: number; subject: number; question: number; last: number }
  >();
  let words = 0;
  sentences.forEach((sentence, at) => {
    const isQuestion = sentence.endsWith("?") || QUESTION_START.test(sentence) ? 1 : 0;
    const split = surfaceWords(sentence);
    const isSubject = at === 0 && split.length <= SUBJECT_WORDS ? 1 : 0;
    const isLast = at === sentences.length - 1 ? 1 : 0;
    for (const word of split) {
      if (words++ > MOST_WORDS) return;
      const term = termOf(word, language);
      if (!term) continue;
      const held = found.get(term);
      if (!held) {
        found.set(term, { word, count: 1, subject: isSubject, question: isQuestion, last: isLast });
        continue;
      }
      held.count++;
      held.subject = Math.max(held.subject, isSubject);
      held.question = Math.max(held.question, isQuestion);
      held.last = Math.max(held.last, isLast);
    }
  });
  // The fewer the terms, the likelier that each matters.
  const alone = 1 / Math.sqrt(Math.max(1, found.size));
  return [...found].map(([term, { word, count, subject, question, last }]) => {
    const isNamed = !table[term] && isName(term, word);
    const known = isNamed ? NAME : table[term];
    const [topical, rarity] = known ?? [0, unknownRarity(word)];
    return {
      term,
      word,
      count,
      features: [
        topical,
        rarity / UNKNOWN_RARITY,
        known ? 0 : 1,
        subject,
        question,
        last,
        Math.log(count),
        alone,
      ],
    };
  });
}

/** The model's chance, 0 to 1, that a term is what the message is about. */
export function salienceOf(term: MessageTerm, model: SalienceModel): number {
  let sum = model.bias;
  term.features.forEach((feature, i) => {
    sum += feature * (model.weights[i] ?? 0);
  });
  return 1 / (1 + Math.exp(-sum));
}
