/** A tidy question enters; the question as a patient might type it leaves: other words, chatter around it, typing errors. */

import { tokenise } from "@/lib/search-index/embeddings/tokenise";
import { STOP_WORDS } from "./bm25";
import type { Message } from "./data";
import { countWords, sentences } from "./passages";
import type { Random } from "./random";

/** How patients ask for each kind of fact; $ is the topic. Our own wording. */
const ASKED: Record<string, readonly string[]> = {
  information: [
    "what is $",
    "$",
    "tell me about $",
    "I want to learn about $",
    "can you explain $ to me",
    "my doctor said $, what does that mean",
    "diagnosed with $",
  ],
  symptoms: [
    "signs of $",
    "how do i know if i have $",
    "what does $ feel like",
    "$ symptoms",
    "could this be $",
    "how can you tell it is $",
    "warning signs $",
  ],
  treatment: [
    "how do you treat $",
    "is there a cure for $",
    "how to get rid of $",
    "what helps $",
    "medicine for $",
    "what can be done about $",
    "$ remedies",
    "can $ be cured",
    "best treatment for $",
    "therapy for $",
  ],
  causes: [
    "why do people get $",
    "what causes $",
    "where does $ come from",
    "how did i get $",
    "reason for $",
    "what brings on $",
  ],
  "exams and tests": [
    "test for $",
    "how is $ diagnosed",
    "how do they check for $",
    "do i need a scan or blood test for $",
    "how do doctors find out if it is $",
  ],
  outlook: [
    "life expectancy with $",
    "will i get better from $",
    "how long does $ last",
    "prognosis of $",
    "does $ go away",
    "what happens to people with $",
    "is $ fatal",
  ],
  susceptibility: [
    "who gets $",
    "am i at risk for $",
    "chances of getting $",
    "who is likely to have $",
  ],
  prevention: [
    "how to avoid $",
    "how can i prevent $",
    "can $ be prevented",
    "keep from getting $",
    "stop $ coming back",
  ],
  inheritance: [
    "is $ hereditary",
    "does $ run in families",
    "will my children get $",
    "can $ be passed down",
    "my mother has $ will i get it",
  ],
  frequency: ["how common is $", "how rare is $", "how many people have $"],
  "genetic changes": [
    "what gene causes $",
    "genetics of $",
    "gene mutation for $",
    "dna test $ gene",
  ],
  research: ["any new research on $", "clinical trials for $", "latest studies about $"],
  considerations: [
    "what should i eat with $",
    "living with $",
    "diet for $",
    "daily life with $",
    "what can i do about $",
  ],
  complications: [
    "complications of $",
    "what can $ lead to",
    "problems caused by $",
    "is $ dangerous",
  ],
  stages: ["stages of $", "how far along is $", "what stage $"],
};

const BEFORE = [
  "hi",
  "hello",
  "hi there",
  "good morning",
  "dear sir or madam",
  "please help",
  "please help me",
  "i need some information",
  "i have a question",
  "subject question",
  "to whom it may concern",
  "i was wondering",
  "i would like to know",
  "can you tell me",
  "could you please tell me",
  "i am a 45 year old woman",
  "i am a 62 year old man",
  "my mother is 70 years old",
  "my son is 8 years old",
  "my husband has been having problems",
  "question for you",
  "just curious",
  "sorry if this is a silly question",
  "so my doctor is not much help",
];
const AFTER = [
  "thank you",
  "thanks",
  "thank you very much",
  "thanks in advance",
  "please reply",
  "please advise",
  "i am very worried",
  "waiting for your answer",
  "what should i do",
  "any help would be appreciated",
  "god bless",
  "please send me information",
  "my doctor does not know",
  "i live in ohio",
  "where can i find more information",
  "kindly let me know",
  "i really need help",
];

