/**
 * process.env in; one validated, frozen Env out, or an error that lists every problem and its fix.
 *
 * This is the only file that reads the environment.
 */
import { z } from "zod";

/** Regions with telephone numbers of their own; anything else gets the local emergency number. */
const REGIONS = ["US", "CA", "GB", "AU", "IE", "NZ", "IN", "EU"] as const;
export type Region = (typeof REGIONS)[number] | "OTHER";

const blankIsUnset = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;

/** An optional text variable; blank means unset. */
const text = z.preprocess(blankIsUnset, z.string().trim().optional());

const httpUrl = (fix: string) =>
  z.preprocess(blankIsUnset, z.url({ protocol: /^https?$/, error: fix }).optional());

const wholeNumber = (fallback: number, min: number, max: number, fix: string) =>
  z.preprocess(
    blankIsUnset,
    z.coerce.number({ error: fix }).int(fix).min(min, fix).max(max, fix).default(fallback),
  );

/** `https://clinic.example` with an optional port and nothing after it. */
function originOf(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  const bare = url.pathname === "/" && !url.search && !url.hash && !url.username;
  // The origin becomes part of a content policy: a wildcard or a separator must not.
  if (!/^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/i.test(url.hostname)) return undefined;
  return bare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

const origins = z.preprocess(
  blankIsUnset,
  z
    .string()
    .default("")
    .transform((list, context) => {
      const found: string[] = [];
      for (const item of list.split(/[\s,]+/).filter(Boolean)) {
        const origin = originOf(item);
        if (origin) found.push(origin);
        else
          context.addIssue({
            code: "custom",
            message: `"${item}" is not an origin; write it like https://clinic.example, separated by commas`,
          });
      }
      return found;
    }),
);

const Variables = z.object({
  PORT: wholeNumber(3000, 0, 65_535, "must be a port between 0 and 65535"),
  INDEX_DIR: text.default(".index"),
  CORPUS_DIR: text.default("corpus"),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: httpUrl("must be an http(s) URL such as http://localhost:11434/v1"),
  CHAT_MODEL: text,
  CHECK_MODEL: text,
  EMBEDDING_MODEL: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(/^openai:\S+$/, "must be openai:MODEL, or unset for the shipped model")
      .optional(),
  ),
  EMBED_ORIGINS: origins,
  REGION: z.preprocess(
    (value) => (typeof value === "string" ? value.trim().toUpperCase() || undefined : value),
    z
      .string()
      .default("US")
      .transform((code): Region => {
        const known = code === "UK" ? "GB" : code;
        return REGIONS.find((region) => region === known) ?? "OTHER";
      }),
  ),
  SITE_NAME: text.default("Pamphlet"),
  CONTACT_TEXT: text,
  CONTACT_URL: z.preprocess(
    blankIsUnset,
    z
      .url({
        protocol: /^(?:https?|mailto|tel)$/,
        error: "must be an https:, mailto: or tel: address",
      })
      .optional(),
  ),
  RATE_LIMIT: wholeNumber(30, 0, 100_000, "must be requests a minute a client, 0 for no limit"),
  TRUST_PROXY: z.preprocess(
    (value) =>
      typeof value === "string" && ["", "off", "false", "no"].includes(value.trim().toLowerCase())
        ? 0
        : value,
    z.coerce
      .number({ error: "must be off, or how many proxies' X-Forwarded-For to believe" })
      .int("must be off or a whole number")
      .min(0, "must be off or a whole number")
      .max(10, "must be at most 10")
      .default(0),
  ),
});

export interface Env {
  readonly port: number;
  readonly indexDir: string;
  readonly corpusDir: string;
  /** Set when a language model writes the prose; unset, the extractive writer does. */
  readonly chat?: { readonly apiKey?: string; readonly baseUrl?: string; readonly model: string };
  /** Set when a second model looks at each sentence of the first; it can only remove sentences. */
  readonly check?: { readonly apiKey?: string; readonly baseUrl?: string; readonly model: string };
  /** The model name after `openai:`; unset, the shipped embedding model. */
  readonly embeddingModel?: string;
  readonly openai: { readonly apiKey?: string; readonly baseUrl?: string };
  readonly embedOrigins: readonly string[];
  readonly region: Region;
  readonly siteName: string;
  readonly contact: { readonly text?: string; readonly url?: string };
  /** Requests a minute a client; 0 means no limit. */
  readonly rateLimit: number;
  /** How many proxies to believe; 0 means the socket's own address. */
  readonly trustProxy: number;
}

/** The model asked for when a key is set and CHAT_MODEL is not. */
const DEFAULT_CHAT_MODEL = "gpt-4o-mini";

/** Every problem of an environment at once, each with its fix. */
export class EnvError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Environment:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "EnvError";
    this.problems = problems;
  }
}

/**
 * Validates a set of variables.
 * @throws EnvError naming every variable that is wrong and how to mend it.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = Variables.safeParse(source);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  const usesModel = Boolean(source.OPENAI_API_KEY?.trim() || source.OPENAI_BASE_URL?.trim());
  if (source.CHAT_MODEL?.trim() && !usesModel)
    problems.push("CHAT_MODEL needs OPENAI_API_KEY or OPENAI_BASE_URL; set one or unset it");
  if (source.CHECK_MODEL?.trim() && !usesModel)
    problems.push("CHECK_MODEL needs OPENAI_API_KEY or OPENAI_BASE_URL; set one or unset it");
  if (source.EMBEDDING_MODEL?.trim() && !usesModel)
    problems.push("EMBEDDING_MODEL needs OPENAI_API_KEY or OPENAI_BASE_URL; set one or unset it");
  if (!parsed.success || problems.length > 0) throw new EnvError(problems);

  const v = parsed.data;
  const openai = { apiKey: v.OPENAI_API_KEY, baseUrl: v.OPENAI_BASE_URL };
  return Object.freeze({
    port: v.PORT,
    indexDir: v.INDEX_DIR,
    corpusDir: v.CORPUS_DIR,
    chat: usesModel ? { ...openai, model: v.CHAT_MODEL ?? DEFAULT_CHAT_MODEL } : undefined,
    check: v.CHECK_MODEL ? { ...openai, model: v.CHECK_MODEL } : undefined,
    embeddingModel: v.EMBEDDING_MODEL?.slice("openai:".length),
    openai,
    embedOrigins: v.EMBED_ORIGINS,
    region: v.REGION,
    siteName: v.SITE_NAME,
    contact: { text: v.CONTACT_TEXT, url: v.CONTACT_URL },
    rateLimit: v.RATE_LIMIT,
    trustProxy: v.TRUST_PROXY,
  });
}

let validated: Env | undefined;

/** The process's environment, validated on first use. */
export function env(): Env {
  validated ??= parseEnv(process.env);
  return validated;
}

/** The folder Next builds into and serves from; tests use one of their own beside a running server. */
export function buildDir(): string {
  return process.env.NEXT_DIST_DIR || ".next";
}

/** True under `npm run dev`, where React needs `eval` and pages reload themselves. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}
