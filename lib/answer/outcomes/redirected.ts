/**
 * A turn that may not be answered in; what it cannot do, the nearest safe education and whom to ask out.
 */
import type { Passage } from "@/lib/content";
import * as replies from "@/lib/guard/replies";
import { Citations } from "../cite";
import { extract } from "../extract/extract";
import { release } from "../release";
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

/** Passages a redirect may quote from: free of doses and directions. */
const safe = (passages: readonly Passage[]) =>
  passages.filter(({ chunk }) => chunk.tags.length === 0);

export async function* redirected(situation: Situation): Events {
  const { decision, services, trace } = situation;
  yield verdict(situation, "redirected");
  const { opening, who, questions } = replies.redirectText(decision, services.contact);
  yield fixed(opening);
  if (!BARE_REDIRECTS.has(decision.category) && !decision.repeated) {
    yield { type: "status", status: "searching" };
    const found = await retrieveSafely(situation);
    if (found?.answerable) {
      const passages = safe(found.passages);
      trace.retrieved(passages);
      const drafts = extract({
        question: found.query,
        history: [],
        passages,
        language: decision.replyLanguage,
      }).filter(({ layout }) => layout === "prose");
      yield* release(drafts.slice(0, MOST_IN_REDIRECT), situation, new Citations(passages));
    }
  }
  yield fixed(who, "notice");
  for (const question of questions) yield fixed(question, "list-item");
  yield* notices(situation);
  yield* ending(situation, trace.sentences.length > 0 ? "extractive" : "fixed");
}
