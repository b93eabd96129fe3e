import { expect, test } from "vitest";
import { safetyGuidance, safetyTitle } from "./safety-answer";

const item = (number: number) => ({ number, text: `${number}?`, label: `${number}`, cluster: null });
const safety = { item: 9, from: 1, meaning: "as printed", source: "as printed" };
const asked = { short: "PHQ-9", items: [item(1), item(9)], safety };
const entered = { short: "C-SSRS screener", items: [], safety: { ...safety, item: 0 } };

test("the clinic's words stand alone; without them the page sends to the clinic's procedure", () => {
  expect(safetyGuidance("Call the duty clinician.")).toBe("Call the duty clinician.");
  expect([undefined, "", "  "].map(safetyGuidance)).toEqual(Array(3).fill("Follow your clinic's procedure."));
  expect(safetyTitle(asked)).toBe("PHQ-9: item 9 was answered above zero.");
  expect(safetyTitle(entered)).toBe("C-SSRS screener: the result entered is a positive one.");
});
