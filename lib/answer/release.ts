/**
 * Drafts in; source and sentence events for those that pass the gate out.
 */
import { log } from "@/lib/log";
import type { Citations } from "./cite";
import type { DraftSentence } from "./draft";
import type { AnswerEvent } from "./events";
import { gate } from "./gate/gate";
import type { SecondLook } from "./generate/entail";
import { meaningTerms } from "./synonyms";
import type { Situation } from "./turn";

/** A sentence that says again what was said, in other words or in the same ones. */
class Said {
  readonly #texts = new Set<string>();

  /** Whether it is new; from then on it is not. */
  isNew({ text, passages, ours }: DraftSentence): boolean {
    const terms = meaningTerms(text, passages[0]?.chunk.language);
    const numbers = text.match(/\d+/g) ?? [];
    const key = ours ? text : [...new Set([...terms, ...numbers])].sort().join(" ");
    if (this.#texts.has(key)) return false;
    this.#texts.add(key);
    return true;
  }
}

/**
 * Judges drafts one by one and lets out what passed, each source before the sentence that uses it.
 * @param secondLook asked about each passed sentence that is not a quotation; it can only remove
 */
export async function* release(
  drafts: AsyncIterable<DraftSentence> | Iterable<DraftSentence>,
  { reference, trace, request }: Situation,
  citations: Citations,
  secondLook?: SecondLook,
): AsyncGenerator<AnswerEvent> {
  const said = new Said();
  for await (const draft of drafts) {
    if (request.signal?.aborted) return;
    const judged = gate(draft);
    const agreed = judged.ok && (!secondLook || (await secondLook(draft, request.signal)));
    if (!judged.ok || !agreed) {
      const reason = judged.ok ? "second-look" : judged.reason;
      trace.drop(reason);
      log.info({ reference, reason }, "sentence dropped");
      continue;
    }
    if (!said.isNew(draft)) continue;
    trace.released(draft);
    const ids = new Set<number>();
    for (const passage of draft.passages) {
      const { source, isNew } = citations.cite(passage);
      if (isNew) yield { type: "source", source };
      ids.add(source.id);
    }
    yield {
      type: "sentence",
      sentence: { text: draft.text, layout: draft.layout, citations: [...ids] },
    };
  }
}
