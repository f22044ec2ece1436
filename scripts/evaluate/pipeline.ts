/**
 * An index folder in; everything an answer needs, as the server builds it, out.
 */
import type { AnswerServices } from "@/lib/answer/answer";
import { createSecondLook } from "@/lib/answer/generate/entail";
import { createModelWriter } from "@/lib/answer/generate/generate";
import { env } from "@/lib/env";
import { loadClassifier } from "@/lib/guard/classify/load";
import { createGuard } from "@/lib/guard/decide";
import { createChatModel, createCheckModel } from "@/lib/models";
import { createRetriever } from "@/lib/retrieve/retrieve";
import { createEmbedder } from "@/lib/search-index/embedder";
import { openIndex } from "@/lib/search-index/open";

/** Services whose library is certain. */
export type OpenServices = AnswerServices & Required<Pick<AnswerServices, "library">>;

/** @throws IndexError when the folder holds no usable index */
export async function openServices(indexDir: string): Promise<OpenServices> {
  const settings = env();
  const embedder = createEmbedder(settings, process.cwd());
  const index = await openIndex(indexDir, embedder);
  const chat = createChatModel(settings);
  const check = createCheckModel(settings);
  return {
    guard: createGuard({ region: settings.region, classifier: loadClassifier() }),
    library: { index, retriever: createRetriever(index, embedder) },
    modelWriter: chat && createModelWriter(chat.model, chat.id),
    secondLook: check && createSecondLook(check),
    region: settings.region,
    contact: { ...settings.contact, siteName: settings.siteName },
  };
}

/** The value below which a share of the numbers lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
