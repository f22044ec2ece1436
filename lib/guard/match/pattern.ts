/**
 * The small language that rules are written in goes in; sequences of steps come out.
 *
 * | written | matches |
 * |---|---|
 * | `word`, `word*` | a token, a token's beginning |
 * | `<name>` | a concept of the lexicon |
 * | `#` | a number |
 * | `~4` | up to four tokens of the same sentence |
 * | `(a\|b c)`, `(a)?`, `word?` | one of several, or nothing |
 * | `words?` | one or several: a plural's "s" may be missing |
 * | `dont`, `cant` | that, or the two words in full |
 * | `a &5 b` | both, in either order, at most five tokens apart |
 * | `^`, `$` | the start and the end of a sentence |
 * | `^^` | the start of a sentence, or after a comma, a colon or a dash |
 */
import { fold, normalise } from "../normalise";

export type Step =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "prefix"; readonly word: string }
  | { readonly kind: "concept"; readonly name: string }
  | { readonly kind: "number" }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "start" }
  | { readonly kind: "clause" }
  | { readonly kind: "end" }
  | {
      readonly kind: "any";
      /** Choices of one whole word, looked up at once. */
      readonly words: ReadonlySet<string>;
      readonly longer: readonly Step[][];
    };

/** Steps that take no word, so that none can be looked up by them. */
const ANCHORS: ReadonlySet<Step["kind"]> = new Set(["gap", "start", "clause"]);

/** Most sequences one written pattern may stand for; safe 16 to 256. More is a slip of the pen. */
const MAX_SEQUENCES = 128;

/** A sign of this language inside a word is a slip of the pen: `tumou?r` would match nothing. */
const SLIP = /[?*&~#<>()|^$]/u;

/** Words already read: the same ones stand in many lists. */
const WORDS = new Map<string, readonly string[]>();

/**
 * A written word as it stands in a message that has been read: "bp" is there as "blood pressure", "b12" as "b" and
 * "12". Whatever is written otherwise could never match.
 */
function asRead(word: string): readonly string[] {
  const known = WORDS.get(word);
  if (known) return known;
  if (SLIP.test(word)) throw new Error(`The pattern word "${word}" has a sign inside`);
  const { tokens, sentences } = normalise(word);
  const words = tokens.slice(0, sentences[0]?.to ?? 0).map((token) => token.word);
  const read = words.length > 0 ? words : [fold(word).replaceAll("'", "")];
  WORDS.set(word, read);
  return read;
}

/** Written as one word in the lists; many people write two. */
const IN_FULL: ReadonlyMap<string, string> = new Map(
  ["do", "does", "did", "is", "are", "was", "were", "have", "has", "could", "would", "should"]
    .map((verb): [string, string] => [`${verb}nt`, verb])
    .concat([
      ["cant", "can"],
      ["wont", "will"],
    ]),
);

const words = (list: readonly string[]): Step[] =>
  list.map((word): Step => ({ kind: "word", word }));

/** What one written word stands for: several words, or either of two spellings. */
function spellings(written: string): Step[][] {
  const step = stepOf(written);
  if (step.kind !== "word") return [[step]];
  const read = asRead(step.word);
  const verb = IN_FULL.get(read.join(" "));
  return verb === undefined ? [words(read)] : [words(read), words([verb, "not"])];
}

function stepOf(word: string): Step {
  if (word === "#") return { kind: "number" };
  if (word === "^") return { kind: "start" };
  if (word === "^^") return { kind: "clause" };
  if (word === "$") return { kind: "end" };
  if (/^~\d+$/u.test(word)) return { kind: "gap", most: Number(word.slice(1)) };
  if (word.startsWith("<") && word.endsWith(">"))
    return { kind: "concept", name: word.slice(1, -1) };
  if (word.endsWith("*")) return { kind: "prefix", word: fold(word.slice(0, -1)) };
  return { kind: "word", word };
}

/** Splits on `separator` outside brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    else if (letter === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Reads choices; those of one plain word are gathered in a set. */
function anyOf(choices: readonly Step[][]): Extract<Step, { kind: "any" }> {
  const words = new Set<string>();
  const longer: Step[][] = [];
  for (const steps of choices) {
    const only = steps.length === 1 ? steps[0] : undefined;
    if (only?.kind === "word") words.add(only.word);
    else longer.push(steps);
  }
  return { kind: "any", words, longer };
}

/** A group in first place is written out, so that every sequence begins with something that can be indexed. */
function expand(written: string): Step[][] {
  let sequences: Step[][] = [[]];
  for (const item of splitOutside(written.trim(), " ")) {
    if (item === "") continue;
    const optional = item.endsWith("?");
    const body = optional ? item.slice(0, -1) : item;
    const choices = body.startsWith("(")
      ? splitOutside(body.slice(1, -1), "|").flatMap(expand)
      : spellings(body);
    // `signs?` is one sign or several, not a sign or nothing.
    if (optional && /^[a-z]{3,}s$/u.test(body)) {
      const forms = anyOf([...spellings(body), ...spellings(body.slice(0, -1))]);
      sequences = sequences.flatMap((head) =>
        head.length === 0
          ? [...[...forms.words].map((word) => words([word])), ...forms.longer]
          : [[...head, forms]],
      );
      continue;
    }
    sequences = sequences.flatMap((head) => {
      const first = head.every((step) => ANCHORS.has(step.kind));
      const extended =
        first || choices.length === 1
          ? choices.map((tail) => [...head, ...tail])
          : [[...head, anyOf(choices)]];
      return optional ? [...extended, head] : extended;
    });
    if (sequences.length > MAX_SEQUENCES)
      throw new Error(`The pattern "${written}" stands for too many sequences`);
  }
  return sequences.filter((steps) => steps.length > 0);
}

/**
 * Reads one written pattern.
 *
 * @param written for example `<chest> &4 <pain>`
 * @returns every sequence it stands for; none begins with a gap
 * @throws Error when brackets or counts make no sense (a mistake in our own data)
 */
export function parsePattern(written: string): Step[][] {
  const pair = /^(.*\S)\s+&(\d+)\s+(\S.*)$/u.exec(written);
  if (pair) {
    const [, left = "", most = "0", right = ""] = pair;
    return [
      ...parsePattern(`${left} ~${most} ${right}`),
      ...parsePattern(`${right} ~${most} ${left}`),
    ];
  }
  return expand(written).filter((steps) => steps.some((step) => !ANCHORS.has(step.kind)));
}

/**
 * Reads a list of patterns as written in the data files: separated by commas or line ends.
 *
 * @param list for example `chest, breast bone, <rib> area`
 */
export function parseList(list: string): Step[][] {
  return splitOutside(list.replaceAll("\n", ","), ",")
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .flatMap(parsePattern);
}
