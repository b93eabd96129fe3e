// What is asked for when: the plan of a course, edited on its page, is what the caseload says is due.
import { caseloadRow, searchCaseload } from "./clinic";
import { expect, expectAccessible, test } from "./fixtures";
import { givenScore } from "./given";

test("a plan changed for one course changes what is due on the caseload", async ({ page, patient }) => {
  await givenScore(page.request, patient, { day: -8, recall: "week", ratings: "2".repeat(20) });
  await page.goto(`${patient.path}/course`);
  const plan = page.getByLabel("Plan of measures");
  await expect(plan).toHaveValue("standard");
  await plan.selectOption({ label: "PCL-5 with depression and anxiety" });
  await page.getByRole("checkbox", { name: "GAD-7, Every week" }).uncheck();
  await expect(plan).toHaveValue("own");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save plan" }).click();

  const grid = page.getByRole("table", { name: "Measures by window" });
  const cells = (window: string) => grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${window}`) }) }).getByRole("cell");
  await expect(grid.getByRole("columnheader")).toHaveText(["Window", "PCL-5", "PHQ-9", "GAD-7", "AUDIT-C"]);
  await expect(cells("Baseline")).toHaveText(["40", "Missed", "Missed", "Missed"]);
  await expect(cells("Week 1")).toHaveText(["Late", "Late", /not asked for/, /not asked for/]);
  await expect(cells("Week 4, the end")).toHaveText(["To come", "To come", "To come", /not asked for/]);

  await page.goto("/caseload");
  await searchCaseload(page, patient.familyName);
  await expect(caseloadRow(page, patient)).toContainText("Overdue 1 day · Week 1: PCL-5, PHQ-9");
});

test("a measure recorded in its window is done there, and late no more", async ({ page, patient }) => {
  await givenScore(page.request, patient, { day: -1, recall: "week", ratings: "0".repeat(20) });
  await page.goto(`${patient.path}/course`);
  const grid = page.getByRole("table", { name: "Measures by window" });
  const week = grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^Week 1/ }) });
  await expect(week.getByRole("cell")).toHaveText(["0"]);
  await page.goto("/caseload");
  await searchCaseload(page, patient.familyName);
  await expect(caseloadRow(page, patient)).toBeVisible();
  await expect(caseloadRow(page, patient)).not.toContainText("Overdue");
});
