/** Records and general word vectors enter; trained weights leave, the same bytes every time. */

import { tokenise } from "@/lib/search-index/embeddings/tokenise";
import { contrast } from "./contrast";
import type { TrainingData } from "./data";
import { GLOVE_DIMENSIONS, type Glove } from "./glove";
import { LookupModel } from "./model";
import { medicalWords } from "./names";
import { alsoRight, type Pair, PairSource, RECIPE, type Recipe } from "./pairs";
import { type Random, seeded } from "./random";
import { chooseWords, countWordsIn, Vocabulary } from "./vocabulary";

/** What a training run can be told. */
export interface Settings {
  seed: number;
  dimensions: number;
  words: number;
  buckets: number;
  epochs: number;
  batch: number;
  rate: number;
  importanceRate: number;
  /** Share of a question's known words spelled out in pieces while training. */
  spelled: number;
  /** Share of words left out while training. */
  dropped: number;
  recipe: Recipe;
}

/** The settings of the shipped weights; models/README.md says what other values gave. */
export const SETTINGS: Settings = {
  seed: 7,
  dimensions: 256,
  words: 32_500,
  buckets: 12_000,
  epochs: 12,
  batch: 512,
  rate: 0.005,
  importanceRate: 0.01,
  spelled: 0.1,
  dropped: 0.1,
  recipe: RECIPE,
};

/** Start of the importance of a word of probability p: this / (this + p) (Arora 2017). Safe 1e-4 to 1e-2. */
const COMMON = 1e-3;

export interface Learned {
  model: LookupModel;
  vocabulary: Vocabulary;
  counts: Map<string, number>;
}

export function learn(
  data: TrainingData,
  glove: Glove,
  settings: Settings,
  progress: (share: number, note: string) => void,
): Learned {
  const random = seeded(settings.seed);
  const source = new PairSource(data, settings.recipe);
  const counts = countWordsIn(source.texts());
  for (const { question } of data.unanswered)
    for (const word of tokenise(question)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = chooseWords(counts, medicalWords(data), glove.words, settings.words, 2);
  const vocabulary = new Vocabulary(words, settings.buckets);
  const model = startingModel(vocabulary, counts, glove, settings, random);

  const total = settings.epochs;
  for (let epoch = 0; epoch < total; epoch++) {
    const pairs = source.epoch(random);
    let loss = 0;
    let batches = 0;
    for (let at = 0; at + settings.batch / 2 < pairs.length; at += settings.batch) {
      const batch = pairs.slice(at, at + settings.batch);
      const done = epoch + at / pairs.length;
      const slow = Math.min(1, done / 0.1) * Math.max(0.02, 1 - done / total);
      loss += trainOn(batch, model, vocabulary, settings, slow, random);
      batches++;
      if (batches % 10 === 0)
        progress(done / total, `epoch ${epoch + 1}, loss ${(loss / batches).toFixed(3)}`);
    }
    progress(
      (epoch + 1) / total,
      `epoch ${epoch + 1}, ${pairs.length} pairs, loss ${(loss / batches).toFixed(3)}`,
    );
  }
  return { model, vocabulary, counts };
}

function trainOn(
  batch: Pair[],
  model: LookupModel,
  vocabulary: Vocabulary,
  settings: Settings,
  slow: number,
  random: Random,
): number {
  const usable = batch.filter((pair) => pair.question.length > 0 && pair.text.length > 0);
  const questionBags = vocabulary.bags(
    usable.map(({ question }) => question),
    settings.spelled,
    settings.dropped,
    random,
  );
  const textBags = vocabulary.bags(
    usable.map(({ text }) => text),
    0,
    settings.dropped,
    random,
  );
  const questions = model.pool(questionBags);
  const texts = model.pool(textBags);
  const { loss, questionGradient, textGradient } = contrast(
    questions.unit,
    texts.unit,
    settings.dimensions,
    Float32Array.from(usable, ({ weight }) => weight),
    (i, j) => alsoRight(usable[i] as Pair, usable[j] as Pair),
  );
  model.backward(questionBags, questions, questionGradient);
  model.backward(textBags, texts, textGradient);
  model.step(settings.rate * slow, settings.importanceRate * slow);
  return loss;
}

/** General vectors, centred and of length 1, in the first dimensions; a little noise in the others. */
function startingModel(
  vocabulary: Vocabulary,
  counts: Map<string, number>,
  glove: Glove,
  settings: Settings,
  random: Random,
): LookupModel {
  const model = new LookupModel(vocabulary.rows, settings.dimensions);
  model.fillWithNoise(0.3 / Math.sqrt(settings.dimensions), random);
  const width = Math.min(GLOVE_DIMENSIONS, settings.dimensions);
  const mean = new Float64Array(GLOVE_DIMENSIONS);
  let known = 0;
  let occurrences = 0;
  for (const word of vocabulary.words) {
    occurrences += counts.get(word) ?? 0;
    const vector = glove.vectorOf(word);
    if (!vector) continue;
    known++;
    for (let k = 0; k < GLOVE_DIMENSIONS; k++)
      mean[k] = (mean[k] as number) + (vector[k] as number);
  }
  vocabulary.words.forEach((word, row) => {
    const probability = (counts.get(word) ?? 0) / occurrences;
    model.importance[row] = Math.log(COMMON / (COMMON + probability));
    const vector = glove.vectorOf(word);
    if (!vector) return;
    let squared = 1e-9;
    for (let k = 0; k < width; k++)
      squared += ((vector[k] as number) - (mean[k] as number) / known) ** 2;
    const scale = 1 / Math.sqrt(squared);
    for (let k = 0; k < width; k++)
      model.vectors[row * settings.dimensions + k] =
        ((vector[k] as number) - (mean[k] as number) / known) * scale;
  });
  return model;
}
