/**
 * A text in; its terms out, with words that mean the same in a patient's mouth folded into one.
 */
import { surfaceWords, termOf } from "@/lib/search-index/lexical";
import { directionsOf } from "./gate/cues";

/**
 * Small on purpose: only words that can stand for each other in any sentence of a leaflet. Words of
 * direction (raise, lower) are folded by what they say; the gate judges them one by one.
 */
const SAME: readonly string[] = [
  "testis testes testicle testicles testicular balls gonads",
  "medicine medicines medication medications drug drugs meds",
  "doctor doctors clinician clinicians physician prescriber provider",
  "injection injections shot shots jab",
  "evidence proof proven prove data",
  "show shows shown showed found demonstrated",
  "infertile infertility sterile",
  "vision sight eyesight eyes eye",
  "tired tiredness fatigue exhausted energy",
  "libido sexual sex",
  "child children kid kids",
  "woman women female",
  "man men male males guy guys",
  "start starts restart restarts begin begins beginning started initiate kick kicks",
  "stop stops stopped stopping end ends ended ending quit quitting finish finished halt",
  "return returns returned recover recovery recovers recovering restore restores bounce",
  "grow growth enlarge",
  "doctorsoffice clinic clinics",
  "weight overweight obesity obese",
  "baby babies pregnant pregnancy conceive",
  "illness disease condition disorder",
  "signal signals message messages signalling",
  "lab labs laboratory",
  "produce produces production produced synthesis synthesize",
  "bone bones fracture fractures",
  "heart cardiac",
  "belly abdomen stomach",
  "clot clots thrombosis",
  "brain hypothalamus",
  "estradiol estrogen oestrogen estrogens",
  "ejaculate semen",
  "gland glands",
  "swelling swollen swell",
  "trial trials study studies research",
  "approved approval licensed legal",
  "risk risks danger dangers dangerous",
  "cost costs price prices",
  "artificial synthetic",
  "directly direct straight",
  "bypass bypasses skip skips",
  "reliable dependable",
  "rate chance likelihood",
  "truly true",
  "respond responds response react reacts",
  "combine combined pool pooled",
  "mix mixed blend mixture",
  "safe safer safest safety safely",
  "angry anger rage aggressive aggression irritable irritability",
  "contraceptive contraceptives contraception",
  "plan plans protocol protocols programme program",
];

/** Spanish, each form that readers and leaflets use: the stemmer knows no verbs. */
const SAME_IN_SPANISH: readonly string[] = [
  "dejar dejo deja dejan deje dejé dejando suspender suspende terminar termina terminan acabar acaba",
  "volver vuelve vuelven vuelva regresar regresa recuperar recupera recuperarse recuperación",
  "tiempo tarda tardan tardar demora",
  "causa causas causar causan provocar provoca provocan",
  "señal señales signo signos síntoma síntomas",
  "riesgo riesgos peligro peligros peligroso peligrosa",
  "prohibir prohibida prohibido prohibidas prohibieron prohibió",
  "medicamento medicamentos medicina medicinas fármaco fármacos pastilla pastillas píldora píldoras remedio remedios",
  "médico médica médicos doctor doctora doctores",
  "prueba pruebas análisis examen exámenes",
  "coágulo coágulos trombo trombos trombosis",
  "testículo testículos huevos",
  "inyección inyecciones inyectar pinchazo",
  "hijo hijos bebé bebés",
  "seguro segura seguridad",
];

/** Words whose stem is another word's: "testes" would make every test a testicle. */
const STEM_OF_ANOTHER: ReadonlySet<string> = new Set(["testes"]);

const canonical = new Map<string, string>();
const canonicalSpanish = new Map<string, string>();
const canonicalWords = new Map<string, string>();
for (const group of SAME) {
  const words = group.split(" ");
  const first = termOf(words[0] ?? "");
  for (const word of words) {
    const term = termOf(word);
    if (STEM_OF_ANOTHER.has(word)) canonicalWords.set(word, first);
    else if (term && !canonical.has(term)) canonical.set(term, first);
  }
}
for (const group of SAME_IN_SPANISH) {
  const terms = surfaceWords(group).map((word) => termOf(word, "es"));
  for (const term of terms)
    if (term && !canonicalSpanish.has(term)) canonicalSpanish.set(term, terms[0] ?? "");
}

