import { expect, test } from "vitest";
import { findMeasure } from "../measures";

const auditC = findMeasure("audit-c")!;

// Typed from WHO's form, not imported: this copy is what the definition is held against.
const printed: readonly [string, readonly string[]][] = [
  [
    "How often do you have a drink containing alcohol?",
    ["Never", "Monthly or less", "2 to 4 times a month", "2 to 3 times a week", "4 or more times a week"],
  ],
  [
    "How many drinks containing alcohol do you have on a typical day when you are drinking?",
    ["1 or 2", "3 or 4", "5 or 6", "7, 8, or 9", "10 or more"],
  ],
  [
    "How often do you have six or more drinks on one occasion?",
    ["Never", "Less than monthly", "Monthly", "Weekly", "Daily or almost daily"],
  ],
];

test("three items in WHO's words, each with its own answers from 0 to 4", () => {
  expect(auditC.items.map(({ text, options }) => [text, options])).toEqual(
    printed.map(([text, labels]) => [text, labels.map((label, value) => ({ value, label }))]),
  );
  expect(auditC.options).toEqual([]);
});

test("the past year stands before the items, for they name no period", () => {
  const form = auditC.administration("year");
  expect(form.instruction).toMatch(/^Now I am going to ask you some questions about your use of alcoholic beverages during this past year\. /);
  expect(form.instruction).toContain(
    "Consider a “drink” to be a can or bottle of beer, a glass of wine, a wine cooler, or one cocktail or a shot of hard liquor (like scotch, gin, or vodka).",
  );
  expect([form.codes.panel?.code, form.codes.total?.code]).toEqual(["72109-2", "75626-2"]);
  expect(form.caution).toMatch(/^When all points come from item 1/);
});

test("WHO's notice, and “Never” rules out items 2 and 3", () => {
  expect(auditC.rights).toContain(
    "may … be freely reviewed, abstracted, reproduced, and translated, in part or in whole but not for sale or for use in conjunction with commercial purposes.",
  );
  expect(auditC.skips.map(({ item, answer, skips }) => [item, answer, skips])).toEqual([[1, 0, [2, 3]]]);
  expect(auditC.thresholds.map(({ id, value }) => [id, value])).toEqual([["women", 3], ["men", 4], ["va-action", 5]]);
});
