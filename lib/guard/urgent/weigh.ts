/**
 * Matches of one message go in; what is urgent in it, and what only deserves a card beneath, comes out.
 *
 * A sign counts as urgent when somebody has it now. It does not when it is denied, long past, asked
 * about in general, or feared in advance; those get the card beneath the answer instead.
 */
import type { Notice, UrgentCategory } from "../decision";
import type { Hit, Matches } from "../match/lexicon";
import type { Sentence } from "../normalise";
import { ABUSE } from "./abuse";
import { CRISIS } from "./crisis";
import { EMERGENCY } from "./emergency";
import { HINTS } from "./hints";
import { LAY_ABUSE, LAY_POISONING } from "./lay-dangers";
import { LAY_SIGNS } from "./lay-signs";
import { OTHER_LANGUAGES } from "./other-languages";
import { POISONING } from "./poisoning";
import { TODAY } from "./today";
import { TOGETHER } from "./together";
import { TOPIC_NOTICES } from "./topics";

/** How far before a sign a "no" still denies it, in tokens; safe 4 to 8. */
const NEGATION_REACH = 6;

export interface UrgentFinding {
  readonly category: UrgentCategory;
  readonly rule: string;
}

export interface UrgentVerdict {
  /** The most pressing first; empty when nothing is urgent. */
  readonly urgent: readonly UrgentFinding[];
  /** Cards that belong beneath whatever else is said. */
  readonly notices: readonly Notice[];
  /** Rules behind the notices. */
  readonly rules: readonly string[];
  /** A sign that is old, habitual or already assessed: a redirect with the emergency line beneath. */
  readonly assessed: boolean;
}

interface Source {
  readonly concept: string;
  readonly category: UrgentCategory;
  readonly rule: string;
  /** Urgent even when asked in general: a lethal amount (GUARD). */
  readonly always: boolean;
}

/** Signs that pain makes: a painless lump is for an appointment. */
const PAIN_SIGNS: ReadonlySet<string> = new Set([
  "urgent.torsion",
  "urgent.abdomen",
  "urgent.ectopic",
]);

const sources = (vocabulary: object, category: UrgentCategory): Source[] =>
  Object.keys(vocabulary)
    .filter((concept) => /^(?:sign|now|always)\./u.test(concept))
    .map((concept) => ({
      concept,
      category,
      rule: `urgent.${concept.replace(/^\w+\./u, "")}`,
      always: concept.startsWith("always."),
    }));

const SOURCES: readonly Source[] = [
  ...sources({ ...EMERGENCY, ...LAY_SIGNS }, "emergency"),
  ...sources({ ...POISONING, ...LAY_POISONING }, "poisoning"),
  ...sources({ ...CRISIS, ...HINTS }, "crisis"),
  ...sources({ ...ABUSE, ...LAY_ABUSE }, "abuse"),
];
const FOREIGN: readonly Source[] = Object.keys(OTHER_LANGUAGES).map((concept) => {
  const name = concept.replace("other.", "");
  return {
    concept,
    category: name as UrgentCategory,
    rule: `urgent.other-language.${name}`,
    always: false,
  };
});
const ORDER: readonly UrgentCategory[] = ["crisis", "emergency", "poisoning", "abuse"];

type Standing = "now" | "denied" | "past" | "general" | "assessed";

const before = (matches: Matches, concept: string, from: number, to: number): Hit | undefined =>
  matches.hits(concept).findLast((hit) => hit.from >= from && hit.to <= to);

function denied(matches: Matches, sentence: Sentence, hit: Hit): boolean {
  const from = Math.max(sentence.from, hit.from - NEGATION_REACH);
  const no = before(matches, "negation", from, hit.from);
  if (no === undefined) return false;
  return (
    !matches.within("turning", no.to, hit.from) &&
    !matches.within("not-a-denial", no.from, hit.to) &&
    !matches.within("never-before", no.from, sentence.to)
  );
}

function standing(
  matches: Matches,
  sentence: Sentence,
  hit: Hit,
  category: UrgentCategory,
): Standing {
  const { from, to } = sentence;
  if (
    denied(matches, sentence, hit) ||
    matches.hits("idiom").some((idiom) => idiom.from < hit.to && idiom.to > hit.from)
  )
    return "denied";
  const asked = sentence.asks || matches.has("info-ask") || matches.has("question-opener");
  if (asked && matches.within("media", from, to)) return "general";
  const current = matches.within("now", from, to);
  const ongoing = matches.within("present", from, to);
  const over = matches.within("past-time", from, to) || matches.within("over", from, to);
  if (over && !matches.within("fresh", from, to)) return "past";
  const marker = before(matches, "general-marker", from, hit.from);
  const personal = (start: number, end: number) =>
    matches.within("self", start, end) ||
    matches.within("other", start, end) ||
    matches.within("owned", start, end);
  if (matches.within("frame-other", from, to) && !current) return "general";
  if (
    before(matches, "hypothetical", from, hit.to) &&
    !current &&
    !matches.within("worry-real", from, to)
  )
    return "general";
  if (marker && !personal(marker.to, Math.min(hit.to, to)))
    return current && personal(from, to) ? "now" : "general";
  if (
    marker &&
    before(matches, "info-ask", from, hit.from) &&
    !current &&
    !personal(marker.to, hit.to)
  )
    return "general";
  const anywhere = personal(from, to);
  // Nobody in particular, and the message asks for facts: a subject, not an event.
  if (!anywhere && !current && (matches.has("info-ask") || matches.has("question-opener")))
    return "general";
  const opener = matches.within("question-opener", from, Math.min(to, from + 2));
  if (
    !anywhere &&
    !current &&
    (opener || sentence.asks || matches.within("general-marker", from, to))
  )
    return "general";
  if (
    category === "emergency" &&
    matches.within("habitual", from, to) &&
    !(current && ongoing) &&
    !matches.within("worse", from, to)
  )
    return "assessed";
  return "now";
}

