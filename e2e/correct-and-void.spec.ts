import { alert, expectChart, expectScoreRow, expectTotal, openRecorded, scoreRows, signIn } from "./clinic";
import { answer } from "./form";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { givenScore } from "./given";
import { demoPassword } from "./people";

const twos = "22222 22 2222222 222222"; // 40: B 10, C 4, D 14, E 12

test("a correction needs a reason; old values, reason, who and when stay readable, and the chart marks the point", async ({ page, newcomer }) => {
  await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: twos });
  await page.goto(newcomer.path);
  await openRecorded(page);
  await expect(page.getByRole("heading", { name: "Result" })).toBeVisible();
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await answer(page, 1, "Extremely").click();
  await expect(page.getByText("was 2", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(alert(page)).toBeFocused();
  await alert(page).getByRole("link", { name: /reason/i }).click();
  await page.keyboard.type("The paper says 4 for item 1.");
  await page.getByRole("button", { name: "Save the correction" }).click();

  const history = page.getByRole("table", { name: "History of this PCL-5" });
  const revisions = history.locator("tbody").getByRole("row");
  await expect(revisions).toHaveCount(2);
  await expect(revisions.first()).toContainText("corrected");
  await expect(revisions.first()).toContainText("The paper says 4 for item 1.");
  await expect(revisions.first()).toContainText("Mara Quill");
  await expect(revisions.first()).toContainText(/1\. Unwanted memories: 2.*4/);
  await expect(revisions.first()).toContainText("42");
  await expect(revisions.nth(1)).toContainText("entered");
  await expect(revisions.nth(1)).toContainText("40");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Back to the chart" }).click();
  await expectTotal(page, 42, "past month");
  await expectScoreRow((await scoreRows(page)).first(), { total: "42", clusters: "12 4 14 12", state: "Corrected" });
});

test("a correction that changes nothing is not saved", async ({ page, newcomer }) => {
  await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: twos });
  await page.goto(newcomer.path);
  await openRecorded(page);
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await page.getByLabel("Reason for the correction").fill("No change at all.");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(alert(page)).toContainText("Nothing has been changed yet");
});

test("a correction that is begun is not left by the back button or a link unasked", async ({ page, newcomer }) => {
  await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: twos });
  await page.goto(newcomer.path);
  await openRecorded(page);
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await answer(page, 1, "Extremely").click();
  await expect(page.getByText("was 2", { exact: true })).toBeVisible();
  const back = () => void page.evaluate(() => history.back());
  for (const leave of [back, () => page.getByRole("link", { name: "Caseload" }).click()]) {
    const asked = page.waitForEvent("dialog");
    void leave();
    const question = await asked;
    // The browser asks in words of its own where the page was opened by itself.
    if (question.type() !== "beforeunload") expect(question.message()).toContain("has not been saved");
    await question.dismiss();
    await expect(page.getByText("was 2", { exact: true })).toBeVisible();
  }
  page.once("dialog", (question) => question.accept());
  back();
  await expect(page.getByRole("heading", { name: "Result" })).toBeVisible();
});

test("an incomplete form is completed by a correction and is scored from then on", async ({ page, newcomer }) => {
  await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: "22222 22 2222222 22222-" });
  await page.goto(newcomer.path);
  await openRecorded(page);
  await expect(page.getByText("Not scored: 19 of 20 answered, item 20 missing.")).toBeVisible();
  await expect(page.getByRole("table", { name: "Answers to this PCL-5" }).getByRole("row").last()).toContainText("not answered");
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await answer(page, 20, "Not at all").click();
  await page.getByLabel("Reason for the correction").fill("Asked the patient for item 20.");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await page.getByRole("link", { name: "Back to the chart" }).click();
  await expectTotal(page, 38, "past month");
});

test("a correction of an older copy lays both versions side by side, item by item", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of 409 .*corrections/);
  const id = await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: twos });
  const other = await page.context().newPage();
  for (const [each, words] of [[page, "Extremely"], [other, "Not at all"]] as const) {
    await each.goto(`${newcomer.path}/assessments/${id}/correct`);
    await answer(each, 1, words).click();
    await each.getByLabel("Reason for the correction").fill(`Item 1 should be ${words}.`);
  }
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByRole("table", { name: "History of this PCL-5" })).toBeVisible();
  await other.getByRole("button", { name: "Save the correction" }).click();
  const both = other.getByRole("dialog", { name: "Somebody saved this meanwhile" });
  await expect(both.getByRole("group", { name: /^1\. / })).toContainText("Yours Not at all");
  await expect(both.getByRole("group", { name: /^1\. / })).toContainText("Theirs Extremely");
  await page.goto(newcomer.path);
  await expectTotal(page, 42, "past month");
  await both.getByRole("button", { name: "Save mine" }).click();
  await expect(other.getByRole("table", { name: "History of this PCL-5" })).toBeVisible();
  await page.reload();
  await expectTotal(page, 38, "past month");
});

