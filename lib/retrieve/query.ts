/** A completed question enters; what to search for leaves: mended text, weighed terms, concepts with their other names, kinds asked. */

import { isSpanish, translateTerms } from "@/lib/search-index/embeddings/spanish";
import { lexicalTerms, surfaceWords, termOf } from "@/lib/search-index/lexical";
import { type Concept, SHORT_QUESTION } from "./features";
import { kindsAsked } from "./kinds";
import type { ContentIndex } from "./memory-index";
import type { Resources } from "./resources";
import {
  type MessageTerm,
  messageSentences,
  messageTerms,
  questionOf,
  salienceOf,
  unknownRarity,
  withoutHearsay,
} from "./salience";
import type { Speller } from "./spelling";

/** Characters of a question that are read. The API allows 2,000; a person's history may add some. */
const MOST_CHARACTERS = 5_000;
/** What the least salient word of a message still counts, against the most salient. Safe 0.02 to 0.2. */
const LEAST_SALIENCE = 0.05;
/** A word at least this salient, against the most salient one, belongs to the gist. Safe 0.15 to 0.5. */
const GIST = 0.25;
/** What another name weighs in the word search against the name itself. Safe 0.3 to 0.8. */
const SYNONYM_WEIGHT = 0.5;
/** A word nobody knows of at least this many letters is taken for a name. Safe 5 to 8. */
const SHORTEST_NAME = 6;
/** Log odds at which a word is a topic and nothing else. */
const CLEAR_TOPIC = 4;
/** How much a Spanish word matters that could not be translated and that the index lacks. Safe 1 to 4. */
const LEFT_OVER = 2;
/** Stems of words that say how something is asked, not what: a passage need not hold them. Our own list. */
export const ASKING: ReadonlySet<string> = new Set(
  surfaceWords(
    `explain explained define definition describe mean meaning simple simply plain words word recognize recognise notice
    spot identify decide decides decided determine settle figure ring phone dial heard hear said true false right wrong
    friend buddy mate guy guys stuff bought happen happens exactly basically summarize summary overview difference
    tougher harder easier worst usual typical bring crank kick`,
  ).map((word) => termOf(word)),
);
/** Stems of particulars: whoever asks about one is not answered by a passage that leaves it out. Our own list. */
const PARTICULARS = new Set(
  surfaceWords(
    `dog cat pet horse puppy kitten bird parrot animal vet grapefruit juice coffee milk tea alcohol beer wine chocolate
    price cost costs insurance invented inventor discovered laboratory company manufacturer owns stock
    canada mexico europe india japan norway germany france spain australia airplane airport travel passport
    tattoo vaccine`,
  ).map((word) => termOf(word)),
);
/** How far a particular names what is asked: more than a medicine, which other words of the question may stand for. Safe 1 to 2. */
const PARTICULAR = 1.8;
/** What a word of asking counts against another. Safe 0.1 to 0.5. */
export const ASKING_WEIGHT = 0.25;
/** What a word that stands around the question counts for whether a passage answers it. Safe 0.1 to 0.6. */
const AROUND = 0.3;
/** A word with such an ending is no name, whoever knows it. */
const INFLECTED = /(?:ing|ed|ly|ness)$/;
/** What words taken over from the conversation weigh against the question's own. Safe 0.4 to 1. */
export const CONTEXT_WEIGHT = 0.6;

/** What to look for in passages of one language. */
export interface Reading {
  readonly terms: ReadonlyMap<string, number>;
  readonly concepts: readonly Concept[];
  /** Neighbouring terms of the question. */
  readonly pairs: readonly (readonly [string, string])[];
}

export interface Query {
  /** The question with its spelling mended, in its own language. */
  readonly text: string;
  readonly language: string;
  /** What the embedder gets. */
  readonly meaning: string;
  /** The few words the message is about, for the embedder; empty when that is the whole of it. */
  readonly gist: string;
  /** By the language of the passages. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly kinds: readonly (readonly [number, number])[];
  /** The question as it is put, without what is said around it, by the language of the passages. */
  readonly wordings: ReadonlyMap<string, string>;
}

