import { expect, it } from "vitest";
import { cohortAsk } from "./cohort";
import { askProblems } from "./cohort-problems";

it.each([
  [{ recall: "foo" }, "--recall: use year, month, fortnight, week, day, moment or unstated"],
  [{ population: "some" }, "--population: use all or completed"],
  [{ medicine: "MDMA" }, "--medicine: use ketamine, esketamine or none"],
  [{ team: "North" }, "--team: a team is given by its id, as the cohort page has it in its address (team=…)"],
  [{ from: "yesterday" }, "--from: Enter a date"],
])("of %j says what would do", (given, wanted) => {
  expect(askProblems(cohortAsk.safeParse(given).error?.issues ?? [])).toEqual([wanted]);
});

it("names the measures", () => {
  expect(askProblems(cohortAsk.safeParse({ measure: "pcl5" }).error?.issues ?? [])[0]).toMatch(/^--measure: use .*pcl-5/);
});
