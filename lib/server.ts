/**
 * The composition root of the web application: environment in, the services a route needs out.
 *
 * The index is opened once and looked at again every few seconds; a new version replaces the old
 * one whole, so an answer that has begun goes on with the version it began with.
 */
import path from "node:path";
import type { AnswerServices, Library } from "@/lib/answer/answer";
import { createSecondLook } from "@/lib/answer/generate/entail";
import { createModelWriter } from "@/lib/answer/generate/generate";
import { env } from "@/lib/env";
import type { Classifier } from "@/lib/guard/classify/classifier";
import { CLASSIFIER_FILE, loadClassifier } from "@/lib/guard/classify/load";
import { createGuard, type Guard } from "@/lib/guard/decide";
import { log } from "@/lib/log";
import { createChatModel, createCheckModel } from "@/lib/models";
import { createRateLimit, type RateLimit } from "@/lib/rate-limit";
import type { Server } from "@/lib/respond";
import { createRetriever } from "@/lib/retrieve/retrieve";
import { createEmbedder } from "@/lib/search-index/embedder";
import { IndexError } from "@/lib/search-index/errors";
import { currentVersion } from "@/lib/search-index/manifest";
import { openIndex } from "@/lib/search-index/open";
import type { Embedder } from "@/lib/search-index/search-index";

/** After an index could not be opened, nobody tries again for this long (milliseconds). */
const RETRY_AFTER_MS = 2_000;
/** How often the index folder is looked at for a new version (milliseconds); at most 5 seconds. */
const LOOK_EVERY_MS = 2_000;

interface Process {
  readonly guard: Guard;
  /** False when the trained classifier could not be loaded: no ordinary question is answered then. */
  readonly classified: boolean;
  /** Made on first use: without its weights no question is answered, but emergencies still are. */
  embedder?: Embedder;
  readonly rateLimit: RateLimit;
  opened?: Library;
  opening?: Promise<Library>;
  failed?: { readonly at: number; readonly error: unknown };
  lookedAt: number;
}

/** One a process: Next may evaluate this module more than once, and models are not small. */
const HOLDER = Symbol.for("pamphlet.process");
const holder = globalThis as { [HOLDER]?: Process };

function readClassifier(): Classifier | undefined {
  try {
    return loadClassifier(
      undefined,
      path.join(/* turbopackIgnore: true */ process.cwd(), CLASSIFIER_FILE),
    );
  } catch (err) {
    log.error(
      { err },
      "the guard's classifier cannot be loaded; only emergencies and redirects are answered",
    );
    return undefined;
  }
}

function theProcess(): Process {
  if (holder[HOLDER]) return holder[HOLDER];
  const classifier = readClassifier();
  const guard = createGuard({ region: env().region, classifier });
  // The first decision compiles the rules; that wait is start-up's and not a patient's.
  guard.decide("warm up", []);
  holder[HOLDER] = {
    guard,
    classified: classifier !== undefined,
    rateLimit: createRateLimit(env().rateLimit, env().trustProxy),
    lookedAt: 0,
  };
  return holder[HOLDER];
}

async function openLibrary(held: Process): Promise<Library> {
  held.embedder ??= createEmbedder(env(), process.cwd());
  const index = await openIndex(env().indexDir, held.embedder);
  held.opened = { index, retriever: createRetriever(index, held.embedder) };
  return held.opened;
}

async function open(held: Process): Promise<Library> {
  const { failed } = held;
  if (failed && Date.now() - failed.at < RETRY_AFTER_MS) throw failed.error;
  held.opening ??= openLibrary(held)
    .catch((error: unknown) => {
      held.failed = { at: Date.now(), error };
      throw error;
    })
    .finally(() => {
      held.opening = undefined;
    });
  return held.opening;
}

/** Opens a newer version when there is one; what is open serves until that has worked. */
async function lookForNewer(held: Process, version: string): Promise<void> {
  try {
    const current = await currentVersion(env().indexDir);
    if (current && current !== version) await open(held);
  } catch (err) {
    log.error({ err }, "the new index cannot be opened; the old one still serves");
  }
}

/**
 * The newest usable index, opened once.
 * @throws IndexError when there has never been a usable one
 */
export async function getLibrary(): Promise<Library> {
  const held = theProcess();
  if (!held.opened) return open(held);
  if (Date.now() - held.lookedAt > LOOK_EVERY_MS) {
    held.lookedAt = Date.now();
    void lookForNewer(held, held.opened.index.manifest.version);
  }
  return held.opened;
}

/**
 * Everything an answer needs; without a usable index, everything but the library. Without the guard's
 * classifier the library stays shut too: rules alone let too much through, but they catch emergencies.
 */
export async function getServices(): Promise<AnswerServices> {
  const { guard, classified } = theProcess();
  const chat = createChatModel(env());
  const check = createCheckModel(env());
  const { region, contact, siteName } = env();
  const library = await getLibrary().catch((err: unknown) => {
    log.error({ err }, err instanceof IndexError ? err.message : "the index cannot be opened");
    return undefined;
  });
  return {
    guard,
    library: classified ? library : undefined,
    modelWriter: chat && createModelWriter(chat.model, chat.id),
    secondLook: check && createSecondLook(check),
    region,
    contact: { ...contact, siteName },
  };
}

/** What `GET /api/health` reports, and whether the service can answer. */
export async function getHealth(): Promise<{ ok: boolean; report: Record<string, unknown> }> {
  const held = theProcess();
  const guard = { ...held.guard.health(), classifier: held.classified };
  const writer = env().chat?.model ?? "extractive";
  try {
    const { manifest } = (await getLibrary()).index;
    const { version, createdAt, counts, embedder } = manifest;
    const index = { version, createdAt, counts, embedder: embedder.name };
    const ok = guard.ok && guard.classifier;
    return { ok, report: { status: ok ? "ok" : "guard-degraded", index, writer, guard } };
  } catch (error) {
    const reason = error instanceof IndexError ? error.problem : "failed";
    log.error({ err: error }, "health: no usable index");
    return {
      ok: false,
      report: { status: "no-index", reason, fix: "npm run ingest", writer, guard },
    };
  }
}

/** What the routes are given. */
export const server: Server = {
  get embedOrigins() {
    return env().embedOrigins;
  },
  services: getServices,
  allowance: (request) => theProcess().rateLimit(request),
};
