/** Training records enter; for every epoch a fresh list of question and text pairs leaves, as messy as patients write. */

import { tokenise } from "@/lib/search-index/embeddings/tokenise";
import { Bm25, best } from "./bm25";
import type { Answered, Message, TrainingData } from "./data";
import { DOMAIN } from "./domain";
import { LAY_TERMS } from "./lay";
import { type Chatter, collectChatter, inLayWords, reword, withChatter, withTypos } from "./mess";
import { medicalWords } from "./names";
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

/** How often each kind of pair is drawn in an epoch; models/README.md says what was tried. */
export interface Recipe {
  /** Questions for each answer, each with a passage of it. */
  questions: number;
  /** Names of the topic for each answer. */
  focus: number;
  /** Sentences taken out of a passage, each with the rest of it. */
  sentence: number;
  /** Pairs of names of one thing. */
  synonyms: number;
  /** A message with its one-line summary. */
  summaries: number;
  /** A message with a passage that clearly answers its summary. */
  messagePassages: number;
  /** Entries of the domain list, twice each. */
  domain: number;
  /** Entries of the lay list. */
  layPairs: number;
  /** Share of questions with chatter around them. */
  messy: number;
  /** Share of clinical words in questions put into lay ones. */
  lay: number;
  /** Share of words misspelt. */
  typos: number;
  /** Pairs of one document next to each other in a batch. Safe 2 to 8: more make a batch too uniform. */
  run: number;
}

export const RECIPE: Recipe = {
  questions: 2,
  focus: 0.4,
  sentence: 0.7,
  synonyms: 1,
  summaries: 5,
  messagePassages: 1.7,
  domain: 3,
  layPairs: 1,
  messy: 0.75,
  lay: 0.1,
  typos: 0.04,
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
    for (const { clinical, lay } of LAY_TERMS) yield tokenise(`${clinical} ${lay.join(" ")}`);
    for (const { names, meaning } of DOMAIN) yield tokenise(`${names.join(" ")} ${meaning}`);
  }

  /** Draws an epoch, in training order. */
  epoch(random: Random): Pair[] {
    const { recipe } = this;
    const pairs: Pair[] = [];
    const times = (mean: number): number =>
      Math.floor(mean) + (random.chance(mean - Math.floor(mean)) ? 1 : 0);
    const mess = (tidy: string): string => {
      const text = inLayWords(tidy, recipe.lay, random);
      return random.chance(recipe.messy)
        ? withTypos(withChatter(text, this.chatter, random), recipe.typos, random)
        : random.chance(0.3)
          ? withTypos(text, recipe.typos * 2, random)
          : text;
    };
    for (const source of this.sources) {
      const { record, topic, facet, block } = source;
      const add = (question: string, words: string[], pairFacet: number, weight = 1): void => {
        pairs.push({
          question: tokenise(question),
          text: words,
          topic,
          facet: pairFacet,
          weight,
          block,
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
      for (let n = times(recipe.questions); n > 0; n--) {
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
      for (let n = times(recipe.messagePassages); n > 0; n--)
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
    own += DOMAIN.length;
    for (const [index, { clinical, lay }] of LAY_TERMS.entries())
      for (let n = times(recipe.layPairs); n > 0; n--) {
        const [a, b] = random.shuffle([clinical, random.pick(lay)]);
        const topic = own + index;
        pairs.push({
          question: tokenise(a as string),
          text: tokenise(b as string),
          topic,
          facet: 0,
          weight: 0.5,
          block: -1 - topic,
        });
      }
    return inBlocks(pairs, recipe.run, random);
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
