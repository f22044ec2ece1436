/** A run's report in; one self-contained page of it, readable without a network, out. */
import { type IngestReport, printable } from "@/lib/ingest/report";

/** Documents listed on the page; safe 200 to 5,000. More make a browser slow, and JSON has them all. */
const MAX_LISTED = 1_000;

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #8886}
th{position:sticky;top:0;background:Canvas}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0}.num{text-align:right}
.bad{border-left:4px solid #c22;padding-left:.6rem}.warn{border-left:4px solid #c80;padding-left:.6rem}.wide{overflow-x:auto}li{overflow-wrap:anywhere}`;

function escaped(value: unknown): string {
  const text = value === null || value === undefined ? "unknown" : printable(String(value));
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}

const list = (title: string, kind: string, lines: readonly string[]) =>
  lines.length === 0
    ? ""
    : `<h2>${title} (${lines.length})</h2><ul class="${kind}">${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`;

/** @returns an HTML page without scripts and without anything fetched */
export function reportPage(report: IngestReport): string {
  const { counts, documents } = report;
  const removed = new Map<string, number>();
  for (const document of documents)
    for (const [reason, count] of Object.entries(document.removed))
      removed.set(reason, (removed.get(reason) ?? 0) + count);
  const quarantined = documents.flatMap((document) =>
    document.quarantined.map(
      ({ text, line }) => `${escaped(document.origin)}:${line} <q>${escaped(text)}</q>`,
    ),
  );
  const facts: [string, unknown][] = [
    ["Finished", report.finishedAt],
    ["From", report.roots.join(", ")],
    ["Index", report.version],
    ["Documents", counts.documents],
    ["Chunks", counts.chunks],
    ["Words", counts.words],
    ["Embedded, as before", `${counts.embedded}, ${counts.reused}`],
    ["Seconds", report.seconds],
  ];
  const rows = documents.slice(0, MAX_LISTED).map((document) => {
    const cleaned = Object.entries(document.removed)
      .map(([reason, count]) => `${count} ${reason}`)
      .join(", ");
    const tags = [
      document.tagged.dose && `${document.tagged.dose} with a dose`,
      document.tagged.directive && `${document.tagged.directive} that direct the reader`,
    ]
      .filter(Boolean)
      .join(", ");
    const due = document.overdue
      ? `<strong>overdue</strong> since ${escaped(document.nextReviewDue)}`
      : escaped(document.nextReviewDue);
    return `<tr><td>${escaped(document.title)}<br><small>${escaped(document.origin)}</small></td><td>${escaped(document.format)}</td><td>${escaped(document.language)}</td><td class="num">${document.words}</td><td class="num">${document.chunks}</td><td class="num">${escaped(document.readingGrade)}</td><td>${escaped(document.lastReviewed)}</td><td>${due}</td><td>${escaped(document.licence)}</td><td>${escaped(document.inferred.join(", ") || "–")}</td><td>${escaped(cleaned || "–")}</td><td>${escaped(tags || "–")}</td></tr>`;
  });
  const heads = [
    "Document",
    "Format",
    "Language",
    "Words",
    "Chunks",
    "Reading grade",
    "Last reviewed",
    "Next review",
    "Licence",
    "Inferred",
    "Left out",
    "Tagged",
  ];
  const more =
    documents.length > MAX_LISTED
      ? `<p>The first ${MAX_LISTED} of ${documents.length} documents; report.json has them all.</p>`
      : "";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ingestion report</title><style>${STYLE}</style>
<h1>Ingestion report</h1>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join("")}</dl>
${list(
  "Refused",
  "bad",
  report.refused.map(({ origin, reason }) => `${escaped(origin)}: ${escaped(reason)}`),
)}
${list(
  "Withheld",
  "warn",
  report.withheld.map(({ origin, reason }) => `${escaped(origin)}: ${escaped(reason)}`),
)}
${list("Held back: instructions aimed at a model", "bad", quarantined)}
${list(
  "Left out, by reason",
  "",
  [...removed].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${count} ${escaped(reason)}`),
)}
<h2>Documents (${documents.length})</h2>${more}
<div class="wide"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div></html>
`;
}
