/**
 * A message and its conversation go in; one Decision comes out, whatever happens inside.
 *
 * Order: read, urgent, redirect, allow. Urgent wording is tried first and does not depend on what
 * follows; when any part breaks, the outcome is a safe redirect and health says so.
 */
import { createHash } from "node:crypto";
import type { Region } from "@/lib/env";
import type { Classifier, Verdict } from "./classify/classifier";
import { isSideways } from "./classify/sideways-rules";
import type { Category, Decision, Notice, Turn } from "./decision";
import { isUrgentCategory } from "./decision";
import { followUp, isSmallTalk, type Remembered } from "./follow-up";
import { uncover } from "./frames";
import { type Judged, judge } from "./judge";
import { VOCABULARIES } from "./lexicon";
import type { Matches } from "./match/lexicon";
import { clean } from "./normalise";
import { backgroundOf, splitRequests } from "./parts";
import { redactPersonalDetails } from "./personal-details";
import { plainUrgent } from "./urgent/plain";

export interface Guard {
  /** Never throws. @param history earlier turns, oldest first */
  decide(message: string, history: readonly Turn[]): Decision;
  /** A hash of the rules and the weights: the "policy" of provenance. */
  readonly version: string;
  health(): { ok: boolean; failures: number; lastFailure?: string };
}

/** Earlier questions that are decided again to know where the conversation stands; safe 2 to 6. */
const REMEMBERED_TURNS = 4;

const ACTIONS = { allow: 0, redirect: 1, urgent: 2 } as const;

/** What one text asks for by itself. */
export interface Alone extends Verdict {
  readonly matches: Matches;
  readonly language: string;
}

/**
 * Builds a guard.
 *
 * @param options.region picks telephone numbers in replies; part of the policy
 * @param options.classifier the trained classifier; without it the rules decide alone
 */
