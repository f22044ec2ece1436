/** A long answer enters; passages of a few sentences leave. */

/** Words in a passage cut for training and validation. The sources people retrieve from are cut to 60 to 250. */
const WANTED_WORDS = 150;
/** A tail shorter than this joins the passage before it. */
const FEWEST_WORDS = 60;

/** Splits at line ends and after sentence ends that are followed by a capital, a dash or a digit; keeps 0.5 and e.g. whole. */
export function sentences(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+(?=["'(]?[A-Z0-9-])/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

export function countWords(text: string): number {
  return text.split(/\s+/).length;
}

/** Groups sentences into passages of about 150 words; a sentence is never cut. */
export function passagesOf(text: string): string[] {
  const passages: string[][] = [];
  let current: string[] = [];
  let words = 0;
  for (const sentence of sentences(text)) {
    const length = countWords(sentence);
    if (words > 0 && words + length > WANTED_WORDS * 1.3) {
      passages.push(current);
      current = [];
      words = 0;
    }
    current.push(sentence);
    words += length;
    if (words >= WANTED_WORDS) {
      passages.push(current);
      current = [];
      words = 0;
    }
  }
  const last = passages[passages.length - 1];
  if (current.length > 0) {
    if (last && words < FEWEST_WORDS) last.push(...current);
    else passages.push(current);
  }
  return passages.map((passage) => passage.join(" "));
}
