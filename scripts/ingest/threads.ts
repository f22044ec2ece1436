/**
 * Files in; what is made of each, in their order, out: by threads when there are many files.
 */
import { containsDose } from "@/lib/guard/dose";
import type { FoundFile } from "@/lib/ingest/load/walk";
import { type Made, type MakeOptions, makeFile } from "@/lib/ingest/make";
import { type Maker, startMakers } from "./makers";

/** Files given to a thread at once; safe 8 to 128. */
const BATCH = 32;
/** Batches made or being made that nobody has taken yet; safe 8 to 64. Bounds memory. */
const AHEAD = 24;

async function makeHere(files: readonly FoundFile[], options: MakeOptions): Promise<Made[]> {
  const made: Made[] = [];
  for (const file of files) made.push(await makeFile(file, options, containsDose));
  return made;
}

/**
 * A batch whose thread failed (too little memory, no thread to be had) is made here instead.
 * @param makers threads for these options; they are ended
 */
export async function* makeInThreads(
  files: readonly FoundFile[],
  options: MakeOptions,
  makers: readonly Maker[] = startMakers(files.length, options),
): AsyncGenerator<Made> {
  if (makers.length === 0) {
    for (const file of files) yield await makeFile(file, options, containsDose);
    return;
  }
  // Several batches wait in each thread, so that none is idle while this one embeds.
  const makeBatch = (batch: readonly FoundFile[]): Promise<Made[] | undefined> => {
    const maker = makers.reduce((least, other) => (other.load < least.load ? other : least));
    return maker.make(batch).catch(() => undefined);
  };
  const batches: { files: readonly FoundFile[]; made: Promise<Made[] | undefined> }[] = [];
  let next = 0;
  try {
    while (next < files.length || batches.length > 0) {
      while (next < files.length && batches.length < AHEAD) {
        const batch = files.slice(next, next + BATCH);
        batches.push({ files: batch, made: makeBatch(batch) });
        next += BATCH;
      }
      const first = batches.shift();
      if (first) yield* (await first.made) ?? (await makeHere(first.files, options));
    }
  } finally {
    for (const maker of makers) maker.end();
  }
}
