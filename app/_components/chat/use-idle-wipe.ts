"use client";
/**
 * Minutes without use in; a wiped conversation out.
 */
import { useEffect } from "react";

const SIGNS_OF_USE = ["pointerdown", "keydown", "scroll", "touchstart"] as const;

/** Calls `wipe` when nobody has touched the page for a while and there is something to wipe. */
export function useIdleWipe(
  minutes: number | undefined,
  hasContent: boolean,
  wipe: () => void,
): void {
  useEffect(() => {
    if (!minutes || !hasContent) return;
    let timer = setTimeout(wipe, minutes * 60_000);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(wipe, minutes * 60_000);
    };
    for (const sign of SIGNS_OF_USE)
      addEventListener(sign, restart, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_USE) removeEventListener(sign, restart, { capture: true });
    };
  }, [minutes, hasContent, wipe]);
}
