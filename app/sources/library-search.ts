/**
 * Documents and a few words in; the documents that hold them, best first, with the sections, out.
 */
import type { Document } from "@/lib/content";

export interface LibraryMatch {
  readonly slug: string;
  /** Headings of sections that hold the words, in reading order. */
  readonly sections: readonly { readonly title: string; readonly anchor: string }[];
}

/** What a word is worth by where it stands; only their order matters. */
const WEIGHTS = { title: 8, topics: 6, headings: 4, summary: 3, text: 1 } as const;
/** A longer query is cut: characters, 50 to 500. */
const LONGEST_QUERY = 200;
const MOST_SECTIONS = 3;

/** Lower case and without accents, so that `clinica` finds `clínica`. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a query, without those that every document holds. */
export function queryWords(query: string): string[] {
  const words = fold(query.slice(0, LONGEST_QUERY)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = words.filter((word) => word.length > 2);
  return [...new Set(long.length > 0 ? long : words)];
}

function headingsOf(document: Document) {
  return document.blocks.filter(({ kind }) => kind === "heading");
}

type Places = Record<keyof typeof WEIGHTS, string>;

/** Folding a whole library takes longer than searching it: done once a document, while it is open. */
const folded = new WeakMap<Document, Places>();

function placesOf(document: Document): Places {
  const known = folded.get(document);
  if (known) return known;
  const headings = headingsOf(document).map(({ start, end }) => document.text.slice(start, end));
  const places: Places = {
    title: fold(document.title),
    topics: fold(document.topics.join("\n")),
    headings: fold(headings.join("\n")),
    summary: fold(document.summary ?? ""),
    text: fold(document.text),
  };
  folded.set(document, places);
  return places;
}

function score(document: Document, words: readonly string[]): number {
  const places = placesOf(document);
  let total = 0;
  for (const word of words) {
    let worth = 0;
    for (const [place, weight] of Object.entries(WEIGHTS))
      if (places[place as keyof typeof WEIGHTS].includes(word)) worth += weight;
    if (worth === 0) return 0;
    total += worth;
  }
  return total;
}

function sectionsWith(document: Document, words: readonly string[]): LibraryMatch["sections"] {
  const headings = headingsOf(document);
  return headings
    .map((heading, index) => {
      const end = headings[index + 1]?.start ?? document.text.length;
      const section = fold(document.text.slice(heading.start, end));
      const holds = words.every((word) => section.includes(word));
      const title = document.text.slice(heading.start, heading.end);
      return holds && heading.anchor ? { title, anchor: heading.anchor } : undefined;
    })
    .filter((section) => section !== undefined)
    .slice(0, MOST_SECTIONS);
}

/** Documents that hold every word of the query, best first. */
export function searchLibrary(documents: Iterable<Document>, query: string): LibraryMatch[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  return [...documents]
    .map((document) => ({ document, score: score(document, words) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.document.title.localeCompare(b.document.title))
    .map(({ document }) => ({ slug: document.slug, sections: sectionsWith(document, words) }));
}
