/** An example and others of its fold go in; the same request told differently comes out. */
import type { Example } from "./examples";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Slips of the pen: a letter dropped, doubled, swapped or mistaken, in about one word of eight. */
export function misspell(text: string, random: () => number): string {
  return text.replace(/\p{L}{4,}/gu, (word) => {
    if (random() > 0.13) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const kind = random();
    if (kind < 0.3) return word.slice(0, at) + word.slice(at + 1);
    if (kind < 0.5) return word.slice(0, at) + word[at] + word.slice(at);
    if (kind < 0.8) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    return word.slice(0, at) + pick([...LETTERS], random) + word.slice(at + 1);
  });
}

const OPENINGS = [
  "Hello,",
  "Hi there, hope you can help.",
  "SUBJECT: question\nMESSAGE:",
  "Good morning, thank you for this site.",
  "hi",
  "Dear sir or madam,",
  "hola buenas tardes,",
  "sorry for the long message.",
];
const CLOSINGS = [
  "Thank you.",
  "Thanks so much for your time, [NAME]",
  "thx",
  "Please help.",
  "I look forward to your reply. Kind regards",
  "gracias de antemano",
  "Any information would be appreciated.",
  "pls answer",
];

/**
 * One new telling.
 *
 * @param example whose label stays true
 * @param harmless education examples of the same fold: put beside a request they do not change what it is
 * @param random seeded
 */
export function retell(
  example: Example,
  harmless: readonly Example[],
  random: () => number,
): Example {
  let { q } = example;
  const spanish = /[¿ñ]|\b(?:que|para|mi|el)\b/iu.test(q);
  if (random() < 0.45) q = misspell(q, random);
  if (random() < 0.35) q = q.replace(/[?.!,¿¡]+/gu, random() < 0.5 ? "" : " ").toLowerCase();
  const kind = random();
  if (kind < 0.3 && harmless.length > 0) {
    const other = pick(harmless, random).q;
    q = random() < 0.5 ? `${other} ${q}` : `${q}. ${other}`;
  } else if (kind < 0.75 && !spanish) {
    if (random() < 0.7) q = `${pick(OPENINGS, random)} ${q}`;
    if (random() < 0.7) q = `${q} ${pick(CLOSINGS, random)}`;
  }
  return { ...example, q };
}
