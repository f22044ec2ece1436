/**
 * What an owner chose in; the line of HTML to paste out, as a script tag and as an element.
 */

export interface WidgetChoices {
  readonly mode: "launcher" | "inline";
  readonly label: string;
  readonly position: "end" | "start";
  readonly lang: "" | "en" | "es";
  readonly scheme: "" | "light" | "dark";
  readonly accent: string;
  /** One question a line. */
  readonly suggestions: string;
}

export const DEFAULT_CHOICES: WidgetChoices = {
  mode: "launcher",
  label: "",
  position: "end",
  lang: "",
  scheme: "",
  accent: "",
  suggestions: "",
};

const escapeAttribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The attributes that differ from what the widget does by itself. */
export function attributesOf(choices: WidgetChoices): [string, string][] {
  const suggestions = choices.suggestions
    .split("\n")
    .map((line) => line.replaceAll("|", " ").trim())
    .filter(Boolean)
    .join("|");
  const all: [string, string][] = [
    ["mode", choices.mode === "inline" ? "inline" : ""],
    ["label", choices.label.trim()],
    ["position", choices.position === "start" ? "start" : ""],
    ["lang", choices.lang],
    ["color-scheme", choices.scheme],
    ["accent", choices.accent],
    ["suggestions", suggestions],
  ];
  return all.filter(([, value]) => value !== "");
}

/** With a link for a browser without JavaScript. */
export function scriptSnippet(origin: string, choices: WidgetChoices, link: string): string {
  const data = attributesOf(choices).map(
    ([name, value]) => ` data-${name}="${escapeAttribute(value)}"`,
  );
  return `<script src="${origin}/widget.js"${data.join("")} defer></script>\n<noscript><a href="${origin}/">${escapeAttribute(link)}</a></noscript>`;
}

export function elementSnippet(origin: string, choices: WidgetChoices): string {
  const attributes = attributesOf(choices).map(
    ([name, value]) => ` ${name}="${escapeAttribute(value)}"`,
  );
  return `<script src="${origin}/widget.js" data-manual defer></script>\n<pamphlet-chat${attributes.join("")}></pamphlet-chat>`;
}
