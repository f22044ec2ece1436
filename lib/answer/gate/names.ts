/**
 * A word in; the medicine, hormone, body part or condition it names out, if it names one.
 */
import { DRUG_ENDINGS, MEDICINES } from "@/lib/guard/vocabulary/medicines";

/** Classes within which one name must not take another's place. */
export type NameClass = "agent" | "organ" | "condition" | "initials";

export interface Name {
  readonly kind: NameClass;
  /** What identifies it: spellings and brand names of one thing share it. */
  readonly id: string;
}

const list = (words: string) => words.trim().split(/[\s,]+/);

const HORMONES = new Set(
  list(`testosterone estrogen estradiol oestrogen gnrh lh fsh hcg cortisol leptin insulin prolactin progesterone
  dht thyroxine tsh shbg adrenaline melatonin androgen androgens hormone-receptor inhibin acth crh
  testosterona estrogeno estrogenos cortisol leptina insulina`),
);
const ORGANS = new Set(
  list(`hypothalamus pituitary testis testes testicle testicles ovary ovaries adrenal adrenals leydig sertoli
  brain liver kidney kidneys lung lungs heart prostate thyroid breast breasts skin bone bones muscle muscles
  eye eyes stomach bowel pancreas uterus womb placenta hipotalamo hipofisis testiculos higado corazon`),
);
const CONDITIONS = new Set(
  list(`cancer stroke diabetes infertility hypogonadism apnea apnoea depression obesity asthma epilepsy anemia
  anaemia torsion priapism fibrillation embolism thrombosis hypertension osteoporosis infection acne gout
  pneumonia dementia arthritis migraine seizure seizures attack cataracts cataract fracture fractures headache
  nausea dizziness rash swelling fever clot clots`),
);
const CONDITION_ENDINGS =
  /^\p{L}{3,}(?:itis|osis|emia|aemia|oma|omas|pathy|plasia|trophy|algia|uria|rrhea|penia|cancer)$/u;
/** Ends like a medicine or a disease, and is neither. */
const NOT_NAMES = new Set(
  list(
    "diagnosis prognosis spermatogenesis magazine medicine routine determine examine combine decline baseline guideline online machine define line fine genes mitosis meiosis hypnosis coma aroma",
  ),
);

const SAME: Readonly<Record<string, string>> = {
  estradiol: "estrogen",
  oestrogen: "estrogen",
  estrogens: "estrogen",
  testicle: "testis",
  testicles: "testis",
  testes: "testis",
  ovaries: "ovary",
  adrenals: "adrenal",
  clomid: "clomiphene",
  nolvadex: "tamoxifen",
  arimidex: "anastrozole",
  clots: "clot",
  fractures: "fracture",
  seizures: "seizure",
  bones: "bone",
  kidneys: "kidney",
  lungs: "lung",
  eyes: "eye",
  breasts: "breast",
  muscles: "muscle",
  cataracts: "cataract",
  apnoea: "apnea",
  anaemia: "anemia",
  androgens: "androgen",
};

const medicineNames = new Set<string>();
const medicineStarts: string[] = [];
for (const entry of (MEDICINES["drug-name"] ?? "").split(",")) {
  const word = entry.trim();
  if (/^[\p{L}\d]{4,}$/u.test(word)) medicineNames.add(word);
  else if (/^[\p{L}\d]{5,}\*$/u.test(word)) medicineStarts.push(word.slice(0, -1));
}
for (const word of list(
  "clomid nolvadex arimidex serm serms zuclomiphene raloxifene exemestane gonadotropin peptide sarms trt hrt pct",
))
  medicineNames.add(word);

const known = new Map<string, Name | undefined>();
/** Remembered words; cleared when full so that hostile input cannot grow it. Safe 5,000 to 100,000. */
const MOST_KNOWN = 50_000;

function classify(word: string, written: string): Name | undefined {
  const id =
    SAME[word] ?? (/^(?:serm|ssri|nsaid|statin|steroid)s$/.test(word) ? word.slice(0, -1) : word);
  if (HORMONES.has(word)) return { kind: "agent", id };
  if (ORGANS.has(word)) return { kind: "organ", id };
  if (CONDITIONS.has(word)) return { kind: "condition", id };
  if (NOT_NAMES.has(word)) return undefined;
  if (isKnownAgent(word)) return { kind: "agent", id };
  if (
    word.length >= 7 &&
    DRUG_ENDINGS.some((ending) => word.endsWith(ending) && word.length >= ending.length + 3)
  )
    return { kind: "agent", id };
  if (CONDITION_ENDINGS.test(word)) return { kind: "condition", id };
  // LH, FSH, TRAVERSE, CYP11A1: initials name one thing each, whatever it is.
  if (
    /^\p{Lu}[\p{Lu}\d]{1,9}s?$/u.test(written) &&
    !/^(?:US|UK|EU|AND|NOT|THE|NO|OR|IF)$/.test(written)
  )
    return { kind: "initials", id };
  return undefined;
}

/**
 * Whether a word is a medicine or hormone on a list, and not only by its ending.
 * @param word lower case, accents folded
 */
export const isKnownAgent = (word: string): boolean =>
  HORMONES.has(word) ||
  medicineNames.has(word) ||
  medicineStarts.some((start) => word.startsWith(start));

/** The words of a text, lower case with accents folded, and what each of them names. */
export function namedWords(text: string): { plain: string; name: Name | undefined }[] {
  return (text.match(/[\p{L}\d]+/gu) ?? []).map((word) => {
    const plain = word
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "");
    return { plain, name: nameOf(plain, word) };
  });
}

/**
 * @param word lower case, accents folded
 * @param written as it stands in the text
 */
export function nameOf(word: string, written: string): Name | undefined {
  const key = written === word ? word : `${word} ${written}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= MOST_KNOWN) known.clear();
  const name = classify(word, written);
  known.set(key, name);
  return name;
}
