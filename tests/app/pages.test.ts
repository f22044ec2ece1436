import { describe, expect, it } from "vitest";
import { startersOf } from "@/app/_components/chat/starters";
import { contentPolicy } from "@/app/_components/content-policy";
import { localPath } from "@/app/_components/local-path";
import { requestLanguage } from "@/app/_components/locale";
import { longDate } from "@/app/_components/long-date";
import en from "@/app/_messages/en.json";
import es from "@/app/_messages/es.json";
import trouble from "@/app/_messages/trouble.json";
import { parseQuality } from "@/app/about/quality";
import { figureType, isFigureOf } from "@/app/figures/figure-file";
import {
  contentsOf,
  firstCited,
  groupsOf,
  headingShift,
  parseCite,
  segmentsOf,
} from "@/app/sources/[slug]/document-layout";
import { queryWords, searchLibrary } from "@/app/sources/library-search";
import { documentOf } from "./documents";

const leaflet = documentOf("Recovery", [
  { kind: "heading", text: "How long does it take?", level: 2, anchor: "how-long" },
  { kind: "paragraph", text: "It takes months. Some need more." },
  { kind: "list-item", text: "First" },
  { kind: "list-item", text: "Second" },
  { kind: "table-row", text: "At 6 months 67%.", header: ["Time", "Share"], cells: ["6", "67%"] },
  { kind: "table-row", text: "At 12 months 90%.", header: ["Time", "Share"], cells: ["12", "90%"] },
  { kind: "heading", text: "Clínica", level: 3, anchor: "clinica" },
  { kind: "term", text: "FSH: a hormone.", header: ["FSH"], cells: ["a hormone."] },
]);

