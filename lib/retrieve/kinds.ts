/** A question or a passage enters; the kinds of fact it asks for or gives leave: treatment, causes, outlook and so on. */

/** Kinds of fact, in the words of MedQuAD's question types. */
export const KINDS = [
  "information",
  "symptoms",
  "treatment",
  "causes",
  "tests",
  "outlook",
  "prevention",
  "inheritance",
  "genes",
  "frequency",
  "risk",
  "complications",
  "research",
  "living",
  "stages",
] as const;
export type Kind = (typeof KINDS)[number];

/** How people ask for each kind. English and Spanish, accents folded, our own list. */
const ASKED: readonly (readonly [Kind, RegExp])[] = [
  [
    "treatment",
    /\b(?:treat\w*|cur(?:e|ed|es|ing|able)|therap\w+|medicat\w*|medicine?s?|remed\w+|surger\w+|operation|get(?:ting)? rid|relie[fv]\w*|manage\w*|heal(?:ed|ing)?|fix|options?|tratamient\w+|tratar|cura|curar|medicament\w+)\b/,
  ],
  [
    "symptoms",
    /\b(?:symptom\w*|signs?|feel(?:s|ing)? like|how (?:do|can|would) (?:i|you|we) (?:know|tell)|look like|warning|sintoma\w*|senal\w*)\b/,
  ],
  [
    "causes",
    /\b(?:caus\w+|why|reasons?|how did (?:i|he|she) get|come from|brings? on|due to|trigger\w*|por que|causas?|debe a)\b/,
  ],
  [
    "tests",
    /\b(?:tests?|tested|testing|diagnos\w+|exams?|scans?|biops\w+|check(?:ed)? for|find out if|blood work|screen\w*|prueba\w*|examen\w*|analisis)\b/,
  ],
  [
    "outlook",
    /\b(?:prognos\w+|outlook|life expectanc\w+|surviv\w+|recover\w*|how long|go(?:es)? away|fatal|deadly|terminal|get(?:ting)? better|chances? of|come back|permanent|reversible|pronostico|cuanto (?:tiempo|dura|tarda)|recuper\w+)\b/,
  ],
  [
    "prevention",
    /\b(?:prevent\w*|avoid\w*|protect\w*|stop (?:it|this) from|keep from|reduce (?:my|the) risk|prevenir|evitar)\b/,
  ],
  [
    "inheritance",
    /\b(?:inherit\w*|heredit\w*|runs? in (?:the |my |our )?famil\w+|pass(?:ed)? (?:it |this )?(?:on|down)|genetic\w*|carriers?|my (?:children|kids)|heredar|hereditari\w+)\b/,
  ],
  ["genes", /\b(?:genes?|genetic\w*|mutat\w+|chromosom\w+|dna|genetic\w*)\b/],
  [
    "frequency",
    /\b(?:how (?:common|rare|many|often|frequent)|prevalen\w+|que tan comun|frecuent\w+)\b/,
  ],
  [
    "risk",
    /\b(?:risks?|at risk|who (?:gets|is likely|can get)|likely|chances? of getting|riesgo\w*)\b/,
  ],
  [
    "complications",
    /\b(?:complication\w*|side effects?|danger\w*|harm\w*|problems? (?:caused|from)|lead to|long[- ]term effects?|risks? of|complicacion\w*|efectos? secundario\w*|peligro\w*)\b/,
  ],
  [
    "research",
    /\b(?:clinical trials?|research\w*|stud(?:y|ies)|latest|new (?:treatment|drug|therap)\w*|experimental|investigaci\w+)\b/,
  ],
  [
    "living",
    /\b(?:diet|eat\w*|foods?|exercis\w*|living with|cope|coping|daily life|nutrition|lifestyle|dieta|comer|comida|ejercicio)\b/,
  ],
  ["stages", /\b(?:stages?|how far|advanced|grade|etapa\w*|estadio\w*)\b/],
  [
    "information",
    /\b(?:what (?:is|are)|what's|information|info|tell me about|learn about|explain|mean(?:s|ing)?|definition|about|que es|que son|informacion)\b/,
  ],
];

/** How each kind shows in a passage: log odds by stem, learned from answered questions. */
export type KindLexicon = Readonly<
  Record<string, readonly (readonly [kind: number, odds: number])[]>
>;

/**
 * The kinds a question asks for, each with its share of 1.
 * @param question lower case or not; accents are folded here
 */
export function kindsAsked(question: string): readonly (readonly [kind: number, share: number])[] {
  const folded = question
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
  const found = ASKED.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind);
  // "Information" is how any question may be put; it counts only when nothing else is asked.
  const asked = found.length > 1 ? found.filter((kind) => kind !== "information") : found;
  const kinds = asked.length > 0 ? asked : (["information"] as const);
  return kinds.map((kind) => [KINDS.indexOf(kind), 1 / kinds.length] as const);
}
