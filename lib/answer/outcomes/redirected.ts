/**
 * A turn that may not be answered in; what it cannot do, the nearest safe education and whom to ask out.
 */
import type { Passage } from "@/lib/content";
import * as replies from "@/lib/guard/replies";
import { Citations } from "../cite";
import type { DraftSentence } from "../draft";
import { BRIEF, extract } from "../extract/extract";
import { comparesBack } from "../extract/leaning";
import { namedWords } from "../gate/names";
import { release } from "../release";
import { meaningTerms } from "../synonyms";
import {
  type Events,
  ending,
  fixed,
  notices,
  retrieveSafely,
  type Situation,
  verdict,
} from "../turn";

/** Sentences of general education inside a redirect: enough to help, too few to advise. */
const MOST_IN_REDIRECT = 2;
/** Redirects that give nothing but the redirect: education would read as instruction. */
const BARE_REDIRECTS: ReadonlySet<string> = new Set(["acquisition", "eating-disorder"]);

/** Where a question names nothing, a passage has to speak of this share of its words. Safe 0.4 to 0.8. */
const LEAST_SHARED = 0.5;
/** Or retrieval has to be this sure of it (0 to 1, calibrated). Safe 0.6 to 0.9. */
const SURE = 0.6;
/** Questions beside which no passage is quoted that holds a dose or a direction, not even its other sentences. */
const NEAR_A_DOSE: ReadonlySet<string> = new Set(["dosing", "pregnancy", "minor"]);

/** A heading that names other things too is on the subject when more than this share was asked about. Safe 0.5 to 0.7. */
const MOSTLY = 0.5;

/** "On T", "testosterone therapy": treatment, however it is put. */
const TREATMENT = meaningTerms("TRT")[0] ?? "";

/** Medicines, hormones, body parts and conditions that a text names; treatment with a hormone counts as it. */
function subjectsOf(text: string): Set<string> {
  const subjects = new Set<string>(meaningTerms(text).includes(TREATMENT) ? ["testosterone"] : []);
  for (const { name } of namedWords(text)) {
    if (name) subjects.add(name.id === "trt" ? "testosterone" : name.id);
  }
  return subjects;
}

/**
 * Passages a redirect may quote from: free of doses and directions, and on the very subject. Education
 * on something else, beside a refusal, reads as the answer that was refused.
 */
function quotable(passages: readonly Passage[], question: string, isNearDose: boolean): Passage[] {
  const asked = subjectsOf(question);
  const words = new Set(meaningTerms(question));
  return passages.filter(({ chunk, document, score }) => {
    // Elsewhere the gate drops the very sentences that hold a dose or a direction.
    if (isNearDose && chunk.tags.length > 0) return false;
    const heading = chunk.headingPath.at(-1) ?? document.title;
    if (asked.size === 0) {
      if (score >= SURE) return true;
      const terms = new Set(meaningTerms(`${heading} ${chunk.text}`, chunk.language));
      return [...words].filter((word) => terms.has(word)).length >= words.size * LEAST_SHARED;
    }
    const inHeading = subjectsOf(heading);
    // Everything here is about testosterone in the end: beside another name it is no subject.
    if (inHeading.size > 1 && !asked.has("testosterone")) inHeading.delete("testosterone");
    const named = [...inHeading];
    const spokenOf = named.length > 0 ? named : [...subjectsOf(chunk.text)];
    const shared = spokenOf.filter((name) => asked.has(name)).length;
    return shared > 0 && (score >= SURE || named.length === 0 || shared > named.length * MOSTLY);
  });
}

/** A lead-in that says nothing without its list. */
const OPENS_LIST =
  /\b(?:following|these|below|steps|such as|changes|signs are|things|siguientes|estos|estas)\b[^.]*[.:]$/iu;

/** The first sentences, none without the one it leans on, the list it opens or the figure it is compared with. */
function firstWhole(drafts: readonly DraftSentence[]): DraftSentence[] {
  const kept: DraftSentence[] = [];
  for (const [at, draft] of drafts.entries()) {
    const { text, layout } = draft;
    const next = drafts[at + 1];
    if (kept.length === MOST_IN_REDIRECT || layout !== "prose") break;
    if (/:$/u.test(text) || (next?.layout === "list-item" && OPENS_LIST.test(text))) break;
    if (next && comparesBack(next.text) && kept.length + 2 > MOST_IN_REDIRECT) break;
    kept.push(draft);
  }
  return kept;
}

export async function* redirected(situation: Situation): Events {
  const { decision, services, trace } = situation;
  yield verdict(situation, "redirected");
  const { opening, who, questions } = replies.redirectText(decision, services.contact);
  yield fixed(opening);
  if (!BARE_REDIRECTS.has(decision.category) && !decision.repeated) {
    yield { type: "status", status: "searching" };
    const found = await retrieveSafely(situation);
    if (found?.answerable) {
      const isNearDose = NEAR_A_DOSE.has(decision.category);
      const passages = quotable(found.passages, found.query, isNearDose);
      trace.retrieved(passages);
      const drafts = extract(
        { question: found.query, history: [], passages, language: decision.replyLanguage },
        BRIEF,
      );
      yield* release(firstWhole(drafts), situation, new Citations(passages));
    }
  }
  yield fixed(who, "notice");
  for (const question of questions) yield fixed(question, "list-item");
  yield* notices(situation);
  yield* ending(situation, trace.sentences.length > 0 ? "extractive" : "fixed");
}
