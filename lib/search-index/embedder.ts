/**
 * Environment and the repository's root in; the embedder to use for both questions and passages out.
 */
import type { Env } from "@/lib/env";
import { createOpenAIEmbedder } from "@/lib/models";
import { loadStaticEmbeddings } from "./embeddings/static";
import type { Embedder } from "./search-index";

/**
 * The shipped model, unless the owner named another with EMBEDDING_MODEL.
 * @param root the folder that holds `models/`
 * @throws WeightsError when the shipped weights are missing or damaged
 */
export function createEmbedder(env: Env, root: string): Embedder {
  return env.embeddingModel
    ? createOpenAIEmbedder(env, env.embeddingModel)
    : loadStaticEmbeddings(root);
}
