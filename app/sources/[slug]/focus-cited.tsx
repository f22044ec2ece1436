"use client";
import { useEffect } from "react";

/** With JavaScript, the marked passage is also where reading goes on: in sight, with the focus. */
export function FocusCited({ cite }: { cite: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another citation of this page, another place
  useEffect(() => {
    const mark = document.getElementById("cited");
    mark?.scrollIntoView({ block: "center" });
    mark?.focus({ preventScroll: true });
  }, [cite]);
  return null;
}
