/**
 * A decision's kind goes in; the fixed words a patient reads come out. All of them are in this file.
 *
 * Written for a clinician to review: short, plain, English and Spanish, no diagnosis, no method, no
 * number but a telephone's, nothing that implies that help was sent or that a licensed person writes.
 */

import type { Card, CardNumber } from "@/lib/answer/events";
import type { Region } from "@/lib/env";
import type { Category, Decision, Notice, RedirectCategory, UrgentCategory } from "./decision";
import { type Line, numbersFor } from "./telephone";

export type ReplyLanguage = "en" | "es";
export interface Contact {
  readonly text?: string;
  readonly url?: string;
  readonly siteName: string;
}
type Both<T> = Readonly<Record<ReplyLanguage, T>>;

const CARD_WORDS: Readonly<
  Record<UrgentCategory, Both<{ action: string; unknown: string; detail: string }>>
> = {
  emergency: {
    en: {
      action: "Call {number} now.",
      unknown: "Call your local emergency number now.",
      detail:
        "This may be an emergency. Do not wait for a reply here. If you can, have someone stay with you.",
    },
    es: {
      action: "Llame ya al {number}.",
      unknown: "Llame ya al número local de emergencias.",
      detail:
        "Esto puede ser una emergencia. No espere una respuesta aquí. Si puede, no se quede a solas.",
    },
  },
  poisoning: {
    en: {
      action: "Call the poison help line now: {number}.",
      unknown: "Call your local poison line or emergency number now.",
      detail:
        "This may be an emergency. Call even if the person feels fine. Keep the package near you. If the person will not wake up, has a seizure or has trouble breathing, call {emergency}.",
    },
    es: {
      action: "Llame ya a la línea de intoxicaciones: {number}.",
      unknown: "Llame ya a la línea de intoxicaciones o al número local de emergencias.",
      detail:
        "Esto puede ser una emergencia. Llame aunque la persona se sienta bien. Tenga el envase a mano. Si la persona no despierta, tiene convulsiones o le cuesta respirar, llame al {emergency}.",
    },
  },
  crisis: {
    en: {
      action: "Please talk to someone now: {number}.",
      unknown: "Please talk to someone now. Call a crisis line or your local emergency number.",
      detail:
        "You do not have to face this alone. You can call at any hour. If you might act on these thoughts, or someone is in danger, call {emergency}.",
    },
    es: {
      action: "Por favor, hable con alguien ahora: {number}.",
      unknown:
        "Por favor, hable con alguien ahora. Llame a una línea de crisis o al número local de emergencias.",
      detail:
        "No tiene que pasar por esto a solas. Puede llamar a cualquier hora. Si cree que puede hacerse daño, o alguien está en peligro, llame al {emergency}.",
    },
  },
  abuse: {
    en: {
      action: "If you or someone else is in danger, call {number} now.",
      unknown: "If you or someone else is in danger, call your local emergency number now.",
      detail:
        "What you describe is not your fault. Go to a safe place if you can. You can also tell someone you trust, or a clinic.",
    },
    es: {
      action: "Si usted u otra persona está en peligro, llame ya al {number}.",
      unknown: "Si usted u otra persona está en peligro, llame ya al número local de emergencias.",
      detail:
        "Lo que cuenta no es culpa suya. Vaya a un lugar seguro si puede. También puede decírselo a alguien de confianza o a una clínica.",
    },
  },
};

const CARD_LINES: Readonly<Record<UrgentCategory, readonly Line[]>> = {
  emergency: ["emergency"],
  poisoning: ["poison", "emergency"],
  crisis: ["crisis", "crisis-text", "crisis-second", "emergency"],
  abuse: ["emergency", "crisis"],
};
const LOCAL: Both<string> = {
  en: "your local emergency number",
  es: "número local de emergencias",
};

function emergencyNumber(region: Region, language: ReplyLanguage): string {
  if (region === "IE") return language === "es" ? "112 o 999" : "112 or 999";
  return numbersFor(region, ["emergency"])[0]?.number ?? LOCAL[language];
}

