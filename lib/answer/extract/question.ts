/**
 * A question in; what kind of answer it wants and which things it compares out.
 */

/** The shapes of an answer. A question may want more than one. */
export type Wanted =
  | "definition"
  | "reason"
  | "manner"
  | "duration"
  | "number"
  | "time"
  | "place"
  | "list"
  | "person"
  | "verdict"
  | "effect"
  | "function"
  | "comparison";

export interface AskedFor {
  readonly wanted: ReadonlySet<Wanted>;
  /** What is compared, in the question's words; empty unless two or more things are. */
  readonly sides: readonly string[];
}

const AUXILIARY =
  "is|isn't|are|aren't|was|wasn't|were|weren't|do|don't|does|doesn't|did|didn't|can|can't|could|couldn't|will|won't|would|wouldn't|has|have|hasn't|haven't|should|must";
const SUBJECT =
  "i|you|he|she|it|they|we|that|this|these|those|my|your|his|her|the|a|an|there|men|women|people|everyone|trt|testosterone|hcg";

/** Asks for a yes or a no, or brings a claim to be checked. */
const VERDICT = new RegExp(
  [
    String.raw`^(?:(?:and|but|so|ok|okay|y|pero)[, ]+)?¿?(?:${AUXILIARY}|es|son|puede|pueden|hay|tiene|sirven?|funcionan?|causan?|prohibieron|se puede)\b`,
    // The clause before it sets the scene: "Ten years on it, does that make …"
    String.raw`^(?!.*\b(?:what|why|how|which|who|where|when)\b).*[,.;–-]\s*(?:${AUXILIARY}) (?:${SUBJECT})\b`,
    String.raw`^(?:once|if|when|after|while) .*\b(?:do|does|will|is|are|can) (?:${SUBJECT})\b`,
    String.raw`\b(?:is it true|is that (?:so|true|right|correct)|(?:right|correct|true|yes|no|isn't it|hasn't it|doesn't it|can it|didn't it|es cierto|es verdad|verdad|cierto|no)\s*\?\s*$)`,
  ].join("|"),
);

