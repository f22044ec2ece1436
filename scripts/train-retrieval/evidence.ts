/** Held-out documents enter; the evidence model leaves, fitted on many small indexes, each asked what it holds and what it does not. */

import { EVIDENCE, type EvidenceModel } from "@/lib/retrieve/evidence";
import { createRanker } from "@/lib/retrieve/rank";
import type { Resources } from "@/lib/retrieve/resources";
import type { StaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { indexPassages } from "../evaluate/passage-index";
import type { Answered, TrainingData } from "../train/data";
import { type Chatter, collectChatter, reword, withChatter, withTypos } from "../train/mess";
import { medicalWords } from "../train/names";
import { passagesOf } from "../train/passages";
import { type Random, seeded } from "../train/random";
import { documentKey, isHeldOut, isHeldOutMessage } from "../train/split";

/** Topics in an index, with how many such indexes: most clinics have few documents. */
const SIZES: readonly (readonly [topics: number, indexes: number])[] = [
  [6, 8],
  [12, 8],
  [25, 8],
  [50, 4],
  [100, 1],
  [200, 1],
];
const ASKED_INSIDE = 25;
const ASKED_OUTSIDE = 25;
const ASKED_ASPECTS = 12;
const PASSAGES_OF_ANSWER = 5;
const STEPS = 6000;
const RATE = 2;
const SHRINK = 0.0004;

const MADE_UP = [
  "zelotrapine",
  "branquil fever",
  "cortavexin",
  "Mendrow syndrome",
  "plastorine",
  "velcanib",
  "hystoric palsy",
  "dremulin",
];
const LINKS = [
  "can $ cause %",
  "does % make $ worse",
  "is $ linked to %",
  "can $ change %",
  "$ and %",
  "does $ interact with %",
];
const OUTSIDE_ASPECTS = [
  "grapefruit juice",
  "my eyesight",
  "dogs",
  "the color of urine",
  "air travel",
  "coffee",
  "my nails",
  "life insurance",
  "the price in Canada",
  "milk",
];

interface Example {
  readonly evidence: readonly number[];
  readonly answerable: boolean;
}

function asked(record: Answered, chatter: Chatter, random: Random): string {
  const manner = random.below(4);
  const named = record.synonyms.length > 0 && random.chance(0.3);
  const topic = named ? random.pick(record.synonyms) : record.focus;
  const reworded = reword(record.qtype, topic, record.question, random);
  if (manner === 0) return record.question;
  if (manner === 1) return reworded;
  if (manner === 2) return withTypos(reworded, 0.08, random);
  return withTypos(withChatter(reworded, chatter, random), 0.03, random);
}

async function examples(
  data: TrainingData,
  embedder: StaticEmbeddings,
  resources: Resources,
): Promise<Example[]> {
  const random = seeded(5);
  const topics = new Map<string, Answered[]>();
  for (const record of data.answered) {
    if (!isHeldOut(documentKey(record))) continue;
    const key = record.focus.toLowerCase();
    topics.set(key, [...(topics.get(key) ?? []), record]);
  }
  const chatter = collectChatter(
    data.messages.filter(({ id }) => isHeldOutMessage(id)),
    medicalWords(data),
  );
  const found: Example[] = [];
  for (const [size, indexes] of SIZES)
    for (let n = 0; n < indexes; n++) {
      const keys = random.shuffle([...topics.keys()]);
      const of = (key: string) => topics.get(key) ?? [];
      const inside = keys.slice(0, size);
      const outside = keys.slice(size, size + ASKED_OUTSIDE);
      const passages = inside.flatMap(of).flatMap((record, r) =>
        passagesOf(record.answer)
          .slice(0, PASSAGES_OF_ANSWER)
          .map((text, i) => ({
            id: `${r}-${i}`,
            title: `${record.focus}\n${record.question}`,
            text,
          })),
      );
      const { index } = indexPassages(passages, embedder);
      const ranker = createRanker(index, embedder, resources);
      const add = async (question: string, answerable: boolean) => {
        const query = ranker.read(question, "", "en");
        const evidence = ranker.evidence(query, await ranker.rank(query, 5));
        found.push({ evidence: EVIDENCE.map((name) => evidence[name]), answerable });
      };
      const focusOf = (keyList: readonly string[]) => random.pick(of(random.pick(keyList))).focus;
      for (const key of random.shuffle([...inside]).slice(0, ASKED_INSIDE))
        await add(asked(random.pick(of(key)), chatter, random), true);
      for (const key of outside) await add(asked(random.pick(of(key)), chatter, random), false);
      for (let i = 0; i < ASKED_ASPECTS; i++) {
        const aspect = random.chance(0.5) ? focusOf(outside) : random.pick(OUTSIDE_ASPECTS);
        const question = random
          .pick(LINKS)
          .replace("$", () => focusOf(inside))
          .replace("%", () => aspect);
        await add(question, false);
      }
      for (const name of MADE_UP) {
        const record = random.pick(of(random.pick(inside)));
        await add(reword(record.qtype, name, `what is ${name}`, random), false);
      }
    }
  return found;
}

/** Logistic regression with no negative weight; answerable and unanswerable questions count the same in all. */
export async function learnEvidence(
  data: TrainingData,
  embedder: StaticEmbeddings,
  resources: Resources,
): Promise<EvidenceModel> {
  const rows = await examples(data, embedder, resources);
  const positives = rows.filter(({ answerable }) => answerable).length;
  const weights = EVIDENCE.map(() => 1);
  let bias = -3;
  for (let step = 0; step < STEPS; step++) {
    const gradient = EVIDENCE.map(() => 0);
    let gradientBias = 0;
    for (const { evidence, answerable } of rows) {
      const sum = evidence.reduce(
        (total, value, i) => total + value * (weights[i] as number),
        bias,
      );
      const share = 1 / (answerable ? positives : rows.length - positives);
      const error = (1 / (1 + Math.exp(-sum)) - (answerable ? 1 : 0)) * share;
      evidence.forEach((value, i) => {
        gradient[i] = (gradient[i] as number) + error * value;
      });
      gradientBias += error;
    }
    for (let i = 0; i < weights.length; i++) {
      const held = weights[i] as number;
      weights[i] = Math.max(0, held - RATE * (gradient[i] as number) - SHRINK * held);
    }
    bias -= RATE * gradientBias;
  }
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    bias: round(bias),
    weights: Object.fromEntries(EVIDENCE.map((name, i) => [name, round(weights[i] as number)])),
  };
}
