/**
 * Any outgoing text goes in; the amounts of medicines in it, or the text without them, come out.
 *
 * A dose is an amount of a medicine to take, with or without how often (GUARD). A laboratory value, a
 * threshold, a percentage, a length of time and a count of people are not. One pass over the words:
 * a number, perhaps a range, then a unit or a form, judged by the words around it. Linear time.
 */
import type { Span } from "@/lib/content";
import { amount } from "./dose/amount";
import { frequency } from "./dose/frequency";
import { labelled, spoonful } from "./dose/labelled";
import { mayBegin, mayHoldDose } from "./dose/may-hold";
import { isNumber, Statement } from "./dose/statement";
import { tableDoses } from "./dose/table";

/** Amounts in running text. */
function spokenDoses(text: string): Span[] {
  if (!mayHoldDose(text)) return [];
  const of = new Statement(text);
  const spans: Span[] = [];
  for (let index = 0; index < of.length; ) {
    if (!mayBegin(of.word(index))) {
      index += 1;
      continue;
    }
    let found = frequency(of, index);
    if (found.next === index)
      found = isNumber(of.word(index)) ? amount(of, index) : labelled(of, index);
    if (found.next === index) found = spoonful(of, index);
    const span = found.dose && of.span(...found.dose);
    if (span) spans.push(span);
    index = Math.max(index + 1, found.next);
  }
  return spans;
}

/**
 * Finds every amount of a medicine.
 *
 * @param text any outgoing text, English or Spanish
 * @returns ranges of the text in UTF-16 code units, in order of their beginning
 */
export function findDoses(text: string): Span[] {
  return [...spokenDoses(text), ...tableDoses(text)].sort((a, b) => a.start - b.start);
}

/**
 * Says whether a text states an amount of a medicine.
 *
 * @param text any outgoing text, English or Spanish
 * @returns false for laboratory values, thresholds, percentages, durations and counts
 */
export function containsDose(text: string): boolean {
  return findDoses(text).length > 0;
}

/** A sentence or a row with the space that follows it. */
const SENTENCES = /[^\n.!?]*(?:[.!?](?!\s|$)[^\n.!?]*)*(?:[.!?]+["')\]]*\s*|\n\s*|$)/gu;

/**
 * Drops every sentence or row that states an amount of a medicine.
 *
 * @param text any outgoing text
 * @returns what is left, trimmed; empty when nothing is; linear in the length
 */
export function withoutDoses(text: string): string {
  const spans = findDoses(text);
  if (spans.length === 0) return text;
  let kept = "";
  let next = 0;
  for (const match of text.matchAll(SENTENCES)) {
    if (match[0] === "") break;
    const start = match.index;
    const end = start + match[0].length;
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next += 1;
    let hit = false;
    for (let at = next; at < spans.length && (spans[at]?.start ?? end) < end; at += 1)
      hit = hit || (spans[at]?.end ?? 0) > start;
    if (!hit) kept += match[0];
  }
  return kept.trim();
}
