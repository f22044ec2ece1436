/** The last run and what files hold now in; the documents that need not be made again out. */
import type { IngestDependencies, IngestOptions } from "@/lib/ingest/dependencies";
import type { KnownFiles } from "@/lib/ingest/fingerprint";
import { type LastRun, readReport } from "@/lib/ingest/last-run";
import type { FoundFile } from "@/lib/ingest/load/walk";
import type { Earlier } from "@/lib/ingest/read-sources";
import type { DocumentReport } from "@/lib/ingest/report";
import type { Manifest } from "@/lib/search-index/search-index";

/**
 * Share of chunks that must be as before for the index to be patched and its calibration kept; safe
 * 0.95 to 0.999. Calibration looks at the whole corpus, and a document in a hundred does not move it.
 */
const MOSTLY_SAME = 0.99;

export interface EarlierRun {
  /** Nearly everything stays: the index that serves may be patched, and no content was read. */
  readonly canPatch: boolean;
  earlier(file: FoundFile): Earlier | undefined;
}

/** When there was no earlier run of use. */
export const NOTHING_EARLIER: EarlierRun = { canPatch: false, earlier: () => undefined };

/**
 * @param last the last run, made under the same settings
 * @param files what the fingerprint knows of each path now
 * @param mayPatch false when patching has been tried in vain
 */
export async function earlierRun(
  { index, embedder, doseRules }: IngestDependencies,
  { dir, defaults, explain, today }: IngestOptions & { readonly today: string },
  last: LastRun,
  serving: Manifest,
  files: KnownFiles,
  mayPatch: boolean,
): Promise<EarlierRun> {
  if (defaults || explain || serving.version !== last.version) return NOTHING_EARLIER;
  const report = await readReport(dir);
  if (report?.version !== serving.version) return NOTHING_EARLIER;
  const reports = new Map(report.documents.map((entry) => [entry.origin, entry]));

  const isOverdue = ({ nextReviewDue }: DocumentReport) =>
    nextReviewDue !== null && nextReviewDue < today;
  const unchanged = ({ origin, sidecar }: FoundFile): DocumentReport | undefined => {
    // A file with a sidecar is read again: its content hash covers both.
    if (sidecar !== undefined || files[origin]?.[2] !== last.files[origin]?.[2]) return undefined;
    return files[origin] ? reports.get(origin) : undefined;
  };

  const stays = (file: FoundFile) => {
    const entry = unchanged(file);
    return entry && entry.overdue === isOverdue(entry) ? entry : undefined;
  };
  const origins = Object.keys(files);
  const same = origins.filter((origin) => files[origin]?.[2] === last.files[origin]?.[2]).length;
  const canPatch =
    mayPatch &&
    index.patchIndex !== undefined &&
    doseRules !== undefined &&
    last.doseRules === doseRules &&
    last.embedder === embedder.fingerprint &&
    same >= MOSTLY_SAME * Math.max(origins.length, Object.keys(last.files).length);
  if (canPatch)
    return {
      canPatch,
      earlier: (file) => {
        const entry = stays(file);
        return entry && { report: entry };
      },
    };

  const content = await index.readContent?.(dir);
  if (!content) return NOTHING_EARLIER;
  const chunks = new Map<string, (typeof content.chunks)[number][]>();
  for (const chunk of content.chunks) {
    const siblings = chunks.get(chunk.documentId);
    if (siblings) siblings.push(chunk);
    else chunks.set(chunk.documentId, [chunk]);
  }
  const documents = new Map(content.documents.map((document) => [document.id, document]));
  return {
    canPatch,
    earlier(file) {
      const entry = unchanged(file);
      const document = entry && documents.get(entry.id);
      if (!document || document.contentHash !== files[file.origin]?.[2]) return undefined;
      return { report: entry, content: { document, chunks: chunks.get(document.id) ?? [] } };
    },
  };
}
