/**
 * One case in; the whole pipeline's answer to it with how long it took and how well its citations hold out.
 */
import { answer } from "@/lib/answer/answer";
import { type AnswerJson, toJson } from "@/lib/answer/encode";
import type { AnswerEvent } from "@/lib/answer/events";
import { isQuoted } from "@/lib/answer/gate/evidence";
import { saysTheSame } from "@/lib/answer/gate/gate";
import { sectionOfChunk, wordsOf } from "@/lib/answer/record";
import { Trace } from "@/lib/answer/trace";
import type { Passage } from "@/lib/content";
import type { Turn } from "@/lib/guard/decision";
import { readingGrade } from "@/lib/readability";
import type { OpenServices } from "./pipeline";

/** A question with what its answer must and must not hold. An empty `must` means: has to abstain. */
export interface Case {
  readonly q: string;
  readonly history?: readonly Turn[];
  readonly must: readonly string[];
  readonly mustNot?: readonly string[];
  readonly tier?: string;
  /** Sections, any of which the first citation should name. */
  readonly sections?: readonly { document: string; section: string }[];
}

export interface Answered {
  readonly asked: Case;
  readonly json: AnswerJson;
  readonly ok: boolean;
  /** Patterns that were wanted and not found, or found and not wanted. */
  readonly problems: readonly string[];
  readonly sectionRight?: boolean;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly totalMs: number;
  readonly grade: number | null;
  /** ALCE (Gao et al., EMNLP 2023): sentences that their citations together support. */
  readonly recall?: number;
  /** ALCE: citations without which their sentence would lose support, or that support it alone. */
  readonly precision?: number;
}

const supports = (text: string, passage: Passage) =>
  isQuoted(text, passage) || saysTheSame(text, passage);

function citationQuality(
  trace: Trace,
  { library }: OpenServices,
): Pick<Answered, "recall" | "precision"> {
  let supported = 0;
  let right = 0;
  let cited = 0;
  for (const sentence of trace.sentences) {
    const text = wordsOf(library.index, sentence) ?? "";
    const alone = sentence.passages.filter((id) =>
      sectionOfChunk(library.index, id).some((passage) => supports(text, passage)),
    );
    if (alone.length > 0) supported += 1;
    right += alone.length;
    cited += sentence.passages.length;
  }
  const sentences = trace.sentences.length;
  return sentences === 0
    ? {}
    : { recall: supported / sentences, precision: cited ? right / cited : 0 };
}

/** Notes when sentences pass by. */
async function* timed(
  events: AsyncIterable<AnswerEvent>,
  note: () => void,
): AsyncGenerator<AnswerEvent> {
  for await (const event of events) {
    if (event.type === "sentence") note();
    yield event;
  }
}

/** Asks one question. */
export async function answerCase(asked: Case, services: OpenServices): Promise<Answered> {
  const trace = new Trace();
  const started = performance.now();
  const at: number[] = [];
  const events = answer({ question: asked.q, history: asked.history ?? [] }, services, trace);
  const json = await toJson(timed(events, () => at.push(performance.now() - started)));
  const totalMs = performance.now() - started;
  const missing = asked.must.filter((pattern) => !new RegExp(pattern, "iu").test(json.text));
  const forbidden = (asked.mustNot ?? []).filter((pattern) =>
    new RegExp(pattern, "iu").test(json.text),
  );
  const abstained = json.outcome === "no-source";
  const problems = [
    ...missing.map((pattern) => `misses ${pattern}`),
    ...forbidden.map((pattern) => `has ${pattern}`),
    ...(asked.must.length === 0 && !abstained ? ["answers what it should not"] : []),
    ...(asked.must.length > 0 && abstained ? ["abstains"] : []),
  ];
  const [first] = json.sources;
  return {
    asked,
    json,
    ok: problems.length === 0,
    problems,
    ...(asked.sections
      ? {
          sectionRight: asked.sections.some(
            ({ document, section }) => document === first?.documentId && section === first.section,
          ),
        }
      : {}),
    firstMs: at[0] ?? totalMs,
    lastMs: at.at(-1) ?? totalMs,
    totalMs,
    grade:
      json.outcome === "answered"
        ? readingGrade(
            json.sentences.map(({ text }) => text.replace(/[^.!?:]$/, "$&.")).join(" "),
            "en",
          )
        : null,
    ...citationQuality(trace, services),
  };
}