/**
 * The card of an urgent reply.
 *
 * @param category which kind of danger
 * @param region picks the numbers; an unknown region is told to ring the local emergency number
 * @param language of the words
 */
export function urgentCard(
  category: UrgentCategory,
  region: Region,
  language: ReplyLanguage,
): Card {
  const words = CARD_WORDS[category][language];
  const listed = numbersFor(region, CARD_LINES[category]);
  const numbers: CardNumber[] = listed.map((line) => ({
    label: line.name[language],
    number: line.number,
    href: line.href,
  }));
  const first = listed.find((line) => line.line === CARD_LINES[category][0]);
  const emergency = emergencyNumber(region, language);
  const shown = first?.line === "emergency" ? emergency : first?.number;
  return {
    kind: category,
    action: shown === undefined ? words.unknown : words.action.replace("{number}", shown),
    detail: words.detail.replace("{emergency}", emergency),
    numbers,
  };
}

/** "This may be an emergency. Call this number." in the message's own language, for those not answered in. */
const FOREIGN_URGENT: Readonly<Record<string, { call: string; local: string }>> = {
  pt: { call: "Ligue agora para {number}.", local: "o número de emergência local" },
  fr: { call: "Appelez tout de suite le {number}.", local: "numéro d'urgence local" },
  de: { call: "Rufen Sie jetzt {number} an.", local: "die örtliche Notrufnummer" },
  it: { call: "Chiami subito {number}.", local: "il numero di emergenza locale" },
  pl: { call: "Zadzwoń teraz: {number}.", local: "lokalny numer alarmowy" },
  zh: { call: "请立即拨打 {number}。", local: "当地急救电话" },
  hi: { call: "अभी {number} पर फ़ोन करें।", local: "स्थानीय आपातकालीन नंबर" },
  ar: { call: "اتصل الآن بالرقم {number}.", local: "رقم الطوارئ المحلي" },
  tl: { call: "Tumawag ngayon sa {number}.", local: "lokal na emergency number" },
  vi: { call: "Hãy gọi ngay {number}.", local: "số cấp cứu tại nơi bạn ở" },
};

/**
 * An urgent reply as sentences: the action with the number first.
 *
 * @param replyLanguage of the fixed words
 * @param messageLanguage when it is neither English nor Spanish, its own call comes before
 */
export function urgentText(
  category: UrgentCategory,
  region: Region,
  replyLanguage: ReplyLanguage,
  messageLanguage: string,
): string[] {
  const card = urgentCard(category, region, replyLanguage);
  const foreign = FOREIGN_URGENT[messageLanguage];
  const known = card.numbers[0]?.number;
  const lines = [card.action, ...card.detail.split(/(?<=\.)\s+/u)];
  return foreign ? [foreign.call.replace("{number}", known ?? foreign.local), ...lines] : lines;
}

interface RedirectWords {
  readonly opening: string;
  readonly again: string;
  readonly who: "pharmacist" | "prescriber" | "clinic" | "urgent-clinic" | "support";
  readonly questions: readonly string[];
}

