/**
 * The files that `npm run evaluate --json` wrote in; tables a reader can be shown, or nothing, out.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** What an evaluation file must hold to be shown; every other field is left alone. */
const QualityReport = z.object({
  title: z.string(),
  /** When it was measured. */
  date: z.string(),
  /** The command that prints the same numbers. */
  command: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
});
export type QualityReport = z.infer<typeof QualityReport>;

/** The report in a file's text, or undefined when it is of another shape. */
export function parseQuality(text: string): QualityReport | undefined {
  try {
    return QualityReport.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Every report of a folder, by name; none when the folder does not exist. */
export async function readQuality(folder: string): Promise<QualityReport[]> {
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => readFile(path.join(folder, name), "utf8")),
  );
  return texts.map(parseQuality).filter((report) => report !== undefined);
}
