/**
 * Passages in the order they are used in; numbered sources out, one number a document section.
 */
import { type Passage, sectionOf } from "@/lib/content";
import type { AnswerSource } from "./events";

/** Where a passage opens in the library, highlighted. Relative to this site. */
export function passageUrl(documentId: string, start: number, end: number): string {
  return `/sources/${encodeURIComponent(documentId)}?cite=${start}-${end}#cited`;
}

const sectionKey = ({ chunk, document }: Passage) =>
  JSON.stringify([document.id, ...chunk.headingPath]);

/** Pieces of one section in reading order; a gap between them is shown as one. */
function quote(parts: readonly Passage[]): string {
  let text = "";
  let end: number | undefined;
  for (const { chunk, document } of parts) {
    const between = end === undefined ? "" : document.text.slice(end, chunk.start);
    text +=
      end === undefined
        ? chunk.text
        : `${/^\s*$/.test(between) ? "\n\n" : "\n\n[…]\n\n"}${chunk.text}`;
    end = chunk.end;
  }
  return text;
}

/** Hands out citation numbers for one answer. */
export class Citations {
  readonly #sources = new Map<string, AnswerSource>();
  readonly #sections = new Map<string, Passage[]>();

  /** @param passages all that may be cited: a source quotes every piece of its section among them */
  constructor(passages: readonly Passage[] = []) {
    for (const passage of passages) {
      const key = sectionKey(passage);
      this.#sections.set(key, [...(this.#sections.get(key) ?? []), passage]);
    }
  }

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
    const parts = [...(this.#sections.get(key) ?? [passage])].sort(
      (a, b) => a.chunk.start - b.chunk.start,
    );
    const start = Math.min(...parts.map((part) => part.chunk.start));
    const end = Math.max(...parts.map((part) => part.chunk.end));
    const source: AnswerSource = {
      id: this.#sources.size + 1,
      documentId: document.id,
      title: document.title,
      section: sectionOf(chunk, document),
      passage: quote(parts),
      language: chunk.language,
      url: passageUrl(document.id, start, end),
      publisher: document.author ?? undefined,
      lastReviewed: document.lastReviewed ?? undefined,
    };
    this.#sources.set(key, source);
    return { source, isNew: true };
  }
}
