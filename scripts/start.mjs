/**
 * `npm start`: everything from a fresh clone to a served page. Installs, ingests, builds, serves.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureInstalled, ROOT } from "./install.mjs";

ensureInstalled();

/** Runs a step with its output shown; signals reach it because it shares the terminal's group. */
function step(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.on("exit", (code, signal) => resolve(signal ? 1 : code));
  });
}

const tsx = path.join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
process.exit(await step([tsx, "scripts/start.ts"]));
