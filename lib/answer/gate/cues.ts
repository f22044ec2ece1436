/**
 * Nothing in; the words that change what a sentence claims out: negation, direction, doubt, who was studied.
 *
 * English and Spanish, accents folded. A word missing here is judged as an ordinary word.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Turn a clause into its opposite. */
export const NEGATIONS = words(`
  no not never none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt arent
  wasnt werent hasnt havent hadnt couldnt shouldnt wouldnt nunca jamas ningun ninguna ninguno nadie
  sin tampoco ni`);

/** Deny in effect. A negated sentence may put them in place of "not", never leave them out. */
export const DENIALS = words(`
  unlikely unable unproven unknown unclear unapproved unsafe unreliable lack lacks lacking lacked fail
  fails failed failing off-label against rarely seldom hardly untested insufficient absent misses falta
  carece`);

/** How sure, how often and how well known: each group is a way of holding back. */
export type Doubt = "possible" | "partial" | "weak" | "about";
const DOUBT_WORDS: Readonly<Record<Doubt, ReadonlySet<string>>> = {
  possible: words(`
    may might could can possibly perhaps maybe likely probably potentially seem seems seemed appear
    appears appeared suggest suggests suggested tend tends hint hints believed thought chance able would
    puede pueden podria podrian quiza quizas probable probablemente posible parece parecen suele suelen`),
  partial: words(`
    some many most often usually sometimes generally typically commonly frequently several few fewer
    occasionally partly mostly mainly largely half majority tends rare rarely
    algunos algunas muchos muchas mayoria menudo veces general generalmente varios pocos`),
  weak: words(`
    thin weak weaker limited little uncertain unclear unknown unsure conditional low-certainty certainty lacking
    lack lacks scarce small unproven inconclusive untested open guess debil limitada limitadas
    limitado poca escasa incierto`),
  about: words(`
    about around roughly nearly almost approximately over under least up close than
    alrededor cerca casi aproximadamente unos unas`),
};
export const doubtsOf = (word: string): readonly Doubt[] =>
  (Object.keys(DOUBT_WORDS) as Doubt[]).filter((kind) => DOUBT_WORDS[kind].has(word));

/** Claims without exception; a passage has to make them too. */
export const ABSOLUTES = words(`
  always all every everyone everybody guaranteed guarantee guarantees definitely certainly completely
  entirely proven proves cure cures cured perfectly absolutely undoubtedly fully harmless will
  siempre todos todas garantiza garantizado completamente`);

/** Pairs that turn a claim round when one takes the place of the other. */
const OPPOSED: readonly (readonly [string, string, string])[] = [
  [
    "level",
    `raise raises raised raising increase increases increased increasing higher rise rises rose rising up
     gain gains gained grow grows grew growing boost boosts boosted elevate elevated elevates more greater
     high highest upward climb climbs climbed adds extra enlarge sube suben aumenta aumentan aumentar mas
     mayor alto alta elevado elevada`,
    `lower lowers lowered lowering reduce reduces reduced reducing reduction decrease decreases decreased
     decreasing less fall falls fell falling drop drops dropped dropping down fewer decline declines
     declined shrink shrinks shrank shrinking low lowest cut cuts downward loss lose loses lost suppress
     suppresses suppressed suppression dampen smaller sink sinks baja bajan reduce reducen reducir disminuye
     disminuyen menos menor bajo`,
  ],
  [
    "order",
    "before earlier first previously prior early antes previo primero",
    "after later last afterwards afterward following late despues tras luego",
  ],
  [
    "speed",
    "faster quick quickly quicker sooner fast rapid rapidly rapido",
    "slower slow slowly gradually lento lentamente",
  ],
  ["length", "longer long longest largo", "shorter short shortest briefly corto"],
  [
    "quality",
    "better beats beat ease eases eased improve improves improved improving improvement good mejor mejora",
    "worse worsen worsens worsened worst bad peor empeora",
  ],
  ["strength", "strong stronger strongest fuerte", "weak weaker weakest thin debil"],
  [
    "safety",
    "safe safer safest safely harmless seguro segura",
    "unsafe riskier risky dangerous danger dangers risky harmful harm harms peligroso peligrosa",
  ],
  ["age", "younger young", "older old elderly"],
  [
    "switch",
    "start starts started begin begins began activate activates activated stimulate stimulates turn-on restart restarts trigger triggers empieza inicia",
    "stop stops stopped end ends ended block blocks blocked blocking halt turn-off shut shuts quit deja bloquea",
  ],
  ["place", "inside within above over dentro encima", "outside beyond below under fuera debajo"],
  [
    "likeness",
    "same similar alike igual",
    "different differ differs differently distinto diferente",
  ],
  ["rank", "primary primaria", "secondary secundaria"],
  ["sex", "men man male males boys hombres", "women woman female females girls mujeres"],
  [
    "frequency",
    "common often usually frequent frequently frecuente",
    "rare rarely uncommon seldom raro rara",
  ],
  [
    "cause",
    "cause causes caused causing causa",
    "prevent prevents prevented preventing cure cures avoid avoids previene evita",
  ],
  [
    "standing",
    "approved legal allowed recommended recommend recommends aprobado",
    "banned illegal forbidden unapproved prohibido",
  ],
  ["state", "normal healthy", "abnormal unhealthy"],
  ["extent", "most all every majority many everyone", "few none nobody minority"],
];

