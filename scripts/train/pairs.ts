/** Training records enter; for every epoch a fresh list of question and text pairs leaves, as messy as patients write. */

import { tokenise } from "@/lib/search-index/embeddings/tokenise";
import { Bm25, best, STOP_WORDS } from "./bm25";
import type { Answered, Message, TrainingData } from "./data";
import { DOMAIN } from "./domain";
import { type Chatter, collectChatter, reword, withChatter, withTypos } from "./mess";
import { passagesOf, sentences } from "./passages";
import type { Random } from "./random";
import { documentKey, isHeldOut, isHeldOutMessage } from "./split";

/** A question and a text that answers it. */
export interface Pair {
  question: string[];
  text: string[];
  /** What it is about; two pairs of one topic are wrong answers to each other only if their facets differ. */
  topic: number;
  /** Which kind of fact, or 0 when any passage on the topic would do. */
  facet: number;
  weight: number;
  /** Pairs of one block stay together in a batch, where they are hard to tell apart. */
  block: number;
}

/** How often and how strongly each kind of pair is trained on; see models/README.md for what each is worth. */
export interface Recipe {
  questionsAnEpoch: number;
  messy: number;
  focus: number;
  sentence: number;
  synonyms: number;
  summaries: number;
  messagePassages: number;
  domain: number;
  typos: number;
  grouped: boolean;
  byWord: boolean;
  run: number;
}

export const RECIPE: Recipe = {
  questionsAnEpoch: 2,
  messy: 0.5,
  focus: 0.4,
  sentence: 0.4,
  synonyms: 1,
  summaries: 3,
  messagePassages: 3,
  domain: 3,
  typos: 0.04,
  grouped: true,
  byWord: false,
  run: 4,
};

/** A BM25 score this many times that of the best passage on another topic makes the match safe to learn from. Safe 1.1 to 1.5. */
const CLEAR_LEAD = 1.15;

interface Source {
  record: Answered;
  passages: string[];
  words: string[][];
  topic: number;
  facet: number;
  block: number;
}

/** Everything an epoch is drawn from, held-out documents and messages left out. */
export class PairSource {
  readonly chatter: Chatter;
  readonly sources: Source[] = [];
  readonly messages: Message[];
  readonly #synonyms: { names: string[]; topic: number }[] = [];
  readonly #matches: { message: Message; source: Source; passage: number }[] = [];
  readonly #topics = new Map<string, number>();
  readonly #facets = new Map<string, number>();
  readonly #words = new Map<string, number>();
  readonly #blocks = new Map<string, number>();

