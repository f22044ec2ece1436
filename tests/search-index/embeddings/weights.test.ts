import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadStaticEmbeddings } from "@/lib/search-index/embeddings/static";
import { decodeWeights, encodeWeights, WeightsError } from "@/lib/search-index/embeddings/weights";

const tiny = {
  name: "tiny",
  dimensions: 2,
  words: ["bone", "sperm"],
  buckets: 1,
  rows: Int8Array.from([127, 0, 0, -127, 3, 4]),
  scales: Float32Array.from([0.5, 0.25, 1]),
};

function problemOf(act: () => unknown): WeightsError {
  try {
    act();
  } catch (error) {
    if (error instanceof WeightsError) return error;
    throw error;
  }
  throw new Error("expected a WeightsError");
}

describe("the weights file", () => {
  const { bytes, fingerprint } = encodeWeights(tiny);

  it("comes back as it was written", () => {
    const read = decodeWeights(bytes, "w.bin");
    expect(read).toEqual({ ...tiny, fingerprint });
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it("comes back from any place in a larger buffer", () => {
    const shifted = Buffer.concat([Buffer.from("x"), bytes]).subarray(1);
    expect(decodeWeights(shifted, "w.bin")).toEqual({ ...tiny, fingerprint });
  });

  it("gets another fingerprint when one number changes", () => {
    const other = encodeWeights({ ...tiny, scales: Float32Array.from([0.5, 0.25, 2]) });
    expect(other.fingerprint).not.toBe(fingerprint);
  });

  it.each([
    ["empty", Buffer.alloc(0), "empty"],
    ["foreign", Buffer.from("PK\u0003\u0004 something else entirely, long enough"), "foreign"],
    ["a Git LFS pointer", Buffer.from("version https://git-lfs.github.com/spec/v1"), "Git LFS"],
    ["cut inside the header", bytes.subarray(0, 20), "truncated"],
    ["cut inside the rows", bytes.subarray(0, bytes.length - 1), "truncated"],
    ["altered", Buffer.concat([bytes.subarray(0, bytes.length - 1), Buffer.from([9])]), "altered"],
  ])("is refused when %s, with the file and the fix in the message", (_, content, why) => {
    const error = problemOf(() => decodeWeights(content, "models/w.bin"));
    expect(error.name).toBe("WeightsError");
    expect(error.path).toBe("models/w.bin");
    expect(error.message).toContain("models/w.bin");
    expect(error.message).toContain(why);
    expect(error.message).toContain("npm run train");
  });
});

describe("loadStaticEmbeddings", () => {
  const root = mkdtempSync(join(tmpdir(), "weights-"));
  afterAll(() => rmSync(root, { recursive: true }));

  it("names the missing file", () => {
    const error = problemOf(() => loadStaticEmbeddings(root));
    expect(error.path).toBe(join(root, "models/pamphlet-static-v1.bin"));
    expect(error.message).toContain("could not be read");
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("reads a file below the folder it is given", () => {
    writeFileSync(join(root, "w.bin"), encodeWeights(tiny).bytes);
    const embeddings = loadStaticEmbeddings(root, "w.bin");
    expect(Array.from(embeddings.embed("bone"))).toEqual([1, 0]);
    expect(Array.from(embeddings.embed("sperm"))).toEqual([0, -1]);
  });
});
