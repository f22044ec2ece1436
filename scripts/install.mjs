/**
 * Installs what package-lock.json names when it is not installed yet. Plain JavaScript with no
 * dependency: it is what runs first on a fresh machine.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const STAMP = path.join(ROOT, "node_modules", ".pamphlet-install");
const OLDEST_NODE = [20, 9];

function assertNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `Pamphlet needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}. Install a newer Node and run this again.`,
  );
  process.exit(1);
}

/** Runs a command in the repository's root with its output shown; ends the process when it fails. */
export function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    ...options,
  });
  if (error) {
    console.error(`${command} could not be started: ${error.message}`);
    process.exit(1);
  }
  if (status !== 0) process.exit(signal ? 1 : status);
}

/**
 * Node's own headers, when they lie beside this Node: compiling then needs no download.
 * node-gyp reads settings of this prefix; npm itself has no opinion about them.
 */
function localHeaders() {
  const prefix = path.resolve(path.dirname(process.execPath), "..");
  const header = path.join(prefix, "include", "node", "node_version.h");
  if (!existsSync(header)) return {};
  const text = readFileSync(header, "utf8");
  const version = ["MAJOR", "MINOR", "PATCH"].map(
    (part) => new RegExp(`#define NODE_${part}_VERSION (\\d+)`).exec(text)?.[1],
  );
  if (version.join(".") !== process.versions.node) return {};
  return { npm_package_config_node_gyp_nodedir: prefix };
}

/** Installs once for each lock file and Node version; a second call returns at once. */
export function ensureInstalled() {
  assertNode();
  const wanted = createHash("sha256")
    .update(readFileSync(path.join(ROOT, "package-lock.json")))
    .update(`${process.versions.modules} ${process.platform} ${process.arch}`)
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  console.log("Installing packages (the first time takes a minute or two)…");
  run("npm", ["ci", "--no-audit", "--no-fund"], { env: { ...process.env, ...localHeaders() } });
  const probe = spawnSync(process.execPath, ["-e", 'require("hnswlib-node")'], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (probe.status !== 0) {
    console.error(
      `hnswlib-node did not compile. Install python3, make and g++ (Debian: apt-get install python3 make g++), then run this again.\n${probe.stderr}`,
    );
    process.exit(1);
  }
  writeFileSync(STAMP, wanted);
}
