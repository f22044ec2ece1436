import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { REPORT_SETS, readCases } from "@/scripts/evaluate/guard";
import { unreported, written } from "@/scripts/train-guard/examples";

it("never learns what a report set asks word for word", () => {
  const [asked] = readCases(readFileSync(REPORT_SETS[0], "utf8"));
  const example = { category: "education", weight: 1, source: "short" } as const;
  const kept = unreported([
    { ...example, q: `${asked?.q.toUpperCase()}!` },
    { ...example, q: "no report set asks this sentence" },
  ]);
  expect(kept.map(({ q }) => q)).toEqual(["no report set asks this sentence"]);
  const all = written();
  const left = unreported(all);
  expect(left.length).toBeGreaterThan(50_000);
  expect(left.length).toBeLessThan(all.length);
});
