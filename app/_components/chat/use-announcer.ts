"use client";
/**
 * What a screen reader should be told in; the text of two live regions, polite and assertive, out.
 */
import { useCallback, useState } from "react";

export interface Announcements {
  readonly polite: string;
  readonly assertive: string;
}

/** Only the newest announcement of each kind stands; an answer's text is never announced. */
export function useAnnouncer() {
  const [announcements, setAnnouncements] = useState<Announcements>({ polite: "", assertive: "" });
  const announce = useCallback(
    (text: string, kind: keyof Announcements = "polite") =>
      setAnnouncements((now) => ({ ...now, assertive: "", [kind]: text })),
    [],
  );
  return { announcements, announce };
}
