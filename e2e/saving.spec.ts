import { alert, expectChart, expectScoreRow, expectTotal, scoreRows } from "./clinic";
import { answer, expectAnswered, expectAtItem, item, openForm, typeAnswers } from "./form";
import { clinicDay, clinicNow } from "./clinic-days";
import { expect, expectAccessible, test } from "./fixtures";
import { givenScore } from "./given";

test("a form with gaps asks first, names the items, and is kept without a score", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await typeAnswers(page, "22222 22");
  await page.keyboard.press("ArrowDown");
  await typeAnswers(page, "222222 22222");
  await expectAtItem(page, 20);
  await expectAnswered(page, 18);
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: "2 items have no answer" });
  await expect(question).toContainText("8. Memory gaps");
  await expect(question).toContainText("20. Sleep");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Go to item 8" }).click();
  await expectAtItem(page, 8);

  await page.keyboard.press("Enter");
  await question.getByRole("button", { name: "Save without a score" }).click();
  await expectChart(page, newcomer);
  const rows = await scoreRows(page);
  await expect(rows).toHaveCount(1);
  // B and C are whole (5 and 2 items rated 2); D misses item 8, E misses item 20.
  await expectScoreRow(rows.first(), { total: "–", clusters: "10 4 – –" });
  await expect(rows.first()).toContainText("Not scored: 18 of 20 answered, items 8 and 20 missing");
  await expect(rows.first()).toContainText("Incomplete");
  await expect(page.getByText(/18 of 20 answered, items 8 and 20 missing\) and not scored/)).toBeVisible();
});

test("the last open item answered, the form saves without a question", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await typeAnswers(page, "2".repeat(19));
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: "1 item has no answer" });
  await question.getByRole("button", { name: "Go to item 20" }).click();
  await expectAtItem(page, 20);
  await page.keyboard.press("0");
  await page.keyboard.press("Enter");
  await expectTotal(page, 38, "past month");
});

test("an untouched form is not saved", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await page.keyboard.press("Enter");
  await expect(alert(page)).toBeFocused();
  await alert(page).getByRole("link", { name: "Answer at least one item" }).click();
  await expectAtItem(page, 1);
});

test("a time in the future is refused, in the browser and by the server", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of 422 .*api\/assessments/);
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await typeAnswers(page, "2".repeat(20));
  await page.locator("summary").filter({ hasText: "Change" }).click();
  const answered = page.getByRole("group", { name: "Answered on" });
  await answered.getByLabel("Date").fill(clinicDay(1));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(alert(page)).toBeFocused();
  await expectAccessible(page);
  await alert(page).getByRole("link", { name: /not in the future/ }).click();
  await expect(answered.getByLabel("Date")).toBeFocused();
  await expectAnswered(page, 20);

  await answered.getByLabel("Date").fill(clinicDay(-1));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expectChart(page, newcomer);
  await expectTotal(page, 40, "past month");

  const refused = await page.evaluate(async ({ patientId, answeredAt }) => {
    const body = { patientId, measure: "pcl-5", recall: "week", sessionId: null, answeredAt, mode: "paper", ratings: Array(20).fill(1), key: crypto.randomUUID() };
    const response = await fetch(`/api/assessments/${crypto.randomUUID()}`, { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    return { status: response.status, fields: (await response.json()).error.fields };
  }, { patientId: newcomer.id, answeredAt: `${clinicDay(1)}T08:00` });
  expect(refused).toEqual({ status: 422, fields: { answeredAt: "Enter a date and time that is not in the future" } });
});

test("a second form of the same window and day asks first, and both can be kept", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of 409 .*api\/assessments/);
  await givenScore(page.request, newcomer, { day: 0, time: clinicNow().slice(11), recall: "week", ratings: "11111 11 1111111 111111" });
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await expect(page.getByRole("radio", { name: "Past week" })).toBeChecked();
  await typeAnswers(page, "2".repeat(20));
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: "There is already a past-week PCL-5 of this day" });
  await expect(question).toContainText("total 20");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Go back" }).click();
  await expectAnswered(page, 20);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await question.getByRole("button", { name: "Save this one too" }).click();
  await expectChart(page, newcomer);
  await expect(await scoreRows(page)).toHaveCount(2);
});

test("Enter twice, or Save twice, stores one form", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await typeAnswers(page, "2".repeat(20));
  await expectAnswered(page, 20);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expectChart(page, newcomer);
  await expect(await scoreRows(page)).toHaveCount(1);
});

test("a save that was sent twice is stored once and answered alike", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of (502|409)/);
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  const sends: string[] = [];
  await page.route("**/api/assessments/*", async (route) => {
    // The first answer is lost on its way, as on a bad line: the browser does not learn that it was stored.
    const response = await route.fetch();
    sends.push(`${response.status()}`);
    if (sends.length === 1) await route.fulfill({ status: 502, body: "" });
    else await route.fulfill({ response });
  });
  await typeAnswers(page, "4".repeat(20));
  await page.keyboard.press("Enter");
  await expect(alert(page)).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expectChart(page, newcomer);
  expect(sends).toEqual(["201", "200"]);
  await expect(await scoreRows(page)).toHaveCount(1);
  await expectTotal(page, 80, "past month");
});

test("changing the window under given answers asks, and keeps them", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await expect(page.getByText("In the past month, how much were you bothered by:")).toBeVisible();
  await typeAnswers(page, "2".repeat(20));
  await page.locator("label").filter({ hasText: "Past week" }).click();
  const question = page.getByRole("dialog", { name: "Change to past week?" });
  await expect(question).toContainText("20 answers were given to the past-month wording");
  await question.getByRole("button", { name: "Keep the answers and change" }).click();
  await expect(page.getByText("In the past week, how much were you bothered by:")).toBeVisible();
  await expectAnswered(page, 20);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expectTotal(page, 40, "past week");
});

test("how it was given and for which session are kept with the form", async ({ page, patient }) => {
  await openForm(page, patient);
  await expectAtItem(page, 1);
  await page.locator("summary").filter({ hasText: "Change" }).click();
  await page.getByLabel("Session").selectOption({ label: (await page.getByLabel("Session").locator("option", { hasText: "Dose 2" }).innerText()).trim() });
  await page.getByRole("radio", { name: "Read aloud to the patient" }).check();
  await answer(page, 1, "Moderately").click();
  await expectAtItem(page, 2);
  await typeAnswers(page, "2".repeat(19));
  await expect(item(page, 20)).toBeInViewport();
  await page.keyboard.press("Enter");
  await expectChart(page, patient);
  const row = (await scoreRows(page)).first();
  await expect(row).toContainText("Dose 2");
  await expect(row).toContainText("read aloud to the patient; entered by Mara Quill");
});
