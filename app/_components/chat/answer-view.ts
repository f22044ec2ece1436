/**
 * A message of the stream in; what the page shows of it out, each part checked before it is used.
 */
import type { AnswerFigure, AnswerSource, Card, Provenance } from "@/lib/answer/events";
import { type ChatMessage, type DecisionData, messageText } from "./chat-client";

export interface AnswerView {
  readonly text: string;
  readonly decision?: DecisionData;
  readonly sources: ReadonlyMap<number, AnswerSource>;
  readonly figures: readonly AnswerFigure[];
  readonly followUps: readonly string[];
  readonly provenance?: Provenance;
  /** The last part has arrived. An urgent card needs nothing after it. */
  readonly complete: boolean;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** A path of this site: one slash, so that it can name no other host. */
export function isLocalPath(value: unknown): value is string {
  return isText(value) && /^\/(?![/\\])/.test(value);
}

function sourceOf(value: unknown): AnswerSource | undefined {
  const source = value as Partial<AnswerSource> | null | undefined;
  const usable =
    typeof source?.id === "number" &&
    isText(source.title) &&
    isText(source.section) &&
    isText(source.passage) &&
    isLocalPath(source.url);
  return usable ? (source as AnswerSource) : undefined;
}

const isFigure = (figure: AnswerFigure) =>
  isLocalPath(figure?.src) && isText(figure.alt) && isText(figure.caption);

/** The card without any number whose link is not a call or a text message. */
function safeCard(card: Card | undefined): Card | undefined {
  if (!card || !isText(card.action)) return undefined;
  return {
    ...card,
    numbers: (card.numbers ?? []).filter(({ href }) => /^(?:tel|sms):/.test(href)),
  };
}

/** What an assistant's message holds so far. */
export function answerView(message: ChatMessage): AnswerView {
  let decision: DecisionData | undefined;
  let provenance: Provenance | undefined;
  let followUps: readonly string[] = [];
  const sources = new Map<number, AnswerSource>();
  const figures: AnswerFigure[] = [];
  for (const part of message.parts) {
    if (part.type === "data-decision") decision = { ...part.data, card: safeCard(part.data.card) };
    else if (part.type === "data-provenance") provenance = part.data;
    else if (part.type === "data-follow-ups") followUps = part.data.filter(isText);
    else if (part.type === "data-figure" && isFigure(part.data)) figures.push(part.data);
    else if (part.type === "source-document") {
      const source = sourceOf(part.providerMetadata?.pamphlet);
      if (source) sources.set(source.id, source);
    }
  }
  const urgent = decision?.outcome === "urgent" && Boolean(decision.card);
  return {
    text: messageText(message),
    decision,
    sources,
    figures,
    followUps,
    provenance,
    complete: urgent || provenance !== undefined,
  };
}
