/** What a run was given in; what its documents depend on besides their files out. */
import type { IngestOptions } from "@/lib/ingest/dependencies";
import type { MakeOptions } from "@/lib/ingest/make";

/** The same for all documents of a run. */
export function makeOptions({
  today,
  explain = false,
  defaults,
}: IngestOptions & { readonly today: string }): MakeOptions {
  return { today, explain, ...(defaults ? { defaults } : {}) };
}
