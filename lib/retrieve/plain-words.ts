/** A question or a heading enters; its words leave with those that patients use for one another made one, small words kept. */

import { surfaceWords, termOf } from "@/lib/search-index/lexical";

/**
 * Words that ask or say the same in any question about health, the first of each line standing for all. Our own
 * list. Only headings and questions are read with it: in a passage the difference may matter.
 */
const SAME: readonly string[] = [
  "everyone everybody anyone anybody",
  "men man guy guys male males dude dudes bloke gentleman gentlemen",
  "woman women female females lady",
  "testicle testicles testis testes testicular balls ball nuts nut gonads bollocks",
  "child children kid kids toddler baby babies",
  "partner wife girlfriend husband spouse",
  "doctor doctors clinician clinicians physician physicians doc docs provider prescriber specialist",
  "medicine medicines medication medications drug drugs meds pill pills tablet tablets",
  "treatment treatments therapy therapies",
  "shot shots injection injections jab jabs injecting inject injected",
  "test tests testing tested lab labs bloodwork panel check checks checked checking measure measured measures monitoring monitor",
  "stop stops stopped stopping quit quits quitting end ends ended ending finish finished finishing cease ceased ceasing discontinue discontinued discontinuing",
  "start starts started starting begin begins beginning began initiate restart restarts restarting",
  "recover recovers recovered recovering recovery return returns returned returning restore restores restored resume resumes rebound reverse reversible regain",
  "last lasts lasting stay stays",
  "cause causes caused causing lead leads trigger make makes making",
  "lower lowers lowered lowering reduce reduces reduced drop drops dropped dropping fall falls fell falling decrease decreases decreased tank tanks cut",
  "raise raises raised raising increase increases increased boost boosts boosted boosting high higher elevate elevated improve improves",
  "shrink shrinks shrunk shrinking shrinkage smaller atrophy",
  "safe safety safely harmless",
  "harm harms harmful damage damages damaged damaging hurt hurts danger dangers dangerous risk risks risky bad unsafe",
  "problem problems trouble issue issues",
  "proof proven prove proves evidence proved",
  "study studies trial trials research data",
  "work works working effective help helps helped helping good",
  "approved approval approve approves licensed legal illegal banned ban allowed permitted",
  "sperm swimmers semen",
  "sterile infertile infertility fertility fertile pregnant pregnancy conceive conceiving father dad",
  "condom condoms contraceptive contraception contraceptives",
  "tired tiredness fatigue exhausted exhaustion energy sluggish",
  "feel feels feeling felt symptom symptoms sign signs",
  "mood moods depressed depression angry anger irritable",
  "libido sexual sex desire",
  "weight fat overweight obese obesity gut belly heavy",
  "supplement supplements booster boosters vitamin vitamins herbs",
  "old older age aged ageing aging elderly young younger",
  "long longer length",
  "quick quickly fast faster soon sooner rapid rapidly speed",
  "often frequently frequent regularly",
  "slow slower slowly tougher harder difficult",
  "normal healthy usual",
  "natural naturally own endogenous",
  "compare compared comparison difference different differ differs versus vs",
  "need needs needed necessary required require",
  "thick thicken",
  "eye eyes eyesight vision sight see seeing blur blurred blurry",
  "bone bones fracture fractures skeleton",
  "joint joints",
  "heart cardiac cardiovascular",
  "clot clots thrombosis",
  "call calls calling ring phone dial",
  "donate donates donating donation donor",
  "number numbers level levels amount count counts result results reading value values",
  "range cutoff limit threshold",
  "brain hypothalamus",
  "estrogen oestrogen estradiol e2",
  "testosterone t trt test",
  "clomiphene clomid clomifene",
  "anastrozole arimidex",
  "tamoxifen nolvadex",
  "freeze freezing frozen bank banking store storing",
  "gel androgel",
  "suppress suppression suppressed suppresses shutdown shut shuts",
  "1 one",
  "2 two",
  "3 three",
  "4 four",
  "5 five",
  "6 six",
  "7 seven",
  "8 eight",
  "9 nine",
  "10 ten",
  "11 eleven",
  "12 twelve",
  "hombre hombres varon varones",
  "dejar dejo deja suspender suspendo parar",
  "volver vuelve vuelven recuperar recuperacion recuperarse recupera recupero regresar regresa",
  "hijo hijos nino ninos bebe",
  "analisis prueba pruebas examen examenes",
  "subir sube aumentar aumenta",
  "bajar baja disminuir disminuye",
];

