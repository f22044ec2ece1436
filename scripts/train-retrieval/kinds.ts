/** Answered questions enter; the lexicon leaves that says which kind of fact a passage gives. */

import { KINDS, type Kind, type KindLexicon } from "@/lib/retrieve/kinds";
import { lexicalTerms } from "@/lib/search-index/lexical";
import type { Answered } from "../train/data";

/** Stems in fewer answers are topics, not kinds. Safe 20 to 100. */
const FEWEST_ANSWERS = 30;
/** Stems said about fewer topics are topics. Safe 10 to 50. */
const FEWEST_TOPICS = 20;
/** Weaker odds are noise. Safe 0.3 to 1. */
const LEAST_ODDS = 0.5;
const MOST_ODDS = 2.5;
/** Terms from the start of a passage that are looked at. */
export const KIND_TERMS = 80;

const KIND_OF: Readonly<Record<string, Kind>> = {
  information: "information",
  symptoms: "symptoms",
  treatment: "treatment",
  causes: "causes",
  "exams and tests": "tests",
  outlook: "outlook",
  prevention: "prevention",
  inheritance: "inheritance",
  "genetic changes": "genes",
  frequency: "frequency",
  susceptibility: "risk",
  complications: "complications",
  research: "research",
  considerations: "living",
  stages: "stages",
};

/** Log odds of a stem in answers of a kind against all others, smoothed; only stems shared by many topics. */
export function kindLexicon(answered: readonly Answered[]): KindLexicon {
  const totals = new Array<number>(KINDS.length).fill(0);
  const counts = new Map<string, { kinds: number[]; topics: Set<string>; all: number }>();
  for (const { answer, qtype, focus } of answered) {
    const kind = KIND_OF[qtype];
    if (!kind) continue;
    const at = KINDS.indexOf(kind);
    totals[at] = (totals[at] as number) + 1;
    for (const term of new Set(lexicalTerms(answer).slice(0, KIND_TERMS))) {
      const held = counts.get(term) ?? {
        kinds: new Array<number>(KINDS.length).fill(0),
        topics: new Set<string>(),
        all: 0,
      };
      held.kinds[at] = (held.kinds[at] as number) + 1;
      held.all++;
      if (held.topics.size < FEWEST_TOPICS) held.topics.add(focus);
      counts.set(term, held);
    }
  }
  const everything = totals.reduce((sum, n) => sum + n, 0);
  const lexicon: Record<string, [number, number][]> = {};
  for (const [term, { kinds, topics, all }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (all < FEWEST_ANSWERS || topics.size < FEWEST_TOPICS) continue;
    const found = kinds.flatMap((count, at): [number, number][] => {
      const total = totals[at] as number;
      // Rare kinds are smoothed towards no opinion.
      const inside = (count + (5 * all) / everything) / (total + 5);
      const outside = (all - count + 0.5) / (everything - total + 1);
      const odds = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(inside / outside)));
      return Math.abs(odds) >= LEAST_ODDS && total > 0 ? [[at, Math.round(odds * 10) / 10]] : [];
    });
    if (found.length > 0) lexicon[term] = found;
  }
  return lexicon;
}
