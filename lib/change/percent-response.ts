/**
 * A response in per cent of the score it is counted from, as a rule: shared by the measures whose sources give
 * one. A convention or a smallest difference people notice; it says nothing about the error of measurement.
 */
import type { ResponseRule } from "./rule";

type Given = Omit<ResponseRule, "kind" | "points" | "endState" | "percent"> & { readonly percent: number };

/** Example: percentResponse({ …, percent: 50 }) is met from 18 to 9 and not met from 18 to 10. */
export function percentResponse(given: Given): ResponseRule {
  return { ...given, kind: "response", points: null, endState: null };
}
