import { expect, it } from "vitest";
import { startingDosing } from "@/lib/schemas/dosing-settings";
import { dosingChanges } from "./dosing-changes";

it("names what was changed in the dosing room, and what it was before", () => {
  const [before, after] = [startingDosing(), startingDosing()];
  expect(dosingChanges(before, after)).toEqual([]);
  after.limits.during.systolic = { min: null, max: 170 };
  after.limits.during.dissociation = { min: null, max: 8 };
  after.minutes = [0, 30, 60, 120];
  after.sound = true;
  expect(dosingChanges(before, after)).toEqual([
    "During observation, Systolic pressure: to 170, before: from 101 to 180",
    "During observation, Dissociation: to 8, before: no limit",
    "Readings due: 0, 30, 60, 120 min, before: 0, 40, 80, 120 min",
    "Sound of a late reading: on, before: off",
  ]);
});
