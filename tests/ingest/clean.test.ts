import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cleanFixture, cleanText, hasSeed, removedFor, SEED, textsOf } from "./cleaned";

describe("a clinic's leaflet as text", () => {
  const cleaned = cleanFixture("clinic-leaflet.txt");

  it("is known by its title, not by the letterhead, and by the date printed on it", () => {
    expect(cleaned.document).toMatchObject({
      title: "Living with hay fever",
      slug: "clinic-leaflet",
      language: "en",
      lastReviewed: "2026-05-03",
      reviewer: null,
    });
    expect(cleaned.document.inferred).toEqual(["language", "lastReviewed", "slug", "title"]);
  });

  it("has its wrapped lines joined, its headings, its list and its table", () => {
    expect(textsOf(cleaned, "heading")).toEqual([
      "What sets it off",
      "What helps",
      "When to get help",
    ]);
    expect(textsOf(cleaned, "list-item")).toContain(
      "itchy, red or watery eyes that get worse outdoors on dry, windy days",
    );
    expect(textsOf(cleaned, "table-row")).toEqual([
      "Fever: cold: sometimes; hay fever: never.",
      "Itchy eyes: cold: rarely; hay fever: often.",
      "How long: cold: about a week; hay fever: weeks or months.",
    ]);
    expect(textsOf(cleaned, "paragraph").at(-1)).toContain(
      "A pale, raised, itchy rash may represent hives",
    );
  });
});

describe("a news page saved as text", () => {
  const cleaned = cleanFixture("news-page.txt");

  it("keeps the article and nothing of the page", () => {
    expect(cleaned.document.title).toBe("Night shifts and sleep: what a new survey found");
    expect(textsOf(cleaned, "paragraph")).toHaveLength(4);
    expect(cleaned.document.text).not.toMatch(
      /cookie|newsletter|Share|Advertisement|Getty|laptop|rights reserved|blue light$|by the sea/iu,
    );
  });

  it("says why each part went, and keeps the author it names", () => {
    expect(new Set(cleaned.removed.map(({ reason }) => reason))).toEqual(
      new Set([
        "navigation",
        "cookie notice",
        "repeated title",
        "author box",
        "share bar",
        "image description",
        "picture credit",
        "advertisement",
        "duplicate paragraph",
        "related links",
        "footer",
      ]),
    );
    expect(cleaned.document.author).toBe("Joan Ellery");
    expect(cleaned.document.inferred).toContain("author");
  });
});

describe("a recipe", () => {
  it("loses the pictures' descriptions and no ingredient", () => {
    const cleaned = cleanFixture("recipe-page.txt");
    expect(removedFor(cleaned, "image description")).toHaveLength(2);
    expect(textsOf(cleaned, "list-item")).toHaveLength(7);
    expect(textsOf(cleaned, "list-item").join()).toContain(
      "The smooth, orange-red soup should coat a spoon.",
    );
    expect(textsOf(cleaned, "heading")).toEqual(["Ingredients", "Method", "Why less salt?"]);
  });
});

describe("questions and answers", () => {
  const cleaned = cleanFixture("faq-page.txt");

  it("has questions for headings, a block a term, and references apart from the text", () => {
    expect(textsOf(cleaned, "heading")).toContain("Can I eat before the test?");
    expect(textsOf(cleaned, "term")).toEqual([
      "Anemia: too few red cells, or too little of the red pigment that carries oxygen.",
      "Platelets: tiny pieces of cells that help blood to clot.",
      "Plasma: The yellow fluid of the blood, in which the cells float.",
    ]);
    expect(cleaned.document.references).toHaveLength(2);
    expect(cleaned.document.text).not.toContain("Imaginary");
    expect(cleaned.document.text).toContain("branching nucleus");
  });
});

describe("figure captions in the text", () => {
  it("stay, and so does prose about what is seen", () => {
    const cleaned = cleanFixture("figure-captions.txt");
    expect(removedFor(cleaned, "image description")).toEqual([]);
    expect(textsOf(cleaned, "paragraph")).toHaveLength(7);
    expect(textsOf(cleaned, "heading")).toEqual(["Cartilage and bone"]);
  });
});

