/** What enters: the corpus's files as text. What leaves: every finding of every rule and a line of measures for each document. */

import type { FrontMatter } from "@/lib/ingest/front-matter";
import { checkAsked } from "./asked";
import { checkCopied, indexRuns } from "./copied";
import { checkDirectives } from "./directives";
import { type ParsedDocument, parseDocument } from "./document";
import { checkDoses } from "./doses";
import { checkFrontMatter, checkUniqueSlugs } from "./front-matter";
import { checkLinks } from "./links";
import { checkPercentages } from "./percentages";
import type { Problem } from "./problem";
import { checkReadability, measure, type Readability } from "./readability";
import { sentencesOf } from "./sentences";
import { checkTerms } from "./terms";

export interface CorpusFiles {
  /** Documents, path to text. */
  readonly documents: ReadonlyMap<string, string>;
  /** Says whether a figure's path exists. */
  readonly exists: (file: string) => boolean;
  /** Texts from which nothing may be copied. */
  readonly guardedTexts: readonly string[];
  /** Day of the check, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface CheckedDocument {
  readonly file: string;
  readonly language: string;
  readonly measured: Readability;
}

export interface CorpusReport {
  readonly problems: readonly Problem[];
  readonly documents: readonly CheckedDocument[];
}

/** Slugs of documents whose length is not limited: a glossary grows with its terms. */
const ANY_LENGTH = /^(?:glossary|glosario)$/u;

/**
 * Runs every rule over a corpus.
 *
 * @param files the corpus and what surrounds it
 * @returns findings in the order of files and lines, and measures of each document
 */
export function checkCorpus(files: CorpusFiles): CorpusReport {
  const parsed = new Map(
    [...files.documents].map(([file, raw]): [string, ParsedDocument] => [
      file,
      parseDocument(file, raw),
    ]),
  );
  const guarded = indexRuns(files.guardedTexts);
  const problems: Problem[] = [];
  const documents: CheckedDocument[] = [];
  const named: { document: ParsedDocument; fields: FrontMatter }[] = [];
  const terms = glossaryTerms(parsed);

  for (const document of parsed.values()) {
    const { fields, problems: found } = checkFrontMatter(document, files.today);
    if (fields) named.push({ document, fields });
    const language = fields?.language ?? "en";
    const sentences = sentencesOf(document.blocks, language);
    const measured = measure(sentences, language);
    documents.push({ file: document.file, language, measured });
    problems.push(
      ...found,
      ...(fields ? checkAsked(document, fields) : []),
      ...checkReadability(document, measured, ANY_LENGTH.test(fields?.slug ?? "")),
      ...checkPercentages(document, sentences),
      ...checkDoses(document, sentences),
      ...checkDirectives(document, sentences, language),
      ...checkLinks(document, parsed, files.exists),
      ...checkCopied(document, sentences, guarded),
      ...checkTerms(document, sentences, terms.get(language) ?? []),
    );
  }
  problems.push(...checkUniqueSlugs(named));
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { problems, documents };
}

function glossaryTerms(parsed: ReadonlyMap<string, ParsedDocument>): Map<string, string[]> {
  const terms = new Map<string, string[]>();
  for (const document of parsed.values()) {
    const language = /(?:^|\/)glosario\.md$/u.test(document.file)
      ? "es"
      : /(?:^|\/)glossary\.md$/u.test(document.file)
        ? "en"
        : undefined;
    if (language)
      terms.set(
        language,
        document.headings.filter((heading) => heading.depth === 2).map((heading) => heading.text),
      );
  }
  return terms;
}
