import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsDose, findDoses, withoutDoses } from "@/lib/guard/dose";
import { doseText, evaluateDoses, keptText, seeded } from "@/scripts/evaluate/doses";

describe("containsDose", () => {
  it.each([
    "Take 25 mg every other day.",
    "25mg eod",
    "25-50 mg",
    "half a tablet",
    "½ tablet at night",
    "Tome dos pastillas al día.",
    "una pastilla y media cada noche",
    "inject 0.5 mL twice a week",
    "Inject it every 3 days.",
    "one hundred units under the skin",
    "cincuenta miligramos",
    "The usual dose is 50",
    "Dose (mg): 25",
    "two pumps each morning",
    "10,000 IU",
    "2\u200b5 m\u200bg a day",
    "２５ｍｇ daily",
    "25 m.g. a day",
    "clomid 50/50/25/25",
    "fifty every other day",
    "one shot per week",
    "half a vial per week",
    "Take a tablet every night.",
    "Apply a thin patch weekly.",
    "Use one capful daily.",
    "two 50s a day",
    "A tablespoon of the syrup helps.",
    "25 мг в день",
    "每天服用25毫克",
    "3 Tabletten am Abend",
    "| Drug | mg |\n|---|---|\n| Clomid | 25 |",
  ])("finds the dose in %j", (text) => expect(containsDose(text)).toBe(true));

  it.each([
    "Total testosterone below 300 ng/dL on two mornings",
    "15 million per mL",
    "hematocrit above 54 %",
    "within 3 to 6 months",
    "A tablet is one form of it.",
    "Take a walk every day.",
    "It is not a pill that works each time.",
    "about 7 in 10 men",
    "LH of 1.8 to 8.6 IU/L",
    "semen volume of 1.5 mL or more",
    "It comes as tablets, gels and injections.",
    "In a study of 66 men, 40 took tablets",
    "Blood is tested twice a year",
    "Take your temperature twice a day",
    "Do not take a double dose.",
    "prostate weighs 25 grams",
    "less than 2,300 mg of sodium",
    "Exercise 3 times a week",
    "three patches of dry skin",
    "Two doses of the HPV vaccine",
    "Sperm take about 74 days to form",
    "Testosterone falls about 1% a year",
    "a blood pressure of 140/90",
    "checked on 2024/05/01",
    "men in their 40s and 50s",
    "from the 1980s a day clinic",
    "a tablespoon of olive oil",
    "tablets per bottle",
  ])("leaves %j alone", (text) => expect(containsDose(text)).toBe(false));

  it("tells generated doses from generated other numbers", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seeded(seed);
        return containsDose(doseText(random)) && !containsDose(keptText(random));
      }),
      { numRuns: 500 },
    );
  });

  it("leaks none of 5,000 and removes at most one in a thousand", () => {
    const report = evaluateDoses(5_000);
    expect(report.leaks).toEqual([]);
    expect(report.removed.length).toBeLessThanOrEqual(5);
  });

  it("gives ranges of the text itself", () => {
    const text = "Level 300 ng/dL. Then 2\u200b5 mg a day.";
    const [span] = findDoses(text);
    expect(text.slice(span?.start, span?.end)).toBe("2\u200b5 mg");
  });
});

describe("withoutDoses", () => {
  it("drops the sentence or the row, and nothing else", () => {
    expect(
      withoutDoses(
        "Clomiphene is a tablet. Take 0.5 mg daily. It works in the brain.\nRow 25 mg\nKeep.",
      ),
    ).toBe("Clomiphene is a tablet. It works in the brain.\nKeep.");
  });
  it("leaves nothing behind, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 6 }), (seeds) => {
        const text = seeds
          .map((seed) => (seed % 2 ? doseText(seeded(seed)) : keptText(seeded(seed))))
          .join(" ");
        return !containsDose(withoutDoses(text));
      }),
      { numRuns: 200 },
    );
  });
  it("is linear", () => {
    for (const long of [
      "25 ".repeat(40_000),
      "a.b".repeat(40_000),
      "1".repeat(100_000),
      "25 mg. ".repeat(15_000),
    ]) {
      const started = performance.now();
      withoutDoses(long);
      expect(performance.now() - started).toBeLessThan(4_000);
    }
  });
});
