import { describe, expect, it } from "vitest";
import { dosingSettings, startingDosing } from "./dosing-settings";
import { settingsFrom } from "./settings";

const refused = (change: (settings: ReturnType<typeof startingDosing>) => void) => {
  const settings = startingDosing();
  change(settings);
  const read = dosingSettings.safeParse(settings);
  return read.success ? [] : read.error.issues.map(({ path }) => path.join("."));
};

describe("what a clinic decides about its dosing room", () => {
  it("starts with limits that the form itself accepts, and no sound", () => {
    expect(refused(() => {})).toEqual([]);
    expect(settingsFrom({}).dosing).toEqual(startingDosing());
    expect(settingsFrom({}).dosing.sound).toBe(false);
    expect(settingsFrom({ dosing: { minutes: "often" } }).dosing).toEqual(startingDosing());
  });

  it("refuses limits that cross, minutes that are none, amounts beyond any of these rooms", () => {
    expect(refused(({ limits }) => (limits.before.systolic = { min: 150, max: 140 }))).toEqual(["limits.before.systolic.max"]);
    expect(refused(({ limits }) => (limits.during.spo2 = { min: 940, max: null }))).toEqual(["limits.during.spo2.min"]);
    expect(refused((settings) => (settings.minutes = [0, Number.NaN]))).toEqual(["minutes"]);
    expect(refused((settings) => (settings.minutes = []))).toEqual(["minutes"]);
    expect(refused(({ amounts }) => Object.assign(amounts.maxMgPerKg, { intravenous: 50 }))).toEqual(["amounts.maxMgPerKg.intravenous"]);
  });

  it("keeps minutes in order, each once", () => {
    expect(dosingSettings.parse({ ...startingDosing(), minutes: [80, 0, 80, 40] }).minutes).toEqual([0, 40, 80]);
  });
});
