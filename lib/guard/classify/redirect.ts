/** Matches and features go in; the redirects a message asks for come out, the most serious first. */
import type { RedirectCategory } from "../decision";
import type { Hit, Matches, Vocabulary } from "../match/lexicon";
import type { Sentence } from "../normalise";
import { type Features, featuresOf } from "./features";
import { LAY_RULE_VOCABULARY, LAY_RULES } from "./lay-rules";
import { type Rule, RULES as TEXTBOOK_RULES } from "./rules";
import { SIDEWAYS_RULES } from "./sideways-rules";

const RULES: readonly Rule[] = [...TEXTBOOK_RULES, ...LAY_RULES, ...SIDEWAYS_RULES];
/** Longest message, in tokens, that asks without a question mark; safe 8 to 20. */
const SHORT_TOKENS = 14;

/** Which redirect speaks when a message asks for several: the one whose mistake costs most. */
export const SEVERITY: readonly RedirectCategory[] = [
  "eating-disorder",
  "minor",
  "pregnancy",
  "self-procedure",
  "acquisition",
  "self-sourced",
  "interaction",
  "dosing",
  "treatment-decision",
  "result-interpretation",
  "diagnosis",
];

/** How far from a rule's words, in tokens, what takes it back may stand; safe 2 to 10. */
const UNLESS_REACH = 4;

export interface RedirectFinding {
  readonly category: RedirectCategory;
  readonly rule: string;
}

/** Every rule as two concepts of the lexicon: when it holds, and what takes it back. */
export const RULE_VOCABULARY: Vocabulary = {
  ...LAY_RULE_VOCABULARY,
  ...Object.fromEntries(
    RULES.flatMap((rule) => [
      [`when:${rule.id}`, rule.when],
      [`unless:${rule.id}`, rule.unless ?? ""],
    ]),
  ),
};

/** Redirects for a verdict on somebody: a question that is about nobody cannot ask for one. */
const ADVISED: ReadonlySet<RedirectCategory> = new Set(["treatment-decision", "diagnosis"]);

/**
 * Whether a message is one short question as people type it into a search box, in which "I" and "you" are anybody:
 * "how do i get rid of hiccups", "when should you worry about a headache". Whoever owns something in it ("my
 * headache"), names a medicine, a number or a time speaks of themselves.
 */
function isSearchQuestion(matches: Matches): boolean {
  const { sentences, tokens } = matches.normalised;
  return (
    sentences.length === 1 &&
    tokens.length <= SHORT_TOKENS &&
    matches.has("search-question") &&
    !OWNED.some((concept) => matches.has(concept))
  );
}

/** What makes a short question somebody's own. */
const OWNED: readonly string[] = [
  "owned-here",
  "other",
  "case",
  "drug",
  "procedure",
  "some-number",
  "now",
  "habitual",
];

function holds(rule: Rule, matches: Matches, sentence: Sentence, features: Features): boolean {
  const { from, to } = sentence;
  if (rule.absent !== undefined && matches.has(rule.absent)) return false;
  const inside = (hit: Hit) => hit.from >= from && hit.to <= to;
  const whens = matches.hits(`when:${rule.id}`).filter(inside);
  if (whens.length === 0) return false;
  const unless = matches.hits(`unless:${rule.id}`).filter(inside);
  // What takes a rule back must stand near it: a second question may have its own answer.
  const taken = (hit: Hit) =>
    unless.some((each) => each.from < hit.to + UNLESS_REACH && each.to + UNLESS_REACH > hit.from);
  if (unless.length > 0 && whens.every(taken)) return false;
  if (matches.within("asks-in-general", from, to) && !matches.within("strong-ask", from, to))
    return false;
  if (ADVISED.has(rule.category) && isSearchQuestion(matches)) return false;
  switch (rule.needs) {
    case undefined:
      return true;
    case "person":
      return features.person;
    case "person-or-terse":
      return features.person || !matches.has("general-marker");
    case "medicine":
      return matches.has("drug");
    case "asks":
      return sentence.asks;
    case "short-or-asks":
      return sentence.asks || matches.normalised.tokens.length <= SHORT_TOKENS;
  }
}

/**
 * A story around a general question does not make the question personal (GUARD: mentioning a person is
 * not enough); in these categories only the sentence that asks decides.
 */
