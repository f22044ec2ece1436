/**
 * Paths from the command line in; the files to consider, sorted, and what could not be read out.
 *
 * Reads folders synchronously: a start waits for the answer, and thousands of small calls through
 * the thread pool cost many times what they do here.
 */
import { type Dirent, existsSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { type Refused, refused } from "@/lib/ingest/load/loaded";

/** A file to consider. */
export interface FoundFile {
  /** As reached from the path given, so an owner recognises it. */
  readonly origin: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** `leaflet.meta.yaml` beside `leaflet.pdf`, when there is one. */
  readonly sidecar?: string;
}

export interface Walked {
  readonly files: FoundFile[];
  readonly refused: Refused[];
}

/** Deepest folder looked into; safe 20 to 200. Symbolic-link loops end well before. */
const MAX_DEPTH = 64;

/** Read-me files, templates and sidecars stand beside documents without being any. */
const BESIDE_DOCUMENTS =
  /^(?:\..*|README.*\.(?:md|markdown|txt)|.*\.meta\.ya?ml|(?:.*[._-])?template(?:[._-].*)?\.(?:txt|md)|node_modules)$/iu;
const SIDECARS = [".meta.yaml", ".meta.yml"];

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";

interface Visit {
  readonly files: Map<string, FoundFile>;
  readonly problems: Refused[];
  /** Real paths of the folders above, to notice a loop. */
  readonly above: readonly string[];
}

/**
 * Lists the files under some paths.
 *
 * @param roots files or folders; a file named here is taken whatever it is called
 * @returns files by path in code-unit order, each once; folders that could not be read as refusals
 */
export function walk(roots: readonly string[]): Walked {
  const visit: Visit = { files: new Map(), problems: [], above: [] };
  for (const root of roots) visitUnknown(root, visit, true);
  const files = [...visit.files.values()].sort((a, b) =>
    a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0,
  );
  return { files, refused: visit.problems };
}

/** A path whose kind is still to be found out: one that was named, or a symbolic link. */
function visitUnknown(origin: string, visit: Visit, named: boolean): void {
  let real: string;
  let found: Stats;
  try {
    real = realpathSync(origin);
    found = statSync(real);
  } catch (error) {
    visit.problems.push(refused(origin, whyUnreachable(codeOf(error), named)));
    return;
  }
  if (found.isFile()) {
    const stem = stemOf(origin);
    const sidecar = SIDECARS.map((ending) => stem + ending).find((file) => existsSync(file));
    addFile(origin, real, found, sidecar, visit);
  } else if (found.isDirectory()) visitFolder(origin, real, visit);
  else if (named)
    visit.problems.push(
      refused(origin, "neither a file nor a folder; give a document or a folder of them"),
    );
}

function whyUnreachable(code: string, named: boolean): string {
  if (code === "ELOOP") return "a symbolic link that leads to itself; remove it";
  if (code !== "ENOENT") return `cannot be read (${code}); check its permissions`;
  return named
    ? "no such file or folder; check the path"
    : "a symbolic link to nothing; mend or remove it";
}

const stemOf = (file: string) => file.replace(/\.[^./\\]+$/u, "");

function addFile(
  origin: string,
  real: string,
  { size, mtimeMs }: Stats,
  sidecar: string | undefined,
  { files }: Visit,
): void {
  if (!files.has(real)) files.set(real, { origin, size, mtimeMs, ...(sidecar ? { sidecar } : {}) });
}

function visitFolder(origin: string, real: string, visit: Visit): void {
  const { problems, above } = visit;
  if (above.includes(real)) {
    problems.push(
      refused(origin, "a symbolic link back to a folder above it; remove it (the rest was read)"),
    );
    return;
  }
  if (above.length >= MAX_DEPTH) {
    problems.push(refused(origin, `more than ${MAX_DEPTH} folders deep; move the documents up`));
    return;
  }
  let entries: Dirent[];
  try {
    entries = readdirSync(origin, { withFileTypes: true });
  } catch (error) {
    problems.push(
      refused(origin, `the folder cannot be read (${codeOf(error)}); check its permissions`),
    );
    return;
  }
  const names = new Set(entries.map(({ name }) => name));
  const inside = { ...visit, above: [...above, real] };
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (BESIDE_DOCUMENTS.test(entry.name)) continue;
    const child = path.join(origin, entry.name);
    const realChild = path.join(real, entry.name);
    if (entry.isDirectory()) visitFolder(child, realChild, inside);
    else if (entry.isSymbolicLink()) visitUnknown(child, inside, false);
    else if (entry.isFile()) {
      const sidecar = SIDECARS.map((ending) => stemOf(entry.name) + ending).find((name) =>
        names.has(name),
      );
      const found = statSync(child, { throwIfNoEntry: false });
      if (found) addFile(child, realChild, found, sidecar && path.join(origin, sidecar), visit);
    }
  }
}
