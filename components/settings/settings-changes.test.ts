import { describe, expect, it } from "vitest";
import { settingsFrom, type ClinicSettings } from "@/lib/schemas/settings";
import { settingsChanges } from "./settings-changes";

const start = settingsFrom({});
const own: ClinicSettings["ownRules"][number] = {
  id: "own-clinic", measure: "pcl-5", name: "Our clinic", recalls: ["week"], sd: 12, r: 0.82, kindOfR: "retest", endState: null, population: "us", source: "us",
};

describe("the history of the settings", () => {
  it("says nothing where nothing differs, whatever the order of a stored document's fields", () => {
    const { plans, ...rest } = start;
    const turned = plans.map(({ id, name, plan }) => ({ plan: Object.fromEntries(Object.entries(plan).toReversed()) as typeof plan, name, id }));
    expect(settingsChanges(start, { plans: turned, ...rest })).toEqual([]);
    expect(settingsChanges(start, { ...start, rules: { "pcl-5": "marx-2022-15" }, guidance: { worse: "" } })).toEqual([]);
  });

  it("names the rule, and the one before", () => {
    expect(settingsChanges(start, { ...start, rules: { "pcl-5": "marx-2022-18" } })).toEqual(["Rule for the PCL-5: Marx 2022, 18 points, before: Marx 2022, 15 points"]);
  });

  it("names own rules added, changed and removed", () => {
    expect(settingsChanges(start, { ...start, ownRules: [own] })).toEqual(["Own rule “Our clinic” added"]);
    expect(settingsChanges({ ...start, ownRules: [own] }, { ...start, ownRules: [{ ...own, sd: 13 }] })).toEqual(["Own rule “Our clinic” changed"]);
    expect(settingsChanges({ ...start, ownRules: [own] }, start)).toEqual(["Own rule “Our clinic” removed"]);
  });

  it("names what calls for attention", () => {
    const attention = { ...start.attention, rise: { on: true, points: 20 }, worse: { on: false } };
    expect(settingsChanges(start, { ...start, attention, guidance: { safety: "Call the duty doctor." }, sudden: { points: 15 } })).toEqual([
      "An answer about suicide: text changed",
      "Reliably worse: switched off",
      "Rise since the last dose: 20 points, before: 15",
      "Sudden gains and losses: 15 points, before: 10",
    ]);
  });

  it("names plans renamed and changed, and the default", () => {
    const [first, second, ...rest] = start.plans;
    if (first === undefined || second === undefined) throw new Error("a clinic starts with plans");
    const plans = [{ ...first, name: "Short" }, { ...second, plan: { ...second.plan, end: [] } }, ...rest];
    expect(settingsChanges(start, { ...start, plans, defaultPlan: second.id })).toEqual([
      "Plan “PCL-5 alone” now “Short”",
      "Plan “PCL-5 with depression and anxiety” changed",
      "A new course starts with “PCL-5 with depression and anxiety”, before: “PCL-5 alone”",
    ]);
  });
});
