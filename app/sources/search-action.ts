"use server";
import { headers } from "next/headers";
import { getLibrary, server } from "@/lib/server";
import { type LibraryMatch, searchLibrary } from "./library-search";

export interface SearchState {
  readonly query: string;
  readonly matches: readonly LibraryMatch[];
}

/** Searches the library. The words travel in the body of a request, never in an address. */
export async function searchDocuments(_before: unknown, form: FormData): Promise<SearchState> {
  const query = form.get("words");
  if (typeof query !== "string" || !query.trim()) return { query: "", matches: [] };
  // Searching counts like asking: the same client, the same limit.
  const caller = new Request("http://localhost", { headers: await headers() });
  const allowance = await server.allowance(caller).catch(() => "urgent-only");
  if (allowance !== "full") return { query: query.slice(0, 200), matches: [] };
  const { index } = await getLibrary();
  return { query: query.slice(0, 200), matches: searchLibrary(index.documents.values(), query) };
}
