/**
 * What was found for one question in; up to three next questions that the index can answer out.
 */
import type { Retrieved } from "@/lib/retrieve/retrieve";
import type { Library } from "./answer";

const MOST_FOLLOW_UPS = 3;
/** Headings tried before giving up: each costs one retrieval. */
const MOST_TRIED = 8;

const asQuestion = (heading: string, language: "en" | "es") => {
  if (/[?？]\s*$/.test(heading)) return heading;
  return language === "es"
    ? `¿Qué conviene saber sobre «${heading}»?`
    : `What should I know about “${heading}”?`;
};

/**
 * Headings of the documents that answered, nearest first, which were not used in this answer.
 * Each is asked of the index before it is offered.
 */
export async function followUps(
  found: Retrieved,
  { retriever, index }: Library,
  language: "en" | "es",
): Promise<string[]> {
  const [best] = found.passages;
  if (!best) return [];
  const used = new Set(found.passages.slice(0, 2).map(({ chunk }) => chunk.headingPath.at(-1)));
  const headings = new Set<string>();
  for (const { chunk } of found.passages.slice(1)) {
    const heading = chunk.headingPath.at(-1);
    if (heading && !used.has(heading) && chunk.language === best.chunk.language)
      headings.add(heading);
  }
  for (const { headingPath } of index.chunksOf(best.document.id)) {
    const heading = headingPath.at(-1);
    if (heading && !used.has(heading)) headings.add(heading);
  }
  const offered: string[] = [];
  for (const heading of [...headings].slice(0, MOST_TRIED)) {
    if (offered.length === MOST_FOLLOW_UPS) break;
    const question = asQuestion(heading, language);
    const { answerable } = await retriever.retrieve(question, { language });
    if (answerable) offered.push(question);
  }
  return offered;
}
