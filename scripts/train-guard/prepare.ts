/** Examples go in; what the rules and the network see of each comes out. */
import { CLASSES } from "@/lib/guard/classify/classes";
import type { Evidence } from "@/lib/guard/classify/cues";
import { type Embedding, vectorOf } from "@/lib/guard/classify/vector";
import { uncover } from "@/lib/guard/frames";
import { judge } from "@/lib/guard/judge";
import { clean } from "@/lib/guard/normalise";
import { retell } from "./augment";
import type { Example } from "./examples";
import { FOLDS } from "./groups";
import { generator, type Lesson } from "./learn";

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
    vector: vectorOf(evidence, embedding),
    label: CLASSES.indexOf(example.category),
    weight: example.weight,
    evidence: { verdict, language, features },
    tokens: matches.normalised.tokens.length,
  };
}

/** How much a retold example counts beside its original; safe 0.2 to 1. */
const RETOLD = 0.5;

/**
 * Retold examples, each in its original's fold and made only of texts of that fold.
 *
 * @param times how many for each original
 */
export function retold(
  originals: readonly Prepared[],
  times: number,
  embedding: Embedding | undefined,
): Prepared[] {
  const random = generator(SEED);
  const harmless = Array.from({ length: FOLDS }, (_, fold) =>
    originals
      .filter((each) => each.fold === fold && each.label === 0 && each.example.q.length < 400)
      .map(({ example }) => example),
  );
  return originals
    .filter(({ example }) => !["validation", "medquad", "summary"].includes(example.source))
    .flatMap(({ example, fold }) =>
      Array.from({ length: times }, () => {
        const told = retell(example, harmless[fold] ?? [], random);
        return prepare({ ...told, weight: told.weight * RETOLD }, fold, embedding);
      }),
    );
}

/** Any number; changing it changes every weight. */
export const SEED = 20261123;
