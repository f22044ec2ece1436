/**
 * Passages in the order they are used in; numbered sources out, one number a document section.
 */
import { type Passage, sectionOf } from "@/lib/content";
import type { AnswerSource } from "./events";

/** Where a passage opens in the library, highlighted. Relative to this site. */
export function passageUrl(passage: Passage): string {
  const { chunk } = passage;
  return `/sources/${encodeURIComponent(chunk.documentId)}?cite=${chunk.start}-${chunk.end}#cited`;
}

const sectionKey = ({ chunk, document }: Passage) =>
  JSON.stringify([document.id, ...chunk.headingPath]);

/** Hands out citation numbers for one answer. */
export class Citations {
  readonly #sources = new Map<string, AnswerSource>();

  /** The source of a passage whose section was cited, or undefined. */
  cited(passage: Passage): AnswerSource | undefined {
    return this.#sources.get(sectionKey(passage));
  }

  /** The passage's source and whether this is its first use. */
  cite(passage: Passage): { source: AnswerSource; isNew: boolean } {
    const { chunk, document } = passage;
    const key = sectionKey(passage);
    const known = this.#sources.get(key);
    if (known) return { source: known, isNew: false };
    const source: AnswerSource = {
      id: this.#sources.size + 1,
      documentId: document.id,
      title: document.title,
      section: sectionOf(chunk, document),
      passage: chunk.text,
      url: passageUrl(passage),
      publisher: document.author ?? undefined,
      lastReviewed: document.lastReviewed ?? undefined,
    };
    this.#sources.set(key, source);
    return { source, isNew: true };
  }
}
