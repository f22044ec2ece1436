"use client";
/**
 * How one person likes to read, kept in this tab's memory and nowhere else.
 */
import { useSyncExternalStore } from "react";

export interface Settings {
  readonly theme: "auto" | "light" | "dark";
  readonly text: "normal" | "large" | "largest";
  /** Wipe the conversation after a while without use, for a shared device. */
  readonly idleWipe: boolean;
}

const DEFAULT_SETTINGS: Settings = { theme: "auto", text: "normal", idleWipe: false };

let settings = DEFAULT_SETTINGS;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Applies a change to the page at once. */
export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  const { dataset } = document.documentElement;
  if (settings.theme === "auto") delete dataset.theme;
  else dataset.theme = settings.theme;
  if (settings.text === "normal") delete dataset.text;
  else dataset.text = settings.text;
  for (const listener of listeners) listener();
}

export function useSettings(): Settings {
  return useSyncExternalStore(
    subscribe,
    () => settings,
    () => DEFAULT_SETTINGS,
  );
}
