/**
 * Before any browser test: a build in a folder of its own, an index of the shipped corpus, the real
 * server on a free port, and two other sites. After all of them: nothing left running.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { type HostServer, startHostServer } from "./fixtures/host-server";

declare module "vitest" {
  interface ProvidedContext {
    /** The application. */
    app: string;
    /** A site that EMBED_ORIGINS names, and one that it does not. */
    allowedHost: string;
    strangerHost: string;
  }
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BUILD_DIR = ".next-test";
/** A cold start on a busy machine: milliseconds. */
const START_LIMIT = 60_000;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, done));
  const address = probe.address();
  await new Promise<void>((done) => probe.close(() => done()));
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}

function ingestCorpus(indexDir: string): void {
  const tsx = path.join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
  const { status, stderr } = spawnSync(
    process.execPath,
    [tsx, "scripts/ingest.ts", "corpus", "--index", indexDir],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
  );
  if (status !== 0) throw new Error(`the corpus could not be ingested:\n${stderr}`);
}

/** Waits for the line that the server prints when it can answer. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const limit = setTimeout(
      () => reject(new Error(`the server did not start:\n${printed}`)),
      START_LIMIT,
    );
    const read = (piece: Buffer) => {
      printed += piece;
      if (!printed.includes("is ready")) return;
      clearTimeout(limit);
      resolve();
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}:\n${printed}`)));
  });
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { ensureBuild } = await import("../../scripts/build.mjs");
  ensureBuild({ distDir: BUILD_DIR });

  const folder = mkdtempSync(path.join(tmpdir(), "pamphlet-browser-"));
  const indexDir = path.join(folder, "index");
  ingestCorpus(indexDir);

  const hosts: HostServer[] = [await startHostServer(), await startHostServer()];
  const [allowed, stranger] = hosts as [HostServer, HostServer];
  const port = await freePort();
  const server = spawn(
    process.execPath,
    ["scripts/serve.mjs", "--port", String(port), "--dir", BUILD_DIR],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        PORT: String(port),
        INDEX_DIR: indexDir,
        CORPUS_DIR: "corpus",
        EMBED_ORIGINS: allowed.url,
        RATE_LIMIT: "0",
        OPENAI_API_KEY: "",
        OPENAI_BASE_URL: "",
        CHAT_MODEL: "",
        EMBEDDING_MODEL: "",
      },
    },
  );
  const log: string[] = [];
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (piece: Buffer) => log.push(String(piece)));
  const onEarlyEnd = (code: number | null, signal: string | null) =>
    console.error(`the server ended early (${code ?? signal}):\n${log.join("").slice(-4000)}`);
  server.on("exit", onEarlyEnd);
  const close = async () => {
    server.off("exit", onEarlyEnd);
    server.kill();
    await Promise.all(hosts.map((host) => host.close()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(server);
  } catch (error) {
    await close();
    throw error;
  }
  project.provide("app", `http://localhost:${port}`);
  project.provide("allowedHost", allowed.url);
  project.provide("strangerHost", stranger.url);
  return close;
}
