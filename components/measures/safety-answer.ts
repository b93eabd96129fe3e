// What a page says about an answer that calls for a person, and where the clinic has no words of its own. It names
// what was answered and never what it may mean.
import type { Measure } from "@/lib/measures/measure";

type SafetyMeasure = Pick<Measure, "short" | "items" | "safety">;

/** Where the item stands, or -1 where what counts is an entered result. */
export function safetyPlace({ items, safety }: Pick<SafetyMeasure, "items" | "safety">): number {
  return items.findIndex(({ number }) => number === safety?.item);
}

/** "PHQ-9: item 9 was answered above zero." */
export function safetyTitle({ short, items, safety }: SafetyMeasure): string {
  if (safety === null || items.length === 0) return `${short}: the result entered is a positive one.`;
  return `${short}: item ${safety.item} was answered ${safety.from === 1 ? "above zero" : `${safety.from} or above`}.`;
}

/** What to do, in the clinic's own words or, without any, none of ours but this. */
export function safetyGuidance(clinic: string | undefined): string {
  return clinic === undefined || clinic.trim() === "" ? "Follow your clinic's procedure." : clinic;
}
