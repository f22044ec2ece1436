/**
 * A model's text as it arrives in; whole sentences with the passages they cite out.
 *
 * The last sentence is held back until it is known whether a marker follows it, so that no reader
 * ever sees half a marker or a sentence without its source.
 */
import type { Passage } from "@/lib/content";
import { splitSentences } from "@/lib/sentences";
import type { DraftSentence } from "../draft";

/** `[1]`, `[1, 2]`, `[1-3]`, full-width brackets, and `【1†source】` as some models write it. */
const MARKER =
  /[[［【]\s?(\d{1,3}(?:\s?[,，;、–-]\s?\d{1,3}){0,8})(?:†[^\]］】\n]{0,40})?\s?[\]］】]/g;
const LEADING_MARKERS = /^(?:\s?[[［【][\d\s,，;、–-]{1,40}(?:†[^\]］】\n]{0,40})?[\]］】])+/;
/** A marker that has begun and may go on in the next part of the stream. */
const OPEN_MARKER = /[[［【][^\]］】\n]{0,60}$/;
/** Only these can end a sentence; without one there is nothing to look for in what arrived. */
const MAY_END = /[.!?…。！？\n\]］】]/;

/** Passage numbers of a marker: a list, or a range of at most ten. */
function idsOf(list: string): number[] {
  return list.split(/[,，;、]/).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/).map(Number);
    return to < from || to - from > 9
      ? [from, to]
      : Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}

/** One finished piece as a draft: markers taken out and turned into passages. */
export function toDraft(raw: string, passages: readonly Passage[]): DraftSentence | undefined {
  const cited = new Set<Passage>();
  let unknown = false;
  const text = raw
    .replace(MARKER, (_, list: string) => {
      for (const id of idsOf(list)) {
        const passage = passages[id - 1];
        if (passage) cited.add(passage);
        else unknown = true;
      }
      return "";
    })
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+([.,;:!?])/g, "$1")
    .trim();
  const isItem = /^(?:[-*•]|\d{1,2}[.)])\s+/.test(text);
  const plain = text
    .replace(/^(?:[-*•#]+|\d{1,2}[.)])\s+/, "")
    .replace(/\*\*|__/g, "")
    .trim();
  if (!/\p{L}/u.test(plain)) return undefined;
  return {
    text: plain,
    layout: isItem ? "list-item" : "prose",
    // A citation of something never retrieved makes the whole sentence suspect.
    passages: unknown ? [] : [...cited],
  };
}

/** Splits into sentences, each keeping the markers that stand after its full stop. */
function withMarkers(text: string, language: string): string[] {
  const pieces: string[] = [];
  for (const { start, end } of splitSentences(text, language)) {
    const piece = text.slice(start, end);
    const led = LEADING_MARKERS.exec(piece)?.[0];
    if (led && pieces.length > 0) {
      pieces[pieces.length - 1] += led;
      if (piece.slice(led.length).trim()) pieces.push(piece.slice(led.length));
    } else pieces.push(piece);
  }
  return pieces;
}

/** Collects a stream into whole sentences. */
export class Pieces {
  #buffer = "";
  readonly #language: string;

  constructor(language: string) {
    this.#language = language;
  }

  /** What is held back. */
  get pending(): string {
    return this.#buffer;
  }

  /** Adds what arrived; gives what is certainly whole. */
  add(delta: string): string[] {
    // Full-width brackets and "†source" become plain markers, which sentence splitting knows.
    this.#buffer = (this.#buffer + delta)
      .replace(/[［【]/g, "[")
      .replace(/[］】]/g, "]")
      .replace(/†[^\]\n]{0,40}\]/g, "]");
    if (!MAY_END.test(delta) && !this.#endedBefore(delta)) return [];
    const pieces: string[] = [];
    const line = this.#buffer.lastIndexOf("\n");
    if (line >= 0) {
      for (const part of this.#buffer.slice(0, line).split("\n"))
        pieces.push(...withMarkers(part, this.#language));
      this.#buffer = this.#buffer.slice(line + 1);
    }
    if (OPEN_MARKER.test(this.#buffer)) return pieces;
    const open = withMarkers(this.#buffer, this.#language);
    const last = open.at(-1);
    if (open.length > 1 && last !== undefined) {
      pieces.push(...open.slice(0, -1));
      this.#buffer = last;
    }
    return pieces;
  }

  /** Gives what is left at the end; a sentence that was cut off is not whole. */
  finish(): string[] {
    const rest = this.#buffer;
    this.#buffer = "";
    return withMarkers(rest, this.#language).filter((piece) =>
      /[.!?…。！？:)\]］】"”]\s*$/u.test(piece),
    );
  }

  /** The stop that ends a sentence is known to end it only when the next word begins. */
  #endedBefore(delta: string): boolean {
    const before = this.#buffer.slice(0, this.#buffer.length - delta.length).trimEnd();
    return /[.!?…。！？\]］】]["”’)]?$/u.test(before);
  }
}
