/** Dangers as subjects of a general question: answered, with the card or line beneath; English and Spanish. */
import type { Notice } from "../decision";
import type { Vocabulary } from "../match/lexicon";

export const TOPICS: Vocabulary = {
  "topic.emergency": `
    stroke, strokes, heart attack*, blood clot*, pulmonary embolism, deep vein thrombosis, dvt, anaphyla*, seizure*, testicular torsion, torsion, priapism, sepsis, meningitis, ectopic pregnancy, appendicitis, cardiac arrest, severe reaction, severe allergic reaction*, choking, head injury, concussion*, internal bleeding, chest pain, epipen*, epi pen*, epinephrine, autoinjector*, auto injector*, nitroglycerin*, rescue inhaler*, rescue medicine*, glucagon, naloxone, narcan, heat stroke, cauda equina, aneurysm*, preeclampsia, difficulty breathing, shortness of breath,
    derrame*, ictus, acv, infarto*, ataque* al corazon, coagulo*, embolia*, trombosis, anafila*, convulsion*, torsion testicular, priapismo, sepsis, meningitis, embarazo ectopico, apendicitis, paro cardiaco, dolor (de|en el) pecho, dificultad para respirar, preeclampsia`,
  "topic.poisoning": `overdos*, poisoning, poison, poisoned, too much (acetaminophen|medicine|<drug-name>), toxicity, carbon monoxide, sobredosis, intoxicacion*, envenenamiento*, demasiad* (acetaminophen|medicina|<drug-name>)`,
  "topic.crisis": `suicid*, self harm*, self injur*, autolesion*`,
};

/** What goes beneath an answer about each subject. */
export const TOPIC_NOTICES: Readonly<Record<string, Notice>> = {
  "topic.emergency": "emergency-card",
  "topic.poisoning": "poison-line",
  "topic.crisis": "soft-support",
};
