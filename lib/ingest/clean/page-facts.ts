/** Lines taken off a page in; the author, reviewer and dates that they state out. */
import type { DocumentMeta } from "@/lib/content";
import type { Removed } from "@/lib/ingest/load/loaded";

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  ene: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  abr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  ago: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  dic: 12,
};

/**
 * Reads a date written for people. All-number dates are read only when they cannot be mistaken:
 * 3/4/2026 is April in one country and March in another.
 *
 * @returns `YYYY-MM-DD`, or null when there is no full date
 */
export function printedDate(text: string): string | null {
  const iso = /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/u.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|º)?\.?\s+(?:de\s+|of\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+)?((?:19|20)\d{2})/u.exec(
      text,
    );
  if (dayFirst) return valid(Number(dayFirst[3]), month(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})/u.exec(
    text,
  );
  if (monthFirst) return valid(Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2]));
  const numbers = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})(?!\d)/u.exec(text);
  if (!numbers) return null;
  const [a, b, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
  if (a > 12) return valid(year, b, a);
  if (b > 12) return valid(year, a, b);
  return a === b ? valid(year, a, b) : null;
}

const month = (name = "") => MONTHS[name.toLowerCase().slice(0, 3)] ?? 0;

function valid(year: number, monthNumber: number, day: number): string | null {
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  const same = date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === day;
  return monthNumber > 0 && same ? date.toISOString().slice(0, 10) : null;
}

const PERSON =
  /^(?:medically |clinically |expert )?(written|authored|reviewed|fact[- ]checked)? ?(?:by:?) ((?:Dr\.? |Prof\.? )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:, (?:MD|DO|PhD|RN|NP|PA(?:-C)?|MPH|MSc|BSc|FRCP|FACS|MBBS|PharmD|RDN?|LD)(?!\p{L}))*)/iu;

/**
 * @param removed what cleaning took off; only author boxes and footers are read
 * @returns fields to be marked as inferred
 */
export function pageFacts(removed: readonly Removed[]): Partial<DocumentMeta> {
  const facts: Partial<DocumentMeta> = {};
  for (const { reason, text } of removed) {
    if (reason !== "author box" && reason !== "footer") continue;
    const person = PERSON.exec(text);
    if (person?.[2] && /^\p{Lu}/u.test(person[2])) {
      const role = person[1]?.toLowerCase() ?? "";
      if (role === "reviewed") facts.reviewer ??= person[2];
      else if (role === "" || role === "written" || role === "authored") facts.author ??= person[2];
    }
    const date = printedDate(text);
    if (!date) continue;
    if (/next review|review due/iu.test(text)) facts.nextReviewDue ??= date;
    else if (/review|revis/iu.test(text)) facts.lastReviewed ??= date;
    else if (/publish|posted|publicado/iu.test(text)) facts.published ??= date;
  }
  return facts;
}