/** Accents are folded and case is lowered before these are tried. */
const SHAPES: readonly (readonly [Wanted, RegExp])[] = [
  [
    "definition",
    /\b(?:what(?:'s| is| are| was| were)(?: an?| the)? (?!(?:the )?(?:difference|risk|side|sign|symptom|cause|reason|best|treatment|chance|cut))|what (?:does|do|did) .{1,60} (?:mean(?! for| to)|stand for)|meaning of|meant by|define|explain|que (?:es|son|significa)|definicion)\b/,
  ],
  [
    "reason",
    /\b(?:why|how come|reasons?|what makes|causes? of|what causes?|por que|a que se debe|causas?)\b/,
  ],
  [
    "effect",
    /\bwhat (?:happens|happened|will happen|would happen|can happen|goes on|occurs|changes)\b|\b(?:affects?|impact|influence)\b|(?<!\bside )\beffects? (?:of|on)\b|\bwhat (?:does|do|will|would|can) .{1,60} (?:do to|mean for)\b|\bque (?:pasa|ocurre|sucede)\b|\bafectan?\b/,
  ],
  [
    "function",
    /\bwhat (?:does|do|did) .{1,60} (?:do|tell .{1,40} to do)(?: in .{1,30}| for .{1,30})?\s*(?:\?|$)|\bwhat(?:'s| is| are) .{1,60} (?:good |used )?for\b|\b(?:job|role|function|purpose) of\b|\b(?:its|their) (?:job|role|purpose)\b|\bque hacen?\b|\bpara que (?:sirven?|se usan?)\b/,
  ],
  ["manner", /\bhow (?:do|does|did|is|are|can|could|would|to|come)\b|\bby what\b|\bcomo\b/],
  [
    "duration",
    /\bhow (?:long|soon|quick(?:ly)?|fast|rapidly|many (?:days|weeks|months|years))\b|\bcuanto (?:tiempo|tarda|dura)\b/,
  ],
  [
    "number",
    /\bhow (?:many|much|often|likely|common|frequent\w*|high|low|deep|strong)\b|\b(?:what|which) (?:\w+ ){0,3}?(?:level|number|count|percentage|rate|cut-?off|threshold|range)\b|\bcuant[oa]s?\b|\bque (?:nivel|numero|porcentaje)\b/,
  ],
  ["place", /\bwhere\b|\bdonde\b/],
  [
    "time",
    // "What happens when …" asks for no time.
    /^(?:(?:and|but|so|y|pero)[, ]+)?¿?(?:when|cuando)\b|\bwhen (?:do|does|is|are|will|should|can|did|would)\b|\b(?:what|which) time\b|\bdesde cuando\b|\ba que hora\b/,
  ],
  [
    "list",
    /\b(?:which|what (?:\w+ ){0,3}?(?:side effects?|symptoms?|signs?|causes?|risks?|factors?|tests?|labs?|options?|treatments?|medicines?|drugs?|questions?|benefits?|ways|steps|kinds|types|changes|enzymes?|problems?|dangers?)|list|examples? of|what (?:should|can|could) i|cuales|que (?:efectos|sintomas|senales|riesgos|pruebas|opciones|tipos|preguntas))\b/,
  ],
  ["person", /\bwho\b|\bquien(?:es)?\b/],
  ["verdict", VERDICT],
];

/** A side of a comparison is a name, not a clause. */
const SIDE = "((?:[\\p{L}\\p{N}()-]+ ){0,4}?[\\p{L}\\p{N}()-]+)";
const COMPARISONS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:difference|differences|differ|distinction|compare[sd]?|comparison|diferencias?|comparar) (?:is there )?(?:between|of|entre)? ?(?:the |el |la |los |las )?${SIDE}(?:,| and| or| with| to| from| y| o| con)+ (?:the |el |la |los |las )?${SIDE}(?:(?:,| and| or| y| o)+ ${SIDE})?(?:(?:,| and| or| y| o)+ ${SIDE})?(?: differ| compare)?\\s*(?:[?.,]|$)`,
    "u",
  ),
  new RegExp(
    `\\b(?:is|are|was|es|son) (?:the )?${SIDE} (?:(?:\\w+er|worse|more \\w+|less \\w+) than|the same as|as \\w+ as|different (?:from|to|than)|(?:mejor|peor|mas \\p{L}+|menos \\p{L}+|igual(?: de \\p{L}+)?) que) (?:the )?${SIDE}\\s*(?:[?.,]|$)`,
    "u",
  ),
  new RegExp(
    `(?:^|\\b(?:is|are|about|better|which|choose|mejor)[:,]? )${SIDE} (?:vs\\.?|versus|compared (?:to|with)|or|o|frente a) ${SIDE}(?:,? (?:vs\\.?|versus|or|o) ${SIDE})?\\s*(?:[?.,:;]|$)`,
    "u",
  ),
  new RegExp(
    `\\bhow (?:do|does|are|is) (?:the )?${SIDE} (?:differ|different|compare) (?:from|to|with) (?:the )?${SIDE}\\s*(?:[?.,]|$)`,
    "u",
  ),
  new RegExp(
    `(?:^|\\b(?:are|that|say|says|is|think) )${SIDE} (?:and|y|e) ${SIDE} (?:are |is |be |being |son )?(?:really |basically |just )?(?:the same|alike|different|interchangeable|lo mismo|iguales|diferentes)\\b`,
    "u",
  ),
  new RegExp(
    `\\bhow (?:do|does|are|is) ${SIDE}(?:,| and| or)+ ${SIDE}(?:(?:,| and)+ ${SIDE})? (?:differ|compare|different)`,
    "u",
  ),
];

/** Words that a pattern may catch beside a name. */
const NOT_A_NAME =
  /^(?:is|are|the|a|an|between|of|which|what|it|this|that|they|not|no|yes|i|you|should|take|better|safer|es|la|el|que)$/u;

/** Who says so is no part of a name either. */
const CLAIMANT = /^.*\b(?:says?|said|that|thinks?|claims?|dicen?)\s/u;
/** What the things are compared for is no part of a name. */
const PURPOSE = / (?:for|in|after|during|when|while|to|if|para|en|despues|durante) .*$/u;

const folded = (question: string) =>
  question
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/’/g, "'");

/** The things a question compares, in its own words, or an empty list. */
export function comparedSides(question: string): string[] {
  const asked = folded(question).replace(/[?¿]/g, "").trim();
  for (const pattern of COMPARISONS) {
    const found = pattern.exec(asked) ?? pattern.exec(asked.replace(PURPOSE, ""));
    if (!found) continue;
    const sides = found
      .slice(1)
      .flatMap((side) =>
        side
          ? [
              side
                .replace(CLAIMANT, "")
                .replace(PURPOSE, "")
                .split(" ")
                .filter((word) => !NOT_A_NAME.test(word))
                .join(" "),
            ]
          : [],
      )
      .filter(Boolean);
    if (sides.length >= 2) return [...new Set(sides)];
  }
  return [];
}

/** What a claim is wrapped in when it is brought for checking: it says who claims, not what. */
const FRAME =
  /^\s*(?:(?:and|but|so|ok|okay|hi|hello|y|pero)[, ]+)*(?:(?:is|isn['’]t) it (?:true|right|correct|a fact|a myth)(?: that)?|(?:i(?:['’]ve)?|we) (?:heard|read|saw|was told|were told)(?: (?:somewhere|online|once))?(?: that)?|(?:someone|somebody|people|they|everyone|my \p{L}+(?: \p{L}+)?) (?:says?|said|told me|tells me|claims?|thinks?)(?: that)?|(?:es|será) (?:cierto|verdad) que|(?:he oído|me han dicho|dicen|leí) que)\s+/iu;

/** Asks for a length, a share or a rate: "long" and "common" are not what it is about. */
const MEASURE =
  /^\s*¿?(?:(?:and|but|so|ok|okay|about|y|pero)[, ]+)?(?:how (?:long|soon|quick(?:ly)?|fast|often|common(?:ly)?|likely|many|much|frequent(?:ly)?)|(?:en )?cu[aá]nt[oa]s? tiempo)\b/iu;

/** A question without the words that only say that somebody claims it, or only how it asks. */
export const withoutFrame = (question: string) => question.replace(FRAME, "").replace(MEASURE, " ");

/** Reads a question's shape. What is not recognised wants nothing in particular. */
export function askedFor(question: string): AskedFor {
  const asked = folded(question).trim();
  const wanted = new Set(SHAPES.filter(([, shape]) => shape.test(asked)).map(([kind]) => kind));
  const sides = comparedSides(question);
  if (sides.length > 0) wanted.add("comparison");
  return { wanted, sides };
}

/** What a sentence that gives each kind of answer tends to hold. English and Spanish. */
const CUES: Readonly<Partial<Record<Wanted, RegExp>>> = {
  definition: /\b(?:is|are|means?|refers? to|stands? for|called|es|son|significa|se llama)\b/iu,
  reason:
    /\b(?:because|since|due to|caused? by|results? (?:from|in)|so that|as a result|leads? to|by \p{L}+ing|reason|porque|debido|causa)/iu,
  manner:
    /\b(?:by \p{L}+ing|works?|acts?|through|when|then|tells?|turns?|makes?|actúa|mediante)\b/iu,
  effect:
    /\b(?:less|more|fewer|lower\w*|higher|falls?|fell|ris(?:es?|ing)|rose|drops?|shrinks?|slow\w*|stop\w*|shut\w*|turn(?:s|ed)? (?:down|off|on|up)|weak\w*|stronger|raises?|reduc\w+|increas\w+|suppress\w*|returns?|comes? back|chang\w+|harms?|improv\w+|leads? to|causes?|hurts?|bajan?|suben?|disminuy\w+|aument\w+|reduc\w+|cambian?)\b/iu,
  function:
    /\b(?:tells?|makes?|helps?|blocks?|acts?|supports?|lowers?|raises?|sends?|turns?|stimulates?|controls?|carr(?:y|ies)|releases?|measures?|shows?|works?|nurses?|keeps?|used (?:to|for)|approved (?:to|for)|ayudan?|bloquean?|sirven?|actúan?|indican?|mide[n]?)\b/iu,
  duration:
    /\b(?:hours?|days?|weeks?|months?|years?|minutes?|horas?|días?|semanas?|meses|años?)\b/iu,
  number: /\d|\b(?:half|twice|most|none|percent|mitad)\b/iu,
  time: /\b(?:when|after|before|during|morning|evening|once|hours?|days?|weeks?|months?|years?|right away|cuando|después|antes|mañana)\b/iu,
  place: /\b(?:in|inside|within|on|near|from) (?:the|your|their|a|many|other|fat|blood)\b|,/iu,
  list: /[:;]|,.+,|\b(?:include|such as|and)\b/iu,
  person:
    /\b(?:men|women|people|patients?|doctors?|clinicians?|children|adults|anyone|those|specialist|hombres|mujeres|personas|médicos?)\b/iu,
  verdict: /^(?:yes|no|sí)\b|\b(?:not|can|cannot|may|does|proof|shown)\b/iu,
};

/** How many of the wanted shapes a sentence fits, as a share of 1. */
export function fits(text: string, { wanted }: AskedFor): number {
  let tried = 0;
  let met = 0;
  for (const kind of wanted) {
    const cue = CUES[kind];
    if (!cue) continue;
    tried += 1;
    if (cue.test(text)) met += 1;
  }
  return tried === 0 ? 0 : met / tried;
}

/** A question that wants names of medicines or hormones, which its answer has to give. */
export const WANTS_NAMES =
  /\b(?:which|what)\b.{0,30}\b(?:medicines?|drugs?|medications?|meds|pills?|treatments?|hormones?)\b|\bqué\b.{0,30}\b(?:medicinas?|medicamentos?|tratamientos?|hormonas?)\b/iu;
