import { expect, test } from "vitest";
import { findMeasure } from "../measures";

const screen = findMeasure("pc-ptsd-5")!;

// Typed from the published form, not imported: this copy is what the definition is held against.
const printed: readonly [number, string][] = [
  [0, "Have you ever experienced this kind of event?"],
  [1, "Had nightmares about the event(s) or thought about the event(s) when you did not want to?"],
  [2, "Tried hard not to think about the event(s) or went out of your way to avoid situations that reminded you of the event(s)?"],
  [3, "Been constantly on guard, watchful, or easily startled?"],
  [4, "Felt numb or detached from people, activities, or your surroundings?"],
  [5, "Felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the event(s) may have caused?"],
];

test("a gate and five items, every character", () => {
  expect(screen.items.map(({ number, text }) => [number, text])).toEqual(printed);
});

test("no and yes, on the gate too; the gate counts nothing and must be answered", () => {
  expect(screen.options).toEqual([{ value: 0, label: "No" }, { value: 1, label: "Yes" }]);
  expect(screen.items.filter(({ unscored }) => unscored).map(({ number }) => number)).toEqual([0]);
  expect(screen.items.some(({ optional, options }) => optional === true || options !== undefined)).toBe(false);
  expect(screen.skips.map(({ item, answer, skips }) => [item, answer, skips])).toEqual([[0, 0, [1, 2, 3, 4, 5]]]);
});

test("what such an event is, as printed", () => {
  const form = screen.administration("month");
  expect(form.instruction.replaceAll("\n• ", " | ")).toBe(
    "Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic. For example: | a serious accident or fire | a physical or sexual assault or abuse | an earthquake or flood | a war | seeing someone be killed or seriously injured | having a loved one die through homicide or suicide",
  );
  expect(form.stem).toBe("In the past month, have you…");
  expect([form.codes.panel?.code, form.codes.total?.code]).toEqual(["102010-6", "102017-1"]);
});
