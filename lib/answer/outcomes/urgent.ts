/**
 * An urgent turn in; the card and its words out. Nothing here retrieves, waits or can fail.
 */
import * as replies from "@/lib/guard/replies";
import { cardKind, type Events, ending, fixed, type Situation, verdict } from "../turn";

export async function* urgent(situation: Situation): Events {
  const { decision, services } = situation;
  yield verdict(situation, "urgent");
  const { replyLanguage, language } = decision;
  for (const line of replies.urgentText(
    cardKind(decision),
    services.region,
    replyLanguage,
    language,
  ))
    yield fixed(line);
  yield* ending(situation, "fixed");
}
