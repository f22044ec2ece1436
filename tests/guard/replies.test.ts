import readability from "text-readability";
import { describe, expect, it } from "vitest";
import type { Region } from "@/lib/env";
import { type Notice, REDIRECT_CATEGORIES, URGENT_CATEGORIES } from "@/lib/guard/decision";
import {
  identityText,
  languageText,
  noSourceText,
  noticeText,
  redirectText,
  urgentCard,
  urgentText,
} from "@/lib/guard/replies";
import { NUMBERS, staleNumbers } from "@/lib/guard/telephone";

const REGIONS: readonly Region[] = ["US", "CA", "GB", "AU", "IE", "NZ", "IN", "EU", "OTHER"];
const NOTICES: readonly Notice[] = [
  "emergency-card",
  "poison-line",
  "crisis-line",
  "urgent-line-today",
  "soft-support",
  "personal-details",
];
const LANGUAGES = ["en", "es"] as const;
const contact = { siteName: "Clinic", text: "front desk" };

function everything(language: "en" | "es"): string[] {
  return [
    ...URGENT_CATEGORIES.flatMap((category) => urgentText(category, "US", language, language)),
    ...REDIRECT_CATEGORIES.flatMap((category) =>
      [false, true].flatMap((repeated) => {
        const { opening, who, questions } = redirectText(
          { category, repeated, replyLanguage: language },
          { siteName: "Clinic" },
        );
        return [opening, who, ...questions];
      }),
    ),
    ...noSourceText("no-source", language, { siteName: "Clinic" }),
    ...noSourceText("out-of-scope", language, { siteName: "Clinic" }),
    ...NOTICES.map((notice) => noticeText(notice, "US", language)),
    identityText(language),
  ];
}

describe("fixed words", () => {
  it("read at grade 8 or below, every reply", () => {
    const replies = [
      ...URGENT_CATEGORIES.map((category) => urgentText(category, "US", "en", "en").join(" ")),
      ...REDIRECT_CATEGORIES.map((category) => {
        const { opening, who, questions } = redirectText(
          { category, repeated: false, replyLanguage: "en" },
          { siteName: "Clinic" },
        );
        return [opening, who, ...questions].join(" ");
      }),
      noSourceText("no-source", "en", { siteName: "Clinic" }).join(" "),
      ...NOTICES.map((notice) => noticeText(notice, "US", "en")),
      identityText("en"),
    ];
    for (const reply of replies)
      expect(readability.fleschKincaidGrade(reply), reply).toBeLessThanOrEqual(8);
  });
  it("never suggest a licensed person", () => {
    for (const text of LANGUAGES.flatMap(everything))
      expect(text).not.toMatch(/\b(?:Dra?\.?|nurse|doctor|enfermer[ao]|médic[ao]s?)\b/u);
  });
  it("leave no gap unfilled", () => {
    for (const text of LANGUAGES.flatMap(everything)) expect(text).not.toMatch(/[{}]|undefined/u);
  });
});

describe("an urgent card", () => {
  it.each(REGIONS)("in %s begins with the action and links every number", (region) => {
    for (const category of URGENT_CATEGORIES)
      for (const language of LANGUAGES) {
        const card = urgentCard(category, region, language);
        expect(card.kind).toBe(category);
        expect(`${card.action} ${card.detail}`).not.toMatch(/[{}]|undefined/u);
        for (const { href } of card.numbers)
          expect(href).toMatch(/^(?:tel|sms):\+?\d+(?:\?&body=\w+)?$/u);
        expect(urgentText(category, region, language, language)[0]).toBe(card.action);
      }
  });
  it("names GUARD's numbers", () => {
    const numbers = (region: Region) =>
      urgentCard("crisis", region, "en").numbers.map((line) => line.number);
    expect(numbers("US")).toEqual(["988", "988", "911"]);
    expect(numbers("GB")).toEqual(["111", "85258", "116 123", "999"]);
    expect(urgentCard("poisoning", "US", "en").action).toContain("1-800-222-1222");
    expect(urgentCard("emergency", "OTHER", "en").action).toMatch(/local emergency number/u);
  });
  it("speaks the message's own language first", () => {
    expect(urgentText("emergency", "US", "en", "fr")[0]).toContain("911");
    expect(languageText("fr", "US").join(" ")).toMatch(/anglais.*English/u);
  });
});

describe("a redirect", () => {
  it("repeats nothing the second time", () => {
    const first = redirectText(
      { category: "dosing", repeated: false, replyLanguage: "en" },
      contact,
    );
    const second = redirectText(
      { category: "dosing", repeated: true, replyLanguage: "en" },
      contact,
    );
    expect(first.questions.length).toBeGreaterThanOrEqual(2);
    expect(second.questions).toEqual([]);
    expect(second.opening).not.toBe(first.opening);
    expect(second.opening.length).toBeLessThanOrEqual(first.opening.length + 10);
    expect(first.who).toContain("front desk");
  });
});

describe("telephone numbers", () => {
  it("have all been compared with their source within their limit", () => {
    expect(staleNumbers(new Date().toISOString().slice(0, 10))).toEqual([]);
  });
  it("would fail when one grows old", () => {
    expect(staleNumbers("2040-01-01").length).toBe(NUMBERS.length);
  });
  it("do not list a helpline that closed", () => {
    expect(JSON.stringify(NUMBERS)).not.toMatch(/NEDA|931-2237/u);
  });
});
