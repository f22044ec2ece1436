"use server";
import { getLibrary } from "@/lib/server";
import { type LibraryMatch, searchLibrary } from "./library-search";

export interface SearchState {
  readonly query: string;
  readonly matches: readonly LibraryMatch[];
}

/** Searches the library. The words travel in the body of a request, never in an address. */
export async function searchDocuments(_before: unknown, form: FormData): Promise<SearchState> {
  const query = form.get("words");
  if (typeof query !== "string" || !query.trim()) return { query: "", matches: [] };
  const { index } = await getLibrary();
  return { query: query.slice(0, 200), matches: searchLibrary(index.documents.values(), query) };
}