const REDIRECTS: Readonly<Record<RedirectCategory, Both<RedirectWords>>> = {
  dosing: {
    en: {
      opening: "I can't give an amount or a schedule for any medicine.",
      again: "An amount still has to come from someone who knows your case.",
      who: "pharmacist",
      questions: [
        "How was my dose chosen?",
        "What should I do if I miss one?",
        "What would make you change it?",
      ],
    },
    es: {
      opening: "No puedo dar la cantidad ni el horario de ninguna medicina.",
      again: "La cantidad la tiene que dar alguien que conozca su caso.",
      who: "pharmacist",
      questions: [
        "¿Cómo se eligió mi dosis?",
        "¿Qué hago si olvido una?",
        "¿Qué haría que la cambie?",
      ],
    },
  },
  "treatment-decision": {
    en: {
      opening: "I can't say what you should start, stop or change. Ask before you change anything.",
      again: "That choice is still one to make with the person who treats you.",
      who: "prescriber",
      questions: [
        "What are my choices?",
        "What may happen with each one?",
        "What should I watch for?",
      ],
    },
    es: {
      opening: "No puedo decirle qué empezar, dejar o cambiar. Pregunte antes de cambiar algo.",
      again: "Esa decisión se toma con la persona que le trata.",
      who: "prescriber",
      questions: [
        "¿Qué opciones tengo?",
        "¿Qué puede pasar con cada una?",
        "¿A qué debo estar atento?",
      ],
    },
  },
  diagnosis: {
    en: {
      opening: "I can't tell what is causing this. Someone needs to see you and ask more.",
      again: "Finding the cause still needs someone who can see you.",
      who: "clinic",
      questions: [
        "What could be causing this?",
        "Do I need any tests?",
        "What signs mean I should come back soon?",
      ],
    },
    es: {
      opening: "No puedo saber qué causa esto. Alguien tiene que verle y preguntarle más.",
      again: "Para hallar la causa, alguien tiene que verle.",
      who: "clinic",
      questions: [
        "¿Qué puede causar esto?",
        "¿Necesito alguna prueba?",
        "¿Qué señales indican que debo volver pronto?",
      ],
    },
  },
  "result-interpretation": {
    en: {
      opening: "I can't say what your result means for you. I can tell you what the test looks at.",
      again: "Your result still needs the person who ordered the test.",
      who: "prescriber",
      questions: [
        "What does this result mean for me?",
        "Should the test be done again?",
        "What happens next?",
      ],
    },
    es: {
      opening:
        "No puedo decir qué significa su resultado para usted. Puedo contarle qué mira la prueba.",
      again: "Su resultado lo debe leer quien pidió la prueba.",
      who: "prescriber",
      questions: [
        "¿Qué significa este resultado para mí?",
        "¿Hay que repetir la prueba?",
        "¿Qué sigue ahora?",
      ],
    },
  },
  interaction: {
    en: {
      opening: "I can't say if it is safe for you to take these together.",
      again: "Only someone with your full list can check that mix.",
      who: "pharmacist",
      questions: [
        "Is it safe to take these together?",
        "Should I leave time between them?",
        "What signs of a problem should I look for?",
      ],
    },
    es: {
      opening: "No puedo decir si es seguro para usted tomarlos juntos.",
      again: "Esa mezcla la debe revisar alguien con su lista completa.",
      who: "pharmacist",
      questions: [
        "¿Es seguro tomarlos juntos?",
        "¿Debo dejar tiempo entre uno y otro?",
        "¿Qué señales de problema debo buscar?",
      ],
    },
  },
  pregnancy: {
    en: {
      opening:
        "I can't say what is right for anyone during a pregnancy, while nursing or when trying for a baby.",
      again:
        "This still needs the person who gives the care in this pregnancy or in trying for one.",
      who: "prescriber",
      questions: [
        "Is this safe in pregnancy, or when trying for a baby?",
        "Is there another choice?",
        "What should be done about what we each take now?",
      ],
    },
    es: {
      opening: "No puedo decir qué conviene en un embarazo, en la lactancia o al buscar un bebé.",
      again: "Esto lo debe ver quien atiende el embarazo o la búsqueda de un bebé.",
      who: "prescriber",
      questions: [
        "¿Es seguro en el embarazo o al buscar un bebé?",
        "¿Hay otra opción?",
        "¿Qué hacemos con lo que cada uno toma ahora?",
      ],
    },
  },
  minor: {
    en: {
      opening: "I can't give advice for a child or a teen. Children need care of their own.",
      again: "For a child or a teen, please ask someone who can see them.",
      who: "clinic",
      questions: [
        "What is safe at this age?",
        "What should we watch for?",
        "When should we come in?",
      ],
    },
    es: {
      opening: "No puedo dar consejos para un niño o un joven. Ellos necesitan su propia atención.",
      again: "Para un niño o un joven, pregunte a quien pueda verlo.",
      who: "clinic",
      questions: [
        "¿Qué es seguro a esta edad?",
        "¿A qué debemos estar atentos?",
        "¿Cuándo debemos ir?",
      ],
    },
  },
  "self-sourced": {
    en: {
      opening:
        "I can't guide the use of a medicine that was not given to you at a clinic. You can get checked and no one should judge you.",
      again: "A check-up is still the safest next step.",
      who: "clinic",
      questions: [
        "Can you check how this has affected me?",
        "Which blood tests do I need?",
        "What is a safe way forward?",
      ],
    },
    es: {
      opening:
        "No puedo guiar el uso de una medicina que no le dieron en una clínica. Puede hacerse un chequeo y nadie debe juzgarle.",
      again: "Un chequeo sigue siendo el paso más seguro.",
      who: "clinic",
      questions: [
        "¿Puede ver cómo me ha afectado esto?",
        "¿Qué análisis de sangre necesito?",
        "¿Cuál es un camino seguro?",
      ],
    },
  },
  acquisition: {
    en: {
      opening: "I can't help with getting a medicine.",
      again: "I still can't help with getting it.",
      who: "pharmacist",
      questions: ["Do I need a prescription for this?", "Is there help with the cost?"],
    },
    es: {
      opening: "No puedo ayudar a conseguir una medicina.",
      again: "Sigo sin poder ayudar a conseguirla.",
      who: "pharmacist",
      questions: ["¿Necesito receta para esto?", "¿Hay ayuda con el costo?"],
    },
  },
  "self-procedure": {
    en: {
      opening: "I can't give steps for this. Someone should show you in person first.",
      again: "The steps still need to be shown to you in person.",
      who: "clinic",
      questions: [
        "Can you show me how to do it?",
        "Can someone do it for me?",
        "What should I do if it goes wrong?",
      ],
    },
    es: {
      opening: "No puedo dar los pasos para esto. Alguien debe mostrárselos en persona.",
      again: "Los pasos se los deben mostrar en persona.",
      who: "clinic",
      questions: [
        "¿Me puede mostrar cómo se hace?",
        "¿Puede hacerlo otra persona?",
        "¿Qué hago si sale mal?",
      ],
    },
  },
  "eating-disorder": {
    en: {
      opening: "I can't help with losing weight this way. You deserve care and support.",
      again: "I hear that this is hard. You still deserve support.",
      who: "support",
      questions: ["Can we talk about food and how I feel?", "Who can help me with this?"],
    },
    es: {
      opening: "No puedo ayudar a bajar de peso de esta manera. Usted merece cuidado y apoyo.",
      again: "Sé que esto es difícil. Usted sigue mereciendo apoyo.",
      who: "support",
      questions: [
        "¿Podemos hablar de la comida y de cómo me siento?",
        "¿Quién me puede ayudar con esto?",
      ],
    },
  },
};

