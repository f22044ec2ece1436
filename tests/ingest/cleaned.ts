import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Cleaned, clean } from "@/lib/ingest/clean/clean";
import { loadText } from "@/lib/ingest/load/text";

const fixtures = new URL("../fixtures/ingest/", import.meta.url);
export const fixture = (name: string) => fileURLToPath(new URL(name, fixtures));

export const SEED = fileURLToPath(
  new URL("../../../shared/seed/post-trt-article.txt", import.meta.url),
);
export const hasSeed = existsSync(SEED);
if (!hasSeed) console.log("The seed page is not here; the tests that read it are left out.");

export const DAY = "2026-11-23";

export function cleanText(text: string, name = "page.txt"): Cleaned {
  return clean(loadText(name, text, "hash"), DAY);
}

export const cleanFixture = (name: string) => cleanText(readFileSync(fixture(name), "utf8"), name);

export const textsOf = ({ document }: Cleaned, kind: string) =>
  document.blocks
    .filter((block) => block.kind === kind)
    .map(({ start, end }) => document.text.slice(start, end));

export const removedFor = ({ removed }: Cleaned, reason: string) =>
  removed.filter((entry) => entry.reason === reason).map(({ text }) => text);
