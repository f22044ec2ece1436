import { readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import { getLibrary } from "@/lib/server";
import { figureType, isFigureOf } from "../figure-file";

export const dynamic = "force-dynamic";

const notFound = () => new Response("Not found", { status: 404 });

/** A picture that belongs to an indexed document; nothing else of the folder, and no script in it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const [name, ...deeper] = (await params).path;
  const type = figureType(name ?? "");
  if (!name || deeper.length > 0 || !type) return notFound();
  const library = await getLibrary().catch(() => undefined);
  if (!library || !isFigureOf(library.index.documents.values(), name)) return notFound();
  const file = path.join(env().corpusDir, "figures", name);
  const body = await readFile(/* turbopackIgnore: true */ file).catch(() => undefined);
  if (!body) return notFound();
  return new Response(new Uint8Array(body), {
    headers: {
      "content-type": type,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "cache-control": "public, max-age=3600",
    },
  });
}
