/** An element of a parsed page in; its text on one line out. */

export const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|dfn|del|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr|br)$/u;
export const SKIPPED =
  /^(?:script|style|noscript|template|iframe|object|embed|svg|canvas|video|audio|map|select|option|input|textarea|button|datalist|head|meta|link|title)$/u;

const SUPERSCRIPT: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "-": "⁻",
  "−": "⁻",
  "+": "⁺",
};

export const tagOf = (element: Element) => element.localName.toLowerCase();
export const tidy = (text: string) => text.replace(/\s+/gu, " ").trim();

/** Text of an element on one line; markers of references go, powers of ten stay powers. */
export function inlineText(element: Element): string {
  let text = "";
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.textContent ?? "";
    else if (node.nodeType === 1) {
      const child = node as Element;
      const tag = tagOf(child);
      if (tag === "br") text += " ";
      else if (tag === "sup") text += superscript(child);
      else if (!SKIPPED.test(tag) || tag === "button")
        text += INLINE.test(tag) || tag === "button" ? inlineText(child) : ` ${inlineText(child)} `;
    }
  }
  return text;
}

/** A marker of a reference is nothing; a power of ten keeps its height. */
export function superscript(element: Element): string {
  const text = tidy(element.textContent ?? "");
  if (
    element.querySelector("a") !== null ||
    /^\[?\d{1,3}(?:\s?[,–-]\s?\d{1,3})+\]?$|^\[\d{1,3}\]$/u.test(text)
  )
    return "";
  return /^[-−+]?\d{1,3}$/u.test(text)
    ? [...text].map((digit) => SUPERSCRIPT[digit] ?? digit).join("")
    : text;
}