test("a voided form leaves every score; its answers and the reason stay readable", async ({ page, newcomer }) => {
  await givenScore(page.request, newcomer, { day: -9, recall: "month", ratings: twos });
  await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: "4".repeat(20) });
  await page.goto(newcomer.path);
  await expectTotal(page, 80, "past month");
  await openRecorded(page);
  const answers = page.getByRole("table", { name: "Answers to this PCL-5" }).locator("tbody").getByRole("row");
  const sleep = /^20 Trouble falling or staying asleep\?? Extremely 4$/;
  await expect(answers).toHaveCount(20);
  await expect(answers.nth(19)).toHaveAccessibleName(sleep);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await answers.first().scrollIntoViewIfNeeded();
  await expect(answers.first().getByRole("cell", { name: "4", exact: true })).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole("button", { name: "Void this form" }).click();
  const dialog = page.getByRole("dialog", { name: /^Void the past month PCL-5 of/ });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Void", exact: true }).click();
  await expect(dialog.getByLabel("Reason for voiding")).toBeFocused();
  await page.keyboard.type("Entered for the wrong patient.");
  await dialog.getByRole("button", { name: "Void", exact: true }).click();
  await expect(page.getByText("This form no longer counts in any score or chart.")).toBeVisible();
  const revisions = page.getByRole("table", { name: "History of this PCL-5" }).locator("tbody").getByRole("row");
  await expect(revisions).toHaveCount(2);
  await expect(revisions.first()).toContainText("voided");
  await expect(revisions.first()).toContainText("Entered for the wrong patient.");
  await expect(answers.nth(19)).toHaveAccessibleName(sleep);
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: "Correct", exact: true })).toHaveCount(0);

  await page.getByRole("link", { name: "Back to the chart" }).click();
  await expectChart(page, newcomer);
  await expectTotal(page, 40, "past month");
  await expect(await scoreRows(page)).toHaveCount(1);
  await page.getByRole("main").getByRole("link", { name: /^past month PCL-5, / }).click();
  await expect(page.getByText("Entered for the wrong patient.")).toBeVisible();
});

test("a voided form is restored with a reason by who confirms that it is them; it counts again and its history keeps all of it", async ({ page, newcomer, openAs, expectConsole }) => {
  expectConsole(/status of 403 .*restore/);
  const id = await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: twos });
  const address = `${newcomer.path}/assessments/${id}`;
  // Confirming ends the session it was asked in: not the one that other stories share.
  const own = await openAs(null);
  await own.goto(`/sign-in?next=${address}`);
  await signIn(own, "mara");
  await own.getByRole("button", { name: "Void this form" }).click();
  await own.getByLabel("Reason for voiding").fill("Entered for the wrong patient.");
  await own.getByRole("button", { name: "Void", exact: true }).click();
  await expect(own.getByText("This form no longer counts in any score or chart.")).toBeVisible();

  const sam = await openAs("sam");
  await sam.goto(address);
  await expect(sam.getByText("This form no longer counts in any score or chart.")).toBeVisible();
  await expect(sam.getByRole("button", { name: "Restore this form" })).toHaveCount(0);

  await own.getByRole("button", { name: "Restore this form" }).click();
  const dialog = own.getByRole("dialog", { name: /^Restore the past month PCL-5 of/ });
  await expectAccessible(own);
  await dialog.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(dialog.getByLabel("Reason for restoring")).toBeFocused();
  await own.keyboard.type("It was this patient after all.");
  // As if ten minutes had passed since signing in: the server asks again, and what was typed goes on by itself.
  await own.route("**/restore", (route) => route.fulfill({ status: 403, json: { error: { kind: "fresh", message: "Confirm that it is you, then this goes on.", ask: "password" } } }), { times: 1 });
  await dialog.getByRole("button", { name: "Restore", exact: true }).click();
  const confirm = own.getByRole("dialog", { name: "Confirm that it is you" });
  await expectAccessible(own);
  await confirm.getByRole("textbox", { name: "Password" }).fill(demoPassword());
  await confirm.getByRole("button", { name: "Confirm" }).click();

  const revisions = own.getByRole("table", { name: "History of this PCL-5" }).locator("tbody").getByRole("row");
  await expect(revisions).toHaveCount(3);
  await expect(revisions.first()).toContainText("restored");
  await expect(revisions.first()).toContainText("It was this patient after all.");
  await expect(revisions.nth(1)).toContainText("Entered for the wrong patient.");
  await expect(own.getByRole("button", { name: "Void this form" })).toBeVisible();
  await expectAccessible(own);
  await own.getByRole("link", { name: "Back to the chart" }).click();
  await expectTotal(own, 40, "past month");
});