describe("the language of a page", () => {
  it("is what the reader chose, else what the browser prefers, else English", () => {
    expect(requestLanguage("es", "en")).toBe("es");
    expect(requestLanguage("xx", "es-MX,en;q=0.5")).toBe("es");
    expect(requestLanguage(null, "fr, es;q=0.3, en;q=0.8")).toBe("en");
    expect(requestLanguage(null, "es;q=0")).toBe("en");
    expect(requestLanguage(null, null)).toBe("en");
  });

  it("is carried by links only when it was chosen", () => {
    expect(localPath("/sources/a?cite=1-2#cited", { language: "es", chosen: true })).toBe(
      "/sources/a?cite=1-2&lang=es#cited",
    );
    expect(localPath("/about", { language: "es", chosen: false })).toBe("/about");
  });

  it("has every word in both languages, with the same places to fill", () => {
    const places = (text: string) =>
      [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort();
    const compare = (a: object, b: object): void => {
      expect(Object.keys(a)).toEqual(Object.keys(b));
      for (const [key, value] of Object.entries(a)) {
        const other = (b as Record<string, unknown>)[key];
        if (typeof value === "object") compare(value, other as object);
        else expect([key, new Set(places(String(other)))]).toEqual([key, new Set(places(value))]);
      }
    };
    compare(en, es);
    compare(trouble.en, trouble.es);
  });

  it("writes dates the same way in every time zone", () => {
    expect(longDate("2026-11-23", "en")).toBe("November 23, 2026");
    expect(longDate("2026-11-23", "es")).toBe("23 de noviembre de 2026");
  });
});

describe("the content policy", () => {
  it("lets nobody frame a page, or the named sites only", () => {
    expect(contentPolicy({ nonce: "n" })).toContain("frame-ancestors 'none'");
    expect(contentPolicy({ nonce: "n", embedOrigins: ["https://clinic.example"] })).toContain(
      "frame-ancestors 'self' https://clinic.example",
    );
  });

  it("allows no inline script and nothing of another origin", () => {
    const policy = contentPolicy({ nonce: "n" });
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(contentPolicy({ nonce: "n", development: true })).toContain("'unsafe-eval'");
  });
});

describe("a document's page", () => {
  it("groups lists, tables and terms", () => {
    expect(groupsOf(leaflet).map(({ kind, blocks }) => `${kind} ${blocks.length}`)).toEqual([
      "heading 1",
      "paragraph 1",
      "list-item 2",
      "table-row 2",
      "heading 1",
      "term 1",
    ]);
    expect(contentsOf(leaflet)).toEqual([{ title: "How long does it take?", anchor: "how-long" }]);
  });

  it("does not repeat its title, and starts below it", () => {
    const titled = documentOf("Title", [
      { kind: "heading", text: "Title", level: 1, anchor: "title" },
      { kind: "heading", text: "Part", level: 3, anchor: "part" },
    ]);
    expect(groupsOf(titled)).toHaveLength(1);
    expect(headingShift(titled)).toBe(-1);
  });

  it("marks exactly the cited characters, across blocks", () => {
    const start = leaflet.text.indexOf("Some need");
    const end = leaflet.text.indexOf("First") + 5;
    const cite = parseCite(`${start}-${end}`, leaflet.text.length);
    const marked = leaflet.blocks
      .flatMap((block) => segmentsOf(leaflet, block, cite))
      .filter(({ cited }) => cited)
      .map(({ text }) => text);
    expect(marked).toEqual(["Some need more.", "First"]);
    expect(firstCited(leaflet, cite)).toBe(start);
  });

  it("ignores a range that is none", () => {
    for (const cite of ["", "5", "9-3", "0-99999", "a-b", "1-2-3"])
      expect(parseCite(cite, 100)).toBeUndefined();
  });

  it("cuts a paragraph at its links", () => {
    const linked = documentOf("L", [
      {
        kind: "paragraph",
        text: "See the glossary now.",
        links: [{ start: 8, end: 16, href: "glossary" }],
      },
    ]);
    const [block] = linked.blocks;
    expect(
      block && segmentsOf(linked, block, undefined).map(({ text, href }) => [text, href]),
    ).toEqual([
      ["See the ", undefined],
      ["glossary", "glossary"],
      [" now.", undefined],
    ]);
  });
});

describe("the library", () => {
  it("finds documents by every word, without accents, best first", () => {
    const other = documentOf("Clinica notes", [{ kind: "paragraph", text: "Nothing else." }]);
    const found = searchLibrary([leaflet, other], "clinica");
    expect(found.map(({ slug }) => slug)).toEqual(["clinica-notes", "recovery"]);
    expect(found[1]?.sections).toEqual([{ title: "Clínica", anchor: "clinica" }]);
    expect(searchLibrary([leaflet], "months banana")).toEqual([]);
    expect(searchLibrary([leaflet], "  ?! ")).toEqual([]);
  });

  it("drops the little words unless there is nothing else", () => {
    expect(queryWords("How is it to be on FSH")).toEqual(["how", "fsh"]);
    expect(queryWords("is it")).toEqual(["is", "it"]);
  });

  it("starts a conversation with questions that its documents ask", () => {
    const index = { documents: new Map([[leaflet.id, leaflet]]) };
    expect(startersOf(index, "en")).toEqual(["How long does it take?"]);
    expect(startersOf(index, "es")).toEqual([]);
  });
});

describe("figures", () => {
  it("are plain files of three kinds", () => {
    expect(figureType("loop.svg")).toBe("image/svg+xml");
    for (const name of [
      "../loop.svg",
      ".svg",
      "a..svg",
      "loop.html",
      "a/b.svg",
      "a\\b.svg",
      "x.svg\0",
    ])
      expect(figureType(name)).toBeUndefined();
  });

  it("belong to an indexed document", () => {
    const drawn = documentOf("D", [
      {
        kind: "figure",
        text: "A loop",
        figure: { id: "f", src: "/figures/loop.svg", alt: "A loop", caption: "" },
      },
    ]);
    expect(isFigureOf([drawn], "loop.svg")).toBe(true);
    expect(isFigureOf([drawn], "other.svg")).toBe(false);
  });
});

describe("measured quality", () => {
  const report = {
    title: "T",
    date: "2026-11-23",
    command: "npm run evaluate",
    columns: ["a"],
    rows: [[1]],
  };

  it("is shown from a report, and from nothing else", () => {
    expect(parseQuality(JSON.stringify({ ...report, more: 1 }))).toEqual(report);
    expect(parseQuality("{}")).toBeUndefined();
    expect(parseQuality("not json")).toBeUndefined();
  });
});
