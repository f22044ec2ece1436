/** Chunks enter; how far the heading above each, read as a question, is the question asked leaves. */

import { askedOf, type Chunk, type Document } from "@/lib/content";
import { translateTerms } from "@/lib/search-index/embeddings/spanish";
import type { Scored } from "@/lib/search-index/search-index";
import type { HeadingMatch } from "./heading-match";
import { type Embed, HeadingVectors } from "./heading-vectors";
import { asksMeaning, isBare, mannersOf, sameManner } from "./manners";
import { keysOf } from "./plain-words";
import { ASKING, ASKING_WEIGHT, type Query } from "./query";

/** What a small word weighs in a heading against a content word equally rare. Safe 0.2 to 1. */
const SMALL_WORD = 0.5;
/** What another name for a word counts. Safe 0.7 to 1. */
const OTHER_NAME = 0.9;
/** A longer passage is a section, not an entry of a glossary. Characters. Safe 300 to 900. */
const LONGEST_ENTRY = 600;
/** How far "what is it?" is held back when more is asked, against an entry of a glossary. Safe 0.2 to 0.8. */
const MORE_ASKED = 0.5;
/** Sections whose words are remembered; cleared when full. Some 100 words each. Safe 500 to 20,000. */
const MOST_BODIES = 4_000;

/** Sections of a library small enough that every heading is compared with the question. Safe 500 to 5,000: 2 microseconds each. */
const SMALL_LIBRARY = 2_000;
/** Least likeness, in words, of a heading worth looking at whatever its passage says. Safe 0.4 to 0.8. */
const ALIKE = 0.5;

interface Heading {
  readonly text: string;
  readonly keys: ReadonlySet<string>;
  /** The keys of a Spanish heading in English, where more words are known to say the same. */
  readonly english?: ReadonlySet<string>;
  readonly manners: ReadonlySet<number>;
  readonly asksMeaning: boolean;
}

interface Token {
  readonly key: string;
  readonly others: readonly (readonly string[])[];
  readonly weight: number;
}

interface Asked {
  readonly tokens: readonly Token[];
  readonly total: number;
  readonly manners: ReadonlySet<number>;
  readonly asksMeaning: boolean;
}

/** A question made ready to be compared with headings. */
export interface PreparedQuestion {
  readonly byLanguage: ReadonlyMap<string, Asked>;
  readonly vectors: readonly Float32Array[];
}

const isSpanishCode = (language: string) => language.startsWith("es");

export class Headings {
  readonly #chunks: ReadonlyMap<string, Chunk>;
  /** The other ways in which a chunk's section is asked for, by chunk. */
  readonly #asked = new Map<string, readonly Heading[]>();
  readonly #headings = new Map<string, Heading>();
  readonly #definitions = new Map<string, boolean>();
  readonly #frequency = new Map<string, number>();
  readonly #bodies = new Map<string, ReadonlySet<string>>();
  readonly #meanings: HeadingVectors | undefined;

  /** @param embed when the embedder can only be asked over a network, meaning is left out */
  constructor(
    chunks: ReadonlyMap<string, Chunk>,
    documents: ReadonlyMap<string, Document> = new Map(),
    embed?: Embed,
  ) {
    this.#chunks = chunks;
    for (const chunk of chunks.values()) {
      const text = chunk.headingPath.at(-1);
      if (text) this.#read(text, chunk.language);
      const asked = askedOf(chunk, documents.get(chunk.documentId));
      if (asked.length > 0)
        this.#asked.set(
          chunk.id,
          asked.map((way) => this.#read(way, chunk.language)),
        );
    }
    this.#meanings =
      embed &&
      new HeadingVectors(
        embed,
        [...this.#headings.values()].map(({ text }) => text),
      );
  }

  #read(text: string, language: string): Heading {
    const held = this.#headings.get(`${language} ${text}`);
    if (held) return held;
    const keys = new Set(keysOf(text, language));
    for (const key of keys) this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
    const heading = {
      text,
      keys,
      ...(isSpanishCode(language) ? { english: new Set(keysOf(translateTerms(text))) } : {}),
      manners: mannersOf(text),
      asksMeaning: asksMeaning(text, language),
    };
    this.#headings.set(`${language} ${text}`, heading);
    return heading;
  }

  #weightOf(key: string): number {
    const rarity = Math.log(1 + this.#headings.size / (1 + (this.#frequency.get(key) ?? 0)));
    if (key.startsWith("=")) return SMALL_WORD * rarity;
    return ASKING.has(key) ? ASKING_WEIGHT * rarity : rarity;
  }

