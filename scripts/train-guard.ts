/**
 * Training examples go in; models/guard-classifier.json comes out, the same bytes for the same examples.
 *
 * `npx tsx scripts/train-guard.ts [--embed] [--cross] [--misses] [--out FILE]`. Examples: lib/guard/training/*,
 * the questions the corpus says it answers, and where ../shared/data is present questions and messages of MedQuAD and MeQSum. `--cross` trains nothing to
 * keep: it prints how five models, each blind to a fifth of the stories, decide that fifth.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CLASSES } from "@/lib/guard/classify/classes";
import { pack, type Weights } from "@/lib/guard/classify/classifier";
import { BUCKETS } from "@/lib/guard/classify/cues";
import { CLASSIFIER_FILE } from "@/lib/guard/classify/load";
import type { Network } from "@/lib/guard/classify/network";
import type { Embedding } from "@/lib/guard/classify/vector";
import { loadStaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { cross } from "./train-guard/cross";
import { fromCorpus, fromData, written } from "./train-guard/examples";
import { foldsOf } from "./train-guard/groups";
import { bagged } from "./train-guard/learn";
import { prepare } from "./train-guard/prepare";
import { SETTINGS, THRESHOLDS } from "./train-guard/settings";

/** A network as it is shipped. */
export function weightsOf(network: Network, embedding: Embedding | undefined): Weights {
  const short = (values: Float32Array) => Array.from(values, (value) => Number(value.toFixed(6)));
  return {
    thresholds: THRESHOLDS,
    buckets: BUCKETS,
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

function main(): void {
  const { values } = parseArgs({
    options: {
      cross: { type: "boolean", default: false },
      misses: { type: "boolean", default: false },
      embed: { type: "boolean", default: false },
      out: { type: "string", default: CLASSIFIER_FILE },
    },
  });
  const embedding = values.embed ? loadStaticEmbeddings(process.cwd()) : undefined;
  const examples = [...written(), ...fromCorpus(), ...fromData()];
  const { folds, groups, largest } = foldsOf(examples);
  console.log(`${examples.length} examples in ${groups} groups, the largest of ${largest}`);
  const ready = examples.map((example, at) => prepare(example, folds[at] as number, embedding));
  const dense = embedding ? 2 * embedding.dimensions : 0;
  if (values.cross) {
    // One network a fold: three would take an hour and say the same within half a point.
    const settings = { ...SETTINGS, bags: 1 };
    cross(ready, (lessons) => weightsOf(bagged(lessons, dense, settings), embedding), {
      embedding,
      misses: values.misses,
    });
    return;
  }
  const started = performance.now();
  const lessons = ready.filter(({ example }) => example.source !== "validation");
  const network = bagged(lessons, dense, SETTINGS);
  const seconds = (performance.now() - started) / 1000;
  console.log(`trained on ${lessons.length} in ${seconds.toFixed(0)} s`);
  writeFileSync(values.out, `${JSON.stringify(weightsOf(network, embedding))}\n`);
}

main();