export interface Direction {
  readonly kind: string;
  readonly sign: 1 | -1;
}

const directions = new Map<string, Direction[]>();
for (const [kind, positive, negative] of OPPOSED)
  for (const [list, sign] of [
    [positive, 1],
    [negative, -1],
  ] as const)
    for (const word of words(list))
      directions.set(word, [...(directions.get(word) ?? []), { kind, sign }]);

export const directionsOf = (word: string): readonly Direction[] => directions.get(word) ?? [];

/** Directions that a passage must state in so many words; of the others, ordinary word coverage judges. */
export const STATED_KINDS: ReadonlySet<string> = words("level safety standing");

/** Who or what was studied, when that is not "men": a claim about them holds for them. */
const STUDIED: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    "animals",
    words(
      "rat rats mouse mice rodent rodents animal animals monkey monkeys dog dogs rabbit rabbits sheep ratas ratones animales monos",
    ),
  ],
  ["cells", words("test-tube petri vitro laboratory-grown")],
  ["volunteers", words("volunteer volunteers voluntario voluntarios")],
  ["women", words("women woman female females girls mujeres")],
  ["children", words("child children boys girls infants babies teenagers adolescents ninos")],
  [
    "trial",
    words("trial trials study studies review reviews survey ensayo ensayos estudio estudios"),
  ],
];
export const studiedIn = (word: string): string | undefined =>
  STUDIED.find(([, list]) => list.has(word))?.[0];

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
  twenty: "20",
  thirty: "30",
  fifty: "50",
  hundred: "100",
  dos: "2",
  tres: "3",
  cuatro: "4",
  cinco: "5",
  seis: "6",
  siete: "7",
  ocho: "8",
  nueve: "9",
  diez: "10",
  doce: "12",
  veinte: "20",
};
/** "one" and "once" are pronouns as often as numbers, so 1 is only ever itself in digits. */
export const numberOf = (word: string): string | undefined =>
  word === "one" ? undefined : NUMBER_WORDS[word];

/** Words too plain to need a source: a true paraphrase is full of them. */
export const PLAIN = words(`
  able act acts action add adds added adult affect affects allow allows amount another answer appear area
  base based basic become becomes becoming begin big body bring brings brought build call called calls care
  carry case cases change changes changed check checked checking checks choice choose clear close come comes
  common compare compared comparison contain control copy count course cover create day deal decide depend
  depends develop different difficult direct does due ease easy effect effects end enough even event every
  exact exist expect explain extra face fact factor factors feel feeling feels figure final fit fix follow
  follows form found full function general give gives given goes group groups guide hand happen happens hard
  health hold holds human idea impact important include includes including instead involve itself job keep
  keeps kind kinds known large lead leads leave left length let level levels life likely limit line link list
  live long look main major make makes making manage mark matter matters mean meaning means measure mention
  method mind minute moment month months move name named natural naturally near necessary need needs new next
  normal note notice number occur occurs offer one open order outcome overall own pace part particular parts
  pass path pattern people person piece place plan plans play point possible present problem problems process
  promise provide put range reach ready reason receive regular related rely remain remains report reported
  respond response result results role room run same say second see send sends sent separate serve set sets
  side sign simple simply situation size sort source special stage stand state stay stays step steps still
  support system take takes taken taking talk tell tells term thing things think time times together top total
  travel treat true try turn turned turns type types unit usual value vary view wait watch way ways week weeks
  well whole wide word words work working works worth year years yet hour hours days lot bit kept later once
  during along away back behind beside despite either entirely happen itself rather really right soon though
  per someone anyone something anything everything actually also away just quite simply single own used using
  use uses useful while whether within without among amongst across toward towards show shows seen seems look
  looks feel get gets got getting go going gone know knows made mostly place said saying still sure than then
  therefore thus unless until upon via whenever wherever onto enough ask asks asked want wants wanted help helps
  helped helping try tried tries trying good bad great little much less more least often sometimes usually`);
