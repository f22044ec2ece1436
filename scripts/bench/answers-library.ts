/**
 * A number of chunks in; the folder of an index with about as many out: the shipped corpus among
 * answers of MedQuAD, ingested by the real command.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DATA = path.join(ROOT, "..", "shared", "data", "medquad-answered.jsonl.gz");
/** Chunks of the shipped corpus, and of one answer, on average. Only the index's size depends on them. */
const OF_CORPUS = 350;
const OF_ANSWER = 4.2;

function ingest(sources: readonly string[], index: string): Promise<void> {
  const tsx = path.join(ROOT, "node_modules", "tsx", "dist", "loader.mjs");
  const child = spawn(
    process.execPath,
    ["--import", tsx, "scripts/ingest.ts", ...sources, "--index", index, "--json"],
    { cwd: ROOT, stdio: "ignore" },
  );
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`ingestion ended with ${code}`)),
    );
  });
}

/**
 * @returns a new temporary folder; its parent is the caller's to remove
 * @throws Error when the answers of MedQuAD are not beside the repository
 */
export async function libraryOfSize(chunks: number): Promise<{ parent: string; index: string }> {
  if (!existsSync(DATA)) throw new Error(`--chunks needs ${path.basename(DATA)} in ../shared/data`);
  const parent = await mkdtemp(path.join(os.tmpdir(), "pamphlet-answers-"));
  const folder = path.join(parent, "filler");
  await mkdir(folder);
  const rows = gunzipSync(await readFile(DATA))
    .toString()
    .trim()
    .split("\n")
    .slice(0, Math.max(0, Math.round((chunks - OF_CORPUS) / OF_ANSWER)));
  for (const [at, row] of rows.entries()) {
    const { focus, question, answer } = JSON.parse(row) as Record<string, string>;
    await writeFile(
      path.join(folder, `filler-${at}.txt`),
      `${focus}\n\n${question}\n\n${answer}\n`,
    );
  }
  const index = path.join(parent, "index");
  await ingest([path.join(ROOT, "corpus"), folder], index);
  return { parent, index };
}
