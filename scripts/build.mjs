/**
 * Builds the web application when its sources have changed since the last build into the same folder.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./install.mjs";

/** What a build is made from. */
const SOURCES = [
  "app",
  "lib",
  "models",
  "next.config.ts",
  "proxy.ts",
  "package-lock.json",
  "tsconfig.json",
];
const STAMP = "pamphlet-build";
/** Another build into the same folder may take this long before it is thought dead (milliseconds). */
const LONGEST_BUILD_MS = 10 * 60_000;
const POLL_MS = 500;

function filesBelow(name) {
  const at = path.join(ROOT, name);
  if (!existsSync(at)) return [];
  const entries = readdirSync(path.dirname(at), { withFileTypes: true });
  const self = entries.find((entry) => entry.name === path.basename(at));
  if (!self?.isDirectory()) return [at];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function sourcesHash() {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of SOURCES.flatMap(filesBelow))
    hash.update(path.relative(ROOT, file)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Holds the folder's lock, waiting while another live process builds into it. */
function lock(file) {
  const deadline = Date.now() + LONGEST_BUILD_MS;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
    if (!isAlive(owner) || Date.now() > deadline) rmSync(file, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
}

/**
 * @param {{ distDir: string }} options the folder to build into, from the repository's root
 * @returns {boolean} whether a build was needed
 * @throws {Error} when the build fails
 */
export function ensureBuild({ distDir }) {
  const stamp = path.join(ROOT, distDir, STAMP);
  const wanted = sourcesHash();
  const isCurrent = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isCurrent()) return false;
  mkdirSync(path.join(ROOT, distDir), { recursive: true });
  const lockFile = path.join(ROOT, `${distDir}.lock`);
  lock(lockFile);
  try {
    if (isCurrent()) return false;
    console.log("Building…");
    const next = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
    const { status } = spawnSync(process.execPath, [next, "build"], {
      cwd: ROOT,
      stdio: "inherit",
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_DIST_DIR: distDir,
        NEXT_TELEMETRY_DISABLED: "1",
      },
    });
    if (status !== 0) throw new Error("The build failed; what it printed above says why.");
    writeFileSync(stamp, wanted);
    return true;
  } finally {
    rmSync(lockFile, { force: true });
  }
}
