/** Dangers as subjects of a general question: answered, with the card or line beneath; English and Spanish. */
import type { Notice } from "../decision";
import type { Vocabulary } from "../match/lexicon";

export const TOPICS: Vocabulary = {
  "topic.emergency": `
    stroke, strokes, heart attack*, blood clot*, pulmonary embolism, deep vein thrombosis, dvt, anaphyla*, seizure*, testicular torsion, torsion, priapism, sepsis, meningitis, ectopic pregnancy, appendicitis, cardiac arrest, severe reaction, severe allergic reaction*, choking, head injury, concussion*, internal bleeding, chest pain, epipen*, epi pen*, epinephrine, autoinjector*, auto injector*, nitroglycerin*, rescue inhaler*, rescue medicine*, glucagon, naloxone, narcan, heat stroke, cauda equina, aneurysm*, preeclampsia, difficulty breathing, shortness of breath, emergency (number|line|phone|services), (number|phone|who) ~4 (emergency|emergencies|ambulance), 911,
    derrame*, ictus, acv, infarto*, ataque* al corazon, coagulo*, embolia*, trombosis, anafila*, convulsion*, torsion testicular, priapismo, sepsis, meningitis, embarazo ectopico, apendicitis, paro cardiaco, dolor (de|en el) pecho, dificultad para respirar, preeclampsia, (numero|telefono|linea) (de|para) ~1 (emergencia*|ambulancia*|urgencia*)`,
  "topic.poisoning": `overdos*, poisoning, poison, poisoned, too much (acetaminophen|medicine|<drug-name>), toxicity, carbon monoxide, (kid|kids|child|children|baby|toddler|someone|somebody) (swallow*|eats|drinks|ate|drank) (something|anything|pills|medicine|batter*), sobredosis, intoxicacion*, envenenamiento*, toxicologia, (se|un nino se) (traga|trago|toma|tomo) (algo|pastillas|una pila), demasiad* (acetaminophen|medicina|<drug-name>)`,
  "topic.crisis": `suicid*, self harm*, self injur*, autolesion*, (crisis|suicide|988|mental health) ~1 (line|lines|hotline|hotlines|helpline|helplines|number|text line), (hotline|helpline), (linea|telefono|numero) (de|para) ~1 (crisis|la vida|ayuda|suicid*)`,
};

/** What goes beneath an answer about each subject. */
export const TOPIC_NOTICES: Readonly<Record<string, Notice>> = {
  "topic.emergency": "emergency-card",
  "topic.poisoning": "poison-line",
  "topic.crisis": "soft-support",
};
