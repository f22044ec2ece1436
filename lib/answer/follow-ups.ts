/**
 * What was found for one question in; up to three next questions that the index can answer out.
 */
import type { Chunk, Document } from "@/lib/content";
import type { Retrieved } from "@/lib/retrieve/retrieve";
import type { SearchIndex } from "@/lib/search-index/search-index";
import type { Citations } from "./cite";
import { meaningTerms } from "./synonyms";
import type { Library, Situation } from "./turn";

const MOST_FOLLOW_UPS = 3;
/** Headings tried before giving up: each costs one retrieval, once an index. Safe 4 to 12. */
const MOST_TRIED = 8;
/** Where the section must come among what its own question finds. Safe 1 to 3. */
const AMONG_FIRST = 3;
/** Headings that say only what kind of section it is; the document's title says of what. */
const SECTION_NAMES: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:symptoms?|signs and symptoms)$/i,
    "What are the symptoms of {title}?",
    "¿Cuáles son los síntomas de {title}?",
  ],
  [/^(?:causes?)$/i, "What causes {title}?", "¿Qué causa {title}?"],
  [/^(?:treatments?|management)$/i, "How is {title} treated?", "¿Cómo se trata {title}?"],
  [
    /^(?:diagnosis|exams and tests|tests)$/i,
    "How is {title} diagnosed?",
    "¿Cómo se diagnostica {title}?",
  ],
  [/^(?:prevention)$/i, "How can {title} be prevented?", "¿Cómo se previene {title}?"],
  [
    /^(?:outlook|prognosis|outlook \(prognosis\))$/i,
    "What is the outlook for {title}?",
    "¿Qué pronóstico tiene {title}?",
  ],
  [
    /^(?:side effects|possible complications|complications)$/i,
    "What are the {heading} of {title}?",
    "¿Cuáles son las complicaciones de {title}?",
  ],
];
/** Sections that answer nothing. */
const NOT_ASKED =
  /^(?:overview|introduction|summary|references?|sources?|further reading|glossary|contents|about (?:this|us)|notes?|fundamentals|intermediate|academic|reflection|resumen|glosario|introducción|fuentes)$/iu;

/** A section's heading as a question a patient might ask; undefined when it makes none. */
export function asQuestion(chunk: Chunk, document: Document): string | undefined {
  const heading = chunk.headingPath.at(-1)?.trim();
  if (!heading || NOT_ASKED.test(heading)) return undefined;
  const spanish = chunk.language.startsWith("es");
  // "How do hormones act on cells? Androgen and estrogen receptors" asks first and names after.
  const asked =
    /^(?:[¿]|what|how|why|when|where|which|who|can|do|does|did|is|are|was|will|should)\b.*?[?？]/iu.exec(
      heading,
    )?.[0];
  if (asked) return asked;
  if (/[?？]$/.test(heading)) return heading;
  const title = document.title.replace(/^([A-Z])(?=[a-z])/, (letter) => letter.toLowerCase());
  for (const [name, english, inSpanish] of SECTION_NAMES)
    if (name.test(heading))
      return (spanish ? inSpanish : english)
        .replace("{title}", title)
        .replace("{heading}", heading.toLowerCase());
  const defined = definition(chunk, heading);
  if (defined)
    return spanish
      ? `¿Qué significa «${heading}»?`
      : `What ${defined.verb} ${defined.article}${inSentence(heading, document)}?`;
  return spanish
    ? `¿Qué conviene saber sobre «${heading}»?`
    : `What should I know about “${heading}”?`;
}

/** A name in the middle of a sentence keeps its capital only when the text writes it with one. */
function inSentence(heading: string, { text }: Document): string {
  const lower = (heading[0] ?? "").toLowerCase() + heading.slice(1);
  return text.includes(lower) ? lower : heading;
}

