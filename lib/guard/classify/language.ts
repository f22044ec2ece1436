/** A normalised message goes in; its language comes out: English and Spanish by their small words, others by tinyld. */
import { detect } from "tinyld";
import type { Normalised } from "../normalise";

const ENGLISH = new Set(
  "the is are was what how why when who where which my i im ive you your it its this that these those and or but of to in on for with have has had do does did can could should would will not dont cant a an am be been if from about he she his her they we so get got take taking there any some need want feel feeling please help know think just now after before while because hi hello thanks pain doctor chest breathe mean dose side effects pills blood".split(
    " ",
  ),
);
const SPANISH = new Set(
  "el los las una unos unas que como por para con sin mi mis tu su sus es son esta estoy estan tengo tiene puedo puede debo y o pero del al lo le me se si muy mas cuando donde cual cuanto cuanta cuantas cuantos quien porque hace hay fue ser soy yo nos ya tomar dolor pecho hola gracias duele ayuda quiero pastillas medico sangre efectos tomo desde cada dosis esposo esposa marido mujer novio novia pareja hijo hija hijos hermano hermana papa mama tio tia abuelo abuela bebe pega pego golpea violaron obliga deja toca esconde venden vende comprar compro salio quedo estoy voy ya anoche ayer hoy aqui ahi asi ese esa esto eso uno una dos tres todo toda todos nada nadie tambien pero porque otra otro vez dias semanas meses anos cabeza pierna brazo corazon barriga garganta embarazada medicina pastilla tableta receta doctora despierta dejo tome sirve significa padrastro madrastra cuarto noche tarde traigo sabes alguien proveedor suicidarme suicidio matarme morirme vivir quiere siento duelen manchas piel bulto tomando inyeccion inyectar primo prima suegra suegro vecina amigo amiga libre alta alto baja bajo semana mes ano hija nino nina".split(
    " ",
  ),
);
/** Words both lists' languages share with others weigh nothing. */
const AMBIGUOUS = new Set(
  "de la en no un a me que si es como por o y se con mi le al para lo".split(" "),
);
/** Least share of small words that settles the matter; safe 0.15 to 0.4. */
const SHARE = 0.2;
/** Least share of words that other languages have too, where no word is only Spanish; safe 0.15 to 0.3. */
const WEAK_SHARE = 0.18;
/** Shortest text, in characters, that the statistical detector is believed on; safe 12 to 40. */
const DETECTOR_LENGTH = 12;

/**
 * Names the language of a message.
 *
 * @returns a BCP 47 code; English when nothing speaks for anything else
 */
export function languageOf(normalised: Normalised): string {
  const { text, tokens } = normalised;
  let english = 0;
  let spanish = 0;
  let spanishWeak = 0;
  let words = 0;
  for (const { word } of tokens) {
    if (!/^[a-z]/u.test(word)) continue;
    words += 1;
    if (ENGLISH.has(word)) english += word.length === 1 ? 0.5 : 1;
    if (SPANISH.has(word)) {
      if (AMBIGUOUS.has(word)) spanishWeak += 1;
      else spanish += 1;
    }
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin / letters < 0.5) return scriptLanguage(text);
  if (/[¿¡ñ]/u.test(text)) spanish += 1.5;
  const spanishAll = spanish + 0.5 * spanishWeak;
  const strongest = Math.max(english, spanishAll);
  const detected =
    text.length >= DETECTOR_LENGTH && strongest < words * 0.45
      ? detect(text.slice(0, 400).toLowerCase())
      : "";
  const guessed = latinBacked(detected, normalised) ? detected : "";
  if (
    guessed &&
    !["en", "es"].includes(guessed) &&
    KNOWN.has(guessed) &&
    strongest < words * 0.34 &&
    (spanish === 0 ||
      guessed !== "pt" ||
      /[ãõçê]|\b(?:não|nao|você|voce|estou|meu|minha|uma|dor)\b/iu.test(text))
  )
    return guessed;
  if (detected === "es" && spanishAll >= 0.5 && english <= spanishAll) return "es";
  const least = words * (spanish === 0 ? WEAK_SHARE : SHARE * 0.5);
  if (spanishAll > english && spanishAll >= least) return "es";
  return "en";
}

