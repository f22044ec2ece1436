/** Reads the corpus and prints what its lint finds; exits 1 when a rule is broken. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkCorpus } from "@/lib/corpus-lint/check";
import { formatProblem } from "@/lib/corpus-lint/problem";

/** Texts that may not be copied; they are not part of the repository, so a checkout without them skips the rule. */
const GUARDED_FOLDER = path.join("..", "shared", "seed");

function markdownUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && path.basename(name) !== "README.md")
    .map((name) => path.join(folder, name))
    .sort();
}

const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "corpus";
if (!existsSync(folder)) {
  console.error(
    `${folder} does not exist; give the folder of the documents: npm run check:corpus -- FOLDER`,
  );
  process.exit(1);
}
const guardedTexts = existsSync(GUARDED_FOLDER)
  ? readdirSync(GUARDED_FOLDER)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(path.join(GUARDED_FOLDER, name), "utf8"))
  : [];

const report = checkCorpus({
  documents: new Map(markdownUnder(folder).map((file) => [file, readFileSync(file, "utf8")])),
  exists: existsSync,
  guardedTexts,
  today: new Date().toISOString().slice(0, 10),
});

for (const problem of report.problems) console.log(formatProblem(problem));
const errors = report.problems.filter((problem) => problem.level === "error").length;
const warnings = report.problems.length - errors;

if (errors === 0 || process.argv.includes("--table")) {
  const cell = (value: number | undefined): string =>
    (value === undefined ? "-" : value.toFixed(1)).padStart(9);
  const width = Math.max(...report.documents.map((document) => document.file.length), 8);
  console.log(`${"document".padEnd(width)}     words  FK grade      SMOG  sentence  ease (es)`);
  for (const { file, measured } of report.documents)
    console.log(
      `${file.padEnd(width)} ${String(measured.words).padStart(9)} ${cell(measured.fleschKincaid)} ${cell(measured.smog)} ${cell(measured.meanSentence)} ${cell(measured.fernandezHuerta)}`,
    );
  console.log(
    "Spanish documents are graded by Fernández-Huerta ease (60 or more is plain); US school grades do not apply to them.",
  );
}
if (guardedTexts.length === 0)
  console.log("No source text to compare with was found, so the copied-words rule was skipped.");
console.log(`${report.documents.length} documents, ${errors} problems, ${warnings} warnings`);
process.exit(errors === 0 ? 0 : 1);
