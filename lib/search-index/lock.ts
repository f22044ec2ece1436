/**
 * An index folder and a job in; the job's result out, while nobody else writes that folder.
 */
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { IndexError } from "./errors";

const LOCK_FILE = ".lock";
/** A lock without a readable owner is being written; older than this it was left by a crash. */
const EMPTY_LOCK_GRACE_MS = 5_000;
const POLL_MS = 200;

/** The process that holds a lock, or undefined when it is gone. */
async function ownerOf(file: string): Promise<number | undefined> {
  try {
    const owner = Number.parseInt(await readFile(file, "utf8"), 10);
    if (Number.isInteger(owner)) {
      process.kill(owner, 0);
      return owner;
    }
    const age = Date.now() - (await stat(file)).mtimeMs;
    return age < EMPTY_LOCK_GRACE_MS ? -1 : undefined;
  } catch (error) {
    // EPERM: the process lives but belongs to somebody else. Anything else: there is no owner.
    return error instanceof Error && "code" in error && error.code === "EPERM" ? -1 : undefined;
  }
}

async function take(dir: string, file: string): Promise<boolean> {
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw new IndexError(
      "unwritable",
      `The index folder ${dir} cannot be written (${cause instanceof Error ? cause.message : String(cause)}). Check its permissions and the free space, or set INDEX_DIR.`,
      { cause },
    );
  }
}

/**
 * Runs `job` while holding the folder's lock; a lock whose process has died is taken over.
 * @param options.waitMs how long to wait for another run to finish (milliseconds)
 * @param options.onWait called once, with the other run's process id, when there is a wait
 * @throws IndexError `busy` when another run still holds the lock after the wait, `unwritable`
 */
export async function withIndexLock<T>(
  dir: string,
  job: () => Promise<T>,
  options: { waitMs?: number; onWait?: (owner: number) => void } = {},
): Promise<T> {
  const file = path.join(dir, LOCK_FILE);
  const deadline = Date.now() + (options.waitMs ?? 0);
  let told = false;
  while (!(await take(dir, file))) {
    const owner = await ownerOf(file);
    if (owner === undefined) {
      await rm(file, { force: true });
      continue;
    }
    if (Date.now() >= deadline)
      throw new IndexError(
        "busy",
        `Another ingestion is writing ${dir}. Wait for it to finish and run this again.`,
      );
    if (!told) options.onWait?.(owner);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  try {
    return await job();
  } finally {
    await rm(file, { force: true });
  }
}
