/**
 * Drafts in; source and sentence events for those that pass the gate out.
 */
import { log } from "@/lib/log";
import type { Citations } from "./cite";
import type { DraftSentence, Rejection } from "./draft";
import type { AnswerEvent } from "./events";
import { isQuoted } from "./gate/evidence";
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

/** A second model that fails this often in one answer is not waited for again. Safe 1 to 3. */
const MOST_UNKNOWN = 2;

/** What a draft says is in its passages word for word: there is nothing to look at twice. */
const isQuotation = ({ text, passages }: DraftSentence) =>
  passages.some((passage) => isQuoted(text, passage));

/**
 * Judges drafts one by one and lets out what passed, each source before the sentence that uses it.
 * @param secondLook asked about each passed sentence that is not a quotation; it can only remove. When
 *   it keeps failing the rest of the drafts are left unread, and nothing more is let out.
 */
export async function* release(
  drafts: AsyncIterable<DraftSentence> | Iterable<DraftSentence>,
  { reference, trace, request }: Situation,
  citations: Citations,
  secondLook?: SecondLook,
): AsyncGenerator<AnswerEvent> {
  const said = new Said();
  let unknown = 0;
  for await (const draft of drafts) {
    if (request.signal?.aborted) return;
    const judged = gate(draft);
    const drop = (reason: Rejection) => {
      trace.drop(reason);
      log.info({ reference, reason }, "sentence dropped");
    };
    if (!judged.ok) {
      drop(judged.reason);
      continue;
    }
    if (!said.isNew(draft)) continue;
    if (secondLook && !isQuotation(draft)) {
      const look = await secondLook(draft, request.signal);
      if (request.signal?.aborted) return;
      if (look !== "supported") {
        drop("second-look");
        if (look === "unknown") unknown += 1;
        if (unknown >= MOST_UNKNOWN) return;
        continue;
      }
    }
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
