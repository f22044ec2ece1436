/**
 * Environment in; language and embedding models out. The only importer of @ai-sdk/openai.
 */
import { createOpenAI } from "@ai-sdk/openai";
import { embedMany, type LanguageModel } from "ai";
import type { Env } from "@/lib/env";
import type { Embedder } from "@/lib/search-index/search-index";

// The library prints its warnings to the console, past the log that cuts patients' words out.
globalThis.AI_SDK_LOG_WARNINGS = false;

function provider(settings: { apiKey?: string; baseUrl?: string }) {
  return createOpenAI({
    baseURL: settings.baseUrl,
    // A server of the owner's often wants no key, but the client insists on one.
    apiKey: settings.apiKey ?? "none",
  });
}

/**
 * The language model that writes drafts, or undefined when the extractive writer does.
 * Chat completions only: the common ground of OpenAI-compatible servers.
 */
export function createChatModel(env: Env): { model: LanguageModel; id: string } | undefined {
  if (!env.chat) return undefined;
  return { model: provider(env.chat).chat(env.chat.model), id: env.chat.model };
}

/** The model that looks at each written sentence once more, or undefined when the gate alone decides. */
export function createCheckModel(env: Env): LanguageModel | undefined {
  return env.check && provider(env.check).chat(env.check.model);
}

/** A patient waits for a question's vector: past this, word search answers alone (milliseconds). */
const LONGEST_QUERY_MS = 3_000;
/** Nobody waits for a batch of passages but the owner (milliseconds). */
const LONGEST_BATCH_MS = 120_000;

/** An embedder behind an OpenAI-compatible server; its length is known from the first vector. */
export function createOpenAIEmbedder(env: Env, modelId: string): Embedder {
  const model = provider(env.openai).embedding(modelId);
  const embed = async (values: string[], limitMs: number, maxRetries: number) =>
    (await embedMany({ model, values, maxRetries, abortSignal: AbortSignal.timeout(limitMs) }))
      .embeddings;
  return {
    name: `openai:${modelId}`,
    dimensions: 0,
    fingerprint: `openai:${modelId}`,
    embedDocuments: (texts) => embed(texts, LONGEST_BATCH_MS, 2),
    async embedQuery(text) {
      const [vector] = await embed([text], LONGEST_QUERY_MS, 0);
      if (!vector) throw new Error(`The embedding model ${modelId} returned nothing.`);
      return vector;
    },
  };
}
