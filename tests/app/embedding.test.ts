import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accentOf, contrast } from "@/app/embed/accent";
import { hostMessage, originOf } from "@/app/embed/bridge";
import {
  attributesOf,
  DEFAULT_CHOICES,
  elementSnippet,
  scriptSnippet,
} from "@/app/embed/setup/snippet";

describe("an accent colour", () => {
  it("can always be read", () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(part, part, part), (parts) => {
        const hex = `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
        const accent = accentOf(hex);
        expect(contrast(accent?.light ?? "", "#f1efe8")).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent?.light ?? "", "#fbfaf6")).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent?.dark ?? "", "#1d2425")).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent?.light ?? "", "#ffffff")).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent?.dark ?? "", "#000000")).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it("stays as it is when it can be read already", () => {
    expect(accentOf("#036")).toMatchObject({ light: "#003366" });
  });

  it("is only ever a colour", () => {
    for (const value of [undefined, "", "red", "#12", "#0a5;}body{display:none", "#gggggg"])
      expect(accentOf(value)).toBeUndefined();
  });
});

describe("messages from the page around", () => {
  it("are taken in their exact shape", () => {
    expect(hostMessage({ pamphlet: 1, type: "ask", text: "What is FSH?" })).toEqual({
      type: "ask",
      text: "What is FSH?",
    });
    expect(
      hostMessage({ pamphlet: 1, type: "suggestions", questions: ["A?", 5, "", "B?"] }),
    ).toEqual({ type: "suggestions", questions: ["A?", "B?"] });
  });

  it("are ignored in any other", () => {
    for (const data of [
      undefined,
      null,
      "ask",
      { type: "ask", text: "x" },
      { pamphlet: 2, type: "clear" },
      { pamphlet: 1, type: "ask" },
      { pamphlet: 1, type: "ask", text: "x".repeat(2001) },
      { pamphlet: 1, type: "eval", text: "x" },
      { pamphlet: 1, type: "suggestions", questions: "x" },
    ])
      expect(hostMessage(data)).toBeUndefined();
  });

  it("are answered to an origin and nothing else", () => {
    expect(originOf("https://clinic.example")).toBe("https://clinic.example");
    for (const value of [
      null,
      "",
      "null",
      "*",
      "https://clinic.example/",
      "javascript:1",
      "file://",
    ])
      expect(originOf(value)).toBeUndefined();
  });
});

describe("the line to paste", () => {
  it("is short when nothing was changed", () => {
    expect(scriptSnippet("https://chat.example", DEFAULT_CHOICES, "Ask")).toBe(
      '<script src="https://chat.example/widget.js" defer></script>\n<noscript><a href="https://chat.example/">Ask</a></noscript>',
    );
  });

  it("cannot be broken out of", () => {
    const choices = { ...DEFAULT_CHOICES, label: '"><script>alert(1)</script>' };
    expect(elementSnippet("https://chat.example", choices)).toContain(
      '<pamphlet-chat label="&quot;>&lt;script>alert(1)&lt;/script>"></pamphlet-chat>',
    );
  });

  it("joins the suggested questions", () => {
    expect(attributesOf({ ...DEFAULT_CHOICES, suggestions: "A?\n\n B|C? " })).toEqual([
      ["suggestions", "A?|B C?"],
    ]);
  });
});
