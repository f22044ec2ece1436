"use client";
import type { AnswerSource } from "@/lib/answer/events";
import type { AnswerBlock, Inline } from "./answer-text";
import { parseAnswer } from "./answer-text";
import styles from "./chat.module.css";
import { Citation } from "./citation";

interface AnswerBodyProps {
  readonly text: string;
  readonly sources: ReadonlyMap<number, AnswerSource>;
  readonly language: string | undefined;
}

function Line({ line, sources }: { line: readonly Inline[]; sources: AnswerBodyProps["sources"] }) {
  return line.map((part, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: a released sentence never moves
    if (part.kind === "text") return <span key={index}>{part.text}</span>;
    const source = sources.get(part.number);
    return source && <Citation key={index} source={source} sentence={part.sentence} />;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: a released sentence never moves
  });
}

function Block({ block, sources }: { block: AnswerBlock; sources: AnswerBodyProps["sources"] }) {
  if (block.kind === "list")
    return (
      <ul>
        {block.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a released item never moves
          <li key={index} dir="auto">
            <Line line={line} sources={sources} />
          </li>
        ))}
      </ul>
    );
  const line = <Line line={block.lines[0] ?? []} sources={sources} />;
  if (block.kind === "heading") return <h3 dir="auto">{line}</h3>;
  return <p dir="auto">{line}</p>;
}

/** The sentences of an answer, each followed by the markers of its sources. */
export function AnswerBody({ text, sources, language }: AnswerBodyProps) {
  return (
    <div className={styles.text} lang={language}>
      {parseAnswer(text, new Set(sources.keys())).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a released block never moves
        <Block key={index} block={block} sources={sources} />
      ))}
    </div>
  );
}