/** Letters next to each other on a keyboard, for slips. */
const NEXT_TO: Record<string, string> = {
  a: "sq",
  b: "vn",
  c: "xv",
  d: "sf",
  e: "wr",
  f: "dg",
  g: "fh",
  h: "gj",
  i: "uo",
  j: "hk",
  k: "jl",
  l: "k",
  m: "n",
  n: "bm",
  o: "ip",
  p: "o",
  q: "wa",
  r: "et",
  s: "ad",
  t: "ry",
  u: "yi",
  v: "cb",
  w: "qe",
  x: "zc",
  y: "tu",
  z: "x",
};
/** Spellings that sound alike. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ["ph", "f"],
  ["ae", "e"],
  ["oe", "e"],
  ["y", "i"],
  ["c", "k"],
  ["ie", "ei"],
  ["rrh", "r"],
  ["s", "z"],
  ["ea", "ee"],
  ["th", "t"],
  ["x", "ks"],
  ["ough", "off"],
  ["ch", "k"],
  ["ll", "l"],
  ["ss", "s"],
  ["tt", "t"],
  ["mm", "m"],
  ["nn", "n"],
  ["rr", "r"],
  ["a", "e"],
  ["i", "e"],
  ["o", "a"],
];

/** One typing or spelling error in a word of four letters or more; shorter words and numbers are left alone. */
export function misspell(word: string, random: Random): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const at = 1 + random.below(word.length - 1);
  const letter = word[at] as string;
  const rest = word.slice(at + 1);
  const start = word.slice(0, at);
  switch (random.below(6)) {
    case 0:
      return start + rest;
    case 1:
      return start + letter + letter + rest;
    case 2:
      return rest === "" ? word : start + (rest[0] as string) + letter + rest.slice(1);
    case 3: {
      const near = NEXT_TO[letter];
      return near ? start + (near[random.below(near.length)] as string) + rest : word;
    }
    default: {
      const fitting = SOUNDS.filter(([from]) => word.indexOf(from, 1) > 0);
      if (fitting.length === 0) return start + rest;
      const [from, to] = random.pick(fitting);
      const found = word.indexOf(from, 1);
      return word.slice(0, found) + to + word.slice(found + from.length);
    }
  }
}

/** Misspells some words of a text. */
export function withTypos(text: string, share: number, random: Random): string {
  return text
    .split(" ")
    .map((word) => (random.chance(share) ? misspell(word, random) : word))
    .join(" ");
}

/** The question in a patient's words, if its kind is one we know; otherwise as it stands. */
export function reword(kind: string, topic: string, question: string, random: Random): string {
  const asked = ASKED[kind];
  return asked ? random.pick(asked).replace("$", () => topic) : question;
}

/** What people say around their question. */
export interface Chatter {
  /** Sentences without a medical word. */
  small: string[];
  /** Any sentence of a message, other illnesses included. */
  any: string[];
}

/**
 * Collects chatter from real messages.
 * @param medical words that make a sentence count as being about something
 */
export function collectChatter(messages: readonly Message[], medical: Set<string>): Chatter {
  const small: string[] = [];
  const any: string[] = [];
  for (const { chq } of messages) {
    for (const sentence of sentences(chq.replace(/\b(SUBJECT|MESSAGE):/g, "\n"))) {
      const words = countWords(sentence);
      if (words < 3 || words > 40) continue;
      any.push(sentence);
      const content = tokenise(sentence).filter((word) => !STOP_WORDS.has(word));
      if (!content.some((word) => medical.has(word))) small.push(sentence);
    }
  }
  return { small, any };
}

/** Puts greetings, stories and thanks around a question, sometimes with an unrelated medical aside. */
export function withChatter(question: string, chatter: Chatter, random: Random): string {
  const parts: string[] = [];
  const remark = (): string =>
    random.pick(random.chance(0.2) || chatter.small.length === 0 ? chatter.any : chatter.small);
  if (random.chance(0.4)) parts.push(random.pick(BEFORE));
  for (let n = random.below(3); n > 0; n--) parts.push(remark());
  parts.push(question);
  for (let n = random.below(3); n > 0; n--) parts.push(remark());
  if (random.chance(0.4)) parts.push(random.pick(AFTER));
  return parts.join(". ");
}
