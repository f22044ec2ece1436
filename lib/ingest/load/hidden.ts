/**
 * A parsed page in; the same without what a reader of it cannot see out, and what that was.
 *
 * Text hidden from people is where instructions to machines are put.
 */
import type { Removed } from "@/lib/ingest/load/loaded";

const HIDING =
  /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0*(?:\.0+)?[01]?(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|opacity\s*:\s*0*(?:\.0\d*)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}|(?:left|right|top|margin-left|margin-top)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:^|[;{\s])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)|color\s*:\s*transparent)/iu;
const COLOUR = /(?:^|[;{\s])color\s*:\s*([^;!}]+)/iu;
const BACKGROUND = /background(?:-color)?\s*:\s*([^;!}]+)/iu;
const HIDDEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|hidden|d-none|is-hidden|offscreen|element-invisible)(?:\s|$)/iu;

/** Style sheets' characters read; bounds the work on a page with megabytes of style. */
const MAX_STYLE = 300_000;

/** Whether a style makes its text invisible: hidden, without size, off the page, or white on white. */
export function hides(style: string): boolean {
  if (HIDING.test(style)) return true;
  const colour = COLOUR.exec(style)?.[1];
  if (!colour) return false;
  const background = BACKGROUND.exec(style)?.[1];
  const ink = normalColour(colour);
  return background === undefined
    ? ink === "#ffffff"
    : ink !== null && ink === normalColour(background);
}

/** A colour as `#rrggbb`, for the notations in which pages write plain colours. */
function normalColour(value: string): string | null {
  const text = value.trim().toLowerCase();
  if (text === "white") return "#ffffff";
  if (text === "black") return "#000000";
  const short = /^#([\da-f])([\da-f])([\da-f])$/u.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  if (/^#[\da-f]{6}/u.test(text)) return text.slice(0, 7);
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/u.exec(text);
  return parts
    ? `#${parts
        .slice(1, 4)
        .map((part) => Number(part).toString(16).padStart(2, "0"))
        .join("")}`
    : null;
}

/** Class and id names that the page's own style sheets hide. */
function hiddenByStyleSheet(document: Document): Set<string> {
  const names = new Set<string>();
  const css = [...document.querySelectorAll("style")]
    .map((style) => style.textContent ?? "")
    .join("\n")
    .slice(0, MAX_STYLE);
  for (const [, selectors = "", body = ""] of css.matchAll(
    /([^{}@]{1,500})\{([^{}]{0,2000})\}/gu,
  )) {
    if (!hides(body)) continue;
    for (const selector of selectors.split(",")) {
      const simple = /^\s*([.#][\w-]+)\s*$/u.exec(selector);
      if (simple?.[1]) names.add(simple[1]);
    }
  }
  return names;
}

const isWordy = (text: string) => /\p{L}{2,}\s+\p{L}{2,}/u.test(text);

/**
 * Takes hidden elements and comments out of a page.
 *
 * @returns what was hidden and had words in it
 */
export function removeHidden(document: Document): Removed[] {
  const removed: Removed[] = [];
  const note = (text: string) => {
    const tidy = text.replace(/\s+/gu, " ").trim();
    if (isWordy(tidy)) removed.push({ reason: "hidden text", text: tidy, line: 1 });
  };
  const names = hiddenByStyleSheet(document);
  const isHidden = (element: Element) =>
    element.hasAttribute("hidden") ||
    element.getAttribute("aria-hidden") === "true" ||
    hides(element.getAttribute("style") ?? "") ||
    HIDDEN_CLASS.test(element.getAttribute("class") ?? "") ||
    [...element.classList].some((name) => names.has(`.${name}`)) ||
    (element.id !== "" && names.has(`#${element.id}`)) ||
    normalColour(element.getAttribute("color") ?? "") === "#ffffff";
  for (const element of document.querySelectorAll("script,style,noscript,template"))
    element.remove();
  for (const element of [
    ...document.querySelectorAll("[hidden],[aria-hidden],[style],[class],[id],[color]"),
  ]) {
    if (element.localName === "html" || element.localName === "body" || !isHidden(element))
      continue;
    note(element.textContent ?? "");
    element.remove();
  }
  removeComments(document, note);
  return removed;
}

function removeComments(root: Node, note: (text: string) => void): void {
  for (const node of [...root.childNodes]) {
    if (node.nodeType === 8) {
      note(node.textContent ?? "");
      node.parentNode?.removeChild(node);
    } else if (node.nodeType === 1) removeComments(node, note);
  }
}
