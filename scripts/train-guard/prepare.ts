/** Examples go in; what the rules and the network see of each comes out. */
import { CLASSES } from "@/lib/guard/classify/classes";
import type { Evidence } from "@/lib/guard/classify/cues";
import { type Embedding, readingOf } from "@/lib/guard/classify/vector";
import { uncover } from "@/lib/guard/frames";
import { judge } from "@/lib/guard/judge";
import { clean } from "@/lib/guard/normalise";
import type { Example } from "./examples";
import type { Lesson } from "./learn";

/** What the classifier would see of an example. */
export function evidenceOf(q: string, history: readonly string[] | undefined): Evidence {
  const text = clean(q);
  const { matches, features, verdict, language } = judge(uncover(text) ?? text);
  const earlier = history?.at(-1);
  const seen = { matches, features, verdict, language };
  return earlier === undefined ? seen : { ...seen, before: judge(clean(earlier)) };
}

export interface Prepared extends Lesson {
  readonly example: Example;
  readonly fold: number;
  readonly evidence: Pick<Evidence, "verdict" | "language" | "features">;
  readonly tokens: number;
}

export function prepare(
  example: Example,
  fold: number,
  embedding: Embedding | undefined,
): Prepared {
  const evidence = evidenceOf(example.q, example.history);
  const { verdict, language, features, matches } = evidence;
  return {
    example,
    fold,
    reading: readingOf(evidence, embedding),
    label: CLASSES.indexOf(example.category),
    weight: example.weight,
    evidence: { verdict, language, features },
    tokens: matches.normalised.tokens.length,
  };
}
