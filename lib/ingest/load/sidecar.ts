/** A loaded file in; the same with what `name.meta.yaml` beside it and the defaults state out. */
import { readFile } from "node:fs/promises";
import type { DocumentMeta } from "@/lib/content";
import { checkSidecar } from "@/lib/ingest/front-matter";
import { type Loaded, type LoadOutcome, refused } from "@/lib/ingest/load/loaded";
import { sha256 } from "@/lib/ingest/load/sha256";

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

/**
 * Adds what stands beside a file. The file's own front matter wins, then its sidecar, then defaults.
 *
 * @param sidecar the path of `name.meta.yaml`, when there is one
 */
export async function withSidecar(
  loaded: Loaded,
  sidecar: string | undefined,
  defaults: Defaults | undefined,
): Promise<LoadOutcome> {
  if (sidecar === undefined && defaults === undefined) return loaded;
  let yaml = "";
  let fields: Partial<DocumentMeta> = {};
  if (sidecar !== undefined) {
    try {
      yaml = await readFile(sidecar, "utf8");
    } catch {
      return refused(sidecar, "cannot be read; check its permissions");
    }
    const checked = checkSidecar(yaml);
    if (!checked.ok) return refused(sidecar, checked.problems.join(" · "));
    fields = checked.fields;
  }
  return {
    ...loaded,
    stated: { ...defaults?.fields, ...fields, ...loaded.stated },
    contentHash: sha256(loaded.contentHash, yaml, defaults?.hash ?? ""),
  };
}
