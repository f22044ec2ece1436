/**
 * A question and its passages in; draft sentences lifted verbatim from the passages out, in reading order.
 */
import type { ChunkSentence, Passage } from "@/lib/content";
import { lexicalTerms } from "@/lib/search-index/lexical";
import type { DraftSentence, WriteRequest } from "./draft";

/** Sentences from the best passage. 2 to 5: fewer leaves things out, more is no longer an answer. */
const MOST_FROM_BEST = 3;
/** Sentences altogether. */
const MOST_SENTENCES = 5;
/** A further passage must score this share of the best one to be quoted. 0.5 to 0.95. */
const RUNNER_UP_SHARE = 0.8;
/** A sentence that shares more of its terms than this with what is already said adds nothing. */
const REDUNDANT_SHARE = 0.7;

interface Candidate {
  readonly passage: Passage;
  readonly sentence: ChunkSentence;
  readonly at: number;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly coverage: number;
}

const LEANS_ON_THE_ONE_BEFORE =
  /^(?:this|these|that|those|it|its|they|their|he|she|such|also|however|but|so|as a result|for (?:example|instance)|in (?:addition|contrast)|esto|este|esta|estos|estas|ello|ellos|ellas|su|sus|sin embargo|pero|así|además|por ejemplo)\b/iu;

function candidatesOf(passage: Passage, asked: ReadonlySet<string>, language: string): Candidate[] {
  const { chunk } = passage;
  return chunk.sentences.map((sentence, at) => {
    const text = chunk.text.slice(sentence.start, sentence.end).trim();
    const terms = new Set(lexicalTerms(text, language));
    const shared = [...asked].filter((term) => terms.has(term)).length;
    return { passage, sentence, at, text, terms, coverage: asked.size ? shared / asked.size : 0 };
  });
}

/** Favours what covers the question, then what stands first under its heading. */
const worth = (candidate: Candidate) => candidate.coverage + 0.25 / (1 + candidate.at);

function redundant(candidate: Candidate, said: ReadonlySet<string>): boolean {
  if (candidate.terms.size === 0) return true;
  const known = [...candidate.terms].filter((term) => said.has(term)).length;
  return known / candidate.terms.size > REDUNDANT_SHARE;
}

/** The run of sentences of one passage around its best one, with what it leans on. */
function bestRun(candidates: readonly Candidate[], most: number): Candidate[] {
  let best = 0;
  for (let at = 1; at < candidates.length; at += 1) {
    const here = candidates[at];
    const held = candidates[best];
    if (here && held && worth(here) > worth(held)) best = at;
  }
  let from = best;
  while (
    from > 0 &&
    best - from < most - 1 &&
    LEANS_ON_THE_ONE_BEFORE.test(candidates[from]?.text ?? "")
  )
    from -= 1;
  return candidates.slice(from, from + most);
}

/**
 * Writes an answer without a language model.
 * @returns at most five sentences, each citing the passage it was taken from
 */
export function extract(request: WriteRequest): DraftSentence[] {
  const asked = new Set(lexicalTerms(request.question, request.language));
  const [best] = request.passages;
  if (!best) return [];
  const usable = request.passages.filter(
    (passage) => passage === best || passage.score >= best.score * RUNNER_UP_SHARE,
  );
  const drafts: DraftSentence[] = [];
  const said = new Set<string>();
  for (const passage of usable) {
    const most = passage === best ? MOST_FROM_BEST : 1;
    for (const candidate of bestRun(candidatesOf(passage, asked, request.language), most)) {
      if (drafts.length >= MOST_SENTENCES) return drafts;
      if (passage !== best && redundant(candidate, said)) continue;
      for (const term of candidate.terms) said.add(term);
      const layout = candidate.sentence.kind === "prose" ? "prose" : "list-item";
      drafts.push({ text: candidate.text, layout, passages: [candidate.passage] });
    }
  }
  return drafts;
}
