/** A tidy question enters; the question as a patient might type it leaves: other words, chatter around it, typing errors. */

import { tokenise } from "@/lib/search-index/embeddings/tokenise";
import { STOP_WORDS } from "./bm25";
import type { Message } from "./data";
import { LAY_TERMS } from "./lay";
import { countWords, sentences } from "./passages";
import { AFTER, ASKED, BEFORE } from "./phrases";
import type { Random } from "./random";

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

const LAY_WORDS = new RegExp(
  `\\b(?:${LAY_TERMS.map(({ clinical }) => clinical)
    .sort((a, b) => b.length - a.length)
    .join("|")})\\b`,
  "gi",
);
const LAY_OF = new Map(LAY_TERMS.map(({ clinical, lay }) => [clinical, lay]));

/** Puts some clinical words of a text into lay ones. */
export function inLayWords(text: string, share: number, random: Random): string {
  return text.replace(LAY_WORDS, (found) => {
    const lay = LAY_OF.get(found.toLowerCase());
    return lay && random.chance(share) ? random.pick(lay) : found;
  });
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
  const form = random.chance(0.25);
  if (form) parts.push("SUBJECT:", random.chance(0.5) ? question : remark(), "MESSAGE:");
  if (random.chance(0.4)) parts.push(random.pick(BEFORE));
  for (let n = random.below(4); n > 0; n--) parts.push(remark());
  parts.push(question);
  for (let n = random.below(4); n > 0; n--) parts.push(remark());
  if (random.chance(0.4)) parts.push(random.pick(AFTER));
  return parts.join(". ");
}
