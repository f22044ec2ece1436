/**
 * Drafts and all passages in; the drafts out, with every document that says the same cited beside
 * them, and one that says otherwise shown beside them with both dates.
 */
import type { Passage } from "@/lib/content";
import { differenceText } from "@/lib/guard/replies";
import type { DraftSentence } from "../draft";
import { evidenceOf } from "../gate/evidence";
import { saysTheSame } from "../gate/gate";
import { type Reading, read } from "../gate/read";
import { meaningTerms } from "../synonyms";
import { comparesBack, leansBack } from "./leaning";

/** Sources of one sentence: a third adds nothing for a reader. */
const MOST_SOURCES = 2;
/** Passages of other documents that are looked at for each sentence. Safe 2 to 6. */
const MOST_OTHERS = 4;
/** Sentences this alike, numbers apart, are about the same fact. Safe 0.6 to 0.85. */
const SAME_FACT = 0.65;
/** Where only a "not" tells them apart they have to be more alike. Safe 0.75 to 0.95. */
const SAME_CLAIM = 0.85;
/** Differences shown in one answer. */
const MOST_DIFFERENCES = 1;

type Units = ReadonlyMap<string, ReadonlySet<string>>;

/** The numbers of a sentence by unit. */
function numbersOf({ tokens }: Reading): Units {
  const units = new Map<string, Set<string>>();
  for (const { number } of tokens)
    if (number?.unit)
      units.set(number.unit, (units.get(number.unit) ?? new Set()).add(number.value));
  return units;
}

/** How much two sentences share, by weight, numbers apart, 0 to 1. */
function alike(a: Reading, b: Reading): number {
  let shared = 0;
  let all = 0;
  for (const [term, weight] of a.terms) {
    if (term.startsWith("#")) continue;
    all += weight;
    if (b.terms.has(term)) shared += weight;
  }
  for (const [term, weight] of b.terms)
    if (!term.startsWith("#") && !a.terms.has(term)) all += weight;
  return all === 0 ? 0 : shared / all;
}

/** Whether two sentences about one fact cannot both be right. */
export function contradicts(a: Reading, b: Reading): boolean {
  const likeness = alike(a, b);
  if (likeness < SAME_FACT) return false;
  const theirs = numbersOf(b);
  for (const [unit, mine] of numbersOf(a)) {
    const other = theirs.get(unit);
    if (
      other &&
      mine.size === 1 &&
      other.size === 1 &&
      [...mine].every((value) => !other.has(value))
    )
      return true;
  }
  return likeness >= SAME_CLAIM && a.negative !== b.negative;
}

function differ(a: Passage, b: Passage): DraftSentence {
  const language = a.chunk.language.startsWith("es") ? "es" : "en";
  const text = differenceText(a.document, b.document, language);
  return { text, layout: "notice", passages: [a, b], ours: true };
}

/** The first sentence of another document that contradicts a draft. */
function contradiction(draft: Reading, others: readonly Passage[]): DraftSentence | undefined {
  for (const passage of others) {
    const { chunk } = passage;
    const found = evidenceOf(passage).sentences.find((sentence) => contradicts(draft, sentence));
    if (found && chunk.text.includes(found.text))
      return { text: found.text, layout: "prose", passages: [passage] };
  }
  return undefined;
}

/** A sentence with this share of its words in one before it says that one again. Safe 0.75 to 0.95. */
const SAID_BEFORE = 0.8;

/** Leaves out what says a sentence before it again, unless something leans on it. */
function withoutEchoes(drafts: readonly DraftSentence[]): DraftSentence[] {
  const said: ReadonlySet<string>[] = [];
  return drafts.filter(({ text, layout, passages }, at) => {
    if (layout !== "prose") return true;
    const numbers = text.match(/\d+/g) ?? [];
    const terms = new Set([...meaningTerms(text, passages[0]?.chunk.language), ...numbers]);
    const echoes = said.some(
      (before) => [...terms].filter((term) => before.has(term)).length >= SAID_BEFORE * terms.size,
    );
    const next = drafts[at + 1];
    const needed =
      comparesBack(text) ||
      (next !== undefined && (next.layout === "list-item" || leansBack(next.text)));
    if (echoes && !needed) return false;
    said.push(terms);
    return true;
  });
}

/** Cites together what agrees and shows what does not. */
export function agreeing(
  drafts: readonly DraftSentence[],
  passages: readonly Passage[],
): DraftSentence[] {
  let differences = 0;
  return withoutEchoes(drafts).flatMap((draft) => {
    const [own] = draft.passages;
    if (!own || draft.layout !== "prose") return [draft];
    const others = passages
      .filter(
        ({ document, chunk }) =>
          document.id !== own.document.id && chunk.language === own.chunk.language,
      )
      .slice(0, MOST_OTHERS);
    const same = others
      .filter((passage) => saysTheSame(draft.text, passage))
      .slice(0, MOST_SOURCES - 1);
    const cited = { ...draft, passages: [own, ...same] };
    if (differences >= MOST_DIFFERENCES) return [cited];
    const other = contradiction(read(draft.text, own.chunk.language), others);
    if (!other?.passages[0]) return [cited];
    differences += 1;
    return [cited, other, differ(own, other.passages[0])];
  });
}
