/**
 * Paths from the command line in; the files to consider, sorted, and what could not be read out.
 */
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { type Refused, refused } from "@/lib/ingest/load/loaded";

/** A file to consider. */
export interface FoundFile {
  /** As reached from the path given, so an owner recognises it. */
  readonly origin: string;
  readonly size: number;
  readonly mtimeMs: number;
}

export interface Walked {
  readonly files: FoundFile[];
  readonly refused: Refused[];
}

/** Deepest folder looked into; safe 20 to 200. Symbolic-link loops end well before. */
const MAX_DEPTH = 64;

/** Read-me files, templates and sidecars stand beside documents without being any. */
const BESIDE_DOCUMENTS =
  /^(?:\..*|README.*\.(?:md|markdown|txt)|.*\.meta\.ya?ml|(?:.*[._-])?template(?:[._-].*)?\.(?:txt|md))$/iu;

const isMissing = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";

/**
 * Lists the files under some paths.
 *
 * @param roots files or folders; a file named here is taken whatever it is called
 * @param options.alsoTake names that are not documents but wanted all the same
 * @returns files by path in code-unit order, each once; folders that could not be read as refusals
 */
export async function walk(
  roots: readonly string[],
  options: { readonly alsoTake?: RegExp } = {},
): Promise<Walked> {
  const files = new Map<string, FoundFile>();
  const problems: Refused[] = [];
  for (const root of roots)
    await visit(root, { files, problems, above: [], depth: 0, named: true, ...options });
  const sorted = [...files.values()].sort((a, b) =>
    a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0,
  );
  return { files: sorted, refused: problems };
}

interface Visit {
  readonly files: Map<string, FoundFile>;
  readonly problems: Refused[];
  /** Real paths of the folders above, to notice a loop. */
  readonly above: readonly string[];
  readonly depth: number;
  readonly named: boolean;
  readonly alsoTake?: RegExp;
}

async function visit(origin: string, from: Visit): Promise<void> {
  const { files, problems, above, depth, named } = from;
  let real: string;
  try {
    real = await realpath(origin);
    const found = await stat(real);
    if (found.isFile()) {
      if (!files.has(real)) files.set(real, { origin, size: found.size, mtimeMs: found.mtimeMs });
      return;
    }
    if (!found.isDirectory()) {
      if (named)
        problems.push(
          refused(origin, "neither a file nor a folder; give a document or a folder of them"),
        );
      return;
    }
  } catch (error) {
    if (codeOf(error) === "ELOOP")
      problems.push(refused(origin, "a symbolic link that leads to itself; remove it"));
    else if (isMissing(error) && named)
      problems.push(refused(origin, "no such file or folder; check the path"));
    else if (isMissing(error))
      problems.push(refused(origin, "a symbolic link to nothing; mend or remove it"));
    else problems.push(refused(origin, `cannot be read (${codeOf(error)}); check its permissions`));
    return;
  }
  if (above.includes(real)) {
    problems.push(
      refused(origin, "a symbolic link back to a folder above it; remove it (the rest was read)"),
    );
    return;
  }
  if (depth >= MAX_DEPTH) {
    problems.push(refused(origin, `more than ${MAX_DEPTH} folders deep; move the documents up`));
    return;
  }
  let names: string[];
  try {
    names = await readdir(origin);
  } catch (error) {
    problems.push(
      refused(origin, `the folder cannot be read (${codeOf(error)}); check its permissions`),
    );
    return;
  }
  for (const name of names.sort()) {
    const wanted = from.alsoTake?.test(name) ?? false;
    if (!wanted && (BESIDE_DOCUMENTS.test(name) || name === "node_modules")) continue;
    await visit(path.join(origin, name), {
      ...from,
      above: [...above, real],
      depth: depth + 1,
      named: false,
    });
  }
}
