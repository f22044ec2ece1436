/**
 * Installed packages in; a served site out: ingests when it must, builds when it must, serves.
 */
import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { buildDir, EnvError, env } from "@/lib/env";
import { ingestionDue } from "@/lib/ingest/due";
import { createEmbedder } from "@/lib/search-index/embedder";
import { chunkKey, embeddingText } from "@/lib/search-index/keys";
import { withIndexLock } from "@/lib/search-index/lock";
import { readManifest } from "@/lib/search-index/manifest";
import { openIndex } from "@/lib/search-index/open";
import { readVectors } from "@/lib/search-index/serving";
import { writeIndex } from "@/lib/search-index/write";
import { ensureBuild } from "./build.mjs";
import { ROOT } from "./install.mjs";

const index = { writeIndex, readVectors, readManifest, withIndexLock, embeddingText, chunkKey };

function runIngest(roots: readonly string[]): void {
  const tsx = path.join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
  const { status } = spawnSync(process.execPath, [tsx, "scripts/ingest.ts", ...roots], {
    cwd: ROOT,
    stdio: "inherit",
  });
  // Refused documents are reported and the good ones serve; without any index there is nothing to serve.
  if (status !== 0)
    console.log("Some documents were refused; what was printed above says which and why.");
}

async function prepare(): Promise<void> {
  const { indexDir, corpusDir } = env();
  const embedder = createEmbedder(env(), ROOT);
  const due = await ingestionDue(indexDir, corpusDir, { index, embedder, openIndex });
  if (due) {
    console.log(due.reason);
    runIngest(due.roots);
  }
  if (process.argv.includes("--dev")) return;
  ensureBuild({ distDir: buildDir() });
}

try {
  await prepare();
} catch (error) {
  if (!(error instanceof EnvError || error instanceof Error)) throw error;
  console.error(error.message);
  process.exit(1);
}

const args = ["--port", String(env().port), "--dir", buildDir()];
if (process.argv.includes("--dev")) args.push("--dev");
const server = spawn(process.execPath, [path.join(ROOT, "scripts", "serve.mjs"), ...args], {
  cwd: ROOT,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
