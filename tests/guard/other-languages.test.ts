import { describe, expect, it } from "vitest";
import { createGuard } from "@/lib/guard/decide";

/** Rules alone: the classifier has learned English and Spanish only. */
const guard = createGuard({ region: "US" });

describe("urgent phrases in ten further languages", () => {
  it.each([
    ["pt", "não vejo mais sentido em viver", "crisis"],
    ["pt", "meu bebê tem febre e não acorda", "emergency"],
    ["fr", "ils seraient mieux sans moi, j'ai écrit une lettre d'adieu", "crisis"],
    ["fr", "mon fils de 2 ans a avalé des comprimés de mamie", "poisoning"],
    ["de", "ich will einfach nicht mehr aufwachen", "crisis"],
    ["de", "mein Kind hat eine Knopfbatterie verschluckt", "poisoning"],
    ["it", "non ho più nessun motivo per vivere", "crisis"],
    ["it", "mio figlio ha bevuto la candeggina", "poisoning"],
    ["pl", "nie mam już po co żyć", "crisis"],
    ["pl", "dziecko połknęło tabletki babci", "poisoning"],
    ["zh", "我写好了遗书", "crisis"],
    ["zh", "我爸爸突然说话不清，半边身体动不了", "emergency"],
    ["hi", "मेरी ज़िंदगी का कोई मतलब नहीं है", "crisis"],
    ["ar", "تعبت من الحياة ولا أريد أن أستيقظ", "crisis"],
    ["tl", "wala nang saysay ang buhay ko", "crisis"],
    ["vi", "tôi thấy cuộc sống không còn ý nghĩa nữa", "crisis"],
    ["vi", "chồng tôi đánh tôi", "abuse"],
  ])("%s: %j is %s", (_, text, category) => {
    expect(guard.decide(text, [])).toMatchObject({ action: "urgent", category });
  });

  it.each([
    "comment agit le clomifène",
    "macht die behandlung noch sinn",
    "o que é a testosterona",
    "co to jest testosteron",
    "testosterone là gì",
    "什么是睾酮",
    "ما هو التستوستيرون",
  ])("%j raises no alarm", (text) => expect(guard.decide(text, []).action).not.toBe("urgent"));
});
