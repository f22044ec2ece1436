/** The rooms and the doors between them: what DESIGN.md promises, held by a test. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { cruise, type IFlattenedRuleSet } from "dependency-cruiser";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");

const from = (folder: string) => ({ path: `^${folder}` });
const forbid = (name: string, source: object, target: object) => ({
  name,
  severity: "error" as const,
  from: source,
  to: target,
});
/** One vendor, one door: the package may be imported from there only. */
const door = (vendor: string, only: string) =>
  forbid(`${vendor} only in ${only}`, { path: "^(app|lib)/", pathNot: only }, { path: vendor });

const RULES: IFlattenedRuleSet = {
  forbidden: [
    forbid("lib never looks up", from("lib/"), { path: "^(app|scripts|tests)/" }),
    forbid("app composes lib only", from("app/"), { path: "^(scripts|tests)/" }),
    forbid("scripts import lib only", from("scripts/"), { path: "^(app|tests)/" }),
    forbid("ingest does not know answer", from("lib/ingest/"), { path: "^lib/answer/" }),
    forbid("answer does not know ingest", from("lib/answer/"), { path: "^lib/ingest/" }),
    forbid("the guard knows no index", from("lib/guard/"), {
      path: "^lib/(ingest|answer|retrieve)/",
      dependencyTypesNot: ["type-only"],
    }),
    forbid("no circles", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    door("@ai-sdk/openai", "^lib/models\\.ts$"),
    door("vectorstores/hnswlib|hnswlib-node", "^lib/search-index/vectors\\.ts$"),
    door("minisearch", "^lib/search-index/lexical\\.ts$"),
    door("@langchain/textsplitters", "^lib/ingest/chunk\\.ts$"),
    door("@langchain/community/document_loaders", "^lib/ingest/load/"),
  ],
};

/** Every source file below a folder, as a path from the repository's root. */
function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

describe("the rooms", () => {
  it("import each other only in the directions that are allowed", async () => {
    const { output } = await cruise(
      ["app", "lib", "scripts"],
      {
        baseDir: ROOT,
        ruleSet: RULES,
        validate: true,
        doNotFollow: { path: "node_modules" },
        tsPreCompilationDeps: true,
        tsConfig: { fileName: "tsconfig.json" },
      },
      {},
      { tsConfig: { options: { baseUrl: ROOT, paths: { "@/*": ["./*"] } } } },
    );
    if (typeof output === "string") throw new Error(output);
    expect(output.modules.length).toBeGreaterThan(50);
    expect(
      output.modules.flatMap(({ dependencies }) =>
        dependencies.filter((one) => one.couldNotResolve && one.module.startsWith("@/")),
      ),
    ).toEqual([]);
    expect(
      output.summary.violations.map((one) => `${one.rule.name}: ${one.from} -> ${one.to}`),
    ).toEqual([]);
  }, 60_000);

  it("read the environment in one place", () => {
    const readers = [...sources("app"), ...sources("lib"), "next.config.ts", "proxy.ts"].filter(
      (file) => file !== "lib/env.ts" && read(file).includes("process.env"),
    );
    expect(readers).toEqual([]);
  });

  it("are tested without module mocks", () => {
    const mocking = sources("tests").filter((file) => /\bvi\.(?:do)?[mM]ock\(/.test(read(file)));
    expect(mocking).toEqual([]);
  });

  it("have no drawer for odds and ends", () => {
    const drawers = [...sources("app"), ...sources("lib")].filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|types|index)\.tsx?$/.test(file),
    );
    expect(drawers).toEqual([]);
  });
});
