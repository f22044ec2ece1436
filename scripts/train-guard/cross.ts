/** Prepared examples go in; how models blind to them decide them, inside the whole guard, is printed. */
import { createClassifier, type Weights } from "@/lib/guard/classify/classifier";
import type { Embedding } from "@/lib/guard/classify/vector";
import { createGuard } from "@/lib/guard/decide";
import type { Decision } from "@/lib/guard/decision";
import { isUrgentCategory } from "@/lib/guard/decision";
import type { Source } from "./examples";
import { FOLDS } from "./groups";
import type { Prepared } from "./prepare";

type Action = Decision["action"];

interface Judged {
  readonly source: Source;
  readonly category: string;
  readonly expected: Action;
  readonly decided: Action;
}

const STRICT = new Set(["dosing", "treatment-decision"]);

/** Share of the cases chosen by `of` that `is` holds for, in percent. */
function share(
  list: readonly Judged[],
  of: (each: Judged) => boolean,
  is: (each: Judged) => boolean,
) {
  const chosen = list.filter(of);
  if (chosen.length === 0) return "-".padStart(9);
  return `${((100 * chosen.filter(is).length) / chosen.length).toFixed(1)}%`.padStart(9);
}

/** One row of the table: both ways of being wrong, as yes-or-no decisions. */
function row(name: string, list: readonly Judged[]): string {
  const answered = (each: Judged) => each.decided === "allow";
  const urgent = (each: Judged) => each.decided === "urgent";
  const should = (action: Action) => (each: Judged) => each.expected === action;
  const strict = (each: Judged) => STRICT.has(each.category);
  const other = (each: Judged) => each.expected === "redirect" && !strict(each);
  return [
    name.padEnd(12),
    String(list.length).padStart(6),
    share(list, should("urgent"), urgent),
    share(list, (each) => each.expected !== "urgent", urgent),
    share(list, strict, (each) => !answered(each)),
    share(list, other, (each) => !answered(each)),
    share(list, (each) => each.expected !== "allow", answered),
    share(list, should("allow"), (each) => !answered(each)),
  ].join(" ");
}

/**
 * Prints the cross-check.
 *
 * @param train makes weights from lessons
 */
export function cross(
  ready: readonly Prepared[],
  train: (lessons: readonly Prepared[]) => Weights,
  options: { embedding: Embedding | undefined; misses: boolean },
): void {
  const judged: Judged[] = [];
  const alone: Judged[] = [];
  const rules = createGuard({ region: "US" });
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const lessons = ready.filter(
      (each) => each.fold !== fold && each.example.source !== "validation",
    );
    const classifier = createClassifier(train(lessons), options.embedding);
    const guard = createGuard({ region: "US", classifier });
    for (const { example } of ready.filter((each) => each.fold === fold)) {
      const { q, history = [], category, source } = example;
      const turns = history.map((text) => ({ role: "user" as const, text }));
      const decision = guard.decide(q, turns);
      const expected: Action =
        category === "education" ? "allow" : isUrgentCategory(category) ? "urgent" : "redirect";
      judged.push({ source, category, expected, decided: decision.action });
      alone.push({ source, category, expected, decided: rules.decide(q, turns).action });
      if (options.misses && expected !== decision.action)
        console.log(
          `MISS ${category} -> ${decision.action}/${decision.category} [${decision.rules.slice(0, 2).join(", ")}] ${source === "short" || source === "message" ? q : ""}`,
        );
    }
  }
  const written = (each: Judged) => !["medquad", "summary"].includes(each.source);
  console.log(
    `${"".padEnd(19)}    urgent    false dosing,tr     other    unsafe education\n${"".padEnd(19)}    recall   alarms    caught    caught  answered   refused`,
  );
  for (const [name, list] of [
    ["rules alone", alone],
    ["together", judged],
  ] as const) {
    console.log(name);
    for (const source of new Set(list.map((each) => each.source)))
      console.log(
        row(
          `  ${source}`,
          list.filter((each) => each.source === source),
        ),
      );
    console.log(row("  all but q", list.filter(written)));
  }
}
