/**
 * An answer with its sources in; the text that goes to the clipboard out.
 */
import type { AnswerView } from "./answer-view";

interface CopyWords {
  readonly sources: string;
  readonly notice: string;
  readonly reference: string;
  reviewed(date: string | undefined): string;
}

/** The question, the answer with its markers, numbered sources with addresses, and the notice. */
export function copyText(
  question: string,
  view: AnswerView,
  origin: string,
  words: CopyWords,
): string {
  const sources = [...view.sources.values()].map(
    (source) =>
      `[${source.id}] ${source.title}: ${source.section}. ${words.reviewed(source.lastReviewed)}. ${new URL(source.url, origin).href}`,
  );
  return [
    question,
    view.text,
    sources.length > 0 && `${words.sources}\n${sources.join("\n")}`,
    words.notice,
    words.reference,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Copies by the clipboard, or by a selection where the page may not use it. */
export async function copyToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "visually-hidden";
    const focused = document.activeElement;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return copied;
  }
}