const TOLD_WITHOUT_ASKING: ReadonlySet<RedirectCategory> = new Set(
  SEVERITY.filter((category) => category !== "eating-disorder" && category !== "acquisition"),
);

function requests(matches: Matches, { from, to, asks }: Sentence): boolean {
  return (
    asks ||
    matches.within("question-opener", from, to) ||
    matches.within("wants-to-know", from, to) ||
    matches.within("decision", from, to) ||
    matches.within("wants-help", from, to)
  );
}

/** Words a question begins with after a comma: "i got stung once, how do allergy shots work". */
const OPENERS = new Set(
  "what whats why how which who when where does do is are can could should would will que como por cual cuales cuando quien cuanto cuanta cuantos cuantas donde es son puede pueden sirve".split(
    " ",
  ),
);

/** A sentence cut where a comma, a colon or a dash is followed by a question: the story and what is asked. */
function clausesOf(matches: Matches, sentence: Sentence): Sentence[] {
  const { tokens, text } = matches.normalised;
  const clauses: Sentence[] = [];
  let { from } = sentence;
  let opened = false;
  for (let at = sentence.from + 1; at < sentence.to; at += 1) {
    const before = tokens[at - 1];
    const token = tokens[at];
    if (!before || !token || token.start < before.end) continue;
    if (!/[,:—–-]/u.test(text.slice(before.end, token.start))) continue;
    const joined = JOINERS.has(token.word) ? 1 : 0;
    if (!OPENERS.has(tokens[at + joined]?.word ?? "")) continue;
    clauses.push({ from, to: at, asks: opened });
    from = at + joined;
    opened = true;
  }
  clauses.push({ from, to: sentence.to, asks: opened || sentence.asks });
  return clauses;
}

/** Words that may stand between the comma and the question. */
const JOINERS = new Set(["and", "but", "so", "y", "pero"]);

/** Whether a sentence asks about a thing by its name, with nobody in it but the asker's wish to know. */
function generalRequest(matches: Matches, sentence: Sentence): boolean {
  const { from, to } = sentence;
  const wishes = matches.hits("wants-to-know");
  const someone = ["self", "other", "case"].some((concept) =>
    matches
      .hits(concept)
      .some(
        (hit) =>
          hit.from >= from &&
          hit.to <= to &&
          !wishes.some((wish) => wish.from <= hit.from && wish.to >= hit.to),
      ),
  );
  if (someone || matches.within("decision", from, to) || matches.within("wants-help", from, to))
    return false;
  const asked =
    OPENERS.has(matches.normalised.tokens[from]?.word ?? "") ||
    matches.within("info-ask", from, to) ||
    matches.within("question-opener", from, to) ||
    wishes.some((wish) => wish.from >= from && wish.to <= to);
  // "Is this bad?" points back at the story; "what is TAVR?" does not.
  return (
    asked && (matches.within("about-illness", from, to) || !matches.within("points-back", from, to))
  );
}

/**
 * Whether everything a message asks is a general question, whatever story is told around it.
 *
 * @returns false when it asks nothing
 */
export function asksOnlyInGeneral(matches: Matches, features: Features): boolean {
  const asking = matches.normalised.sentences
    .flatMap((sentence) => clausesOf(matches, sentence))
    .filter((sentence) => requests(matches, sentence));
  return (
    asking.length > 0 &&
    asking.every(
      (sentence) =>
        generalRequest(matches, sentence) &&
        !RULES.some((rule) => holds(rule, matches, sentence, features)),
    )
  );
}

/** What a message about health names at least one of: a leaking tap is not ours. */
const HEALTH: readonly string[] = [
  "drug",
  "symptom",
  "condition",
  "lab",
  "procedure",
  "body",
  "pregnant-word",
  "substance",
];

