import { expect, it } from "vitest";
import { agreement } from "@/scripts/train-guard/agreement";

it("counts what two readings agree on, beyond chance", () => {
  const first = { a: "education", b: "dosing", c: "crisis", d: "education" } as const;
  const second = { a: "education", b: "diagnosis", c: "education", d: "education" } as const;
  const { read, agreed, kappa } = agreement(first, second, ["a", "b", "c", "d", "e"]);
  expect([read, agreed]).toEqual([4, 3]);
  // Chance: 2/4 * 3/4 for answers, 1/4 * 1/4 for redirects, nothing for alarms.
  expect(kappa).toBeCloseTo((0.75 - 0.4375) / (1 - 0.4375), 10);
});
