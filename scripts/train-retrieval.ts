/** The data folder enters; models/retrieval-*.json and the learned names of models/synonyms.json leave, the same bytes every time. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { KINDS } from "@/lib/retrieve/kinds";
import { shippedResources } from "@/lib/retrieve/resources";
import { loadStaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { openIndex } from "@/lib/search-index/open";
import { buildTasks } from "./evaluate/tasks";
import { readTrainingData } from "./train/data";
import { documentKey, isHeldOut, isHeldOutMessage } from "./train/split";
import { learnEvidence } from "./train-retrieval/evidence";
import { learnHeadingWeights } from "./train-retrieval/headings";
import { kindLexicon } from "./train-retrieval/kinds";
import { learnedNames } from "./train-retrieval/names";
import { learnWeights } from "./train-retrieval/weights";
import { fitSalience, wordTable } from "./train-retrieval/words";

const root = fileURLToPath(new URL("..", import.meta.url));
const LICENCE =
  "Derived from MedQuAD (Ben Abacha and Demner-Fushman 2019, CC BY 4.0) and MeQSum (Ben Abacha and Demner-Fushman 2019, CC BY 4.0) by scripts/train-retrieval.ts.";

function write(name: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 1)}\n`;
  writeFileSync(join(root, "models", name), text);
  console.log(`models/${name}: ${(text.length / 1024).toFixed(0)} kB`);
}

function trainTables(folder: string): void {
  const data = readTrainingData(folder);
  const messages = data.messages.filter(({ id }) => !isHeldOutMessage(id));
  const answered = data.answered.filter((record) => !isHeldOut(documentKey(record)));
  const seen = { ...data, answered };
  // The model must not be fitted on the messages its table was counted from.
  const model = fitSalience(
    messages.filter((_, i) => i % 2 === 1),
    wordTable(
      seen,
      messages.filter((_, i) => i % 2 === 0),
    ),
  );
  const table = wordTable(seen, messages);
  const medicines = data.drugs
    .flatMap(({ drug }) => drug.toLowerCase().match(/[a-z]{5,}/g) ?? [])
    .filter((word) => (table[word]?.[1] ?? 9) > 5 && !NOT_MEDICINES.has(word));
  write("retrieval-words.json", {
    about: `${LICENCE} stems: how far each belongs to topics rather than chatter (log odds), and how rare it is in passages.`,
    salience: model,
    medicines: [...new Set(medicines)].sort().join(" "),
    stems: Object.entries(table)
      .map(([stem, numbers]) => `${stem} ${numbers.join(" ")}`)
      .join(";"),
  });
  write("retrieval-kinds.json", {
    about: `${LICENCE} stems: log odds of each kind of fact (${KINDS.map((kind, i) => `${i} ${kind}`).join(", ")}).`,
    stems: Object.entries(kindLexicon(answered))
      .map(([stem, odds]) => `${stem} ${odds.map((pair) => pair.join(":")).join(" ")}`)
      .join(";"),
  });
  const file = join(root, "models", "synonyms.json");
  const synonyms: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(
    file,
    `${JSON.stringify({ ...synonyms, learned: learnedNames(data, table).join("\n") }, null, 2)}\n`,
  );
}

/** Words of product names that name no medicine. */
const NOT_MEDICINES = new Set(
  "injection topical ophthalmic nasal inhalation oral vaginal transdermal patch system release rectal implant spray solution vaccine otic foam powder extended sublingual buccal acid sodium potassium calcium citrate human combination products treatment liquid systemic".split(
    " ",
  ),
);

async function trainWeights(folder: string): Promise<void> {
  const data = readTrainingData(folder);
  const embedder = loadStaticEmbeddings(root);
  // Read afresh, because the tables above may have changed.
  const resources = shippedResources();
  const tasks = buildTasks(data, { half: 0, seed: 1, titled: false });
  const weights = await learnWeights(tasks, embedder, resources);
  const evidence = await learnEvidence(data, embedder, { ...resources, weights });
  write("retrieval-weights.json", {
    about: `${LICENCE} weights: of the ranking features. evidence: the chance that a question is answerable. Learned on held-out documents with ${embedder.name}.`,
    weights,
    evidence,
  });
}

/** The weights of what headings show, from an index of the shipped documents. */
async function trainHeadings(indexDir: string): Promise<void> {
  const embedder = loadStaticEmbeddings(root);
  const resources = shippedResources();
  const index = await openIndex(indexDir, embedder);
  const weights = await learnHeadingWeights(root, index, embedder, resources);
  const file = join(root, "models", "retrieval-weights.json");
  const held: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  write("retrieval-weights.json", { ...held, weights });
}

const USAGE =
  "npx tsx scripts/train-retrieval.ts tables|weights [DATA FOLDER]: the word tables first, then the weights that rest on them.\nnpx tsx scripts/train-retrieval.ts headings INDEX: last, the weights of what headings show, from an index of corpus/.";
const [stage, folder = join(root, "..", "shared", "data")] = process.argv.slice(2);
if (stage === "tables") trainTables(folder);
else if (stage === "weights") await trainWeights(folder);
else if (stage === "headings" && process.argv[3]) await trainHeadings(folder);
else {
  console.error(USAGE);
  process.exitCode = 1;
}
