import { expectScoreRow, expectTotal, scoreRows } from "./clinic";
import { expectAtItem, openForm, recordPcl5, typeAnswers } from "./form";
import { expect, test } from "./fixtures";
import { givenCourse, givenScore, givenSession } from "./given";

const twos = "22222 22 2222222 222222"; // 40: B 10, C 4, D 14, E 12

test("month is suggested at intake, week from then on", async ({ page, newcomer }) => {
  const course = await givenCourse(page.request, newcomer, { day: 5 });
  await givenSession(page.request, course, { kind: "dose", day: 5 });
  await openForm(page, newcomer);
  await expect(page.getByText(/^Suggested: past month\./)).toBeVisible();
  await recordPcl5(page, newcomer, twos);
  await expectTotal(page, 40, "past month");
  await openForm(page, newcomer);
  await expect(page.getByText(/^Suggested: past week\./)).toBeVisible();
  await expect(page.getByText("In the past week, how much were you bothered by:")).toBeVisible();
});

test("week is suggested on the day treatment begins, so that change gets a baseline", async ({ page, newcomer }) => {
  const course = await givenCourse(page.request, newcomer, { day: 0 });
  await givenSession(page.request, course, { kind: "dose", day: 0, time: "23:30" });
  await openForm(page, newcomer);
  await expect(page.getByText(/^Suggested: past week\./)).toBeVisible();
});

test("the result is on the chart at once: total, clusters, provisional rule, change and verdict", async ({ page, patient }) => {
  // 3+3+3+3+3 = 15, 3+3 = 6, 7×3 = 21, 6×3 = 18: 60 before the first dose.
  await givenScore(page.request, patient, { day: -8, time: "09:30", recall: "week", ratings: "33333 33 3333333 333333" });
  await recordPcl5(page, patient, twos);
  await expectTotal(page, 40, "past week");
  await expect(page.getByText("was 60 at baseline")).toBeVisible();
  await expect(page.getByText("Reliable improvement, 20 points (Marx 2022)").first()).toBeVisible();
  await expect(page.getByText(/^Total fell 20 points \(33 %\) from baseline \(60 on day 0\) to 40 on day 8, past week\./)).toBeVisible();
  await expect(page.getByText("Provisional PTSD, past week", { exact: true }).locator("xpath=following-sibling::p[1]")).toContainText("Yes");
  const clusters = { B: "10/20", C: "4/8", D: "14/28", E: "12/24" };
  for (const [id, value] of Object.entries(clusters)) {
    await expect(page.getByRole("region", { name: new RegExp(`^Cluster ${id},`) }).first()).toContainText(value);
  }
  const rows = await scoreRows(page);
  await expectScoreRow(rows.first(), {
    total: "40", clusters: "10 4 14 12", recall: "past week", provisional: "met", change: "−20",
    verdict: "Reliably improved",
  });
});

test("the provisional rule says which cluster met it and which did not", async ({ page, newcomer }) => {
  // B and C rated 4: 20 and 8. D and E rated 1: 7 and 6, none endorsed. Together 41, over the cut, rule not met.
  await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: "44444 44 1111111 111111" });
  await page.goto(newcomer.path);
  await expectTotal(page, 41, "past month");
  await expectScoreRow((await scoreRows(page)).first(), { total: "41", clusters: "20 8 7 6", provisional: "D, E not met" });
});

test("where the window has no baseline, change counts from its first score and says so", async ({ page, patient }) => {
  await givenScore(page.request, patient, { day: -12, recall: "month", ratings: "33333 33 3333333 333333" });
  await givenScore(page.request, patient, { day: -4, recall: "week", ratings: "33333 33 3333333 222222" }); // 54
  await openForm(page, patient);
  await expectAtItem(page, 1);
  await typeAnswers(page, twos);
  await page.keyboard.press("Enter");
  await expectTotal(page, 40, "past week");
  await expect(page.getByText("was 54 at first past-week score, day 4")).toBeVisible();
  await expectScoreRow((await scoreRows(page)).first(), {
    total: "40", clusters: "10 4 14 12", change: "−14",
    verdict: "Improved below reliability, since first past-week score, day 4",
  });
  await expect(page.getByText(/Past month is kept apart: 1 score, 60 on day −4\./)).toBeVisible();
});

test("fifteen points more is reliably worse; zero stays a score to count from", async ({ page, patient }) => {
  await givenScore(page.request, patient, { day: -8, time: "09:30", recall: "week", ratings: "0".repeat(20) });
  await recordPcl5(page, patient, "11111 11 1111111 100000"); // 15
  await expectTotal(page, 15, "past week");
  await expect(page.getByText("was 0 at baseline")).toBeVisible();
  await expectScoreRow((await scoreRows(page)).first(), {
    total: "15", clusters: "5 2 7 1", change: "+15", verdict: "Reliably worse",
  });
});

test("from above 28 to 28 by a reliable fall is recovered, by the named rule", async ({ page, patient }) => {
  await givenScore(page.request, patient, { day: -8, time: "09:30", recall: "week", ratings: "33333 33 3333333 222222" }); // 54
  await recordPcl5(page, patient, "22222 22 2222222 000000"); // 28
  await expectTotal(page, 28, "past week");
  await expect(page.getByText("Recovered, 26 points (Marx 2022)").first()).toBeVisible();
});