  prepare({ wordings, readings }: Query): PreparedQuestion {
    const byLanguage = new Map<string, Asked>();
    const vectors: Float32Array[] = [];
    if (this.#headings.size === 0) return { byLanguage, vectors };
    for (const [language, text] of wordings) {
      const concepts = new Map(
        (readings.get(language)?.concepts ?? []).map(({ term, alternatives }) => [
          term,
          alternatives,
        ]),
      );
      const tokens = [...new Set(keysOf(text, language))].map((key) => ({
        key,
        others: concepts.get(key) ?? [],
        weight: this.#weightOf(key),
      }));
      byLanguage.set(language, {
        tokens,
        total: tokens.reduce((sum, { weight }) => sum + weight, 0),
        manners: mannersOf(text),
        asksMeaning: asksMeaning(text, language),
      });
    }
    const english = wordings.get("en") ?? "";
    if (this.#meanings && english) vectors.push(this.#meanings.of(english));
    return { byLanguage, vectors };
  }

  /**
   * @returns nothing for a chunk without a heading
   * @param near how near the passage itself is in meaning, which a heading must beat to count
   * @param isClose whether the chunk is worth the dearer comparison of meanings
   */
  compare(
    id: string,
    prepared: PreparedQuestion,
    near: number,
    isClose = true,
  ): HeadingMatch | undefined {
    const chunk = this.#chunks.get(id);
    const text = chunk?.headingPath.at(-1);
    const heading = chunk && text && this.#headings.get(`${chunk.language} ${text}`);
    if (!heading) return undefined;
    const { byLanguage } = prepared;
    const asked = byLanguage.get(chunk.language.slice(0, 2)) ?? byLanguage.get("en");
    if (!asked) return undefined;
    const english = byLanguage.get("en");
    const wordingOf = ({ keys, english: translated }: Heading) =>
      Math.max(
        this.#wording(asked, keys),
        translated && english ? this.#wording(english, translated) : 0,
      );
    const nearness = (text: string) => this.#meanings?.nearness(text, prepared.vectors, near) ?? 0;
    const own = wordingOf(heading);
    const ways = [heading, ...(this.#asked.get(id) ?? [])];
    const wordings = ways.map((way, i) => (i === 0 ? own : wordingOf(way)));
    const first = chunk.sentences[0];
    return {
      headed: 1,
      wording: Math.max(...wordings),
      asks: isClose ? Math.max(...ways.map(({ text }) => nearness(text))) : 0,
      opener: isClose && first ? nearness(chunk.text.slice(first.start, first.end)) : 0,
      manner: Math.max(...ways.map(({ manners }) => sameManner(asked.manners, manners))),
      form: this.#form(chunk, heading, asked, own),
      says: isClose
        ? Math.max(
            this.#says(chunk, heading.keys, asked, chunk.language),
            heading.english && english ? this.#says(chunk, heading.english, english, "en") : 0,
          )
        : 0,
    };
  }

  /**
   * The sections whose heading is worded most like the question, in a small library: "who should not take it?" has
   * hardly a word to search for.
   * @returns ids of chunks, most alike first; none in a large library
   */
  alike({ byLanguage }: PreparedQuestion, limit: number): string[] {
    if (this.#chunks.size > SMALL_LIBRARY) return [];
    const found: Scored[] = [];
    for (const chunk of this.#chunks.values()) {
      const text = chunk.headingPath.at(-1);
      const heading = text && this.#headings.get(`${chunk.language} ${text}`);
      const asked = byLanguage.get(chunk.language.slice(0, 2));
      if (!heading || !asked) continue;
      const score = this.#wording(asked, heading.keys);
      if (score >= ALIKE) found.push({ id: chunk.id, score });
    }
    return found
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  #says(chunk: Chunk, heading: ReadonlySet<string>, { tokens }: Asked, language: string): number {
    const body = this.#bodyOf(chunk, language);
    let all = 0;
    let said = 0;
    for (const { key, weight } of tokens) {
      if (key.startsWith("=")) continue;
      all += weight;
      if (heading.has(key) || body.has(key)) said += weight;
    }
    return all > 0 ? said / all : 0;
  }

  /** A chunk's keys in its own language or, of a Spanish one, in English. */
  #bodyOf(chunk: Chunk, language: string): ReadonlySet<string> {
    const name = `${language} ${chunk.id}`;
    let body = this.#bodies.get(name);
    if (!body) {
      if (this.#bodies.size >= MOST_BODIES) this.#bodies.clear();
      const isTranslated = isSpanishCode(chunk.language) && !isSpanishCode(language);
      body = new Set(keysOf(isTranslated ? translateTerms(chunk.text) : chunk.text, language));
      this.#bodies.set(name, body);
    }
    return body;
  }

  /** Whether a chunk stands under a question, or under a heading that its author put into questions. */
  isQuestion(id: string): boolean {
    const text = this.#chunks.get(id)?.headingPath.at(-1);
    return this.#asked.has(id) || (text !== undefined && !isBare(text));
  }

  #wording({ tokens, total }: Asked, keys: ReadonlySet<string>): number {
    const met = new Set<string>();
    let both = 0;
    for (const { key, others, weight } of tokens) {
      if (keys.has(key)) {
        both += weight;
        met.add(key);
        continue;
      }
      let most = 0;
      for (const terms of others) {
        const found = terms.filter((term) => keys.has(term));
        for (const term of found) met.add(term);
        most = Math.max(most, found.length / terms.length);
      }
      both += OTHER_NAME * most * weight;
    }
    let whole = total;
    for (const key of keys) {
      const weight = this.#weightOf(key);
      whole += weight;
      if (met.has(key)) both += weight;
    }
    return whole > 0 ? both / whole : 0;
  }

  #form(chunk: Chunk, heading: Heading, asked: Asked, wording: number): number {
    if (this.#isDefinition(chunk, heading)) return asked.asksMeaning ? wording : -1;
    if (!heading.asksMeaning) return 0;
    return asked.asksMeaning ? wording : -MORE_ASKED;
  }

  /** A short passage under a mere term, which its first words repeat. */
  #isDefinition(chunk: Chunk, { text, keys }: Heading): boolean {
    const held = this.#definitions.get(chunk.id);
    if (held !== undefined) return held;
    const { language } = chunk;
    const opening = new Set(keysOf(chunk.text.slice(0, 2 * text.length + 20), language));
    const isDefinition =
      isBare(text) &&
      chunk.text.length <= LONGEST_ENTRY &&
      [...keys].some((key) => !key.startsWith("=") && opening.has(key));
    this.#definitions.set(chunk.id, isDefinition);
    return isDefinition;
  }
}
