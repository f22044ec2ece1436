/** Fetched pages in; the same pages, with what a server needs to say "not changed", out on the next run. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const CachedPage = z.object({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  body: z.string(),
});

export interface KeptPage {
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly bytes: Uint8Array;
}

/** Pages kept in a folder, one file each; a damaged file is as good as none. */
export function pageCache(dir: string) {
  const fileOf = (url: string) =>
    path.join(dir, `${createHash("sha256").update(url).digest("hex")}.json`);
  return {
    async get(url: string): Promise<KeptPage | null> {
      try {
        const { body, ...about } = CachedPage.parse(
          JSON.parse(await readFile(fileOf(url), "utf8")),
        );
        return { ...about, bytes: Buffer.from(body, "base64") };
      } catch {
        return null;
      }
    },
    async put({ bytes, ...about }: KeptPage): Promise<void> {
      await mkdir(dir, { recursive: true });
      const file = fileOf(about.url);
      await writeFile(
        `${file}.${process.pid}`,
        JSON.stringify({ ...about, body: Buffer.from(bytes).toString("base64") }),
      );
      await rename(`${file}.${process.pid}`, file);
    },
  };
}
export type PageCache = ReturnType<typeof pageCache>;