describe("plain text without marks", () => {
  it("reads short lines after a colon as a list, and the title-case line below as a heading", () => {
    const cleaned = cleanText(
      "About asthma\n\nSee a specialist if you have:\n\nA recent attack\n\nMore than one medicine\n\nPoor sleep\n\nPhysical Exam\n\nThe chest is listened to. It takes a minute.\n",
    );
    expect(textsOf(cleaned, "list-item")).toEqual([
      "A recent attack",
      "More than one medicine",
      "Poor sleep",
    ]);
    expect(textsOf(cleaned, "heading")).toEqual(["Physical Exam"]);
  });

  it("loses no line at the end of a text", () => {
    const cleaned = cleanText(
      "About fruit\n\nThese are sour fruits that many people like.\n\nLemons\n\nLimes\n",
    );
    expect(cleaned.document.text).toContain("Limes");
    expect(cleaned.document.text).toContain("Lemons");
  });

  it("removes what cannot be seen and says how much", () => {
    const cleaned = cleanText(
      "Iron\u200b is a me\u202etal that the bo\u00addy needs every day.\n\nIt is in food.",
    );
    expect(cleaned.document.text).toContain("Iron is a metal that the body needs");
    expect(removedFor(cleaned, "invisible characters")).toEqual(["2 characters"]);
  });

  it("gives blocks exact ranges that join to the text", () => {
    const { document } = cleanFixture("clinic-leaflet.txt");
    const joined = document.blocks
      .map(({ start, end }) => document.text.slice(start, end))
      .join("\n\n");
    expect(joined).toBe(document.text);
  });
});

describe.skipIf(!hasSeed)("the seed page", () => {
  const source = hasSeed ? readFileSync(SEED, "utf8") : "";
  const cleaned = cleanText(source, SEED);
  const kept = cleaned.document.text;
  const lines = source
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const looksDescribed = (line: string) =>
    line.length > 80 &&
    !/[.:?]$/u.test(line) &&
    !line.startsWith("•") &&
    !/^(?:Agent|Factor) /u.test(line);

  it("loses every description of a picture", () => {
    const described = lines.filter(looksDescribed);
    expect(described.length).toBeGreaterThan(40);
    for (const line of described) {
      expect(kept).not.toContain(line.slice(0, 60));
      expect(cleaned.document.references.join()).not.toContain(line.slice(0, 60));
    }
    expect(kept).not.toMatch(/symboli[sz]|evok|embod/iu);
  });

  it("loses no prose, no list, no table and no glossary entry", () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
    const all = letters(kept + cleaned.document.references.join(" "));
    const prose = lines.filter(
      (line) => /\.$/u.test(line) && !looksDescribed(line) && line.length > 60,
    );
    expect(prose.length).toBeGreaterThan(80);
    const lost = prose.filter((line) => {
      const words = line.replace(/^(?:Meaning ∞|•)\s*/u, "");
      return !all.includes(letters(words.slice(-40))) && !all.includes(letters(words).slice(0, 12));
    });
    expect(lost).toEqual([]);
  });

  it("has both tables with their headers, and a block for every term", () => {
    const rows = cleaned.document.blocks.filter(({ kind }) => kind === "table-row");
    expect(rows.map(({ header }) => header?.join(" | "))).toEqual([
      ...Array(4).fill("Agent | Primary Mechanism of Action | Targeted Effect"),
      ...Array(5).fill("Factor | Impact on Recovery | Clinical Relevance"),
    ]);
    expect(rows.map(({ cells }) => cells?.[0])).toEqual([
      "Gonadorelin",
      "Tamoxifen",
      "Clomid",
      "Anastrozole",
      "Duration of TRT",
      "Age",
      "Pre-treatment Hormonal Status",
      "Overall Metabolic Health",
      "Genetic Factors",
    ]);
    expect(textsOf(cleaned, "term")).toHaveLength(26);
    expect(kept).not.toContain("∞");
    expect(cleaned.document.references).toHaveLength(5);
  });
});
