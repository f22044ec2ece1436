/**
 * Environment in; language and embedding models out. The only importer of @ai-sdk/openai.
 */
import { createOpenAI } from "@ai-sdk/openai";
import { embedMany, type LanguageModel } from "ai";
import type { Env } from "@/lib/env";
import type { Embedder } from "@/lib/search-index/search-index";

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

/** An embedder behind an OpenAI-compatible server; its length is known from the first vector. */
export function createOpenAIEmbedder(env: Env, modelId: string): Embedder {
  const model = provider(env.openai).embedding(modelId);
  const embed = async (values: string[]) => (await embedMany({ model, values })).embeddings;
  return {
    name: `openai:${modelId}`,
    dimensions: 0,
    fingerprint: `openai:${modelId}`,
    embedDocuments: embed,
    async embedQuery(text) {
      const [vector] = await embed([text]);
      if (!vector) throw new Error(`The embedding model ${modelId} returned nothing.`);
      return vector;
    },
  };
}
