/**
 * `npm run evaluate -- gate [--index DIR] [--seed N] [--show KIND] [--json]`: how many corrupted sentences the
 * gate catches, by kind, and how many true ones it drops.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gate } from "@/lib/answer/gate/gate";
import type { Passage } from "@/lib/content";
import { env } from "@/lib/env";
import { createEmbedder } from "@/lib/search-index/embedder";
import { openIndex } from "@/lib/search-index/open";
import type { SearchIndex } from "@/lib/search-index/search-index";
import {
  CORRUPTIONS,
  type Corrupted,
  type Corruption,
  corruptionsOf,
  seeded,
  type TrueSentence,
} from "./corrupt";

const PARAPHRASES = "tests/fixtures/answers/paraphrases.jsonl";

/** Passages of one section, as a citation of it would bring them. */
function sectionsOf(index: SearchIndex): Map<string, Passage[]> {
  const sections = new Map<string, Passage[]>();
  for (const chunk of index.chunks.values()) {
    const document = index.documents.get(chunk.documentId);
    if (!document || !chunk.language.startsWith("en")) continue;
    const key = `${document.id} ${chunk.headingPath.at(-1) ?? ""}`;
    sections.set(key, [...(sections.get(key) ?? []), { chunk, document, score: 1, scores: {} }]);
  }
  return sections;
}

/** Every sentence of prose with the passages of its section. */
export function trueSentences(index: SearchIndex): TrueSentence[] {
  return [...sectionsOf(index).values()].flatMap((passages) =>
    passages.flatMap(({ chunk }) =>
      chunk.sentences.flatMap(({ start, end, kind }): TrueSentence[] => {
        const text = chunk.text.slice(start, end).trim();
        const fit = kind === "prose" && text.split(/\s+/).length >= 6 && /\.$/.test(text);
        return fit ? [{ text, passages }] : [];
      }),
    ),
  );
}

/** The fixtures' paraphrases with the passages of the section each was written from. */
export function paraphrases(index: SearchIndex): { found: TrueSentence[]; lost: number } {
  const sections = sectionsOf(index);
  let lost = 0;
  const found = readFileSync(PARAPHRASES, "utf8")
    .trim()
    .split("\n")
    .flatMap((line): TrueSentence[] => {
      const { document, section, says } = JSON.parse(line) as {
        document: string;
        section: string;
        says: string;
      };
      const passages = sections.get(`${document} ${section}`);
      if (!passages) lost += 1;
      return passages ? [{ text: says, passages }] : [];
    });
  return { found, lost };
}

/** All corruptions of all sentences; a citation or a half is taken from another section. */
export function corruptAll(sentences: readonly TrueSentence[], seed: number): Corrupted[] {
  const random = seeded(seed);
  return sentences.flatMap((sentence) => {
    const others: TrueSentence[] = [];
    while (others.length < 1 && sentences.length > 1) {
      const other = sentences[Math.floor(random() * sentences.length)];
      if (other && other.passages[0] !== sentence.passages[0]) others.push(other);
    }
    return corruptionsOf(sentence, others, random);
  });
}

interface Report {
  readonly corrupted: number;
  readonly caught: number;
  readonly byKind: Partial<Record<Corruption, { made: number; caught: number }>>;
  readonly trueSentences: { made: number; dropped: number };
  readonly paraphrases: { made: number; dropped: number; lost: number };
  readonly msPerSentence: number;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      index: { type: "string" },
      seed: { type: "string" },
      show: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const index = await openIndex(
    values.index ?? env().indexDir,
    createEmbedder(env(), process.cwd()),
  );
  const sentences = trueSentences(index);
  const { found, lost } = paraphrases(index);
  const corrupted = corruptAll([...sentences, ...found], Number(values.seed ?? 1));

  const byKind: Report["byKind"] = {};
  const started = performance.now();
  for (const { kind, text, passages } of corrupted) {
    const tally = byKind[kind] ?? { made: 0, caught: 0 };
    byKind[kind] = tally;
    tally.made += 1;
    if (!gate({ text, layout: "prose", passages }).ok) tally.caught += 1;
    else if (values.show === kind || values.show === "all")
      console.log(`let through [${kind}] ${text}`);
  }
  const msPerSentence = (performance.now() - started) / Math.max(1, corrupted.length);
  const dropped = (list: readonly TrueSentence[]) =>
    list.filter(({ text, passages }) => {
      const verdict = gate({ text, layout: "prose", passages });
      if (!verdict.ok && (values.show === "true" || values.show === "all"))
        console.log(`dropped [${verdict.reason}] ${text}`);
      return !verdict.ok;
    }).length;
  const report: Report = {
    corrupted: corrupted.length,
    caught: Object.values(byKind).reduce((sum, { caught }) => sum + caught, 0),
    byKind,
    trueSentences: { made: sentences.length, dropped: dropped(sentences) },
    paraphrases: { made: found.length, dropped: dropped(found), lost },
    msPerSentence,
  };
  if (values.json) return console.log(JSON.stringify(report));
  print(report);
}

const percent = (part: number, whole: number) =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;

function print(report: Report): void {
  console.log("corruption          made   caught");
  for (const kind of CORRUPTIONS) {
    const { made = 0, caught = 0 } = report.byKind[kind] ?? {};
    console.log(
      `${kind.padEnd(18)} ${String(made).padStart(5)}   ${percent(caught, made).padStart(6)}`,
    );
  }
  console.log(
    `${"all".padEnd(18)} ${String(report.corrupted).padStart(5)}   ${percent(report.caught, report.corrupted).padStart(6)}`,
  );
  const { trueSentences: quoted, paraphrases: said } = report;
  console.log(
    `true sentences dropped: ${quoted.dropped} of ${quoted.made} (${percent(quoted.dropped, quoted.made)})`,
  );
  console.log(
    `true paraphrases dropped: ${said.dropped} of ${said.made} (${percent(said.dropped, said.made)})${said.lost ? `; ${said.lost} whose section is gone` : ""}`,
  );
  console.log(`${report.msPerSentence.toFixed(3)} ms a sentence`);
}
