import { clinicDayInWords } from "./clinic-days";
import { expect, expectAccessible, test } from "./fixtures";
import { demoPatient, givenScore } from "./given";

// Doses 8 days ago and yesterday at 10:00. 60 half an hour before the first, 40 the day after, 45 just before the second:
// 20 points fell, and 15 of them were still there when the second dose was given.
test("what a dose did and whether it held is one click from the chart", async ({ page, patient }) => {
  await givenScore(page.request, patient, { day: -8, time: "09:30", recall: "week", ratings: "3".repeat(20) });
  await givenScore(page.request, patient, { day: -7, time: "09:00", recall: "week", ratings: "2".repeat(20) });
  await givenScore(page.request, patient, { day: -1, time: "09:30", recall: "week", ratings: "3".repeat(5) + "2".repeat(15) });
  await page.goto(patient.path);
  await page.getByRole("link", { name: "Since the dose" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Since the dose" })).toBeVisible();

  const doses = page.getByRole("table", { name: /^PCL-5, past week, since each dose/ });
  const first = doses.getByRole("row").filter({ hasText: "Dose 1" });
  await expect(first.getByRole("cell")).toHaveText(["60", /−20\s*to 40\s*6 of 7 days before/, "–", /−15\s*to 45/, "15 of 20 points (75 %)"]);
  await expect(doses.getByRole("row").filter({ hasText: "Mean change" })).toContainText("−20.0");
  await expect(page.getByRole("main").getByRole("status")).toHaveText("Dose 1: 60 before; −20 at +24 h, −15 at +7 d; held until dose 2: 15 of 20 points (75 %).");
  await doses.getByRole("link", { name: "Dose 2" }).focus();
  await expect(page.getByRole("main").getByRole("status")).toHaveText(/^Dose 2: 45 before; no score/);

  const windows = page.getByRole("table", { name: /^Windows of the course/ });
  await expect(windows.getByRole("row").filter({ hasText: "24 h" })).toContainText(`40 −20 ${clinicDayInWords(-7).split(" ").slice(0, 2).join(" ")}`);
  await expect(windows.getByRole("row").filter({ hasText: "Week 8" })).toContainText("not yet: opens");
  await expectAccessible(page);
});

test("one dose over its minutes says its peak, the way back and the doses before", async ({ page }) => {
  const lindqvist = await demoPatient(page.request, "004-2301");
  await page.goto(`${lindqvist.path}/doses`);
  await page.getByRole("link", { name: "Dose 3", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dose 3" })).toBeVisible();
  await expect(page.getByText(/^Dissociation: peak \d+ at \d+ min, back at 0 by 2 h .*; in 2 earlier doses/)).toBeVisible();
  await expect(page.getByRole("img", { name: /^Dissociation over minutes from the start/ })).toBeVisible();
  await expect(page.getByRole("table", { name: /^Readings in order of time/ }).locator("tbody").getByRole("row")).toHaveCount(4);
  await expectAccessible(page);
});
