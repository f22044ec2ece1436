import fc from "fast-check";
import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import {
  LexicalIndex,
  lexicalTerms,
  postingsOf,
  surfaceWords,
  termsOfEntry,
} from "@/lib/search-index/lexical";
import { byPassage, PostingsBuilder } from "@/lib/search-index/postings";
import { readPostings, writePostings } from "@/lib/search-index/postings-file";

const passages = [
  {
    id: "a",
    headings: "Clomiphene",
    text: "Clomiphene blocks estrogen receptors. Clomiphene is a tablet.",
  },
  { id: "b", headings: "Anastrozole", text: "Anastrozole blocks aromatase and lowers estrogen." },
  { id: "c", headings: "Sperm", text: "Sperm need testosterone inside the testes." },
];
const weights = (text: string) => new Map(lexicalTerms(text).map((term) => [term, 1]));

describe("lexicalTerms", () => {
  it("folds, stops and stems", () => {
    expect(lexicalTerms("Is low testosterone being treated?")).toEqual(
      lexicalTerms("LOW testosterone treats"),
    );
    expect(lexicalTerms("please could you tell me about the")).toEqual([]);
  });
  it("lets British and American spelling meet", () => {
    for (const [british, american] of [
      ["anaemia", "anemia"],
      ["oestrogens", "estrogens"],
      ["tumours", "tumors"],
      ["oedema", "edema"],
    ])
      expect(lexicalTerms(british as string)).toEqual(lexicalTerms(american as string));
  });
  it("lets a Spanish singular meet its plural", () => {
    expect(lexicalTerms("los testículos", "es")).toEqual(lexicalTerms("testículo", "es"));
    expect(lexicalTerms("¿Qué es la?", "es")).toEqual([]);
  });
  it("keeps a single letter that carries meaning, and drops possessives", () => {
    expect(surfaceWords("Low T and Crohn’s, José")).toEqual(["low", "t", "and", "crohn", "jose"]);
  });
  it("cuts scripts without spaces into pairs", () => {
    expect(lexicalTerms("睾酮治疗")).toEqual(["睾酮", "酮治", "治疗"]);
  });
});

describe("LexicalIndex", () => {
  const index = LexicalIndex.build(passages);

  it("ranks the passage about the word first", () => {
    expect(index.matching(weights("clomiphene"), 5).map(({ id }) => id)).toEqual(["a"]);
    expect(index.matching(weights("estrogen aromatase"), 5)[0]?.id).toBe("b");
  });
  it("scores exactly as MiniSearch's BM25 does", () => {
    const mini = new MiniSearch({
      fields: ["terms"],
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
      searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 }, combineWith: "OR" },
    });
    for (const { id, headings, text } of passages)
      mini.add({ id, terms: lexicalTerms(`${headings} ${text}`).join(" ") });
    const query = "clomiphen block estrogen tablet";
    // MiniSearch multiplies by the share of the question's terms matched; BM25 itself does not.
    const expected = mini
      .search(query)
      .map((hit) => ({ id: hit.id, score: hit.score / hit.queryTerms.length }));
    const actual = index.matching(new Map(query.split(" ").map((term) => [term, 1])), 5);
    for (const { id, score } of expected)
      expect(actual.find((hit) => hit.id === id)?.score).toBeCloseTo(score, 5);
    expect(actual).toHaveLength(expected.length);
  });
  it("survives a round trip", () => {
    const loaded = LexicalIndex.load(writePostings(postingsOf(passages)));
    expect(loaded.matching(weights("estrogen"), 5)).toEqual(index.matching(weights("estrogen"), 5));
    expect(loaded.vocabulary).toEqual(index.vocabulary);
    expect(loaded.documentFrequency(lexicalTerms("estrogen")[0] as string)).toBe(2);
    expect(loaded.documentFrequency("zoltraxin")).toBe(0);
  });
  it("says so when a file is not such an index", () => {
    const good = writePostings(postingsOf(passages));
    for (const bytes of [Buffer.from("{}"), Buffer.alloc(0), good.subarray(0, good.length - 9)])
      expect(() => LexicalIndex.load(bytes)).toThrow(/ingest again/);
    const damaged = Buffer.from(good.toString().replace('{"0":{"', '{"0":{?'));
    expect(() => LexicalIndex.load(damaged)).toThrow(/ingest again/);
  });
  it("is written in a form that MiniSearch opens", () => {
    const options = {
      fields: ["terms"],
      tokenize: (text: string) => text.split(" "),
      processTerm: (term: string) => term,
    };
    const added = new MiniSearch(options);
    for (const entry of passages) added.add({ id: entry.id, terms: termsOfEntry(entry).join(" ") });
    const opened = MiniSearch.loadJSON(writePostings(postingsOf(passages)).toString(), options);
    for (const query of ["clomiphen block estrogen tablet", "testosteron", "zoltraxin"])
      expect(opened.search(query)).toEqual(added.search(query));
    const read = readPostings(Buffer.from(JSON.stringify(added)));
    expect(new LexicalIndex(read).matching(weights("estrogen tablet"), 5)).toEqual(
      index.matching(weights("estrogen tablet"), 5),
    );
  });
  it("is the same, byte for byte, whether built at once or from passages of an earlier one", () => {
    const word = fc.constantFrom("iron", "zinc", "copper", "睾酮", "é", "a1", "sperm");
    const passage = fc.array(word, { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ before: passage, after: passage, kept: fc.boolean() })),
        (all) => {
          const old = new PostingsBuilder();
          for (const [i, { before }] of all.entries()) old.add(String(i), before);
          const earlier = byPassage(readPostings(writePostings(old.build())));
          const [patched, whole] = [new PostingsBuilder(), new PostingsBuilder()];
          for (const [i, { before, after, kept }] of [...all.entries()].reverse()) {
            if (kept) patched.keep(earlier, i);
            else patched.add(String(i), after);
            whole.add(String(i), kept ? before : after);
          }
          expect(writePostings(patched.build())).toEqual(writePostings(whole.build()));
        },
      ),
    );
  });
  it("gives nothing for nothing", () => {
    expect(index.matching(new Map(), 5)).toEqual([]);
    expect(index.matching(weights("estrogen"), 0)).toEqual([]);
    expect(LexicalIndex.build([]).matching(weights("estrogen"), 3)).toEqual([]);
  });
  it("never throws, and never returns more than asked or out of order", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 0, max: 3 }),
        (text, limit) => {
          const hits = index.matching(weights(`${text} estrogen`), limit);
          expect(hits.length).toBeLessThanOrEqual(limit);
          for (let i = 1; i < hits.length; i++)
            expect(hits[i - 1]?.score).toBeGreaterThanOrEqual(hits[i]?.score as number);
        },
      ),
    );
  });
});
