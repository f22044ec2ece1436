/**
 * What a draft claims and what one passage says in; the first thing that is not borne out out.
 */
import type { Rejection } from "../draft";
import { STATED_KINDS } from "./cues";
import type { Evidence } from "./evidence";
import { breaksOff, changedFrom } from "./nearly";
import type { Clause, Reading, Token } from "./read";

/** The share of a draft's words, by weight, that its passage must hold. Safe 0.6 to 0.85. */
export const LEAST_SUPPORT = 0.75;
/** The passage's sentences that together may stand behind one draft sentence. Safe 2 to 4. */
const MOST_ALIGNED = 3;
/** A passage's sentence that shares less of the draft than this says something else. Safe 0.15 to 0.4. */
const LEAST_SHARED = 0.2;
/** So many words in a row without support are a claim of their own. Safe 3 to 5. */
const LONGEST_GAP = 3;
/** The share of either half's words that the passage must hold. Safe 0.3 to 0.6. */
const LEAST_OF_HALF = 0.45;
/** How near the best a clause must come to be taken for the one meant. Safe 0.05 to 0.25. */
const NEARLY = 0.2;
/** An opposite in company as like as this is the same claim turned round. Safe 0.5 to 2. */
const LIKE_COMPANY = 0.8;
/** Words on either side that say what a cue is about. Safe 2 to 4. */
const NEIGHBOURHOOD = 3;

const shareOf = (reading: Reading, has: (term: string) => boolean): number => {
  let held = 0;
  let total = 0;
  for (const [term, weight] of reading.terms) {
    total += weight;
    if (has(term)) held += weight;
  }
  return total === 0 ? 0 : held / total;
};

/** The passage's sentences that a draft rests on: the closest, then those that add what it lacks. */
function align(draft: Reading, { sentences }: Evidence): Reading[] {
  const aligned: Reading[] = [];
  const held = new Set<string>();
  const shares = sentences.map((sentence) => shareOf(draft, (term) => sentence.terms.has(term)));
  while (aligned.length < MOST_ALIGNED) {
    let best: { sentence: Reading; gain: number; at: number } | undefined;
    sentences.forEach((sentence, at) => {
      if (aligned.includes(sentence) || (shares[at] ?? 0) < LEAST_SHARED) return;
      let gain = 0;
      for (const [term, weight] of draft.terms)
        if (!held.has(term) && sentence.terms.has(term)) gain += weight;
      if (gain > (best?.gain ?? 0)) best = { sentence, gain, at };
    });
    if (!best) break;
    // A further sentence has to bring something of substance.
    if (aligned.length > 0 && best.gain < 0.5) break;
    aligned.push(best.sentence);
    for (const term of best.sentence.terms.keys()) held.add(term);
  }
  return aligned;
}

const neighbours = (reading: Reading, token: Token) =>
  reading.tokens.filter(
    (other) =>
      other !== token &&
      other.weight > 0 &&
      Math.abs(other.at - token.at) <= NEIGHBOURHOOD &&
      other.directions.length === 0,
  );

/** How alike two places are: shared words nearby count more on the same side, and in the same clause. */
function likeness(draft: Reading, mine: Token, source: Reading, theirs: Token): number {
  let score = 0;
  const around = new Map(
    neighbours(source, theirs).map(({ term, at }) => [term, Math.sign(at - theirs.at)]),
  );
  for (const { term, at } of neighbours(draft, mine)) {
    const side = around.get(term);
    if (side !== undefined) score += side === Math.sign(at - mine.at) ? 1 : 0.6;
  }
  const clause = source.clauses[theirs.clause];
  for (const { term, clause: own, weight } of draft.tokens)
    if (own === mine.clause && weight > 0 && clause?.terms.has(term)) score += 0.2;
  return score;
}

interface Rivals {
  /** How well the place fits where the passage has the same thing; undefined when it never has it. */
  readonly same?: number;
  /** And where the passage has something else of the kind. */
  readonly other?: number;
}

