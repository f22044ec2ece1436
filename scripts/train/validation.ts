/** Held-out documents and messages enter; messy questions with their right passages leave, and the numbers a ranker scores on them. */

import { Bm25, best } from "./bm25";
import type { TrainingData } from "./data";
import { collectChatter, reword, withChatter, withTypos } from "./mess";
import { medicalWords } from "./names";
import { countWords, passagesOf } from "./passages";
import { type Random, seeded } from "./random";
import { documentKey, isHeldOut, isHeldOutMessage } from "./split";

export interface Task {
  name: string;
  passages: string[];
  questions: { text: string; right: Set<number> }[];
}

export interface Score {
  ndcg10: number;
  recall10: number;
}

const DISTRACTORS = 2000;
const QUESTIONS = 1000;
const FEWEST_WORDS = 40;
const MOST_WORDS = 300;
/** See CLEAR_LEAD in pairs: a match must be this clear to count as the truth. */
const CLEAR_LEAD = 1.05;

interface Place {
  text: string;
  key: string;
  topic: string;
  question: string;
}

/** Builds the two validation tasks; the same every time. */
export function buildTasks(data: TrainingData): Task[] {
  const random = seeded(20240607);
  const held: Place[] = [];
  const rest: Place[] = [];
  for (const record of data.answered) {
    const places = isHeldOut(documentKey(record)) ? held : rest;
    const topic = record.focus.toLowerCase();
    for (const text of passagesOf(record.answer)) {
      const words = countWords(text);
      if (words < FEWEST_WORDS || words > MOST_WORDS) continue;
      places.push({ text, key: `${topic}|${record.qtype}`, topic, question: record.question });
    }
  }
  const distractors = random.shuffle([...rest]).slice(0, DISTRACTORS);
  const places = [...held, ...distractors];
  return [messyQuestions(data, places, random), realMessages(data, places, [...held, ...rest])];
}

function messyQuestions(data: TrainingData, places: Place[], random: Random): Task {
  const chatter = collectChatter(
    data.messages.filter((message) => isHeldOutMessage(message.id)),
    medicalWords(data),
  );
  const byKey = new Map<string, Set<number>>();
  places.forEach(({ key }, index) => {
    byKey.set(key, (byKey.get(key) ?? new Set()).add(index));
  });
  const records = random.shuffle(data.answered.filter((record) => isHeldOut(documentKey(record))));
  const questions: Task["questions"] = [];
  for (const record of records) {
    const right = byKey.get(`${record.focus.toLowerCase()}|${record.qtype}`);
    if (!right || questions.length >= QUESTIONS) continue;
    const topic =
      record.synonyms.length > 0 && random.chance(0.5)
        ? random.pick(record.synonyms)
        : record.focus;
    const tidy = record.question.replace(record.focus, () => topic);
    const asked = random.chance(0.6) ? reword(record.qtype, topic, tidy, random) : tidy;
    const text = random.chance(0.8) ? withChatter(asked, chatter, random) : asked;
    questions.push({ text: withTypos(text, 0.05, random), right });
  }
  return { name: "messy", passages: places.map(({ text }) => text), questions };
}

/** Real messages nobody trained on, judged by where their expert summary clearly leads. */
function realMessages(data: TrainingData, base: Place[], all: Place[]): Task {
  const ranker = new Bm25(all.map(({ question, text }) => `${question} ${text}`));
  const index = new Map<Place, number>();
  const passages: string[] = [];
  const place = (item: Place): number => {
    let held = index.get(item);
    if (held === undefined) {
      held = passages.length;
      index.set(item, held);
      passages.push(item.text);
    }
    return held;
  };
  base.forEach(place);
  const questions: Task["questions"] = [];
  for (const message of data.messages) {
    if (!isHeldOutMessage(message.id)) continue;
    const scores = ranker.scores(message.summary);
    const top = best(scores, 40);
    const first = top[0];
    if (first === undefined) continue;
    const topic = all[first]?.topic;
    const rival = top.find((at) => all[at]?.topic !== topic);
    if (rival !== undefined && (scores[first] as number) < CLEAR_LEAD * (scores[rival] as number))
      continue;
    const right = new Set<number>();
    for (const at of top) {
      const item = all[at];
      if (!item) continue;
      const passage = place(item);
      if (item.topic === topic && (scores[at] as number) >= 0.8 * (scores[first] as number))
        right.add(passage);
    }
    questions.push({ text: message.chq, right });
  }
  return { name: "messages", passages, questions };
}

/** Mean nDCG@10 (every right passage counts 1) and the share of at most ten right passages found in the first ten. */
export function measure(task: Task, score: (question: string) => ArrayLike<number>): Score {
  let ndcg = 0;
  let recall = 0;
  for (const { text, right } of task.questions) {
    let gain = 0;
    let ideal = 0;
    let found = 0;
    best(score(text), 10).forEach((passage, rank) => {
      if (!right.has(passage)) return;
      gain += 1 / Math.log2(rank + 2);
      found++;
    });
    for (let rank = 0; rank < Math.min(10, right.size); rank++) ideal += 1 / Math.log2(rank + 2);
    ndcg += gain / ideal;
    recall += found / Math.min(10, right.size);
  }
  return { ndcg10: ndcg / task.questions.length, recall10: recall / task.questions.length };
}

/** Scores an encoder alone, BM25 alone and both together (0.5 x BM25 / its maximum + cosine) on one task. */
export function compare(
  task: Task,
  embed: (text: string) => Float32Array,
  lexical: Bm25,
): { model: Score; bm25: Score; both: Score } {
  const vectors = task.passages.map(embed);
  const cosines = (question: string): Float64Array => {
    const asked = embed(question);
    return Float64Array.from(vectors, (vector) => {
      let sum = 0;
      for (let k = 0; k < vector.length; k++) sum += (vector[k] as number) * (asked[k] as number);
      return sum;
    });
  };
  return {
    model: measure(task, cosines),
    bm25: measure(task, (question) => lexical.scores(question)),
    both: measure(task, (question) => {
      const words = lexical.scores(question);
      const top = words.reduce((most, score) => Math.max(most, score), 1e-9);
      return cosines(question).map((cosine, i) => cosine + (0.5 * (words[i] as number)) / top);
    }),
  };
}
