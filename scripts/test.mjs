/**
 * `npm test`: everything a fresh machine needs to test, then the tests. Arguments go to vitest.
 * Ends with one line: `tests: N passed, N failed, N skipped`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureInstalled, ROOT, run } from "./install.mjs";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const isOnPath = (name) =>
  (process.env.PATH ?? "").split(path.delimiter).some((dir) => existsSync(path.join(dir, name)));

/** Browser tests are never skipped: no browser is a failure that says what to install. */
function ensureChromium() {
  if (process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) return;
  if (BROWSERS.some(isOnPath)) return;
  const canInstall = process.getuid?.() === 0 && isOnPath("apt-get");
  if (canInstall) {
    console.log("No Chromium found; installing Debian's…");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (BROWSERS.some(isOnPath)) return;
  }
  console.error(
    "The browser tests need Chromium and none was found. Install it (Debian or Ubuntu: apt-get install chromium), or set CHROMIUM to the path of a Chromium or Chrome, and run npm test again.",
  );
  process.exit(1);
}

ensureInstalled();
ensureChromium();
run(process.execPath, [
  path.join(ROOT, "node_modules/tsx/dist/cli.mjs"),
  "scripts/check-corpus.ts",
]);

const report = path.join(ROOT, "test-output", `vitest-${process.pid}.json`);
mkdirSync(path.dirname(report), { recursive: true });
const vitest = path.join(ROOT, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: "inherit" },
);

if (!existsSync(report)) {
  console.log("tests: 0 passed, 1 failed, 0 skipped");
  process.exit(1);
}
const result = JSON.parse(readFileSync(report, "utf8"));
rmSync(report);
const skipped = result.numPendingTests + result.numTodoTests;
// A file or set-up that broke before its tests could run fails the run without counting as a test.
const failed = Math.max(result.numFailedTests, status === 0 ? 0 : 1);
console.log(`tests: ${result.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
process.exit(status ?? 1);
