import { blankDocument } from "@/lib/blank-document";
import type { Chunk, Document } from "@/lib/content";
import { memoryIndex, withManifest } from "@/lib/retrieve/memory-index";
import { createRetriever } from "@/lib/retrieve/retrieve";
import { tokenise } from "@/lib/search-index/embeddings/tokenise";

/** Each section of each document is one chunk. */
export type Library = Record<string, Record<string, string>>;

const DIMENSIONS = 64;

/** A bag of hashed words: enough meaning for tests, and no weights. */
export function embedWords(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  for (const word of tokenise(text)) {
    let hash = 7;
    for (const character of word) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
    vector[hash % DIMENSIONS] = (vector[hash % DIMENSIONS] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

export const embedder = { embedQuery: async (text: string) => embedWords(text) };

export function contentOf(library: Library, about: Partial<Document> = {}) {
  const documents: Document[] = [];
  const chunks: Chunk[] = [];
  for (const [title, sections] of Object.entries(library)) {
    const id = title.toLowerCase().replaceAll(" ", "-");
    let text = "";
    const own: Chunk[] = [];
    for (const [heading, body] of Object.entries(sections)) {
      const start = text.length;
      text += `${body}\n\n`;
      const [name = heading] = heading.split("#");
      own.push({
        id: `${id}/${heading}`,
        documentId: id,
        ordinal: own.length,
        headingPath: [name],
        text: body,
        start,
        end: start + body.length,
        language: about.language ?? "en",
        sentences: [{ start: 0, end: body.length, kind: "prose" }],
        tags: [],
        figures: [],
      });
    }
    chunks.push(...own);
    documents.push({
      ...blankDocument(id, text, { title, format: "markdown", origin: `${id}.md` }),
      ...about,
      text,
    });
  }
  const vectors = chunks.map((chunk) =>
    embedWords(`${chunk.documentId} ${chunk.headingPath.join(" ")} ${chunk.text}`),
  );
  return { documents, chunks, vectors };
}

export const medicines: Library = {
  Anastrozole: {
    "What does anastrozole do?":
      "Anastrozole blocks aromatase, an enzyme. It lowers the amount of estrogen in the body.",
    "Does anastrozole harm bone?":
      "Too little estrogen can make bones thinner. Long studies of anastrozole in men are lacking.",
  },
  Clomiphene: {
    "What does clomiphene do?":
      "Clomiphene blocks estrogen receptors in the brain, so the pituitary releases more LH and FSH.",
    "What are the side effects of clomiphene?":
      "Clomiphene can blur vision and change mood. Visual symptoms need a prompt check.",
  },
  Recovery: {
    "How long does recovery take?":
      "After testosterone stops, sperm recover over months. In most trials recovery took up to two years.",
    "What helps recovery?":
      "Sleep, a healthy weight and less stress help the testes make testosterone again.",
  },
};

export function retrieverOver(library: Library, about: Partial<Document> = {}, threshold = 0) {
  const index = memoryIndex(contentOf(library, about));
  return createRetriever(withManifest(index, { threshold }), embedder);
}
