/**
 * A seed goes in; generated sentences with a dose, and with numbers that are not doses, are judged, and
 * the mistakes come out.
 */
import { containsDose } from "@/lib/guard/dose";

/** Sentences of each kind. */
export const DOSE_TEXTS = 100_000;
const SEED = 20261123;

export interface DoseReport {
  readonly doses: number;
  readonly kept: number;
  /** Texts whose dose was not found. */
  readonly leaks: readonly string[];
  /** Texts without a dose that were taken for one. */
  readonly removed: readonly string[];
}

/** A number in [0, 1). */
export type Random = () => number;

/** mulberry32, seeded. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const MEDICINES =
  "clomiphene testosterone hcg anastrozole tamoxifen metformin ibuprofen lisinopril sertraline insulin prednisone levothyroxine letrozole warfarin amoxicillin gabapentin".split(
    " ",
  );
const MASSES = "mg mcg µg g IU units mL cc milligrams micrograms mgs ml iu".split(" ");
const FORMS =
  "tablets pills capsules pumps patches puffs drops injections sprays vials sachets clicks".split(
    " ",
  );
const FORMAS =
  "pastillas comprimidos tabletas cápsulas gotas inyecciones parches ampollas sobres".split(" ");
const WORDS =
  "one two three four five six eight ten fifteen twenty thirty fifty seventy-five a hundred".split(
    " ",
  );
const PALABRAS = "una dos tres cuatro cinco seis ocho diez quince veinte cincuenta cien".split(" ");
const OFTEN = [
  "every other day",
  "twice a day",
  "once daily",
  "every 8 hours",
  "three times a week",
  "at bedtime",
  "each morning",
  "eod",
  "weekly",
];
const CADA = [
  "cada día",
  "cada ocho horas",
  "dos veces al día",
  "un día sí y otro no",
  "por la noche",
  "a la semana",
];

/** A sentence that states an amount of a medicine to take. */
export function doseText(random: Random): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const number = () =>
    pick([
      String(1 + Math.floor(random() * 500)),
      (random() * 10).toFixed(1),
      `${Math.floor(1 + random() * 9)},000`,
    ]);
  const digits = () => String(2 + Math.floor(random() * 300));
  const mass = () => pick(MASSES);
  const glue = () => pick([" ", "", "-", "\u00a0"]);
  const medicine = () => pick(MEDICINES);
  return pick<() => string>([
    () => `Take ${number()}${glue()}${mass()} of ${medicine()} ${pick(OFTEN)}.`,
    () =>
      `Most men use ${digits()} ${pick(["to", "-", "–", "or"])} ${digits()} ${mass()} ${pick(OFTEN)}.`,
    () => `It is usually started at ${number()} ${mass()}.`,
    () => `${medicine()} ${digits()}${mass()} ${pick(OFTEN)}`,
    () =>
      `Take ${pick(["half a", "a quarter of a", "one and a half", "½", "1/2", "one"])} ${pick(["tablet", "pill", "capsule"])} ${pick(["daily", "each day", "every night"])}.`,
    () =>
      `Use ${pick(WORDS.slice(1, 8))} ${pick(["", "small ", "white "])}${pick(FORMS)} ${pick(OFTEN)}.`,
    () => `Inject ${(0.1 + random()).toFixed(2)} ${pick(["mL", "ml", "cc"])} under the skin.`,
    () =>
      `${pick(["fifty", "twenty-five", "one hundred", "five", "seventy-five"])} ${pick(["milligrams", "mg", "units", "micrograms"])} of ${medicine()} is common.`,
    () =>
      `The ${pick(["dose", "usual dose", "starting dose"])} ${pick(["is", "of"])} ${digits()} ${pick(["mg", "units", "mcg"])}.`,
    () => `Dose (mg): ${digits()}`,
    () => `| ${medicine()} | ${digits()} mg | ${pick(OFTEN)} |`,
    () => `${medicine()} | dose | ${digits()} | mg`,
    () =>
      `Take it ${pick(["twice a day", "three times a day", "every other day", "every 3 days", "4 times a day", "once a week"])}.`,
    () =>
      `Tome ${number()}${glue()}${pick(["mg", "mcg", "ml", "UI", "gramos", "miligramos", "unidades"])} de ${medicine()} ${pick(CADA)}.`,
    () => `Tome ${pick(PALABRAS.slice(1, 7))} ${pick(FORMAS)} ${pick(CADA)}.`,
    () =>
      `${pick(["Media pastilla", "Medio comprimido", "Una pastilla y media", "Una tableta"])} ${pick(CADA)}.`,
    () =>
      `Se inyecta ${pick(["dos veces por semana", "cada 3 días", "tres veces al día", "cada dos semanas"])}.`,
    () => `La dosis es de ${digits()} ${pick(["mg", "unidades", "microgramos"])}.`,
    () => `${digits()} m.g. of ${medicine()} daily`,
    () => `Go from ${digits()}mg to ${digits()}mg after a month.`,
    () => `Give ${pick(WORDS.slice(1, 6))} ${pick(["teaspoons", "tablespoons"])} ${pick(OFTEN)}.`,
  ])();
}

