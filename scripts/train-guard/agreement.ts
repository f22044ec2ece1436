/** Two readings of the same messages go in; how far they agree on what should happen comes out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Category } from "@/lib/guard/decision";
import { isUrgentCategory } from "@/lib/guard/decision";

type Labels = Readonly<Record<string, Category>>;

function read(file: string): Labels {
  return JSON.parse(readFileSync(join("lib/guard/training", file), "utf8")) as Labels;
}

/** The label of every real message, by id, and what a second reading said without sight of the first. */
export const readings = (): { first: Labels; second: Labels } => ({
  first: read("meqsum-labels.json"),
  second: read("meqsum-second-reading.json"),
});

const actionOf = (category: Category) =>
  category === "education" ? "allow" : isUrgentCategory(category) ? "urgent" : "redirect";

/**
 * How far two readings agree on answer, redirect or alarm.
 *
 * @returns messages both read, those they agree on, and Cohen's kappa (Educ Psychol Meas 1960;20:37-46)
 */
export function agreement(
  first: Labels,
  second: Labels,
  ids: readonly string[],
): { read: number; agreed: number; kappa: number } {
  const both = ids.filter((id) => first[id] !== undefined && second[id] !== undefined);
  const one = both.map((id) => actionOf(first[id] as Category));
  const two = both.map((id) => actionOf(second[id] as Category));
  const agreed = one.filter((action, at) => action === two[at]).length;
  const share = (list: readonly string[], action: string) =>
    list.filter((each) => each === action).length / both.length;
  const chance = ["allow", "redirect", "urgent"].reduce(
    (sum, action) => sum + share(one, action) * share(two, action),
    0,
  );
  return { read: both.length, agreed, kappa: (agreed / both.length - chance) / (1 - chance) };
}
