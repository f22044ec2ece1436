/**
 * One draft sentence in; whether a reader may see it out. Fails closed: what cannot be checked is dropped.
 *
 * Deterministic, linear in the sentence, and without a model: the same draft is judged the same way
 * during every outage.
 */
import type { Passage } from "@/lib/content";
import type { DraftSentence, Rejection, Verdict } from "../draft";
import { unsupportedBy } from "./compare";
import { type Evidence, evidenceOf, isQuoted } from "./evidence";
import { unfit, unfitQuote } from "./forbidden";
import { breaksOff, follows, isSpliced, NEARLY_A_COPY } from "./nearly";
import { read } from "./read";

const refuse = (reason: Rejection): Verdict => ({ ok: false, reason });
const PASSED: Verdict = { ok: true };

/** Words that a sentence of prose needs to make a claim. Safe 3 to 4. */
const FEWEST_WORDS = 3;

/** Where two claims are joined, each may have a source of its own. */
const JOINTS = /;\s+|,\s+(?:and|but|while|whereas|y|pero|mientras)\s+/iu;

/** The passages of one section are one source: what they say is read together. */
function sourcesOf(passages: readonly Passage[]): Evidence[] {
  const sections = new Map<string, Evidence[]>();
  for (const passage of passages) {
    const key = JSON.stringify([passage.document.id, ...passage.chunk.headingPath]);
    sections.set(key, [...(sections.get(key) ?? []), evidenceOf(passage)]);
  }
  return [...sections.values()].map((parts) =>
    parts.length === 1 && parts[0]
      ? parts[0]
      : {
          sentences: parts.flatMap(({ sentences }) => sentences),
          context: (parts[0] as Evidence).context,
        },
  );
}

/** Whether any one of the sources bears a text out; otherwise why the closest does not. */
function borneOut(
  text: string,
  language: string,
  sources: readonly Evidence[],
): Rejection | undefined {
  const draft = read(text, language);
  if (draft.terms.size === 0) return "fragment";
  let closest: Rejection = "unsupported";
  for (const source of sources) {
    const reason = unsupportedBy(draft, source);
    if (!reason) return undefined;
    if (reason !== "unsupported") closest = reason;
  }
  return closest;
}

/** Whether a passage by itself says what a text says. */
export function saysTheSame(text: string, passage: Passage): boolean {
  return borneOut(text, passage.chunk.language, [evidenceOf(passage)]) === undefined;
}

/** Judges one sentence against the passages it cites. */
export function gate(draft: DraftSentence): Verdict {
  const { text, passages, layout } = draft;
  const [first] = passages;
  if (!first) return refuse("no-citation");
  if (draft.ours) return PASSED;
  if (passages.some((passage) => isQuoted(text, passage))) {
    const reason = unfitQuote(text);
    return reason ? refuse(reason) : PASSED;
  }
  const reason = unfit(text);
  if (reason) return refuse(reason);
  if (layout === "prose" && text.split(/\s+/u).length < FEWEST_WORDS) return refuse("fragment");
  const { language } = first.chunk;
  const sources = sourcesOf(passages);
  const reading = read(text, language);
  const sentences = sources.flatMap((source) => source.sentences);
  if (isSpliced(reading, sentences)) return refuse("unsupported");
  const whole = borneOut(text, language, sources);
  if (!whole) {
    // A piece of one source that breaks off and goes on in another is a claim of neither.
    const broken = sources.length > 1 && sources.some((source) => breaksOff(reading, source));
    return broken && follows(reading, sentences) < NEARLY_A_COPY ? refuse("unsupported") : PASSED;
  }
  const parts = sources.length > 1 ? text.split(JOINTS) : [];
  const each = parts.length > 1 && parts.every((part) => !borneOut(part, language, sources));
  return each ? PASSED : refuse(whole);
}