/** A sentence with numbers none of which is an amount of a medicine. */
export function keptText(random: Random): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const digits = (most = 400) => String(2 + Math.floor(random() * most));
  const unit = () =>
    pick([
      "ng/dL",
      "pg/mL",
      "nmol/L",
      "IU/L",
      "mIU/mL",
      "mg/dL",
      "g/dL",
      "mmol/L",
      "µg/L",
      "U/L",
      "mcg/dL",
      "ng per dL",
      "mg per deciliter",
    ]);
  return pick<() => string>([
    () => `Total testosterone below ${digits()} ${unit()} on two mornings is low.`,
    () => `A level of ${digits()} ${unit()} is in the usual range.`,
    () => `The range is ${digits(40)} to ${digits()} ${unit()}.`,
    () => `Hematocrit above ${digits(60)}${pick(["%", " %", " percent"])} needs a check.`,
    () => `About ${digits(9)} in ${digits(20)} men see a change.`,
    () =>
      `It may take ${digits(9)} to ${digits(12)} ${pick(["weeks", "months", "days", "years", "hours"])}.`,
    () => `${digits(99)} million per mL is a normal count.`,
    () =>
      `The study had ${digits()} ${pick(["men", "patients", "people", "couples"])} in ${digits(9)} groups.`,
    () => `Of ${digits()} men, ${digits(60)} got pills with no drug in them.`,
    () => `Semen volume of ${(1 + random() * 4).toFixed(1)} mL or more is usual.`,
    () =>
      `Blood is tested ${pick(["twice a year", "every 3 months", "once a month", "every 6 months"])}.`,
    () =>
      `Exercise ${pick(["three times a week", "every other day", "5 days a week", "twice a day"])} helps.`,
    () => `${digits(90)}% of men and ${digits(50)}% of women answered.`,
    () => `Sperm take about ${digits(90)} days to form.`,
    () =>
      `It comes as ${pick(["tablets, gels and shots", "two kinds of gel", "a patch or a pill", "three forms: pill, gel and patch"])}.`,
    () => `He was ${digits(80)} years old and weighed ${digits(120)} kg.`,
    () =>
      `Blood pressure of ${100 + Math.floor(random() * 60)}/${60 + Math.floor(random() * 40)} mmHg is read at rest.`,
    () =>
      `El nivel normal es de ${digits(200)} a ${digits(900)} ${pick(["ng/dL", "mg/dL", "pg/mL", "mUI/mL"])}.`,
    () => `Tarda de ${digits(5)} a ${digits(12)} ${pick(["semanas", "meses", "días"])}.`,
    () => `Cerca de ${digits(90)} de cada 100 hombres mejoran.`,
    () => `El hematocrito sobre ${digits(60)} % se debe revisar.`,
    () =>
      `Participaron ${digits()} ${pick(["hombres", "pacientes", "personas"])} durante ${digits(24)} meses.`,
    () => `The half-life is ${digits(30)} hours.`,
    () => `Do not take a double dose.`,
    () =>
      `Chapter ${digits(20)}, page ${digits(300)}, printed in 20${10 + Math.floor(random() * 16)}.`,
    () => `The effect lasts ${digits(48)} hours in ${digits(95)} of 100 men.`,
  ])();
}

/**
 * Judges generated texts.
 *
 * @param count of each kind
 * @param seed the same seed makes the same texts
 */
export function evaluateDoses(count: number = DOSE_TEXTS, seed: number = SEED): DoseReport {
  const random = seeded(seed);
  const leaks = new Set<string>();
  const removed = new Set<string>();
  for (let at = 0; at < count; at += 1) {
    const dose = doseText(random);
    if (!containsDose(dose)) leaks.add(dose);
    const kept = keptText(random);
    if (containsDose(kept)) removed.add(kept);
  }
  return { doses: count, kept: count, leaks: [...leaks], removed: [...removed] };
}
