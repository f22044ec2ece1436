import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

/** EXPERIENCE: the loader is at most 3 kB gzipped. */
const LOADER_BUDGET = 3000;

describe("the widget's loader", () => {
  const source = readFileSync(path.resolve(import.meta.dirname, "../../public/widget.js"), "utf8");

  it("is at most 3 kB, compressed as a web server does by default", () => {
    expect(gzipSync(source, { level: 6 }).length).toBeLessThanOrEqual(LOADER_BUDGET);
  });

  it("stores nothing, fetches nothing and writes no HTML", () => {
    expect(source).not.toMatch(
      /localStorage|sessionStorage|cookie|innerHTML|fetch\(|eval|import\(/,
    );
  });

  it("never posts to any origin but the chat's own", () => {
    expect(source.match(/postMessage\([\s\S]*?\);/g)).toHaveLength(1);
    expect(source).not.toMatch(/postMessage\([^;]*"\*"/);
  });
});