const WHO: Readonly<Record<RedirectWords["who"], Both<string>>> = {
  pharmacist: {
    en: "Ask a pharmacist or the person who prescribes for you.",
    es: "Pregunte en la farmacia o a quien le receta.",
  },
  prescriber: {
    en: "Ask the person who prescribes for you or your clinic.",
    es: "Pregunte a quien le receta o en su clínica.",
  },
  clinic: {
    en: "Ask your clinic, or book a visit.",
    es: "Pregunte en su clínica o pida una cita.",
  },
  "urgent-clinic": {
    en: "Ask your clinic or an urgent care line today.",
    es: "Llame hoy a su clínica o a una línea de atención urgente.",
  },
  support: {
    en: "Talk to your clinic, a counselor or someone you trust.",
    es: "Hable con su clínica, con un consejero o con alguien de confianza.",
  },
};

function contactLine(contact: Contact, language: ReplyLanguage): string {
  const how = [contact.text, contact.url].filter(Boolean).join(" ");
  if (how === "") return "";
  return language === "es" ? ` En ${contact.siteName}: ${how}` : ` At ${contact.siteName}: ${how}`;
}

/**
 * A redirect: what it cannot do, whom to ask, what to ask them.
 *
 * @param decision the guard's verdict; a category that is not a redirect is worded as a treatment decision
 * @param contact the site's own human, if it has one
 */
