/** A chunk's text in; whether it carries a dose or directs the reader to take or stop something out. */
import type { Chunk } from "@/lib/content";

const MEDICINE =
  "(?:insulin|aspirin|warfarin|heparin|antibiotics?|hormones?|inhalers?|medicines?|medications?|drugs?|tablets?|pills?|capsules?|doses?|injections?|treatment|therapy|tratamiento|medicamentos?|medicina|pastillas?|comprimidos?|dosis|it|them|this|\\p{L}+(?:mab|nib|pril|sartan|statin|olol|azole|idine|cillin|mycin|one|ine|ate|ide|ole|gel|patch))";

/** An order at the start of a sentence, or after "you should": take, stop, double, skip, inject … */
const DIRECTIVES: readonly RegExp[] = [
  new RegExp(
    `^(?:please |always |never |do not |don['’]t |only |then |first |next )?(?:take|stop(?: taking| using)?|start(?: taking| using)?|begin taking|keep taking|continue (?:taking|using)|skip|double|halve|increase|reduce|inject|swallow|chew|apply|inhale|insert|use)\\s(?!(?:of|in|and|or|is|by|for|with|after|before|during)(?!\\p{L}))(?:\\p{L}+\\s|\\d+\\s){0,4}?${MEDICINE}(?!\\p{L})`,
    "iu",
  ),
  /(?<!\p{L})you (?:should|must|need to|have to|will need to|ought to)(?: not| never| always| also)? (?:take|stop|start|continue|keep taking|skip|double|increase|reduce|inject|use)(?!\p{L})/iu,
  new RegExp(
    `^(?:no )?(?:tome|deje de tomar|suspenda|use|aplique|inyecte|trague|aumente|reduzca|duplique|continúe tomando)\\s(?!(?:de|en|y|o|es|por|para|of|in|and|or|is|by|for)(?!\\p{L}))(?:\\p{L}+\\s|\\d+\\s){0,4}?${MEDICINE}(?!\\p{L})`,
    "iu",
  ),
  /(?<!\p{L})(?:usted )?(?:debe|tiene que|necesita) (?:tomar|dejar de tomar|suspender|usar|inyectarse|aumentar|reducir)(?!\p{L})/iu,
];

/**
 * @param chunk its text and sentences are read
 * @param containsDose whether a text states an amount of a medicine to take; the guard's own detector
 */
export function tagsOf(
  { text, sentences }: Pick<Chunk, "text" | "sentences">,
  containsDose: (text: string) => boolean,
): Chunk["tags"] {
  const tags: Chunk["tags"] = [];
  if (containsDose(text)) tags.push("dose");
  const directs = sentences.some(({ start, end }) => {
    const sentence = text.slice(start, end);
    return DIRECTIVES.some((pattern) => pattern.test(sentence));
  });
  if (directs) tags.push("directive");
  return tags;
}
