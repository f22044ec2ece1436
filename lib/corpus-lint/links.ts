/** What enters: parsed documents and the files beside them. What leaves: a finding for each link or figure that leads nowhere. */

import path from "node:path";
import type { ParsedDocument } from "./document";
import type { Problem } from "./problem";

/**
 * Checks that links between documents, their fragments and figures resolve.
 *
 * @param document the document whose links are checked
 * @param documents every document, by its file path
 * @param exists says whether a file path exists; used for figures
 * @returns findings; web addresses are not fetched
 */
export function checkLinks(
  document: ParsedDocument,
  documents: ReadonlyMap<string, ParsedDocument>,
  exists: (file: string) => boolean,
): Problem[] {
  const report = (line: number, rule: string, what: string, fix: string): Problem[] => [
    { file: document.file, line, rule, what, fix, level: "error" },
  ];
  return document.references.flatMap(({ kind, target, text, line }): Problem[] => {
    if (/^(?:https?:|tel:|sms:|mailto:)/u.test(target)) return [];
    const [file = "", fragment] = target.split("#");
    const resolved =
      file === ""
        ? document.file
        : path.join(path.dirname(document.file), decodeURIComponent(file));
    if (kind === "figure") {
      const missing = exists(resolved)
        ? []
        : report(
            line,
            "figure",
            `"${target}" does not exist`,
            "add the file under corpus/figures or mend the path",
          );
      const silent =
        text.trim() === ""
          ? report(
              line,
              "figure",
              `"${target}" has no description`,
              "write what the picture shows between the square brackets",
            )
          : [];
      return [...missing, ...silent];
    }
    const linked = documents.get(resolved);
    if (!linked)
      return report(
        line,
        "link",
        `"${target}" is not a document of the corpus`,
        "mend the file name",
      );
    if (fragment === undefined) return [];
    const anchor = decodeURIComponent(fragment);
    if (linked.headings.some((heading) => heading.anchor === anchor)) return [];
    return report(
      line,
      "link",
      `"${target}" names a heading that is not there`,
      "copy the heading in lower case with hyphens for spaces",
    );
  });
}
