/**
 * Training examples go in; models/guard-classifier.json comes out, the same bytes for the same examples.
 *
 * `npx tsx scripts/train-guard.ts [--embed] [--cross] [--misses] [--agreement] [--out FILE]`. Examples:
 * lib/guard/training/*, the questions the corpus says it answers, and where ../shared/data is present questions and
 * messages of MedQuAD and MeQSum. `--cross` trains nothing to keep: it prints how five models, each blind to a fifth of
 * the stories, decide that fifth. `--agreement` prints how far two readings of the real messages agree.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CLASSES } from "@/lib/guard/classify/classes";
import { pack, packKeys, type Weights } from "@/lib/guard/classify/classifier";
import type { KnownCues } from "@/lib/guard/classify/known-cues";
import { CLASSIFIER_FILE } from "@/lib/guard/classify/load";
import type { Network } from "@/lib/guard/classify/network";
import type { Embedding } from "@/lib/guard/classify/vector";
import { loadStaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { agreement, readings } from "./train-guard/agreement";
import { cross } from "./train-guard/cross";
import { fromCorpus, fromData, isHeldOut, unreported, written } from "./train-guard/examples";
import { foldsOf } from "./train-guard/groups";
import { learn } from "./train-guard/learn";
import { prepare } from "./train-guard/prepare";
import { SETTINGS, THRESHOLDS } from "./train-guard/settings";

/** A network as it is shipped. */
export function weightsOf(
  { cues, network }: { cues: KnownCues; network: Network },
  embedding: Embedding | undefined,
): Weights {
  const short = (values: Float32Array) => Array.from(values, (value) => Number(value.toFixed(6)));
  return {
    thresholds: THRESHOLDS,
    cues: packKeys(cues.keys),
    classes: CLASSES,
    table: pack(network.table),
    bias: short(network.bias),
    ...(embedding && network.hidden > 0
      ? {
          layer: {
            fingerprint: embedding.fingerprint,
            dimensions: embedding.dimensions,
            hidden: network.hidden,
            inner: pack(network.inner),
            innerBias: short(network.innerBias),
            outer: pack(network.outer),
          },
        }
      : {}),
  };
}

function printAgreement(): void {
  const { first, second } = readings();
  const ids = Object.keys(first);
  for (const [name, list] of [
    ["never trained on", ids.filter(isHeldOut)],
    ["the others", ids.filter((id) => !isHeldOut(id))],
  ] as const) {
    const { read, agreed, kappa } = agreement(first, second, list);
    const share = ((100 * agreed) / read).toFixed(1);
    console.log(`${name}: ${agreed} of ${read} (${share}%), kappa ${kappa.toFixed(2)}`);
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      cross: { type: "boolean", default: false },
      misses: { type: "boolean", default: false },
      embed: { type: "boolean", default: false },
      agreement: { type: "boolean", default: false },
      out: { type: "string", default: CLASSIFIER_FILE },
    },
  });
  if (values.agreement) {
    printAgreement();
    return;
  }
  const embedding = values.embed ? loadStaticEmbeddings(process.cwd()) : undefined;
  const examples = unreported([...written(), ...fromCorpus(), ...fromData()]);
  const { folds, groups, largest } = foldsOf(examples);
  console.log(`${examples.length} examples in ${groups} groups, the largest of ${largest}`);
  const ready = examples.map((example, at) => prepare(example, folds[at] as number, embedding));
  const dense = embedding ? 2 * embedding.dimensions : 0;
  if (values.cross) {
    // One network a fold: three would take an hour and say the same within half a point.
    const settings = { ...SETTINGS, bags: 1 };
    cross(ready, (lessons) => weightsOf(learn(lessons, dense, settings), embedding), {
      embedding,
      misses: values.misses,
    });
    return;
  }
  const started = performance.now();
  const lessons = ready.filter(({ example }) => example.source !== "validation");
  const learned = learn(lessons, dense, SETTINGS);
  const seconds = (performance.now() - started) / 1000;
  console.log(`trained on ${lessons.length} in ${seconds.toFixed(0)} s`);
  writeFileSync(values.out, `${JSON.stringify(weightsOf(learned, embedding))}\n`);
}

main();
