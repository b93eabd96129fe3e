import { describe, expect, it } from "vitest";
import { clinicSettings, settingsFrom } from "./settings";

const own = {
  id: "own-clinic",
  measure: "pcl-5",
  name: "Our clinic 2026",
  recalls: ["week"],
  sd: 11.9,
  r: 0.82,
  kindOfR: "test–retest",
  endState: 28,
  population: "Ketamine clinic, n = 117",
  source: "Earleywine, preprint",
};

function refused(change: object): Record<string, string> {
  const { error } = clinicSettings.safeParse({ ...settingsFrom({}), plans: [onePlan], ...change });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

const weekly = { baseline: ["pcl-5"], "24h": [], week: ["pcl-5"], end: [], "follow-up": [] };
const onePlan = { id: "pcl-5", name: "PCL-5 alone", plan: weekly };

describe("a clinic's settings", () => {
  it("are today's defaults where nothing is stored, with the PCL-5 always recorded", () => {
    expect(settingsFrom({}).measures).toEqual(["pcl-5"]);
    expect(settingsFrom({ measures: [] }).measures).toEqual(["pcl-5"]);
    expect(settingsFrom({ rules: { "pcl-5": "marx-2022-18" } }).rules).toEqual({ "pcl-5": "marx-2022-18" });
  });

  it("outlive a chosen rule that is no longer known", () => {
    expect(settingsFrom({ rules: { "pcl-5": "gone" }, defaultPlan: "gone" }).rules).toEqual({ "pcl-5": "gone" });
  });

  it("keep what still fits of a document that no longer does", () => {
    const found = settingsFrom({ rules: { "pcl-5": "marx-2022-18" }, measures: ["gone"], colour: "blue" });
    expect(found.rules).toEqual({ "pcl-5": "marx-2022-18" });
    expect(found.measures).toEqual(["pcl-5"]);
    expect(settingsFrom("nonsense").defaultPlan).toBe("pcl-5");
  });

  it("take a rule of the clinic's own, and let it be chosen", () => {
    expect(refused({ ownRules: [own], rules: { "pcl-5": "own-clinic" } })).toEqual({});
  });

  it("refuse a rule of the PCL-5 under 9 points in words", () => {
    // 1.96·√2·6·√(1 − .80) = 7.4 points
    const small = { ownRules: [{ ...own, sd: 6, r: 0.8 }] };
    const words = { "ownRules.0.sd": "7.4 points are under 9, the least any source supports" };
    expect(refused(small)).toEqual(words);
    expect(refused({ ...small, rules: { "pcl-5": "marx-2022-15" } }), "with a rule chosen beside it").toEqual(words);
  });

  it("refuse an own rule for the past-day form and an end state out of range", () => {
    const found = refused({ ownRules: [{ ...own, recalls: ["day"], endState: 81 }] });
    expect(found["ownRules.0.recalls"]).toBe("No rule covers the PCL-5 of past day");
    expect(found["ownRules.0.endState"]).toBe("A total of the PCL-5 lies from 0 to 80");
  });

  it("refuse what refers to nothing in the document", () => {
    expect(refused({ rules: { "pcl-5": "gone" } })).toEqual({ "rules.pcl-5": "Choose a rule from the list" });
    expect(refused({ defaultPlan: "gone" })).toEqual({ defaultPlan: "Choose the plan a new course starts with" });
    expect(refused({ plans: [onePlan, onePlan] })["plans.1.name"]).toMatch(/^Two plans have the same/);
  });
});
