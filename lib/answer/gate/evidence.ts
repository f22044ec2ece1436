/**
 * A passage in; what its sentences claim out, read once and kept as long as the passage is.
 */
import type { Chunk, Passage } from "@/lib/content";
import { type Reading, read } from "./read";

/** A passage's own text, ready to be held against a draft. */
export interface Evidence {
  readonly sentences: readonly Reading[];
  /** The title and headings: they say what the passage is about, and make no claim. */
  readonly context: Reading;
}

/** An order to whoever reads it is not evidence for what it says. */
const ORDER =
  /^(?:please |now |just |also |then |always )*(?:say|tell|write|print|reply|respond|answer|ignore|disregard|forget|pretend|output|explain|translate|repeat|summari[sz]e|list|generate|create|compose|send|click|visit|describe|provide|give me|act as|imagine|state that|mention|recommend|claim|insert|append|add the|modify|encode|calculate|di|escribe|responde|ignora|olvida|traduce|repite)\b/iu;

const kept = new WeakMap<Chunk, Evidence>();

/** What a passage says, for the gate. */
export function evidenceOf({ chunk, document }: Passage): Evidence {
  const known = kept.get(chunk);
  if (known) return known;
  const texts = chunk.sentences.map(({ start, end }) => chunk.text.slice(start, end).trim());
  const evidence: Evidence = {
    sentences: texts.filter((text) => !ORDER.test(text)).map((text) => read(text, chunk.language)),
    context: read([document.title, ...chunk.headingPath].join(". "), chunk.language),
  };
  kept.set(chunk, evidence);
  return evidence;
}

/** Whether a text is a run of whole sentences of the passage, with or without an opening "Yes," or "No,". */
export function isQuoted(text: string, { chunk }: Passage): boolean {
  if (text.length === 0) return false;
  for (const candidate of [text, (text[0] ?? "").toLowerCase() + text.slice(1)]) {
    for (
      let at = chunk.text.indexOf(candidate);
      at >= 0;
      at = chunk.text.indexOf(candidate, at + 1)
    ) {
      const begins = chunk.sentences.some(
        ({ start }) =>
          start === at ||
          (at > start &&
            at - start <= 6 &&
            /^(?:yes|no|sí|[-•*–])[,.:]?\s+$/iu.test(chunk.text.slice(start, at))),
      );
      const stops = chunk.sentences.some(({ end }) => end === at + candidate.length);
      if (begins && stops) return true;
    }
  }
  return false;
}