/** Text of plain letters shorter than this must show a word of the language it is taken for; safe 30 to 80. */
const SHORT_TEXT = 60;

/** Small and urgent words that neither English nor Spanish has. */
const BACKING: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    pt: "nao sao vou bate esposa consigo convulsionando como funciona vacina estou minha meu uma dor peito muito tem ele ela com filho filha bebe bebeu engoliu respira remedio quero ajuda voce isso esta tomei comprimidos morrer sangue cabeca barriga",
    fr: "comment fonctionne vaccin pourquoi quel quelle je suis mon ma mes est pas une des les du au avec pour elle il mal poitrine respire enfant bebe avale ne dans aide medicament mourir sang tete ventre quels sont quelles",
    de: "wie wirkt warum kurz ich und mein meine nicht das der die ist ein eine mit schmerzen brust atmen kind hat geschluckt will sterben hilfe tabletten blut kopf bauch starke bewusstlos was sind",
    it: "cos che cosa come funziona sono il mio mia non che una con dolore petto respira figlio figlia bambino ha ingoiato voglio morire aiuto pillole sangue testa pancia sta quali della del gli i",
    pl: "nie jest moje moja mam boli klatce piersiowej oddycha dziecko polknelo chce umrzec pomocy tabletki krew glowa brzuch sie ze na jestem",
    tl: "ayoko nang ano bakit paano ako ang ng mga hindi ko niya anak sakit dibdib huminga makahinga nakalunok gusto mamatay tulong gamot dugo ulo tiyan po sa si",
    vi: "toi con khong dau nguc tho bi uong thuoc chet mau bung cuu nuot la cua va co",
    nl: "ik mijn niet het een pijn borst kind ademt wil dood hulp pillen bloed heeft met van de en",
    ro: "nu este am mi durere piept copil respira vreau mor ajutor pastile sange cap si ce la",
    sv: "jag inte min mitt det ont brostet barn andas vill do hjalp tabletter blod har och ar",
    tr: "bir ve agri gogus nefes cocuk yuttu olmek istiyorum yardim hap kan bas cok var yok",
  }).map(([code, words]): [string, ReadonlySet<string>] => [code, new Set(words.split(" "))]),
);

/** Whether more than a guess speaks for a language written in Latin letters. */
function latinBacked(code: string, { text, tokens }: Normalised): boolean {
  const backing = BACKING[code];
  if (backing === undefined || text.length >= SHORT_TEXT) return true;
  if (/[^ -~\s¿¡ñáéíóúü’‘“”…–—]/iu.test(text)) return true;
  return (
    /(?:^|\s)é(?:\s|$)/iu.test(text) ||
    tokens.some(({ word }) => backing.has(word) && !ENGLISH.has(word) && !SPANISH.has(word))
  );
}

const KNOWN = new Set([
  "pt",
  "fr",
  "de",
  "it",
  "pl",
  "zh",
  "hi",
  "ar",
  "tl",
  "vi",
  "nl",
  "ru",
  "uk",
  "ja",
  "ko",
  "tr",
  "ro",
  "sv",
  "el",
  "he",
  "fa",
  "bn",
]);

function scriptLanguage(text: string): string {
  const scripts: readonly (readonly [RegExp, string])[] = [
    [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
    [/\p{Script=Hangul}/u, "ko"],
    [/\p{Script=Han}/u, "zh"],
    [/[پچگژی]/u, "fa"],
    [/\p{Script=Arabic}/u, "ar"],
    [/\p{Script=Devanagari}/u, "hi"],
    [/\p{Script=Hebrew}/u, "he"],
    [/\p{Script=Greek}/u, "el"],
    [/\p{Script=Bengali}/u, "bn"],
    [/[іїєґ]/iu, "uk"],
    [/\p{Script=Cyrillic}/u, "ru"],
  ];
  return scripts.find(([script]) => script.test(text))?.[1] ?? "und";
}
