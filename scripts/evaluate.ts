/**
 * `npm run evaluate -- retrieval|guard|answers|gate|publish [options]`: measures one part and prints tables.
 */
export type Evaluation = { run(args: string[]): Promise<void> };

const EVALUATIONS: Record<string, () => Promise<Evaluation>> = {
  retrieval: () => import("./evaluate/retrieval"),
  guard: () => import("./evaluate/guard"),
  answers: () => import("./evaluate/answers"),
  gate: () => import("./evaluate/gate"),
  publish: () => import("./evaluate/publish"),
};

const [name = "", ...args] = process.argv.slice(2);
const load = EVALUATIONS[name];
if (!load) {
  console.error(`Say what to evaluate: ${Object.keys(EVALUATIONS).join(", ")}.`);
  process.exit(1);
}
await (await load()).run(args);
