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

/** A longer last word would be cut off on a narrow screen: characters, 12 to 24. */
const LONGEST_HELD = 18;

/** Text with the markers that follow it. */
interface Run {
  readonly text: string;
  readonly citations: Extract<Inline, { kind: "citation" }>[];
}

function runsOf(line: readonly Inline[]): Run[] {
  const runs: Run[] = [];
  for (const part of line) {
    const last = runs.at(-1);
    if (part.kind === "text") runs.push({ text: part.text, citations: [] });
    else if (last) last.citations.push(part);
    else runs.push({ text: "", citations: [part] });
  }
  return runs;
}

/** A sentence; its markers stay on the line of its last word. */
function RunView({ run, sources }: { run: Run; sources: AnswerBodyProps["sources"] }) {
  const { text, citations } = run;
  if (citations.length === 0) return <span>{text}</span>;
  const lastWord = /\S*$/.exec(text)?.[0] ?? "";
  const held = lastWord.length <= LONGEST_HELD ? lastWord : "";
  return (
    <span>
      {text.slice(0, text.length - held.length)}
      <span className={styles.held}>
        {held}
        {citations.map(({ number, sentence }) => {
          const source = sources.get(number);
          return source && <Citation key={number} source={source} sentence={sentence} />;
        })}
      </span>
    </span>
  );
}

function Line({ line, sources }: { line: readonly Inline[]; sources: AnswerBodyProps["sources"] }) {
  return runsOf(line).map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a released sentence never moves
    <RunView key={index} run={run} sources={sources} />
  ));
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
