/** Questions, messages and answers enter; the table of stems (topic or chatter, rare or common) and the salience model leave. */

import { messageTerms, type SalienceModel, type WordTable } from "@/lib/retrieve/salience";
import { lexicalTerms } from "@/lib/search-index/lexical";
import type { Message, TrainingData } from "../train/data";

/** Stems seen less often say too little. Safe 3 to 10. */
const FEWEST_SEEN = 4;
const CLIP = 4;

const round = (value: number) => Math.round(value * 100) / 100;
const clip = (value: number) => Math.max(-CLIP, Math.min(CLIP, value));

function add(counts: Map<string, number>, terms: Iterable<string>): number {
  let total = 0;
  for (const term of terms) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
    total++;
  }
  return total;
}

/**
 * Compares how often a stem is in topics, one-line questions and passages with how often it is in what messages say around them.
 * @param messages only these are counted, so that some can be kept aside
 */
export function wordTable(data: TrainingData, messages: readonly Message[]): WordTable {
  const topics = new Map<string, number>();
  const chatter = new Map<string, number>();
  const passages = new Map<string, number>();
  let inTopics = 0;
  let inChatter = 0;
  for (const record of [...data.answered, ...data.unanswered])
    inTopics += add(topics, new Set(lexicalTerms(record.focus)));
  for (const { drug } of data.drugs) inTopics += add(topics, lexicalTerms(drug));
  for (const { answer } of data.answered) add(passages, new Set(lexicalTerms(answer)));
  for (const { chq, summary } of messages) {
    const kept = new Set(lexicalTerms(summary));
    // A message is worth many topics: there are few of them, and they are the real thing.
    for (let i = 0; i < 5; i++) inTopics += add(topics, kept);
    inChatter += add(
      chatter,
      [...new Set(lexicalTerms(chq))].filter((term) => !kept.has(term)),
    );
  }
  const table: Record<string, readonly [number, number]> = {};
  const stems = new Set([...topics.keys(), ...chatter.keys(), ...passages.keys()]);
  const count = data.answered.length;
  for (const stem of [...stems].sort()) {
    const seen = passages.get(stem) ?? 0;
    const talked = chatter.get(stem) ?? 0;
    const named = topics.get(stem) ?? 0;
    if (seen + talked * 3 + named < FEWEST_SEEN) continue;
    const topical = Math.log(((named + 1) / inTopics) * (inChatter / (talked + 1)));
    table[stem] = [round(clip(topical)), round(Math.log(1 + (count - seen + 0.5) / (seen + 0.5)))];
  }
  return table;
}

/** Fits the chance that a term of a message is kept in its expert summary (logistic regression, plain gradient descent). */
export function fitSalience(messages: readonly Message[], table: WordTable): SalienceModel {
  const rows = messages.flatMap(({ chq, summary }) => {
    const kept = new Set(lexicalTerms(summary));
    const terms = messageTerms(chq, "en", table);
    return terms.map(({ term, features }) => ({
      features,
      label: kept.has(term) ? 1 : 0,
      weight: 1 / Math.sqrt(terms.length),
    }));
  });
  const size = rows[0]?.features.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  let bias = 0;
  for (let step = 0; step < 800; step++) {
    const gradient = new Array<number>(size).fill(0);
    let gradientBias = 0;
    let total = 0;
    for (const { features, label, weight } of rows) {
      let sum = bias;
      for (let i = 0; i < size; i++) sum += (features[i] as number) * (weights[i] as number);
      const error = (1 / (1 + Math.exp(-sum)) - label) * weight;
      for (let i = 0; i < size; i++)
        gradient[i] = (gradient[i] as number) + error * (features[i] as number);
      gradientBias += error;
      total += weight;
    }
    const rate = 2 / total;
    for (let i = 0; i < size; i++)
      weights[i] =
        (weights[i] as number) - rate * (gradient[i] as number) - 1e-4 * (weights[i] as number);
    bias -= rate * gradientBias;
  }
  return { bias: round(bias), weights: weights.map(round) };
}