/** "is" or "are", and the article, when the section opens by saying what its heading is; undefined when it does not. */
function definition(
  { text }: Chunk,
  heading: string,
): { verb: "is" | "are"; article: string } | undefined {
  const name = heading
    .replace(/\s*\(.*?\)\s*/g, " ")
    .trim()
    .toLowerCase();
  const opening = text.slice(0, name.length + 60).toLowerCase();
  const article = /^(?:the |an? )?/.exec(opening)?.[0] ?? "";
  const found = article.length;
  if (!opening.startsWith(name, found)) return undefined;
  const verb = /\b(is|are|means?|refers?|describes?|denotes?|stands?)\b/.exec(
    opening.slice(found + name.length),
  )?.[1];
  if (!verb) return undefined;
  return { verb: verb === "are" || (verb !== "is" && !/s$/.test(verb)) ? "are" : "is", article };
}

/** Whether an index answers its own headings: asked once, kept as long as the index is. */
const answerable = new WeakMap<SearchIndex, Map<string, boolean>>();

async function isAnswered(
  chunk: Chunk,
  question: string,
  { index, retriever }: Library,
): Promise<boolean> {
  const known = answerable.get(index) ?? new Map<string, boolean>();
  answerable.set(index, known);
  const key = `${chunk.documentId} ${chunk.headingPath.join(" ")}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = await retriever.retrieve(question, { language: chunk.language });
  const heading = chunk.headingPath.at(-1);
  const answered =
    found.answerable &&
    found.passages
      .slice(0, AMONG_FIRST)
      .some(
        (passage) =>
          passage.chunk.headingPath.at(-1) === heading && passage.document.id === chunk.documentId,
      );
  known.set(key, answered);
  return answered;
}

/**
 * Sections beside the answer: those also found, then the neighbours in its document, nearest first.
 * In the reader's language where something was found in it.
 */
function candidates(
  { passages }: Retrieved,
  index: SearchIndex,
  citations: Citations,
  language: string,
): Chunk[] {
  const best = passages.find(({ chunk }) => chunk.language.startsWith(language)) ?? passages[0];
  if (!best) return [];
  const isUsed = (chunk: Chunk) =>
    citations.cited({
      ...best,
      chunk,
      document: index.documents.get(chunk.documentId) ?? best.document,
    });
  const neighbours = [...index.chunksOf(best.document.id)].sort(
    (a, b) => Math.abs(a.ordinal - best.chunk.ordinal) - Math.abs(b.ordinal - best.chunk.ordinal),
  );
  const chosen = new Map<string, Chunk>();
  for (const chunk of [...passages.map((passage) => passage.chunk), ...neighbours]) {
    const heading = chunk.headingPath.at(-1);
    if (heading && !isUsed(chunk) && !chosen.has(heading) && chunk.language === best.chunk.language)
      chosen.set(heading, chunk);
  }
  return [...chosen.values()];
}

/** Each is allowed by the guard, answered by the index, and not asked before in this conversation. */
export async function followUps(
  found: Retrieved,
  { request, services, decision }: Situation,
  library: Library,
  citations: Citations,
): Promise<string[]> {
  const key = (question: string) =>
    [...new Set(meaningTerms(question, decision.replyLanguage))].sort().join(" ");
  const asked = new Set(
    [request.question, found.query, ...request.history.map(({ text }) => text)].map(key),
  );
  const about = new Set(meaningTerms(found.query, decision.replyLanguage));
  // A neighbour by the alphabet, as in a glossary, is no neighbour.
  const isNear = (chunk: Chunk) =>
    meaningTerms(`${chunk.headingPath.at(-1)} ${chunk.text}`, chunk.language).some((term) =>
      about.has(term),
    );
  const offered: string[] = [];
  let tried = 0;
  for (const chunk of candidates(found, library.index, citations, decision.replyLanguage)) {
    if (offered.length === MOST_FOLLOW_UPS || tried === MOST_TRIED) break;
    const document = library.index.documents.get(chunk.documentId);
    if (!isNear(chunk)) continue;
    const question = document && asQuestion(chunk, document);
    if (!question || asked.has(key(question))) continue;
    tried += 1;
    if (services.guard.decide(question, []).action !== "allow") continue;
    if (!(await isAnswered(chunk, question, library))) continue;
    asked.add(key(question));
    offered.push(question);
  }
  return offered;
}
