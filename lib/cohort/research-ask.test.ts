import { describe, expect, it } from "vitest";
import { NO_FILTERS, type CohortDefinition } from "./definition";
import { groupsBeside, mayBeAsked } from "./research-ask";

const definition = (filters: Partial<CohortDefinition["filters"]> = {}, population: CohortDefinition["population"] = "all"): CohortDefinition => ({ measure: "pcl-5", recall: "week", ruleId: null, suddenPoints: 10, population, filters: { ...NO_FILTERS, ...filters } });
const there = [
  { therapy: "pe", medicine: "ketamine", route: "intravenous" },
  { therapy: "cpt", medicine: "ketamine", route: "intranasal" },
  { therapy: "pe", medicine: "none", route: "none" },
] as const;

describe("a researcher asks", () => {
  it("by what was done and by nothing that could be moved past one patient", () => {
    for (const asked of [{}, { medicine: "ketamine" }, { therapy: "pe", route: "none" }] as const) expect(mayBeAsked(definition(asked)), JSON.stringify(asked)).toBe(true);
    for (const asked of [{ teamId: "t" }, { startFrom: "2026-01-01" }, { startTo: "2026-01-01" }, { baselineFrom: 40 }, { baselineTo: 0 }, { protocol: "CPT" }]) expect(mayBeAsked(definition(asked)), JSON.stringify(asked)).toBe(false);
    expect(mayBeAsked(definition({}, "completed"))).toBe(false);
  });
});

describe("the groups beside one", () => {
  it("differ in the filters it uses, each once", () => {
    expect(groupsBeside(definition(), there)).toEqual([]);
    expect(groupsBeside(definition({ medicine: "ketamine" }), there)).toEqual([{ therapy: null, medicine: "none", route: null }]);
    expect(groupsBeside(definition({ medicine: "esketamine" }), there)).toEqual([{ therapy: null, medicine: "ketamine", route: null }, { therapy: null, medicine: "none", route: null }]);
    expect(groupsBeside(definition({ therapy: "pe", medicine: "ketamine" }), there)).toEqual([{ therapy: "cpt", medicine: "ketamine", route: null }, { therapy: "pe", medicine: "none", route: null }]);
  });
});
