/**
 * The headers of a page request in; what every page of the site needs to say its fixed words out.
 */
import { headers } from "next/headers";
import { env } from "@/lib/env";
import en from "../_messages/en.json";
import es from "../_messages/es.json";
import { knownLanguage, LANGUAGE_CHOSEN_HEADER, LANGUAGE_HEADER, type Language } from "./locale";

export type Messages = typeof en;

const MESSAGES: Record<Language, Messages> = { en, es };

export interface Site {
  readonly language: Language;
  /** The reader chose this language, so links carry it on. */
  readonly chosen: boolean;
  readonly messages: Messages;
  readonly name: string;
  readonly contact: { readonly text?: string; readonly url?: string };
  readonly nonce: string | undefined;
}

export async function getSite(): Promise<Site> {
  const request = await headers();
  const language = knownLanguage(request.get(LANGUAGE_HEADER)) ?? "en";
  const { siteName, contact } = env();
  return {
    language,
    chosen: request.has(LANGUAGE_CHOSEN_HEADER),
    messages: MESSAGES[language],
    name: siteName,
    contact,
    nonce: request.get("x-nonce") ?? undefined,
  };
}
