/**
 * A finished turn in; a record to replay it from out, and back: what stood in the answer and why.
 *
 * A record holds ids, versions, ranges and counts. A model's sentences are in it, because nothing else
 * holds them; the question is not, unless the owner asked for it.
 */
import { z } from "zod";
import type { Passage } from "@/lib/content";
import type { SearchIndex } from "@/lib/search-index/search-index";
import { gate } from "./gate/gate";
import type { Trace, TracedSentence } from "./trace";

const Sentence = z.object({
  passages: z.array(z.string()),
  quoted: z.object({ start: z.number().int(), end: z.number().int() }).optional(),
  text: z.string().optional(),
});

/** One turn, as kept by `npm run ask -- --record FILE`. */
export const TurnRecord = z.object({
  schema: z.literal(1),
  reference: z.string(),
  at: z.string(),
  outcome: z.string(),
  category: z.string(),
  index: z.string(),
  policy: z.string(),
  writer: z.string(),
  /** Ids of the guard's rules that fired. */
  rules: z.array(z.string()),
  /** Ids of the retrieved chunks, best first. */
  passages: z.array(z.string()),
  sentences: z.array(Sentence),
  /** How many drafts the gate dropped, by reason. */
  dropped: z.record(z.string(), z.number()),
  /** Only when the owner turned it on. */
  question: z.string().optional(),
});
export type TurnRecord = z.infer<typeof TurnRecord>;

/** The record of a turn. Leave `question` out to keep none of what was asked. */
export function recordOf(
  trace: Trace,
  about: { reference: string; rules: readonly string[]; at: Date; question?: string },
): TurnRecord {
  const { outcome, category, index, policy, writer, passages, dropped } = trace;
  return {
    schema: 1,
    reference: about.reference,
    at: about.at.toISOString(),
    outcome,
    category,
    index,
    policy,
    writer,
    rules: [...about.rules],
    passages: [...passages],
    sentences: trace.sentences.map((sentence) => ({
      ...sentence,
      passages: [...sentence.passages],
    })),
    dropped: { ...dropped },
    ...(about.question === undefined ? {} : { question: about.question }),
  };
}

/** The pieces of the section that a chunk belongs to; empty when the chunk is gone. */
export function sectionOfChunk(index: SearchIndex, id: string): Passage[] {
  const chunk = index.chunks.get(id);
  const document = chunk && index.documents.get(chunk.documentId);
  if (!chunk || !document) return [];
  const path = JSON.stringify(chunk.headingPath);
  return index
    .chunksOf(document.id)
    .filter((sibling) => JSON.stringify(sibling.headingPath) === path)
    .map((sibling) => ({ chunk: sibling, document, score: 1, scores: {} }));
}

/** The words of a traced sentence, from the index when it was quoted. */
export function wordsOf(
  index: SearchIndex,
  { passages, quoted, text }: TracedSentence,
): string | undefined {
  const document = index.documents.get(index.chunks.get(passages[0] ?? "")?.documentId ?? "");
  return text ?? (quoted && document?.text.slice(quoted.start, quoted.end));
}

/** One sentence of a record as it stands today. */
export interface Replayed {
  /** Undefined when the passage it was quoted from is gone. */
  readonly text?: string;
  readonly sections: readonly string[];
  /** What the gate says of it now: `passed`, a reason, or `lost` when a passage is gone. */
  readonly verdict: string;
}

/**
 * Reads a record against an index and gates every sentence again.
 * @returns the sentences, and what is no longer as it was: another index, passages that are gone
 */
export function replay(
  record: TurnRecord,
  index: SearchIndex,
): { sentences: Replayed[]; changed: string[] } {
  const sentences = record.sentences.map((sentence): Replayed => {
    const each = sentence.passages.map((id) => sectionOfChunk(index, id));
    const said = wordsOf(index, sentence);
    const sections = each.flatMap(([first]) =>
      first ? [[first.document.title, ...first.chunk.headingPath].join(" › ")] : [],
    );
    if (!said || each.some((passages) => passages.length === 0))
      return { text: said, sections, verdict: "lost" };
    const verdict = gate({ text: said, layout: "prose", passages: each.flat() });
    return { text: said, sections, verdict: verdict.ok ? "passed" : verdict.reason };
  });
  const gone = record.passages.filter((id) => !index.chunks.has(id));
  return {
    sentences,
    changed: [
      ...(record.index === index.manifest.version
        ? []
        : [`the index is now ${index.manifest.version}; it was ${record.index}`]),
      ...(gone.length > 0 ? [`${gone.length} of its passages are gone: ${gone.join(", ")}`] : []),
    ],
  };
}
