/** A version's folder and manifest in; its files, each as it was written, out. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { IndexError } from "./errors";
import { sha256 } from "./manifest";
import type { Manifest } from "./search-index";

const again = 'Run "npm run ingest" to build it again.';

/**
 * @param wanted the files to read, by their path inside the version; all of them when left out
 * @throws IndexError `corrupt` when one is gone or not what the manifest says
 */
export async function verifiedFiles(
  dir: string,
  manifest: Manifest,
  wanted: readonly string[] = Object.keys(manifest.files),
): Promise<Map<string, Buffer>> {
  const folder = path.join(dir, manifest.version);
  const files = new Map<string, Buffer>();
  for (const name of wanted) {
    const data = await readFile(path.join(folder, name)).catch(() => undefined);
    if (data === undefined)
      throw new IndexError("corrupt", `The index at ${dir} lacks ${name}. ${again}`);
    if (sha256(data) !== manifest.files[name])
      throw new IndexError("corrupt", `${name} of the index at ${dir} is damaged. ${again}`);
    files.set(name, data);
  }
  return files;
}