/** Concepts only this file uses. */
export const REDIRECT_VOCABULARY: Vocabulary = {
  "asks-in-general": `
    (where|how) (can|could|do|should|would) (i|we) ~1 (find|get|read|learn|locate|receive|donate|join|participate) ~2 (information|info|more|out|physician*|doctor*|doctors|specialist*|genetic testing|testing|tested|support|help|facilities|facility|hospital*|resources|articles|studies|trials|a (doctor|specialist|physician|trial|study)|advice and help) ~8, do you have (any)? (information|info|articles) (about|on) ~12, what i need to know about ~12, what should i know about ~6 (storage|disposal), what other information should i know, what (special|important|other|safety|dietary) ~6 should (i|you|people|patients) (follow|know), what ~1 (precautions|warnings|side effects) should (i|you|people|patients) ~1 (take|follow|know|expect|watch) ~6, who should (not)? get ~10, do i need to see a doctor for ~8 $, how can i learn more, what should i (ask|expect|tell) ~6, when should (i|you|someone|people) (see|call|go) ~4 (for|about|with)? ~5 $, (wife|husband|friend|mother|mom|dad|sister|brother|son|daughter|esposa|esposo|mama|papa|amigo|amiga|hijo|hija|doctor|medico) (asked|wants to know|was asking|asks|is asking|wonders|pregunto|pregunta|quiere saber) (me)? ~1 (what|how|why|where|who|que|como|por que|about|de donde), why (did|does|would|do|has) (my|the|a) ~1 (doctor|gp|urologist|endocrinologist|physician|specialist|clinic|pharmacist|provider) ~2 (mention|ask|test|check|order|talk|want|measure|look) ~3, what did ~2 doctor mean by, por que ~2 (mi|el|la) (doctor|doctora|medico|medica|endocrinologo|urologo|especialista) ~2 (menciono|pidio|pide|reviso|hablo|quiere|mide|pregunto)`,
  "wants-to-know": `
    (i|we|id|wed|ill) ~2 (want|wanted|wish|like|love|trying|hoping|need|curious|hope|looking) ~3 (know|understand|read|learn|hear|find out|a page|an article|something to read|information|info|to read|written|printed) ~2 (more|about|on|what|how|why|which|if|whether)? , can (you|i|someone|anyone)? ~1 (explain|tell me (about|what|how|why|which|more)|describe|define|point me|send me|refer us), could (you|i|someone) ~2 (explain|tell me (about|what|how|why|which|more)|describe|point me|send me|refer us|ask you|ask what|ask how), (do|would) you have (any|a|an|some)? ~1 (info|information|articles|article|page|reading|links|link), (please|kindly) ~2 (explain|tell me (about|what|how|why|which|more)|let me know (what|how|why|which|in general)|describe|send me (information|material|info|articles|printed)), (i am|im|we are|just|only|simply) ~1 (curious|wondering|asking|interested|puzzled) ~2 (what|how|why|which|about|in)?, my question is ~2, (quiero|quisiera|queria|quisieramos|queremos|me gustaria|me interesa|solo quiero) ~1 (saber|entender|leer|aprender|conocer|informacion|preguntar) ~1 (que|como|por que|mas|sobre|cual*|de)?, (me|nos) (puede|puedes|podria|podrian|pueden) ~1 (explicar|decir (que|como|por que|cuales)|informar|contar), explicame, expliqueme, explique`,
  "wants-help": `
    (help|advise|advice|recommend*|suggest*) ~1 (me|us|him|her|please|pls)?, what (should|do|can|would|could) (i|we|he|she) ~2, any (ideas|idea|thoughts|advice|suggestions|help|tips), (worried|worry|scared|concerned|preocupad*), (ayuda|ayudenme|aconsej*|recomiend*|que hago)`,
  "points-back": `
    (is|are|was|could|can|might|does|do|will|would|should|es|son|sera) (this|it|that|these|those|they|esto|eso|normal|he|she) ~8, (this|these|those|esto|estos|estas) (mean|means|normal|bad|ok|okay|serious|dangerous|happening|caused|symptom*|number*|result*|pain*|pill*|dose|right|quiere|significa*), (what|why|how|whats|que|por que|como|cuanto) ~2 (this|it|that|these|those|they|esto|eso|estas|estos) ~1 $, (mean|means|significa|about|for|of|with) (this|it|that|these|them|those|esto|eso) ~1 $, yes or no, right $, (ok|okay|enough|safe|too much|bad|serious|high|low|normal|worth it) $`,
  "about-illness": `(is|are|was|es|son) (it|this|that|these|they|esto|eso) ~1 (hereditary|genetic|contagious|catching|common|rare|curable|treatable|inherited|an autoimmune|autoimmune|a virus|viral|permanent|hereditari*|contagios*|comun|raro|rara|curable), (how|what|why) (is|does|do|are) (it|they) ~2 (caused|treated|diagnosed|inherited|spread|work|passed|called|prevented|measured|made|done|develop), (que|como) (lo|la|se) (causa|trata|diagnostica|contagia|hereda|previene)`,
  "search-question": `
    ^ when (should|do|must) (i|you|we|one|someone|somebody|people|a person) ~1 (worry|worried|concerned|alarmed|see|seek|call|go|get|visit|consult|ask) ~9, ^ (when is|how (bad|serious) is|is|are) ~4 (something to worry about|worth (a|seeing) ~3|an emergency|a reason to) ~5,
    ^ (how|what) ~1 (can|do|does|should|could|would|might|must) ~1 (i|you|we|one|someone|somebody|people|a person) ~2 (get rid|getting rid|relieve|calm|ease|soothe|prevent|avoid|improve|manage|control|cope|deal|handle|help|tell|know|recogn*|spot|check|clean|care|look after|strengthen|boost|increase|raise|cure|fix|heal|recover|sleep|treat|reduce|lower|stop|clear|remove|support|protect|keep|stay|live|prepare|build|lose|gain|quit|eat|drink|wear|expect|bring|ask|do) ~9,
    ^ (is it|its) (ok|okay|safe|bad|normal|dangerous|harmful|good|healthy|possible|fine|common|unhealthy|risky) (to|for|if|that|not|when) ~9, ^ (can|could|should|do|does|will|would|must) (you|someone|people|one|a person|men|women|children|kids|babies|adults) ~9, ^ (can|could|will) (i|we) (catch|spread|pass|inherit|get pregnant|get it twice|outgrow) ~8, ^ (can|could) (i|you|we) get ~5 (twice|again|from|without|after) ~5,
    ^ (cuando) (debo|debe uno|hay que|deberia|se debe) (preocupar*|ir|consultar|acudir|llamar|ver) ~9, ^ (como) (puedo|se puede|hago para|hacer para|puede uno) ~1 (quitar|aliviar|calmar|prevenir|evitar|mejorar|bajar|subir|saber|controlar|dormir|curar|tratar|reducir|cuidar) ~9, ^ (es|sera) (seguro|malo|normal|peligroso|bueno) ~9, ^ que (puedo|se puede|debo|debe uno|hay que) (comer|beber|tomar en cuenta|hacer para|evitar) ~9`,
  "owned-here": `my, mine, our, me, im, ive, id, am, this, these, that, here, his, her, their, mi, mis, nuestr*, este, esta, estos, estas, esto, eso, tengo, me, te, le`,
  "strong-ask": `how (much|many) ~4 (take|mg), <mass> ~4 <frequency>`,
};