export function redirectText(
  decision: Pick<Decision, "category" | "repeated" | "replyLanguage"> & {
    readonly notices?: readonly Notice[];
  },
  contact: Contact,
): { opening: string; who: string; questions: string[] } {
  const language = decision.replyLanguage;
  const words = (REDIRECTS[decision.category as RedirectCategory] ??
    REDIRECTS["treatment-decision"])[language];
  const today = decision.notices?.includes("urgent-line-today") ?? false;
  const who = WHO[today ? "urgent-clinic" : words.who][language];
  return {
    opening: decision.repeated ? words.again : words.opening,
    who: who + contactLine(contact, language),
    questions: decision.repeated ? [] : [...words.questions],
  };
}

/**
 * Said when the documents hold no answer, or the question is about something else.
 *
 * @returns sentences
 */
export function noSourceText(
  kind: Extract<Category, "no-source" | "out-of-scope">,
  replyLanguage: ReplyLanguage,
  contact: Contact,
): string[] {
  const first: Readonly<Record<typeof kind, Both<string>>> = {
    "no-source": {
      en: "I did not find this in the documents I can use.",
      es: "No encontré esto en los documentos que puedo usar.",
    },
    "out-of-scope": {
      en: "This is outside what these documents cover.",
      es: "Esto queda fuera de lo que tratan estos documentos.",
    },
  };
  const second: Both<string> = {
    en: "Your clinic or a pharmacist can help, or try other words.",
    es: "Su clínica o la farmacia pueden ayudarle, o pruebe con otras palabras.",
  };
  return [first[kind][replyLanguage], second[replyLanguage] + contactLine(contact, replyLanguage)];
}

const NOTICES: Readonly<Record<Notice, Both<string>>> = {
  "emergency-card": {
    en: "If this is happening now, call {emergency}.",
    es: "Si esto está pasando ahora, llame al {emergency}.",
  },
  "poison-line": {
    en: "If someone may have taken too much or the wrong thing, call {poison} now.",
    es: "Si alguien pudo tomar demasiado o algo equivocado, llame ya al {poison}.",
  },
  "crisis-line": {
    en: "If you feel you might hurt yourself, call {crisis} at any hour.",
    es: "Si siente que podría hacerse daño, llame al {crisis} a cualquier hora.",
  },
  "urgent-line-today": {
    en: "This should be looked at today. Call your clinic or an urgent care line{urgent}. If it gets worse fast, call {emergency}.",
    es: "Esto se debe ver hoy. Llame a su clínica o a una línea de atención urgente{urgent}. Si empeora rápido, llame al {emergency}.",
  },
  "soft-support": {
    en: "If this is hard for you right now, you can talk to someone: call {crisis} at any hour.",
    es: "Si esto le resulta difícil ahora, puede hablar con alguien: llame al {crisis} a cualquier hora.",
  },
  "personal-details": {
    en: "Please do not share names, birth dates or numbers here. I did not use them.",
    es: "Por favor, no comparta aquí nombres, fechas de nacimiento ni números. No los usé.",
  },
};

/** One fixed line beneath an answer. */
export function noticeText(notice: Notice, region: Region, replyLanguage: ReplyLanguage): string {
  const emergency = emergencyNumber(region, replyLanguage);
  const first = (lines: readonly Line[]) => numbersFor(region, lines)[0]?.number ?? emergency;
  const urgent = numbersFor(region, ["urgent-today"])[0];
  return NOTICES[notice][replyLanguage]
    .replace("{emergency}", emergency)
    .replace("{poison}", first(["poison"]))
    .replace("{crisis}", first(["crisis"]))
    .replace("{urgent}", urgent ? ` (${urgent.name[replyLanguage]})` : "");
}

/** Said when somebody asks whether a person is writing. */
export function identityText(replyLanguage: ReplyLanguage): string {
  return replyLanguage === "es"
    ? "No soy una persona. Soy un programa de IA que responde solo con los documentos de este sitio."
    : "I am not a person. I am an AI program that answers only from the documents on this site.";
}