/** Years of drinking are what makes stopping dangerous. */
const AFTER_YEARS: ReadonlySet<string> = new Set([
  "urgent.withdrawal",
  "urgent.together.withdrawal",
]);

/** Years, a diagnosis, an operation long ago: not new, unless the sentence of the sign says it is. */
function longStanding(matches: Matches, sentence: Sentence): boolean {
  if (!matches.has("chronic")) return false;
  const { from, to } = sentence;
  return !matches.within("fresh", from, to);
}

/** Later sentences may say it is old or assessed ("I had a scan, all fine"); the message as a whole decides. */
function messageAssessed(matches: Matches): boolean {
  const end = matches.normalised.tokens.length;
  return (
    matches.within("settled", 0, end) && !matches.within("worse", 0, end) && !matches.has("present")
  );
}

/**
 * Looks for several concepts close together, none of them denied or past and at least one somebody's now.
 *
 * @param needs concepts, all of which must be found
 * @param reach most tokens from the first to the last
 * @param stand how one hit stands in its sentence
 */
function together(
  matches: Matches,
  needs: readonly string[],
  reach: number,
  stand: (hit: Hit) => Standing,
): { hits: Hit[]; assessed: boolean } | undefined {
  if (!needs.every((concept) => matches.has(concept))) return undefined;
  const [first = "", ...rest] = needs;
  const usable = (hit: Hit) => !["denied", "past"].includes(stand(hit));
  for (const start of matches.hits(first)) {
    if (!usable(start)) continue;
    const hits = [start];
    for (const concept of rest) {
      const near = matches
        .hits(concept)
        .find(
          (hit) =>
            Math.max(hit.to, start.to) - Math.min(hit.from, start.from) <= reach &&
            !(hit.from === start.from && hit.to === start.to) &&
            usable(hit),
        );
      if (!near) break;
      hits.push(near);
    }
    if (hits.length < needs.length) continue;
    const standings = hits.map(stand);
    if (!standings.includes("now") && !standings.includes("assessed")) continue;
    return { hits, assessed: standings.includes("assessed") };
  }
  return undefined;
}

/**
 * Weighs every sign found.
 *
 * @param matches the message against the whole lexicon
 * @param foreign whether the message is in neither English nor Spanish
 */
export function weighUrgent(matches: Matches, foreign: boolean): UrgentVerdict {
  const urgent: UrgentFinding[] = [];
  const notices = new Set<Notice>();
  const rules: string[] = [];
  let assessed = false;
  const sentenceOf = (hit: Hit): Sentence =>
    matches.normalised.sentences.find(
      (sentence) => hit.from >= sentence.from && hit.from < sentence.to,
    ) ?? {
      from: 0,
      to: matches.normalised.tokens.length,
      asks: false,
    };
  const foreignSubject = foreign && matches.has("other-general");
  for (const source of SOURCES)
    for (const hit of matches.hits(source.concept)) {
      const found = source.always
        ? "now"
        : foreignSubject
          ? "general"
          : standing(matches, sentenceOf(hit), hit, source.category);
      if (source.always && matches.has("not-lethal")) continue;
      if (PAIN_SIGNS.has(source.rule) && matches.has("painless")) continue;
      const old =
        found === "now" &&
        (source.category === "emergency" || source.category === "poisoning") &&
        (messageAssessed(matches) ||
          (!AFTER_YEARS.has(source.rule) && longStanding(matches, sentenceOf(hit))));
      if (found === "now" && !old) urgent.push({ category: source.category, rule: source.rule });
      else if (found !== "denied") {
        if (found === "assessed" || old) assessed = true;
        if (source.category === "crisis") notices.add("soft-support");
        else if (source.category !== "abuse")
          notices.add(source.category === "poisoning" ? "poison-line" : "emergency-card");
        else notices.add("soft-support");
        rules.push(`${source.rule}.${found === "now" ? "assessed" : found}`);
      }
    }
  if (!foreignSubject)
    for (const { rule, category, needs, reach } of TOGETHER) {
      const found = together(matches, needs, reach, (hit) =>
        standing(matches, sentenceOf(hit), hit, category),
      );
      if (found === undefined) continue;
      const hit = found.hits[0] as Hit;
      const lasting = !AFTER_YEARS.has(rule) && longStanding(matches, sentenceOf(hit));
      if (found.assessed || messageAssessed(matches) || lasting) {
        assessed = true;
        notices.add(category === "poisoning" ? "poison-line" : "emergency-card");
        rules.push(`${rule}.assessed`);
      } else urgent.push({ category, rule });
    }
  if (foreign && !matches.has("other-general"))
    for (const source of FOREIGN)
      if (matches.has(source.concept))
        urgent.push({ category: source.category, rule: source.rule });
  for (const concept of Object.keys(TODAY))
    for (const hit of matches.hits(concept)) {
      const found = standing(matches, sentenceOf(hit), hit, "emergency");
      if (found !== "now") continue;
      notices.add("urgent-line-today");
      rules.push(concept);
    }
  for (const [topic, notice] of Object.entries(TOPIC_NOTICES))
    if (matches.has(topic)) notices.add(notice);
  urgent.sort((a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category));
  return { urgent, notices: [...notices], rules: [...new Set(rules)], assessed };
}
