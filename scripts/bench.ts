/**
 * `npm run bench -- ingest|retrieval|answers [options]`: times one part against a baseline in the same run.
 */
export type Bench = { run(args: string[]): Promise<void> };

const BENCHES: Record<string, () => Promise<Bench>> = {
  ingest: () => import("./bench/ingest"),
  retrieval: () => import("./bench/retrieval"),
  answers: () => import("./bench/answers"),
};

const [name = "", ...args] = process.argv.slice(2);
const load = BENCHES[name];
if (!load) {
  console.error(`Say what to time: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}
await (await load()).run(args);
