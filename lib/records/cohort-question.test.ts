import { expect, it } from "vitest";
import { DEFAULT_RULE_ID } from "@/lib/change/rules";
import { cohortAsk } from "@/lib/schemas/cohort";
import { clinicSettings } from "@/lib/schemas/settings";
import { questionOf } from "./cohort-question";

const own = { id: "own-reservists", measure: "pcl-5", name: "Reservists", recalls: ["week"], sd: 12, r: 0.84, kindOfR: "test-retest, one week", endState: null, population: "Reservists", source: "Worked out at the clinic" } as const;
const settings = clinicSettings.parse({ ownRules: [own] });

it("a rule of the clinic's own judges a group where it is asked for", () => {
  const { definition, rule } = questionOf(cohortAsk.parse({ rule: own.id }), settings);
  expect([definition.ruleId, rule?.id]).toEqual([own.id, own.id]);
});

it("another measure's rule, and one that is gone, give way to the clinic's", () => {
  for (const gone of ["own-gone", "", "phq-9-kroenke-5"]) expect(questionOf(cohortAsk.parse({ rule: gone }), settings).rule?.id).toBe(DEFAULT_RULE_ID);
  expect(questionOf(cohortAsk.parse({}), clinicSettings.parse({ ownRules: [own], rules: { "pcl-5": own.id } })).rule?.id).toBe(own.id);
});