/** "I can answer in English and Spanish." and whom to ring, by language. */
const LANGUAGE_LINES: Readonly<Record<string, string>> = {
  pt: "Posso responder em inglês e espanhol. Em caso de emergência, ligue para {number}.",
  fr: "Je peux répondre en anglais et en espagnol. En cas d'urgence, appelez le {number}.",
  de: "Ich kann auf Englisch und Spanisch antworten. Im Notfall rufen Sie {number} an.",
  it: "Posso rispondere in inglese e spagnolo. In caso di emergenza, chiami {number}.",
  pl: "Mogę odpowiadać po angielsku i hiszpańsku. W nagłym wypadku zadzwoń: {number}.",
  zh: "我可以用英语和西班牙语回答。紧急情况请拨打 {number}。",
  hi: "मैं अंग्रेज़ी और स्पेनिश में जवाब दे सकता हूँ। आपात स्थिति में {number} पर फ़ोन करें।",
  ar: "يمكنني الإجابة بالإنجليزية والإسبانية. في حالة الطوارئ اتصل بالرقم {number}.",
  tl: "Makakasagot ako sa Ingles at Espanyol. Kung may emergency, tumawag sa {number}.",
  vi: "Tôi có thể trả lời bằng tiếng Anh và tiếng Tây Ban Nha. Nếu khẩn cấp, hãy gọi {number}.",
  nl: "Ik kan antwoorden in het Engels en Spaans. Bel bij nood {number}.",
  ru: "Я могу отвечать на английском и испанском. В экстренном случае звоните {number}.",
  uk: "Я можу відповідати англійською та іспанською. У разі небезпеки телефонуйте {number}.",
  ja: "英語とスペイン語でお答えできます。緊急のときは {number} に電話してください。",
  ko: "영어와 스페인어로 답할 수 있습니다. 응급 상황이면 {number}로 전화하세요.",
};

/**
 * Said when a message is in a language that is not answered in.
 *
 * @param language BCP 47 code of the message
 * @returns sentences: in that language where we have it, then in English, then the local numbers
 */
export function languageText(language: string, region: Region): string[] {
  const emergency = emergencyNumber(region, "en");
  const own = LANGUAGE_LINES[language];
  const number =
    numbersFor(region, ["emergency"])[0]?.number ?? FOREIGN_URGENT[language]?.local ?? "112";
  const numbers = numbersFor(region, ["emergency", "crisis", "poison"]).map(
    (line) => `${line.name.en}: ${line.number}.`,
  );
  return [
    ...(own ? [own.replace("{number}", number)] : []),
    `I can answer in English and Spanish (español). In an emergency, call ${emergency}.`,
    ...numbers,
  ];
}

/** Said between two quotations that cannot both be right. */
const DIFFERENCE: Readonly<
  Record<ReplyLanguage, { differ: string; reviewed: string; unknown: string }>
> = {
  en: {
    differ: "The documents differ on this: {one} and {other}.",
    reviewed: "reviewed {date}",
    unknown: "review date unknown",
  },
  es: {
    differ: "Los documentos no coinciden en esto: {one} y {other}.",
    reviewed: "revisado el {date}",
    unknown: "fecha de revisión desconocida",
  },
};

/** What a reader is told of a document: its title, and the day it was reviewed (`YYYY-MM-DD`) or null. */
interface Named {
  readonly title: string;
  readonly lastReviewed: string | null;
}

/** Says that two documents differ, each with its review date. */
export function differenceText(one: Named, other: Named, replyLanguage: ReplyLanguage): string {
  const words = DIFFERENCE[replyLanguage];
  const named = ({ title, lastReviewed }: Named) =>
    `“${title}” (${lastReviewed ? words.reviewed.replace("{date}", lastReviewed) : words.unknown})`;
  // Titles are put in by function: one may hold what a replacement string would expand.
  return words.differ.replace("{one}", () => named(one)).replace("{other}", () => named(other));
}

/** Whether a category has an urgent card. */
export function isCardCategory(category: Category): category is UrgentCategory {
  return category in CARD_WORDS;
}

/** Whether a message's language is one that is not answered in. */
export function isUnansweredLanguage(language: string): boolean {
  return language !== "en" && language !== "es";
}