/**
 * Finds what must be redirected.
 *
 * @param matches the message against the whole lexicon
 * @param from first token to look at
 * @param to one past the last token
 */
export function findRedirects(
  matches: Matches,
  features: Features = featuresOf(matches),
): RedirectFinding[] {
  if (matches.has("everyday") && !HEALTH.some((concept) => matches.has(concept))) return [];
  const found = new Map<string, RedirectFinding>();
  const general = asksOnlyInGeneral(matches, features);
  const sentences = general
    ? matches.normalised.sentences.flatMap((sentence) => clausesOf(matches, sentence))
    : matches.normalised.sentences;
  for (const sentence of sentences)
    for (const rule of RULES)
      if (
        !found.has(rule.id) &&
        !(general && TOLD_WITHOUT_ASKING.has(rule.category) && !requests(matches, sentence)) &&
        holds(rule, matches, sentence, features)
      )
        found.set(rule.id, { category: rule.category, rule: rule.id });
  const list = [...found.values()];
  if (list.length === 0 && !general) {
    const referred = matches.has("asks-in-general");
    const count = [features.decision && !referred, features.personal].filter(Boolean).length;
    if (features.quantity && features.person)
      list.push({ category: "dosing", rule: "features.quantity" });
    else if (features.person && count === 2)
      list.push({ category: "treatment-decision", rule: "features.person-decision" });
    else if (features.person && features.personal && features.time && !matches.has("info-ask"))
      list.push({ category: "diagnosis", rule: "features.person-time" });
  }
  return list.sort((a, b) => SEVERITY.indexOf(a.category) - SEVERITY.indexOf(b.category));
}
