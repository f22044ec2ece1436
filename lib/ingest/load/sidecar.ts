/** A loaded file in; the same with what `name.meta.yaml` beside it and the defaults state out. */
import { readFile } from "node:fs/promises";
import type { DocumentMeta } from "@/lib/content";
import { checkSidecar } from "@/lib/ingest/front-matter";
import { type Loaded, type LoadOutcome, refused } from "@/lib/ingest/load/loaded";
import { sha256 } from "@/lib/ingest/load/sha256";

/** Names of sidecar files: `leaflet.meta.yaml` goes with `leaflet.pdf`, `leaflet.docx`, … */
export const SIDECAR = /\.meta\.ya?ml$/iu;

/** What a folder's owner states once for all documents, and the hash that makes it part of them. */
export interface Defaults {
  readonly fields: Partial<DocumentMeta>;
  readonly hash: string;
}

/**
 * Reads the file given with `--defaults`.
 *
 * @returns its fields, or the problems, each naming the field and the fix
 */
export async function readDefaults(
  file: string,
): Promise<Defaults | { readonly problems: string[] }> {
  let yaml: string;
  try {
    yaml = await readFile(file, "utf8");
  } catch {
    return { problems: ["cannot be read; check the path given with --defaults"] };
  }
  const checked = checkSidecar(yaml);
  if (!checked.ok) return { problems: checked.problems };
  const { title: _title, slug: _slug, ...fields } = checked.fields;
  return { fields, hash: sha256(yaml) };
}

/** Adds what stands beside a file. The file's own front matter wins, then its sidecar, then defaults. */
export async function withSidecar(loaded: Loaded, defaults?: Defaults): Promise<LoadOutcome> {
  const beside = /^https?:/u.test(loaded.origin) ? null : await readBeside(loaded.origin);
  let fields: Partial<DocumentMeta> = {};
  if (beside !== null) {
    const checked = checkSidecar(beside.yaml);
    if (!checked.ok) return refused(beside.file, checked.problems.join(" · "));
    fields = checked.fields;
  }
  if (beside === null && !defaults) return loaded;
  return {
    ...loaded,
    stated: { ...defaults?.fields, ...fields, ...loaded.stated },
    contentHash: sha256(loaded.contentHash, beside?.yaml ?? "", defaults?.hash ?? ""),
  };
}

async function readBeside(origin: string): Promise<{ file: string; yaml: string } | null> {
  const stem = origin.replace(/\.[^./\\]+$/u, "");
  for (const file of [`${stem}.meta.yaml`, `${stem}.meta.yml`]) {
    try {
      return { file, yaml: await readFile(file, "utf8") };
    } catch {
      // Most files have none.
    }
  }
  return null;
}
