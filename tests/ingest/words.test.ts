import fc from "fast-check";
import { expect, it } from "vitest";
import { countWords } from "@/lib/words";

it("counts what stands between white space, of any kind", () => {
  expect(countWords("")).toBe(0);
  expect(countWords(" one\ttwo\u00a0three\u2003four\nfive ")).toBe(5);
  const unit = fc.constantFrom(
    "a",
    "é",
    "睾",
    " ",
    "\n",
    "\u00a0",
    "\u2028",
    "\u0085",
    "\u000b",
    "😀",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      expect(countWords(text)).toBe(text.match(/\S+/gu)?.length ?? 0);
    }),
  );
});
