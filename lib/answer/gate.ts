/**
 * One draft sentence in; whether a reader may see it out. Fails closed: what cannot be checked is dropped.
 */
import { containsDose } from "@/lib/guard/dose";
import { lexicalTerms } from "@/lib/search-index/lexical";
import type { DraftSentence, Verdict } from "./draft";

/** The share of a sentence's words that its passages must hold. 0.5 to 0.8; paraphrases fall below 0.9. */
const LEAST_SUPPORT = 0.6;

const NUMBER = /\d+(?:[.,]\d+)*/g;
const LINK = /https?:|www\.|<\/?[a-z]|!\[|\]\(/i;

const plainNumber = (text: string) => text.replace(/,(?=\d{3}\b)/g, "");

/** Judges one sentence against the passages it cites. */
export function gate(draft: DraftSentence): Verdict {
  if (draft.passages.length === 0) return { ok: false, reason: "no-citation" };
  if (containsDose(draft.text)) return { ok: false, reason: "dose" };
  const quoted = draft.passages.map((passage) => passage.chunk.text).join("\n");
  if (quoted.includes(draft.text)) return { ok: true };
  if (LINK.test(draft.text)) return { ok: false, reason: "link" };

  const known = new Set(plainNumber(quoted).match(NUMBER) ?? []);
  const numbers = plainNumber(draft.text).match(NUMBER) ?? [];
  if (numbers.some((number) => !known.has(number))) return { ok: false, reason: "number" };

  const language = draft.passages[0]?.chunk.language;
  const support = new Set(lexicalTerms(quoted, language));
  const terms = lexicalTerms(draft.text, language);
  if (terms.length === 0) return { ok: false, reason: "fragment" };
  const borne = terms.filter((term) => support.has(term)).length;
  return borne / terms.length >= LEAST_SUPPORT
    ? { ok: true }
    : { ok: false, reason: "unsupported" };
}