/** Finds where the passage has what the draft has, or something else of its kind, in like company. */
function rivals(
  draft: Reading,
  token: Token,
  sources: readonly Reading[],
  compare: (theirs: Token) => "same" | "other" | undefined,
): Rivals {
  let same: number | undefined;
  let other: number | undefined;
  for (const source of sources)
    for (const theirs of source.tokens) {
      const verdict = compare(theirs);
      if (!verdict) continue;
      const score = likeness(draft, token, source, theirs);
      if (verdict === "same") same = Math.max(same ?? 0, score);
      else other = Math.max(other ?? 0, score);
    }
  return { same, other };
}

function numbersFail(draft: Reading, aligned: readonly Reading[]): boolean {
  return draft.tokens.some((token) => {
    const { number } = token;
    if (!number) return false;
    const { same, other } = rivals(draft, token, aligned, (theirs) => {
      if (!theirs.number) return undefined;
      if (theirs.number.value !== number.value)
        return theirs.number.unit === number.unit ? "other" : undefined;
      return !number.unit || !theirs.number.unit || theirs.number.unit === number.unit
        ? "same"
        : undefined;
    });
    return same === undefined || (other !== undefined && other > same + 0.5);
  });
}

function namesFail(
  draft: Reading,
  aligned: readonly Reading[],
  { context, sentences }: Evidence,
): boolean {
  const mine = new Set(draft.tokens.flatMap(({ name }) => (name ? [name.id] : [])));
  const theirs = new Map(
    aligned.flatMap(({ tokens }) =>
      tokens.flatMap(({ name }) => (name ? [[name.id, name.kind] as const] : [])),
    ),
  );
  return draft.tokens.some((token) => {
    const { name } = token;
    if (!name) return false;
    if (theirs.has(name.id)) {
      const { same = 0, other } = rivals(draft, token, aligned, (candidate) =>
        candidate.name?.id === name.id
          ? "same"
          : candidate.name?.kind === name.kind && !mine.has(candidate.name.id)
            ? "other"
            : undefined,
      );
      return other !== undefined && other > same + 1.5;
    }
    // The passage names another of its kind where the draft names this one.
    for (const [id, kind] of theirs) if (kind === name.kind && !mine.has(id)) return true;
    const named = (reading: Reading) =>
      reading.tokens.some(
        (other) => other.name?.id === name.id || (token.term !== "" && other.term === token.term),
      );
    return !named(context) && !sentences.some(named);
  });
}

function directionsFail(draft: Reading, aligned: readonly Reading[]): boolean {
  return draft.tokens.some((token) =>
    token.directions.some(({ kind, sign }) => {
      const { same, other } = rivals(draft, token, aligned, (theirs) => {
        const found = theirs.directions.find((direction) => direction.kind === kind);
        if (!found) return undefined;
        return found.sign === sign ? "same" : "other";
      });
      if (other === undefined) return same === undefined && STATED_KINDS.has(kind);
      if (same === undefined) return STATED_KINDS.has(kind) || other >= LIKE_COMPANY;
      return other > same + 0.5;
    }),
  );
}

/** The clauses of the passage that a clause of the draft may be saying again. */
function matching(
  clause: Clause,
  aligned: readonly Reading[],
  nearly = NEARLY,
): { clause: Clause; reading: Reading }[] {
  const scored = aligned.flatMap((reading) =>
    reading.clauses.map((candidate) => {
      let shared = 0;
      for (const term of clause.terms) if (candidate.terms.has(term)) shared += 1;
      return {
        clause: candidate,
        reading,
        share: clause.terms.size ? shared / clause.terms.size : 0,
      };
    }),
  );
  const best = Math.max(0, ...scored.map(({ share }) => share));
  return best === 0 ? [] : scored.filter(({ share }) => share >= best - nearly);
}

/** Whether a clause says that something is not so: two denials say that it is. */
const turned = ({ negative, denies }: Clause) => negative !== denies;

function negationFails(draft: Reading, aligned: readonly Reading[]): boolean {
  return draft.clauses.some((clause) => {
    if (clause === draft.setting) return false;
    if (clause.terms.size === 0)
      return clause.negative && !aligned.some(({ negative, denies }) => negative || denies);
    // A scrap without a cue of its own denies nothing.
    if (clause.terms.size < 3 && !clause.negative && draft.clauses.length > 1) return false;
    const found = matching(clause, aligned);
    if (found.length === 0) return clause.negative;
    return !found.some(({ clause: theirs }) => {
      if (turned(clause) === turned(theirs)) return true;
      // "Not strong" is "weak", and the other way round.
      return clause.doubts.has("weak") !== theirs.doubts.has("weak");
    });
  });
}