/** What {@link readQuery} needs to know about the index. */
export interface Reader {
  readonly index: Pick<ContentIndex, "documentFrequency" | "chunks">;
  readonly resources: Resources;
  readonly speller: Speller;
  readonly hasSpanish: boolean;
}

function mend(text: string, speller: Speller): string {
  return text.replace(/[\p{L}'’]{4,}/gu, (word) => {
    const [folded, more] = surfaceWords(word);
    const meant = folded && !more ? speller.correct(folded) : undefined;
    return meant ?? word;
  });
}

function rarityIn(index: Reader["index"], term: string): number {
  const found = index.documentFrequency(term);
  if (found === 0) return 0;
  const all = index.chunks.size;
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/** Other names for a question's terms, by term. */
function otherNames(text: string, language: string, { resources, index }: Reader) {
  const isIndexed = (name: string) =>
    lexicalTerms(name).every((term) => index.documentFrequency(term) > 0);
  const alternatives = new Map<string, (readonly string[])[]>();
  const reviewed: string[] = [];
  for (const sentence of messageSentences(text)) {
    const words = surfaceWords(sentence);
    for (const found of resources.synonyms.find(words)) {
      reviewed.push(...found.reviewed.filter(isIndexed).slice(0, 2));
      for (const word of words.slice(found.start, found.end)) {
        const term = termOf(word, language);
        if (term)
          alternatives.set(term, [...(alternatives.get(term) ?? []), ...found.alternatives]);
      }
    }
  }
  return { alternatives, reviewed };
}

function neighbours(text: string, language: string): [string, string][] {
  const pairs: [string, string][] = [];
  for (const sentence of messageSentences(text)) {
    let last = "";
    for (const word of surfaceWords(sentence)) {
      const term = termOf(word, language);
      if (!term) continue;
      if (last && last !== term) pairs.push([last, term]);
      last = term;
    }
  }
  return pairs;
}

interface Weighed {
  readonly item: MessageTerm;
  readonly salience: number;
}

function weigh(
  text: string,
  context: string,
  language: string,
  { resources, index }: Reader,
): readonly Weighed[] {
  const isName = (term: string, word: string) =>
    index.documentFrequency(term) > 0 || resources.medicines.has(word);
  const own = messageTerms(text, language, resources.words, isName);
  const taken = new Set(own.map(({ term }) => term));
  const added = messageTerms(context, language, resources.words, isName).filter(
    ({ term }) => !taken.has(term),
  );
  const all = [
    ...own.map((item) => ({ item, salience: salienceOf(item, resources.salience) })),
    ...added.map((item) => ({
      item,
      salience: salienceOf(item, resources.salience) * CONTEXT_WEIGHT,
    })),
  ];
  const top = all.reduce((most, { salience }) => Math.max(most, salience), 1e-9);
  return all.map(({ item, salience }) => ({ item, salience: salience / top }));
}

/** How far a word names the one thing asked about, 0 to 1: a medicine, a name nobody knows, a topic. */
function namedness({ term, word }: MessageTerm, rarity: number, resources: Resources): number {
  if (PARTICULARS.has(term)) return PARTICULAR;
  if (resources.medicines.has(word)) return 1;
  const known = resources.words[term];
  if (!known) return rarity > 0 || (word.length >= SHORTEST_NAME && !INFLECTED.test(word)) ? 1 : 0;
  return Math.max(0, Math.min(1, known[0] / CLEAR_TOPIC));
}

function reading(
  text: string,
  weighed: readonly Weighed[],
  alternatives: ReadonlyMap<string, readonly (readonly string[])[]>,
  language: string,
  { index, resources }: Reader,
  around: (term: string) => boolean,
  leftOver: ReadonlySet<string> = new Set(),
): Reading {
  const { words } = resources;
  const terms = new Map<string, number>();
  const concepts: Concept[] = [];
  for (const { item, salience } of weighed) {
    const weight = LEAST_SALIENCE + (1 - LEAST_SALIENCE) * salience;
    const others = alternatives.get(item.term) ?? [];
    terms.set(item.term, weight * (1 + Math.log(item.count)));
    // A word the index lacks is as rare as the rarest of its other names.
    const rarity = Math.max(
      rarityIn(index, item.term),
      ...others.map((names) => Math.min(...names.map((term) => rarityIn(index, term)))),
    );
    const named = language === "en" ? namedness(item, rarity, resources) : 0;
    // What is said about a name nobody knows does not stand in for it.
    const isName = named === 1 && (words[item.term]?.[0] ?? CLEAR_TOPIC) >= CLEAR_TOPIC;
    const central = isName ? Math.min(1, SHORT_QUESTION ** 2 / weighed.length) : 0;
    const isAsking = ASKING.has(item.term) && weighed.length > 1;
    const isLeftOver = leftOver.has(item.word);
    const share = around(item.term) ? AROUND : 1;
    concepts.push({
      term: item.term,
      weight: weight * rarity,
      alternatives: others,
      importance: isLeftOver
        ? LEFT_OVER * salience
        : Math.max(salience, central) *
          (words[item.term]?.[1] ?? unknownRarity(item.word)) *
          (isAsking ? ASKING_WEIGHT : 1) *
          share,
      named: isLeftOver || isAsking ? 0 : named * share,
      absent: rarity === 0,
    });
  }
  for (const { term, alternatives: others } of concepts) {
    const weight = terms.get(term) ?? 0;
    for (const names of others)
      for (const name of names)
        terms.set(
          name,
          Math.max(terms.get(name) ?? 0, (weight * SYNONYM_WEIGHT) / Math.sqrt(names.length)),
        );
  }
  return { terms, concepts, pairs: neighbours(text, language) };
}

/** Tells the terms of a message that stand around its question and not in it. */
function outside(message: string, language: string): (term: string) => boolean {
  const question = questionOf(message);
  if (question === message) return () => false;
  const termsOf = (text: string) =>
    new Set(surfaceWords(text).map((word) => termOf(word, language)));
  const inside = termsOf(question);
  const all = termsOf(message);
  return (term) => all.has(term) && !inside.has(term);
}

/** Everything a search needs to know about a question. */
export function readQuery(
  question: string,
  context: string,
  language: string | undefined,
  reader: Reader,
): Query {
  const { resources } = reader;
  const asked = withoutHearsay(question.slice(0, MOST_CHARACTERS));
  const spanish = language?.startsWith("es") || isSpanish(asked);
  // The mark makes a phrase too short to be told apart be read as what the caller says it is.
  const english = spanish
    ? mend(translateTerms(`¿${asked}`), reader.speller).replace("¿", "")
    : mend(asked, reader.speller);
  const text = spanish ? asked : english;
  const englishContext = isSpanish(context) ? translateTerms(context) : context;
  const { alternatives, reviewed } = otherNames(`${english}\n${englishContext}`, "en", reader);
  const isUnknown = (word: string) =>
    reader.index.documentFrequency(termOf(word)) === 0 && !resources.medicines.has(word);
  const leftOver = new Set(spanish ? surfaceWords(asked).filter(isUnknown) : []);
  const weighed = weigh(english, englishContext, "en", reader);
  const readings = new Map([
    ["en", reading(english, weighed, alternatives, "en", reader, outside(english, "en"), leftOver)],
  ]);
  if (spanish && reader.hasSpanish)
    readings.set(
      "es",
      reading(
        asked,
        weigh(asked, context, "es", reader),
        new Map(),
        "es",
        reader,
        outside(asked, "es"),
      ),
    );
  const gist = weighed.filter(({ salience }) => salience >= GIST).map(({ item }) => item.word);
  const names = [...new Set(reviewed)].join(" ");
  return {
    text,
    language: spanish ? "es" : (language ?? "en"),
    meaning: [english, englishContext, names].filter(Boolean).join("\n"),
    gist: gist.length < weighed.length ? [...gist, names].filter(Boolean).join(" ") : "",
    readings,
    kinds: kindsAsked(spanish ? `${text}\n${english}` : text),
    wordings: new Map([
      ["en", [questionOf(english), englishContext].filter(Boolean).join("\n")],
      ...(spanish
        ? [["es", [questionOf(asked), context].filter(Boolean).join("\n")] as const]
        : []),
    ]),
  };
}