/** Runs of words that stand for one. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:com(?:e|es|ing)|came|go(?:es|ing)?|went|get(?:s|ting)?|got) off\b/g, "stop"],
  [
    /\b(?:com(?:e|es|ing)|came|get(?:s|ting)?|got|bounc(?:e|es|ed|ing)|kick(?:s|ed|ing)?|grow(?:s|ing)?|turn(?:s|ed)?) (?:back|in again|back in|up again|going again)\b/g,
    "recover",
  ],
  [/\b(?:get|gets|getting|got|bring|brings|bringing) ((?:\w+ ){1,4})back\b/g, "recover $1"],
  [/\b(?:off|after) (?:of )?(?:t|trt|testosterone)\b/g, "stop testosterone"],
  [/\b(?:go(?:es|ing)?|went|gone|shot|shoots) up\b/g, "raise"],
  [/\b(?:go(?:es|ing)?|went|gone|bring(?:s|ing)?|brought) down\b/g, "lower"],
  [/\bno longer\b/g, "not"],
  [/\b(?:switch|turn|shut)(?:es|s|ing|ned|ed)? (?:it )?(?:off|down)\b/g, "suppress"],
  [
    /\b(?:trying for|having|have|want|wants|make|planning) (?:a )?(?:baby|babies|kids?|child(?:ren)?|famil(?:y|ies))\b/g,
    "fertile child",
  ],
  // "shouldn't", the apostrophe gone.
  [/\b(should|does|do|did|is|are|was|were|could|would|has|have|had)nt\b/g, "$1 not"],
  [/\b(?:cant|cannot)\b/g, "can not"],
  [/\bwont\b/g, "will not"],
  [/\b(?:birth control)\b/g, "contraception"],
  [
    /\b(?:testosterone replacement therapy|testosterone (?:replacement|therapy|treatment)|hormone replacement)\b/g,
    "trt",
  ],
  [/\blow t\b/g, "low testosterone"],
  [/\b(?:blood (?:test|work)s?)\b/g, "test"],
  [/\bhow come\b/g, "why"],
  [/\bwhat makes\b/g, "why"],
  [/\b(?:side effects?|downsides?)\b/g, "harm"],
  [/\b(?:estrogen blockers?|aromatase inhibitors?|ai)\b/g, "anastrozole"],
  [
    /\b(?:how (?:many|much) (?:days|weeks|months|years|time)|how soon|when (?:will|does|do|can))\b/g,
    "how long",
  ],
];

const canonical = new Map<string, string>();
for (const line of SAME) {
  const [first = "", ...others] = line.split(" ");
  for (const word of [first, ...others]) if (!canonical.has(word)) canonical.set(word, first);
}

/**
 * The keys by which a question and a heading are compared: stems, and small words behind a mark.
 * @example keysOf("How come my balls shrink?") // ["=why", "=my", "testicl", "shrink"]
 */
export function keysOf(text: string, language = "en"): string[] {
  const plain = PHRASES.reduce(
    (before, [pattern, word]) => before.replace(pattern, word),
    surfaceWords(text).join(" "),
  );
  return plain.split(" ").flatMap((typed) => {
    const word = canonical.get(typed) ?? typed;
    if (!word) return [];
    return [termOf(word, language) || `=${word}`];
  });
}