export function createGuard(options: { region: Region; classifier?: Classifier }): Guard {
  const { classifier } = options;
  let failures = 0;
  let lastFailure: string | undefined;
  const note = (part: string, error: unknown) => {
    failures += 1;
    // The name of the error only: its message could carry the question.
    lastFailure = `${part}: ${error instanceof Error ? error.name : typeof error}`;
  };

  /** What the rules see in a text, read once a decision however often it is weighed. */
  const readings = new Map<string, Judged>();
  function reading(text: string): Judged {
    const known = readings.get(text) ?? judge(text);
    readings.set(text, known);
    return known;
  }

  /** What a text asks for without a turn before it, weighed once a decision. */
  const opinions = new Map<string, Alone>();

  /** @param before the turn before, when there was one */
  function alone(text: string, before?: Remembered): Alone {
    const known = before === undefined ? opinions.get(text) : undefined;
    if (known) return known;
    const judged = reading(text);
    const { matches, features, language, verdict } = judged;
    const second = classifier?.review({
      matches,
      features,
      verdict,
      language,
      ...(before ? { before } : {}),
    });
    // A request dressed as a lesson looks like one: the classifier may rename it, not wave it through.
    const waved = second?.action === "allow" && verdict.rules.some(isSideways);
    const opinion = { ...verdict, ...(waved ? {} : second), matches, language };
    if (before === undefined) opinions.set(text, opinion);
    return opinion;
  }

  /** The text as written and as uncovered; the graver of the two, and of equals the one that rules explain. */
  function looked(text: string, before?: Remembered): Alone {
    const plain = alone(text, before);
    const hidden = uncover(text);
    if (hidden === undefined) return plain;
    const open = alone(hidden, before);
    const guessed = (plain.rules[0] ?? "").startsWith("classifier.");
    const clearer = guessed && ACTIONS[open.action] === ACTIONS[plain.action];
    return clearer || ACTIONS[open.action] > ACTIONS[plain.action]
      ? { ...open, rules: [...open.rules, "frame.hidden-text"] }
      : plain;
  }

  /**
   * A text after another turn: the graver of what it asks for alone and there. The turn before may
   * raise a verdict; were it allowed to lower one, a patient would talk the guard out of an alarm.
   */
  function inContext(text: string, before: Remembered | undefined): Alone {
    const own = looked(text);
    if (before === undefined) return own;
    const there = looked(text, before);
    return ACTIONS[there.action] >= ACTIONS[own.action] ? there : own;
  }

  function remember(history: readonly Turn[]): Remembered | undefined {
    let state: Remembered | undefined;
    for (const turn of history.filter((turn) => turn.role === "user").slice(-REMEMBERED_TURNS)) {
      const text = clean(turn.text);
      const own = inContext(text, state);
      // "Thanks" between a refusal and "so, roughly?" does not wipe the slate.
      if (state !== undefined && isSmallTalk(own)) continue;
      state = {
        matches: own.matches,
        verdict: followUp(text, own, state, looked),
        text,
        aboutMedicine: own.matches.has("drug") || (state?.aboutMedicine ?? false),
      };
    }
    return state;
  }

  function decision(text: string, own: Alone, verdict: Verdict, repeated: boolean): Decision {
    const details = redactPersonalDetails(text);
    const notices = new Set<Notice>(verdict.notices);
    if (details.found.length > 0) notices.add("personal-details");
    return {
      action: verdict.action,
      category: verdict.category,
      rules: verdict.rules,
      language: own.language,
      replyLanguage: own.language === "es" ? "es" : "en",
      notices: [...notices],
      searchText: searchTextOf(text, own.matches),
      repeated,
    };
  }

  function parts(own: Alone, verdict: Verdict): Decision[] | undefined {
    const pieces = splitRequests(own.matches);
    if (pieces.length < 2) return undefined;
    const background = backgroundOf(own.matches);
    const decided = pieces.map((piece) => {
      const each = looked(piece);
      // "My son is eight." tells whom "how much of it is safe?" is about; it may raise a request, never lower it.
      const told = background === "" ? each : looked(`${background}. ${piece}`);
      const raised = each.action === "allow" && told.action === "redirect";
      return decision(piece, each, raised ? told : each, false);
    });
    if (new Set(decided.map((part) => part.category)).size < 2) return undefined;
    if (!decided.some((part) => part.action === verdict.action)) return undefined;
    return decided.sort((a, b) => ACTIONS[b.action] - ACTIONS[a.action]);
  }

  function decide(message: string, history: readonly Turn[]): Decision {
    try {
      return decided(message, history);
    } finally {
      // No question outlives its decision.
      readings.clear();
      opinions.clear();
    }
  }

  function decided(message: string, history: readonly Turn[]): Decision {
    let text = "";
    let own: Alone | undefined;
    try {
      text = clean(String(message));
      own = looked(text);
    } catch (error) {
      note("read", error);
      return broken(text, plainUrgent(text));
    }
    try {
      if (own.action === "urgent" && own.rules[0] !== "classifier.urgent")
        return { ...decision(text, own, own, false), ...withParts(parts(own, own)) };
      const state = remember(history.slice(-2 * REMEMBERED_TURNS - 2));
      own = inContext(text, state);
      const verdict = followUp(text, own, state, looked);
      const repeated =
        verdict.action === "redirect" &&
        state?.verdict.action === "redirect" &&
        state.verdict.category === verdict.category;
      return {
        ...decision(text, own, verdict, repeated),
        ...withParts(verdict === own ? parts(own, verdict) : undefined),
      };
    } catch (error) {
      note("decide", error);
      return broken(text, isUrgentCategory(own.category) ? own.category : undefined);
    }
  }

  return {
    decide,
    version: createHash("sha256")
      .update(JSON.stringify([VOCABULARIES, options.region, classifier?.version ?? "rules"]))
      .digest("hex")
      .slice(0, 12),
    health: () => ({
      ok: failures === 0,
      failures,
      ...(lastFailure === undefined ? {} : { lastFailure }),
    }),
  };
}

const withParts = (parts: Decision[] | undefined): { parts?: Decision[] } =>
  parts ? { parts } : {};

/** The safe outcome when a part of the guard is broken. */
function broken(text: string, urgent: Category | undefined): Decision {
  const spanish = /[¿¡ñ]|\b(?:que|dolor|tengo|como|pastillas)\b/iu.test(text);
  return {
    action: urgent ? "urgent" : "redirect",
    category: urgent ?? "treatment-decision",
    rules: ["guard.failed"],
    language: spanish ? "es" : "en",
    replyLanguage: spanish ? "es" : "en",
    notices: [],
    searchText: "",
    repeated: false,
  };
}

/** The message without personal details and frames. */
function searchTextOf(text: string, matches: Matches): string {
  let searched = matches.normalised.text;
  let end = Number.POSITIVE_INFINITY;
  for (const hit of [...matches.hits("frame")].reverse()) {
    const first = matches.normalised.tokens[hit.from];
    const last = matches.normalised.tokens[hit.to - 1];
    if (!first || !last || last.end > end) continue;
    searched = `${searched.slice(0, first.start)} ${searched.slice(last.end)}`;
    end = first.start;
  }
  const trimmed = redactPersonalDetails(searched).text.replace(/\s+/gu, " ").trim();
  return trimmed.length >= 3 ? trimmed : redactPersonalDetails(text).text.trim();
}
