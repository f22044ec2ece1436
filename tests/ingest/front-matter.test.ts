import { describe, expect, it } from "vitest";
import { checkFrontMatter, checkSidecar } from "@/lib/ingest/front-matter";

const complete = `title: Low iron
slug: low-iron
summary: What low iron is.
topics: [iron]
audience: adult
jurisdiction: US
language: en
author: Editors
reviewer: not yet reviewed by a clinician
published: 2026-01-02
lastReviewed: 2026-01-02
nextReviewDue: 2027-01-02
licence: CC BY 4.0
evidence: review
sources:
  - title: A review of iron
    publisher: A journal
    year: 2024
    pmid: 123456
`;
const fields = complete.split(/\n(?=\S)/u).map((entry) => entry.split(":")[0] as string);

describe("checkFrontMatter", () => {
  it("takes a complete one", () => {
    const checked = checkFrontMatter(complete);
    expect(checked.ok && checked.fields.sources[0]?.pmid).toBe("123456");
  });

  it.each(fields)("names the missing field %s and the fix", (field) => {
    const without = complete
      .split(/\n(?=\S)/u)
      .filter((entry) => !entry.startsWith(`${field}:`))
      .join("\n");
    const checked = checkFrontMatter(without);
    expect(checked).toEqual({ ok: false, problems: [`${field}: missing; add it`] });
  });

  it.each([
    ["published: 2026-01-02", "published: 2 January", "published: must be a date like 2026-11-23"],
    [
      "lastReviewed: 2026-01-02",
      "lastReviewed: 2026-02-31",
      "lastReviewed: must be a day of the calendar, like 2026-11-23",
    ],
    [
      "evidence: review",
      "evidence: hearsay",
      "evidence: must be one of guideline, trial, review, expert opinion, unknown",
    ],
    [
      "slug: low-iron",
      "slug: low iron",
      "slug: must be words joined by hyphens, like low-testosterone",
    ],
    ["    pmid: 123456", "    isbn: 1", "sources entry 1: must have a pmid or a url"],
    ["summary: What low iron is.", "summary: ''", "summary: must not be empty"],
  ])("explains %s -> %s", (from, to, problem) => {
    expect(checkFrontMatter(complete.replace(from, to))).toEqual({
      ok: false,
      problems: [problem],
    });
  });

  it("refuses YAML that is broken, a bomb, or no map, in bounded time", () => {
    const bomb = `a: &a ["x","x","x","x","x","x","x","x","x"]\n${"bcdefghi"
      .split("")
      .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)
      .join("\n")}\n`;
    const started = performance.now();
    const deep = [
      "title: ".concat("[".repeat(8_000)),
      `title: ${"{a: ".repeat(3_000)}`,
      "- ".repeat(8_000),
      "? ".repeat(8_000),
      Array.from({ length: 100 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
    ];
    const wrong = [bomb, "title: a: b", "- just\n- a list", "x".repeat(17_000), ...deep];
    for (const yaml of wrong) {
      const checked = checkFrontMatter(yaml);
      expect(!checked.ok && checked.problems[0]).toMatch(/^front matter: .+; /u);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("checkSidecar", () => {
  it("takes any of the fields and no other", () => {
    expect(checkSidecar("title: A leaflet\nlicence: CC BY 4.0")).toEqual({
      ok: true,
      fields: { title: "A leaflet", licence: "CC BY 4.0" },
    });
    expect(checkSidecar("titel: A leaflet")).toEqual({
      ok: false,
      problems: ["titel: not a known field; remove it or correct its spelling"],
    });
  });
});
