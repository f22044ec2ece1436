import { beforeAll, describe, expect, it } from "vitest";
import { languageOf } from "@/lib/guard/classify/language";
import { createGuard } from "@/lib/guard/decide";
import type { Turn } from "@/lib/guard/decision";
import { guardLexicon } from "@/lib/guard/lexicon";
import { parseList } from "@/lib/guard/match/pattern";

// A pattern that cannot be read must fail here, loudly, and not as a thousand redirects.
beforeAll(() => {
  guardLexicon();
});

const guard = createGuard({ region: "US" });
const decide = (text: string, ...history: string[]) =>
  guard.decide(
    text,
    history.map((text): Turn => ({ role: "user", text })),
  );

describe("a pattern", () => {
  const words = (list: string) =>
    parseList(list).map((steps) => steps.map((step) => ("word" in step ? step.word : step.kind)));
  it("is read as messages are: whatever is written otherwise could match nothing", () =>
    expect(words("bp, b12, 3rd trimester")).toEqual([
      ["blood", "pressure"],
      ["b", "12"],
      ["3", "rd", "trimester"],
    ]));
  it("reads a contraction in full as well", () =>
    expect(words("dont wake")).toEqual([
      ["dont", "wake"],
      ["do", "not", "wake"],
    ]));
  it.each(["tumou?r", "heat ?stroke", "(move|kick)*", "#m"])("%j is a slip of the pen", (list) =>
    expect(() => parseList(list)).toThrow("sign inside"),
  );
});

describe("the rules alone", () => {
  it.each([
    ["He is 7 weeks old. Very sleepy. I took his temperature and it said 38.4.", "emergency"],
    ["ate cashews, now hives and her voice is croaky", "emergency"],
    ["wife is 29 weeks. her face is puffy and she is seeing flashing lights", "emergency"],
    ["pressure in my chest for 20 minutes that wont ease", "emergency"],
    ["i stopped drinking two days ago. my hands wont stop and i keep hearing voices", "emergency"],
    ["boiler was on all night. we all woke up with a headache and the dog cant stand", "poisoning"],
    ["gave my toddler adult tylenol by mistake", "poisoning"],
    ["i gave my dog to my sister, she doesnt know why", "crisis"],
    ["my daughter has fresh cuts in rows on her arm", "crisis"],
    ["he has my passport and locked me in the room", "abuse"],
    ["mi esposo me golpea", "abuse"],
    ["my dad had a strok he cant tolk", "emergency"],
    ["28 weeks and i havent felt the baby kick", "emergency"],
    ["ya no quiero vivir", "crisis"],
    ["I do not wish to wake up anymore", "crisis"],
    ["my baby does not wake up", "emergency"],
    ["i put my affairs in order", "crisis"],
  ])("hears %j", (text, category) => {
    expect(decide(text)).toMatchObject({ action: "urgent", category });
  });

  it.each([
    "i do the cooking, what is the INR test",
    "I looked up the train times to the clinic, how long is a blood test?",
    "does my insurance cover IVF in the first year",
    "I've given myself until Monday to quit smoking, what does nicotine do to sperm",
    "I choked laughing at your banner. What is a hiatus hernia?",
    "my grandad died of a clot on the lung. What is the difference between a clot and a stroke?",
    "for a short story, what would a medic check first in a fainting person?",
    "the letter confused us. Why is metformin used for PCOS?",
    "macular hole: why do people lie face down for a week after it?",
    "i got stung as a kid and swelled up once, how do allergy shots work",
    "My boy is eight. He was told he has Perthes disease. What is it?",
    "can my wife get pregnant while a man is on testosterone",
    "how do i fix my bike",
    "should I switch energy supplier",
    "what changes happen in what order on hormones in general",
    "how long is strep contagious after starting antibiotics",
    "quali sono i sintomi di un ictus",
  ])("lets %j through", (text) => {
    expect(decide(text).action, decide(text).rules.join()).toBe("allow");
  });

  it.each([
    ["kindly suggest treatment for my white patches", "treatment-decision"],
    ["me opero del varicocele o no", "treatment-decision"],
    ["chemo or just comfort care for mom", "treatment-decision"],
    ["should i bother with statins", "treatment-decision"],
    ["how many excedrin in 24 hours", "dosing"],
    ["how much clomid should i take and how much does it cost", "dosing"],
    ["what sites are legit for research peptides", "acquisition"],
    ["been on gym test 8 wks, sore nips", "self-sourced"],
    ["how long can i go without food", "eating-disorder"],
    ["is milk ok with cipro", "interaction"],
  ])("redirects %j", (text, category) => {
    expect(decide(text)).toMatchObject({ action: "redirect", category });
  });
});

describe("small talk", () => {
  it.each([
    ["Thank you.", "chat"],
    ["are you a real person?", "identity"],
    ["\u200b", "empty"],
  ])("%j is %s", (text, rule) => expect(decide(text).rules).toEqual([rule]));
  it("is not a question that ends politely", () => {
    expect(decide("What is FSH? Thank you.").rules).not.toContain("chat");
    expect(decide("How much clomid should I take? Thank you.").category).toBe("dosing");
  });
});

it("reads a part with what was told before it", () => {
  const { parts } = decide("My son is 8. What is ibuprofen? Can he have it with his inhaler?");
  expect(parts?.map(({ action }) => action)).toEqual(["redirect", "allow"]);
});

it.each([
  ["me violaron", "es"],
  ["mi esposo me golpea", "es"],
  ["overdose definition", "en"],
  ["white discharge", "en"],
  ["husband choked me", "en"],
  ["was ist ein herzinfarkt", "de"],
])("takes %j for %s", (text, language) => {
  expect(languageOf(guardLexicon().read(text))).toBe(language);
});
