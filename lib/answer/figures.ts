/**
 * Passages and the sources that were cited in; the figures that belong to those sections out.
 */
import type { Passage } from "@/lib/content";
import type { Citations } from "./cite";
import type { AnswerFigure } from "./events";

/** Pictures under one answer; more push the words off a telephone's screen. */
const MOST_FIGURES = 2;

export function figuresOf(passages: readonly Passage[], citations: Citations): AnswerFigure[] {
  const figures = new Map<string, AnswerFigure>();
  for (const passage of passages) {
    const source = citations.cited(passage);
    if (!source) continue;
    for (const { src, alt, caption } of passage.chunk.figures)
      if (src && !figures.has(src)) figures.set(src, { src, alt, caption, source: source.id });
  }
  return [...figures.values()].slice(0, MOST_FIGURES);
}