  constructor(
    data: TrainingData,
    readonly recipe: Recipe,
  ) {
    for (const record of data.answered) {
      const key = documentKey(record);
      if (isHeldOut(key)) continue;
      const passages = passagesOf(record.answer);
      if (passages.length === 0) continue;
      this.sources.push({
        record,
        passages,
        words: passages.map(tokenise),
        topic: number(this.#topics, record.focus.toLowerCase()),
        facet: number(this.#facets, record.qtype) + 1,
        block: number(this.#blocks, key),
      });
    }
    for (const record of data.synonyms) {
      if (isHeldOut(documentKey(record)) || record.synonyms.length === 0) continue;
      this.#synonyms.push({
        names: [record.focus, ...record.synonyms],
        topic: number(this.#topics, record.focus.toLowerCase()),
      });
    }
    this.messages = data.messages.filter((message) => !isHeldOutMessage(message.id));
    this.chatter = collectChatter(this.messages, medicalWords(data));
    this.#matchMessages();
  }

  /** Finds the passages that clearly answer a message's one-line summary. */
  #matchMessages(): void {
    const places = this.sources.flatMap((source) =>
      source.passages.map((text, passage) => ({ source, passage, text })),
    );
    const ranker = new Bm25(places.map(({ source, text }) => `${source.record.question} ${text}`));
    for (const message of this.messages) {
      const scores = ranker.scores(message.summary);
      const top = best(scores, 30);
      const first = top[0];
      if (first === undefined) continue;
      const topic = places[first]?.source.topic;
      const rival = top.find((index) => places[index]?.source.topic !== topic);
      const lead =
        (scores[first] as number) / (rival === undefined ? 1 : (scores[rival] as number));
      if (lead < CLEAR_LEAD) continue;
      for (const index of top.slice(0, 3)) {
        const place = places[index];
        if (place && place.source.topic === topic)
          this.#matches.push({ message, source: place.source, passage: place.passage });
      }
    }
  }

  /** Texts for counting words. */
  *texts(): Generator<string[]> {
    for (const source of this.sources) {
      yield* source.words;
      yield tokenise(source.record.question);
    }
    for (const { names } of this.#synonyms) for (const name of names) yield tokenise(name);
    for (const { chq, summary } of this.messages) yield tokenise(`${chq} ${summary}`);
    for (const { names, meaning } of DOMAIN) yield tokenise(`${names.join(" ")} ${meaning}`);
  }

  /** Draws an epoch, in training order. */
  epoch(random: Random): Pair[] {
    const { recipe } = this;
    const pairs: Pair[] = [];
    const times = (mean: number): number =>
      Math.floor(mean) + (random.chance(mean - Math.floor(mean)) ? 1 : 0);
    const mess = (text: string): string =>
      random.chance(recipe.messy)
        ? withTypos(withChatter(text, this.chatter, random), recipe.typos, random)
        : random.chance(0.3)
          ? withTypos(text, recipe.typos * 2, random)
          : text;
    for (const source of this.sources) {
      const { record, topic, facet, block } = source;
      const focusWords = tokenise(record.focus).filter(
        (word) => !STOP_WORDS.has(word) && word.length > 2,
      );
      const shared =
        recipe.byWord && focusWords.length > 0
          ? 1e6 + number(this.#words, random.pick(focusWords))
          : block;
      const add = (question: string, words: string[], pairFacet: number, weight = 1): void => {
        pairs.push({
          question: tokenise(question),
          text: words,
          topic,
          facet: pairFacet,
          weight,
          block: shared,
        });
      };
      const passage = (): string[] => {
        const at = random.chance(0.5) ? 0 : random.below(source.words.length);
        return source.words[at] as string[];
      };
      const name = (): string =>
        record.synonyms.length > 0 && random.chance(0.4)
          ? random.pick(record.synonyms)
          : record.focus;
      for (let n = times(recipe.questionsAnEpoch); n > 0; n--) {
        const called = name();
        const tidy = record.question.replace(record.focus, () => called);
        const question = random.chance(0.6) ? reword(record.qtype, called, tidy, random) : tidy;
        add(mess(question), passage(), facet);
      }
      for (let n = times(recipe.focus); n > 0; n--) add(mess(name()), passage(), 0);
      for (let n = times(recipe.sentence); n > 0; n--) {
        const at = random.below(source.passages.length);
        const parts = sentences(source.passages[at] as string);
        if (parts.length < 3) continue;
        const [held] = parts.splice(random.below(parts.length), 1);
        add(mess(held as string), tokenise(parts.join(" ")), 0);
      }
    }
    for (const { names, topic } of this.#synonyms) {
      const block = -1 - topic;
      for (let n = times(recipe.synonyms); n > 0; n--) {
        const [a, b] = random.shuffle([...names]);
        pairs.push({
          question: tokenise(withTypos(a as string, recipe.typos * 2, random)),
          text: tokenise(b as string),
          topic,
          facet: 0,
          weight: 0.5,
          block,
        });
      }
    }
    let own = this.#topics.size;
    for (const { chq, summary } of this.messages)
      for (let n = times(recipe.summaries); n > 0; n--) {
        const topic = own++;
        pairs.push({
          question: tokenise(thinned(chq, random)),
          text: tokenise(summary),
          topic,
          facet: 0,
          weight: 1,
          block: -1 - topic,
        });
      }
    for (const { message, source, passage } of this.#matches)
      for (let n = times(recipe.messagePassages / 3); n > 0; n--)
        pairs.push({
          question: tokenise(random.chance(0.3) ? message.summary : thinned(message.chq, random)),
          text: source.words[passage] as string[],
          topic: source.topic,
          facet: 0,
          weight: 1,
          block: source.block,
        });
    for (const [index, { names, meaning }] of DOMAIN.entries()) {
      const topic = own + index;
      const add = (text: string): void => {
        const question = mess(random.pick(names));
        pairs.push({
          question: tokenise(question),
          text: tokenise(text),
          topic,
          facet: 0,
          weight: 1,
          block: -1 - topic,
        });
      };
      for (let n = times(recipe.domain); n > 0; n--) {
        add(`${random.pick(names)}. ${meaning}`);
        add(random.chance(0.5) ? random.pick(names) : meaning);
      }
    }
    return recipe.grouped ? inBlocks(pairs, recipe.run, random) : random.shuffle(pairs);
  }
}

/** A message with some sentences left out, so that the same message is not seen twice. */
function thinned(message: string, random: Random): string {
  const parts = sentences(message);
  const kept = parts.filter(() => random.chance(0.85));
  return (kept.length > 0 ? kept : parts).join(" ");
}

/** Pairs in random order, those of one block next to each other in small runs. */
function inBlocks(pairs: Pair[], run: number, random: Random): Pair[] {
  const blocks = new Map<number, Pair[]>();
  for (const pair of random.shuffle(pairs)) {
    const held = blocks.get(pair.block);
    if (held) held.push(pair);
    else blocks.set(pair.block, [pair]);
  }
  const runs: Pair[][] = [];
  for (const held of blocks.values())
    for (let at = 0; at < held.length; at += run) runs.push(held.slice(at, at + run));
  return random.shuffle(runs).flat();
}

/** Words of disease and drug names that are not everyday words. */
export function medicalWords(data: TrainingData): Set<string> {
  const everyday = new Set(
    "a and of the in to for with by or on your at from people who what how i need know type about problems care health getting help men women child children adults disease conditions low high new long home family living".split(
      " ",
    ),
  );
  const words = new Set<string>();
  const add = (name: string): void => {
    for (const word of tokenise(name)) if (word.length > 2 && !everyday.has(word)) words.add(word);
  };
  for (const { focus, synonyms } of data.synonyms) [focus, ...synonyms].forEach(add);
  for (const { drug, synonyms } of data.drugs) [drug, ...synonyms].forEach(add);
  for (const { names } of DOMAIN) names.forEach(add);
  return words;
}

function number(table: Map<string, number>, key: string): number {
  let held = table.get(key);
  if (held === undefined) {
    held = table.size;
    table.set(key, held);
  }
  return held;
}

/** Whether the text of pair j would also answer the question of pair i. */
export function alsoRight(a: Pair, b: Pair): boolean {
  return a.topic === b.topic && (a.facet === 0 || b.facet === 0 || a.facet === b.facet);
}