/** "Every", "all" and "everyone" leave out nobody; any of them stands for the others. */
const sweep = (word: string) =>
  /^(?:all|every|everyone|everybody|tod[oa]s)$/.test(word) ? "all" : word;

function hedgeFails(draft: Reading, aligned: readonly Reading[]): boolean {
  const known = new Set(aligned.flatMap(({ absolutes }) => [...absolutes].map(sweep)));
  if (!draft.negative && [...draft.absolutes].some((word) => !known.has(sweep(word)))) return true;
  const numbers = draft.tokens.some(({ number }) => number !== undefined);
  return draft.clauses.some((clause) => {
    if (clause.terms.size < 2) return false;
    const found = matching(clause, aligned, NEARLY / 4);
    // The passage has to say it somewhere with no more doubt than the draft.
    return (
      found.length > 0 &&
      !found.some(({ clause: theirs, reading }) => {
        const doubts = new Set([...theirs.doubts, ...(reading.setting?.doubts ?? [])]);
        const studied = new Set([...theirs.studied, ...(reading.setting?.studied ?? [])]);
        for (const doubt of doubts) {
          if (doubt === "about" && !numbers) continue;
          if (draft.doubts.has(doubt)) continue;
          if (doubt === "possible" && draft.doubts.has("partial")) continue;
          if (doubt === "weak" && (draft.negative || draft.denies)) continue;
          return false;
        }
        for (const who of studied) if (!draft.studied.has(who)) return false;
        return true;
      })
    );
  });
}

/** The longest run of words that the passage does not have: half of another sentence, as a rule. */
function longestGap(draft: Reading, held: (term: string) => boolean): number {
  let longest = 0;
  let gap = 0;
  for (const { term } of draft.tokens) {
    if (!term) continue;
    gap = held(term) ? 0 : gap + 1;
    longest = Math.max(longest, gap);
  }
  return longest;
}

/** Whether each half of a draft has something of the passage in it. */
function bothHalves(draft: Reading, held: (term: string) => boolean): boolean {
  const terms = draft.tokens.flatMap(({ term }) => (term ? [term] : []));
  const middle = Math.floor(terms.length / 2);
  return [terms.slice(0, middle), terms.slice(middle)].every(
    (half) => half.length < 2 || half.filter(held).length / half.length >= LEAST_OF_HALF,
  );
}

function studiedFails(
  draft: Reading,
  aligned: readonly Reading[],
  { context, sentences }: Evidence,
): boolean {
  return [...draft.studied].some(
    (who) =>
      !context.studied.has(who) &&
      !(who === "trial" ? sentences : aligned).some(({ studied }) => studied.has(who)),
  );
}

/** @returns undefined when the passage bears the draft out */
export function unsupportedBy(draft: Reading, evidence: Evidence): Rejection | undefined {
  const aligned = align(draft, evidence);
  if (aligned.length === 0) return "unsupported";
  const held = (term: string) =>
    aligned.some(({ terms }) => terms.has(term)) || evidence.context.terms.has(term);
  if (shareOf(draft, held) < LEAST_SUPPORT) return "unsupported";
  const nearest = changedFrom(draft, evidence.sentences);
  if (nearest && nearest !== "far") return nearest;
  if (
    longestGap(draft, held) >= LONGEST_GAP ||
    !bothHalves(draft, held) ||
    (nearest === "far" && breaksOff(draft, evidence))
  )
    return "unsupported";
  const nearby = [
    ...aligned,
    ...evidence.sentences.filter((_, at) =>
      aligned.includes(evidence.sentences[at + 1] as Reading),
    ),
  ];
  if (numbersFail(draft, nearby)) return "number";
  if (namesFail(draft, aligned, evidence)) return "term";
  if (nearest === undefined) return studiedFails(draft, aligned, evidence) ? "hedge" : undefined;
  if (negationFails(draft, aligned)) return "negation";
  if (directionsFail(draft, aligned)) return "direction";
  if (hedgeFails(draft, aligned) || studiedFails(draft, aligned, evidence)) return "hedge";
  return undefined;
}
