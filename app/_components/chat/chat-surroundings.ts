"use client";
/**
 * What the parts of a chat know about the page they are on.
 */
import { createContext, useContext } from "react";
import type { Language } from "../locale";

export interface Surroundings {
  readonly siteName: string;
  readonly language: Language;
  /** The reader chose the language, so links carry it on. */
  readonly chosen: boolean;
  readonly contact: { readonly text?: string; readonly url?: string };
  /** Inside another site's page: links open in a tab of their own. */
  readonly embedded: boolean;
}

const Context = createContext<Surroundings | undefined>(undefined);

export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const value = useContext(Context);
  if (!value) throw new Error("a part of the chat was used outside of it");
  return value;
}
