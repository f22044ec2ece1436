/** What enters: a document and the glossary's terms. What leaves: a warning for each specialist term used without an explanation. */

import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";
import type { Sentence } from "./sentences";

/** Slugs of the glossaries; a document that links to one has explained every term of it. */
const GLOSSARY = /(?:^|\/)(?:glossary|glosario)\.md(?:#|$)/u;
/** Words that stand between a term and its meaning. */
const EXPLAINS =
  /\(|,\s(?:a|an|the|or|which|called|el|la|un|una|o)\s|\b(?:is|are|means|called|named|es|son|significa|llamad[oa]s?)\b|:/iu;

/**
 * Looks for glossary terms that a document uses but neither explains at first use nor links to the glossary.
 *
 * @param document the parsed document
 * @param sentences its sentences
 * @param terms headings of the glossary
 * @returns warnings
 */
export function checkTerms(
  document: ParsedDocument,
  sentences: readonly Sentence[],
  terms: readonly string[],
): Problem[] {
  if (
    GLOSSARY.test(document.file) ||
    document.references.some((reference) => GLOSSARY.test(reference.target))
  )
    return [];
  return terms.flatMap((term): Problem[] => {
    const name = term.replace(/\s*\(.*\)$/u, "");
    const pattern = new RegExp(
      `(?<![\\p{L}\\d])${name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?![\\p{L}\\d])`,
      "iu",
    );
    const first = sentences.find((sentence) => pattern.test(sentence.text));
    if (!first || EXPLAINS.test(first.text)) return [];
    return [
      {
        file: document.file,
        line: first.line,
        rule: "term",
        what: `"${name}" is used without an explanation`,
        fix: "explain it in brackets at first use, or link to the glossary",
        level: "warning",
      },
    ];
  });
}
