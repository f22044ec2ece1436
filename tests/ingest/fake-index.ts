import type { Chunk } from "@/lib/content";
import type { IndexContent, IngestDependencies } from "@/lib/ingest/dependencies";
import type { Embedder, Manifest } from "@/lib/search-index/search-index";

/** An index room that keeps one index a folder in memory, and an embedder that counts its work. */
export function fakeDependencies(fingerprint = "one") {
  const held = new Map<string, { manifest: Manifest; content: IndexContent }>();
  const embeddedTexts: string[] = [];
  let versions = 0;
  const embeddingText = (chunk: Chunk, document: { title: string }) =>
    [document.title, ...chunk.headingPath, chunk.text].join("\n");
  const embedder: Embedder = {
    name: "fake",
    dimensions: 2,
    fingerprint,
    embedQuery: async (text) => [text.length, 1],
    embedDocuments: async (texts) => {
      embeddedTexts.push(...texts);
      return texts.map((text) => [text.length, 1]);
    },
  };
  const dependencies: IngestDependencies = {
    embedder,
    calibrate: async ({ chunks }) => ({ passages: chunks.size }),
    containsDose: (text) => /\d+ ?mg/u.test(text),
    index: {
      async writeIndex(dir, content, about) {
        versions += 1;
        const manifest: Manifest = {
          schema: 1,
          version: `v${versions}-abc`,
          createdAt: new Date().toISOString(),
          embedder: { name: embedder.name, dimensions: 2, fingerprint: about.embedder.fingerprint },
          chunker: about.chunker,
          roots: [...about.roots],
          corpusHash: "",
          files: {},
          counts: { documents: content.documents.length, chunks: content.chunks.length, words: 0 },
          calibration: {},
        };
        held.set(dir, { manifest, content });
        return manifest;
      },
      async readVectors(dir, { fingerprint: wanted }) {
        const now = held.get(dir);
        if (!now || now.manifest.embedder.fingerprint !== wanted) return new Map();
        const titles = new Map(now.content.documents.map((document) => [document.id, document]));
        return new Map(
          now.content.chunks.map((chunk, i) => [
            embeddingText(chunk, titles.get(chunk.documentId) ?? { title: "" }),
            now.content.vectors[i] as Float32Array,
          ]),
        );
      },
      async readManifest(dir) {
        const now = held.get(dir);
        if (!now) throw new Error("no index");
        return now.manifest;
      },
      withIndexLock: (_dir, job) => job(),
      embeddingText,
      chunkKey: (text) => text,
    },
  };
  return { dependencies, held, embeddedTexts };
}
