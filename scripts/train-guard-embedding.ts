/** Nothing goes in; the shipped embedding model comes out. */
import { loadStaticEmbeddings } from "@/lib/search-index/embeddings/static";

export function embeddingModel(): { embed: (text: string) => Float32Array; dimensions: number } {
  const model = loadStaticEmbeddings(process.cwd());
  return { embed: (text) => model.embed(text), dimensions: model.dimensions };
}
