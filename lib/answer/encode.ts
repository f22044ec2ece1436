/**
 * Answer events in; the JSON answer, or AI SDK stream parts, out. Both say the same words.
 */
import { createUIMessageStream, createUIMessageStreamResponse, type UIMessageChunk } from "ai";
import { errorMessage, PamphletError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { AnswerEvent, AnswerSentence, AnswerSource } from "./events";

/** The answer of `POST /api/ask`. */
export interface AnswerJson {
  outcome: string;
  category: string;
  text: string;
  sentences: { text: string; citations: number[] }[];
  sources: Omit<AnswerSource, "language">[];
  followUps: string[];
  reference: string;
  provenance: { index: string; policy: string; writer: string };
}

/** What separates a sentence from the one before it: a space, a line or a paragraph. */
function separator(sentence: AnswerSentence, previous: AnswerSentence | undefined): string {
  if (sentence.layout === "list-item") return previous ? "\n- " : "- ";
  if (!previous) return "";
  return sentence.layout === previous.layout && sentence.layout !== "heading" ? " " : "\n\n";
}

/** A sentence as it stands in the whole text: what separates it, its words, its markers. */
export function sentenceText(sentence: AnswerSentence, previous?: AnswerSentence): string {
  const markers = sentence.citations.map((id) => `[${id}]`).join("");
  return `${separator(sentence, previous)}${sentence.text}${markers && ` ${markers}`}`;
}

/** Collects the events of one answer into the JSON answer. */
export async function toJson(events: AsyncIterable<AnswerEvent>): Promise<AnswerJson> {
  const json: AnswerJson = {
    outcome: "no-source",
    category: "no-source",
    text: "",
    sentences: [],
    sources: [],
    followUps: [],
    reference: "",
    provenance: { index: "", policy: "", writer: "" },
  };
  let previous: AnswerSentence | undefined;
  for await (const event of events) {
    if (event.type === "decision") {
      json.outcome = event.outcome;
      json.category = event.category;
      json.reference = event.reference;
    } else if (event.type === "source") {
      const { language: _language, ...source } = event.source;
      json.sources.push(source);
    } else if (event.type === "sentence") {
      json.text += sentenceText(event.sentence, previous);
      json.sentences.push({ text: event.sentence.text, citations: [...event.sentence.citations] });
      previous = event.sentence;
    } else if (event.type === "follow-ups") json.followUps = [...event.questions];
    else if (event.type === "provenance") json.provenance = { ...event.provenance };
  }
  return json;
}

const TEXT_ID = "answer";

/**
 * Turns events into AI SDK UI message parts: the decision first, a source before the first marker
 * that uses it, one `text-delta` a released sentence.
 */
export async function* toUiParts(
  events: AsyncIterable<AnswerEvent>,
): AsyncGenerator<UIMessageChunk> {
  let previous: AnswerSentence | undefined;
  for await (const event of events) {
    switch (event.type) {
      case "decision": {
        const { type: _type, ...data } = event;
        yield { type: "data-decision", id: "decision", data };
        break;
      }
      case "status":
        yield { type: "data-status", data: { status: event.status }, transient: true };
        break;
      case "source":
        yield {
          type: "source-document",
          sourceId: String(event.source.id),
          mediaType: "text/plain",
          title: event.source.title,
          providerMetadata: { pamphlet: JSON.parse(JSON.stringify(event.source)) },
        };
        break;
      case "sentence":
        if (!previous) yield { type: "text-start", id: TEXT_ID };
        yield { type: "text-delta", id: TEXT_ID, delta: sentenceText(event.sentence, previous) };
        previous = event.sentence;
        break;
      case "figure":
        yield { type: "data-figure", data: event.figure };
        break;
      case "follow-ups":
        if (previous) yield { type: "text-end", id: TEXT_ID };
        yield { type: "data-follow-ups", data: event.questions };
        break;
      case "provenance":
        yield { type: "data-provenance", data: { ...event.provenance, rules: event.rules } };
        break;
    }
  }
}

/**
 * The streamed response. The first event is awaited before it is made, so that an answer which cannot
 * begin is an HTTP error and not a broken stream.
 * @throws PamphletError as the answer does before its first event
 */
export async function toUiResponse(events: AsyncIterable<AnswerEvent>): Promise<Response> {
  const iterator = toUiParts(events)[Symbol.asyncIterator]();
  const first = await iterator.next();
  const stream = createUIMessageStream({
    onError: (thrown) => {
      log.error({ err: thrown }, "answer broke off");
      return errorMessage(thrown instanceof PamphletError ? thrown.code : "internal");
    },
    async execute({ writer }) {
      for (let next = first; !next.done; next = await iterator.next()) writer.write(next.value);
    },
  });
  return createUIMessageStreamResponse({ stream });
}