/** Initials that patients use for the long name, and the other way round; both become the short one. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\btestosterone (?:replacement )?(?:therapy|treatment)\b/giu, "trt"],
  [/\bgonadotropin[- ]releasing hormone\b/giu, "gnrh"],
  [/\bluteini[sz]ing hormone\b/giu, "lh"],
  [/\bfollicle[- ]stimulating hormone\b/giu, "fsh"],
  [/\bhuman chorionic gonadotropin\b/giu, "hcg"],
  [/\b(?:low t)\b/giu, "low testosterone"],
  [/\bclomid\b/giu, "clomiphene"],
  [/\barimidex\b/giu, "anastrozole"],
  [/\bnolvadex\b/giu, "tamoxifen"],
  [/\bselective estrogen receptor modulators?\b/giu, "serm"],
  [/\bpost[- ]cycle therapy\b/giu, "pct"],
  [/\bon (?:testosterone|t)\b/giu, "on trt"],
  [
    /\btestosterone (?:that )?(?:comes |coming )?from outside\b|\b(?:external|outside) testosterone\b/giu,
    "exogenous testosterone",
  ],
  [
    /\b(?:your|my|his|their|the body['’]?s|(?:a )?man['’]?s|our) own (?:natural )?(?:testosterone|t|production|supply)\b|\bnatural (?:testosterone|t|production)\b/giu,
    "endogenous testosterone",
  ],
  [/\bbirth control\b/giu, "contraception"],
  [/\b(?:is|are|was|were|be|being|been) (?:all )?over\b/giu, "ends"],
  [/\b(?:switch(?:es|ed|ing)?|turn(?:s|ed|ing)?|shut(?:s|ting)?) (?:off|down)\b/giu, "suppress"],
  [/\bkick(?:s|ed|ing)? off\b/giu, "starts"],
  [/\b(?:com(?:e|es|ing)|came|gets?|got|getting|go(?:es|ing)?|went) off\b/giu, "stop"],
  [/\b(?:go|goes|going|went) on in\b/giu, "happens in"],
  [
    /\b(?:com(?:e|es|ing)|came|grow(?:s|ing)?|grew|bounc(?:e|es|ing)) back\b(?! (?:as|at|clear|fine|high|low|negative|normal|positive|with|\d))/giu,
    "recover",
  ],
  [
    /\b(?:makes?|making|made)(?= (?:(?!to\b|of\b)\p{L}+ ){0,2}(?:testosterone|sperm|estrogen|hormones?)\b)/giu,
    "produce",
  ],
  [
    /\b(?:too|excessively|overly|very|unusually) (?:low|little)\b|\bover-?suppress\p{L}*/giu,
    "toolow low",
  ],
  [/\bgrowth\b/giu, "growing"],
  [
    /\bweight[- ]loss\b|\b(?:los(?:e|es|ing)|lost|sheds?|shedding) (?:some |the |my |your )?(?:weight|fat|gut|belly|pounds|kilos)\b/giu,
    "weight weightloss",
  ],
  [/\bbring(?:s|ing)? (?:(?:my|your|the|his) )?(\p{L}+ )?(?:levels? )?up\b/giu, "raise $1"],
  [/\blosing\b/giu, "lose"],
  [/\b(?:go|goes|going|went) up\b/giu, "rises"],
  [/\b(?:go|goes|going|went) down\b/giu, "falls"],
  [/\b(?:sperm|semen) (?:test|sample|check)s?\b/giu, "semen analysis"],
  [
    /\bafter (?:the|my|your|his|a) last (?:\p{L}+ )?(?:shot|injection|dose|pill|pellet)s?\b/giu,
    "after treatment ends",
  ],
  [/\b(?:put|puts|putting) together\b/giu, "combine"],
  [/\bhypothalamic[- ]pituitary[- ]gonadal\b/giu, "hpg"],
];

/** Words of direction that any sentence may put in each other's place. */
const FOLDED_DIRECTIONS: ReadonlySet<string> = new Set(["level", "speed", "age", "quality"]);

/**
 * A word's term, or the one that stands for all of its synonyms; empty for a stop word.
 * @param word as `surfaceWords` gives it
 */
export function meaningOf(word: string, language = "en"): string {
  const term = termOf(word, language);
  const own = language.startsWith("es") ? canonicalSpanish.get(term) : undefined;
  return own ?? canonicalWords.get(word) ?? canonical.get(term) ?? term;
}

/**
 * Terms as `lexicalTerms` makes them, synonyms folded.
 * @param language BCP 47
 */
export function meaningTerms(text: string, language = "en"): string[] {
  let named = text;
  for (const [name, short] of NAMES) named = named.replace(name, short);
  return surfaceWords(named).flatMap((word) => {
    const term = meaningOf(word, language);
    if (!term) return [];
    const direction = directionsOf(word).find(({ kind }) => FOLDED_DIRECTIONS.has(kind));
    return [direction ? `${direction.kind}${direction.sign}` : term];
  });
}
