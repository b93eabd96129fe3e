import { expect, it } from "vitest";
import { ownRulePreview } from "./own-rule-preview";

it("shows the way from SD and r to points", () => {
  // 11.90 · √.18 = 5.05; √2 · 5.0487 = 7.14; 1.96 · 7.1400 = 13.99 (Earleywine's baseline SD with a retest r of .82)
  expect(ownRulePreview({ measure: "pcl-5", sd: 11.9, r: 0.82, endState: 28 })?.words).toMatch(
    /^SEM = 11.9 · √\(1 − 0.82\) = 5.05; S_diff = √2 · SEM = 7.14; threshold = 1.96 · S_diff = 14.0 points\. A change of 14.0 points or more/,
  );
});

it("says why a rule cannot be", () => {
  expect(ownRulePreview({ measure: "pcl-5", sd: 6, r: 0.8, endState: null })).toEqual({ refused: true, words: "7.4 points are under 9, the least any source supports." });
  expect(ownRulePreview({ measure: "pcl-5", sd: 12, r: 1, endState: null })?.refused).toBe(true);
});

it("waits until both numbers are there", () => {
  expect(ownRulePreview({ measure: "pcl-5", sd: Number.NaN, r: 0.8, endState: null })).toBeNull();
});
