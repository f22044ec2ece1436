/**
 * What a draft claims and what one passage says in; the first thing that is not borne out out.
 */
import type { Rejection } from "../draft";
import { align, matching, NEARLY, rivals, shareOf } from "./align";
import { STATED_KINDS } from "./cues";
import type { Evidence } from "./evidence";
import { breaksOff, changedFrom } from "./nearly";
import type { Clause, Reading } from "./read";

/** The share of a draft's words, by weight, that its passage must hold. Safe 0.6 to 0.85. */
export const LEAST_SUPPORT = 0.75;
/** So many words in a row without support are a claim of their own. Safe 3 to 5. */
const LONGEST_GAP = 3;
/** The share of either half's words that the passage must hold. Safe 0.3 to 0.6. */
const LEAST_OF_HALF = 0.45;
/** An opposite in company as like as this is the same claim turned round. Safe 0.5 to 2. */
const LIKE_COMPANY = 0.8;

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
