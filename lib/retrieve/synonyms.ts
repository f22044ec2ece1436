/** Words of a question enter; other names for what they name leave: brand and generic, shorthand and full, lay and clinical. */

import { lexicalTerms, surfaceWords } from "@/lib/search-index/lexical";
import file from "@/models/synonyms.json";

/** Longest name in words. */
const LONGEST_NAME = 5;
/** A name in more groups than this is too ambiguous to be followed. Safe 1 to 3. */
const MOST_GROUPS = 2;
/** Other names followed for one found name. Safe 3 to 10. */
const MOST_NAMES = 7;

interface Name {
  readonly text: string;
  readonly key: string;
  readonly terms: readonly string[];
}

/** A name found in a question: where, and what else it is called. */
export interface Found {
  /** Indices into the words given, from `start` up to but not including `end`. */
  readonly start: number;
  readonly end: number;
  /** Each other name as terms. */
  readonly alternatives: readonly (readonly string[])[];
  /** The other names as text, from the reviewed list only. */
  readonly reviewed: readonly string[];
}

/** Words without a plural's ending: stems would make "tire" and "tired" one. */
const keyOf = (words: readonly string[]) =>
  words.map((word) => (word.length > 3 ? word.replace(/s$/, "") : word)).join(" ");

export class Synonyms {
  readonly #groups: { names: readonly Name[]; reviewed: boolean }[] = [];
  readonly #groupsOf = new Map<string, number[]>();

  constructor(lines: readonly string[], learned: readonly string[] = []) {
    for (const line of lines) this.#add(line, true);
    for (const line of learned) this.#add(line, false);
  }

  /** A line of names for one thing; those before a `>` lead to those after it and not back. */
  #add(line: string, reviewed: boolean): void {
    const [left = "", right] = line.split(">");
    const asNames = (part: string) =>
      part.split("|").map((text): Name => {
        return { text, key: keyOf(surfaceWords(text)), terms: lexicalTerms(text) };
      });
    const found = asNames(left);
    const names = right === undefined ? found : asNames(right);
    const group = this.#groups.push({ names, reviewed }) - 1;
    for (const { key } of found) {
      const held = this.#groupsOf.get(key) ?? [];
      if (!held.includes(group)) this.#groupsOf.set(key, [...held, group]);
    }
  }

  /**
   * Single-word names of the reviewed list: spellings to mend towards.
   * @param isUseful told all terms of a group; only groups it approves count
   */
  singleWords(isUseful: (terms: readonly string[]) => boolean): string[] {
    return this.#groups
      .filter(({ reviewed, names }) => reviewed && isUseful(names.flatMap(({ terms }) => terms)))
      .flatMap(({ names }) => names.map(({ text }) => text))
      .filter((text) => /^\p{L}{4,}$/u.test(text));
  }

  /** The names in a question, longest first at each place. */
  find(words: readonly string[]): Found[] {
    const found: Found[] = [];
    for (let start = 0; start < words.length; start++) {
      for (let end = Math.min(words.length, start + LONGEST_NAME); end > start; end--) {
        const key = keyOf(words.slice(start, end));
        const groups = this.#groupsOf.get(key);
        if (!groups || groups.length > MOST_GROUPS) continue;
        const others = groups.flatMap((group) => {
          const { names = [], reviewed = false } = this.#groups[group] ?? {};
          return names
            .filter((name) => name.key !== key && name.terms.length > 0)
            .map((name) => ({ ...name, reviewed }));
        });
        found.push({
          start,
          end,
          alternatives: others.slice(0, MOST_NAMES).map(({ terms }) => terms),
          reviewed: others.filter(({ reviewed }) => reviewed).map(({ text }) => text),
        });
        start = end - 1;
        break;
      }
    }
    return found;
  }
}

let shipped: Synonyms | undefined;

/** The names the project ships, read once. */
export function shippedSynonyms(): Synonyms {
  shipped ??= new Synonyms(file.reviewed, file.learned ? file.learned.split("\n") : []);
  return shipped;
}
