/** The data folder enters; checked records leave. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const Answered = z.object({
  collection: z.string(),
  url: z.string(),
  focus: z.string(),
  synonyms: z.array(z.string()),
  qtype: z.string(),
  question: z.string(),
  answer: z.string(),
});
const Unanswered = z.object({ focus: z.string(), qtype: z.string(), question: z.string() });
const Synonyms = z.object({
  collection: z.string(),
  url: z.string(),
  focus: z.string(),
  synonyms: z.array(z.string()),
});
const Drug = z.object({ drug: z.string(), synonyms: z.array(z.string()) });
const Message = z.object({ id: z.string(), chq: z.string(), summary: z.string() });

export type Answered = z.infer<typeof Answered>;
export type Unanswered = z.infer<typeof Unanswered>;
export type Synonyms = z.infer<typeof Synonyms>;
export type Drug = z.infer<typeof Drug>;
export type Message = z.infer<typeof Message>;

export interface TrainingData {
  answered: Answered[];
  unanswered: Unanswered[];
  synonyms: Synonyms[];
  drugs: Drug[];
  messages: Message[];
}

function readLines<T>(folder: string, file: string, shape: z.ZodType<T>): T[] {
  const path = join(folder, file);
  let text: string;
  try {
    text = gunzipSync(readFileSync(path)).toString("utf8");
  } catch (cause) {
    throw new Error(
      `Cannot read ${path}. Point --data at the folder with MedQuAD and MeQSum as gzipped JSON lines (models/README.md says where they come from).`,
      { cause },
    );
  }
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => {
      const parsed = shape.safeParse(JSON.parse(line));
      if (!parsed.success)
        throw new Error(`${path}, line ${index + 1}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}

/** Reads everything training needs from a folder of gzipped JSON lines. Throws with the file and line that is wrong. */
export function readTrainingData(folder: string): TrainingData {
  return {
    answered: readLines(folder, "medquad-answered.jsonl.gz", Answered),
    unanswered: readLines(folder, "medquad-questions.jsonl.gz", Unanswered),
    synonyms: readLines(folder, "medquad-synonyms.jsonl.gz", Synonyms),
    drugs: readLines(folder, "drug-names.jsonl.gz", Drug),
    messages: readLines(folder, "meqsum.jsonl.gz", Message),
  };
}
