import { expectChart } from "./clinic";
import { answer, draftStored, expectAnswered, expectAtItem, expectForm, expectNoAnswer, item, openForm, typeAnswers } from "./form";
import { expect, expectAccessible, test } from "./fixtures";

test("PCL-5, PHQ-9 and GAD-7 in one sitting, by keyboard alone and without a wasted key", async ({ page, patient }) => {
  await page.goto(`${patient.path}/record?sitting=pcl-5,phq-9,gad-7`);
  await expectAtItem(page, 1);
  await page.locator("summary").filter({ hasText: "Change" }).click();
  await page.getByRole("radio", { name: "Read aloud to the patient" }).check();
  await answer(page, 1, "Moderately").click();
  await expectAtItem(page, 2);
  await typeAnswers(page, "2".repeat(19));
  await page.keyboard.press("Enter");

  await expectForm(page, "PHQ-9");
  await expectAtItem(page, 1);
  const steps = page.getByRole("navigation", { name: "This sitting" }).getByRole("listitem");
  await expect(steps).toHaveText([/PCL-5.*recorded/, /PHQ-9/, /GAD-7/]);
  await expect(page.locator("summary").filter({ hasText: "read aloud to the patient" })).toBeVisible();
  await expectAccessible(page);
  const stored = draftStored(page, 4);
  await typeAnswers(page, "1111");
  await stored;
  await page.reload();
  await expectAtItem(page, 5);
  await typeAnswers(page, "11110");
  await expectAnswered(page, 9, 9);
  // The last question may stay blank: the cursor waits there, and Enter saves without it.
  await expect(page.getByRole("group", { name: /^Last question, may stay blank/ }).locator("input:focus")).toHaveCount(1);
  await page.keyboard.press("Enter");

  await expectForm(page, "GAD-7");
  await expectAtItem(page, 1);
  await typeAnswers(page, "0".repeat(7));
  await page.keyboard.press("Enter");
  await expectChart(page, patient);
});

test("a measure is skipped for now, and a sitting that is opened again goes on where one was", async ({ page, patient }) => {
  const sitting = `${patient.path}/record?sitting=pcl-5,phq-9,gad-7`;
  await page.goto(sitting);
  await expectAtItem(page, 1);
  await page.getByRole("link", { name: "Skip for now" }).click();
  await expectForm(page, "PHQ-9");
  const stored = draftStored(page, 2);
  await expectAtItem(page, 1);
  await typeAnswers(page, "12");
  await stored;
  await page.goto(sitting);
  await expectForm(page, "PHQ-9");
  await expectAtItem(page, 3);
});

test("an answer above zero to item 9 is met at once, and stays until somebody says what was done", async ({ page, newcomer }) => {
  await openForm(page, newcomer, "phq-9");
  await expectAtItem(page, 1);
  await typeAnswers(page, "00000000");
  const notice = page.getByText("PHQ-9: item 9 was answered above zero.");
  await expect(notice).toHaveCount(0);
  const stored = draftStored(page, 9);
  await page.keyboard.press("1");
  await expect(notice).toBeVisible();
  await stored;
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expectChart(page, newcomer);

  await page.goto(`${newcomer.path}/record?measure=gad-7`);
  await expectAtItem(page, 1);
  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "Write down what was done" }).click();
  await page.getByRole("button", { name: "Acknowledge" }).click();
  await expect(page.getByText("Enter what was done")).toBeVisible();
  await expect(page.getByLabel("What was done")).toBeFocused();
  await page.keyboard.type("Talked it through; safety plan renewed.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Acknowledge" }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expectAtItem(page, 1);
  await expect(notice).toHaveCount(0);
});

test("Never to the first AUDIT-C item ends it; a slip costs no answer", async ({ page, newcomer }) => {
  await openForm(page, newcomer, "audit-c");
  await expectAtItem(page, 1);
  await typeAnswers(page, "231");
  await expectAnswered(page, 3, 3);
  await answer(page, 1, "Never").click();
  await expect(page.getByText("2 answers are set aside.")).toBeVisible();
  await expectAnswered(page, 1, 1);
  await expect(item(page, 2).getByRole("radio").first()).toBeHidden();
  await expectAccessible(page);
  await answer(page, 1, "Monthly or less").click();
  await expectAnswered(page, 3, 3);
  await expect(item(page, 2).getByRole("radio", { name: "3 7, 8, or 9" })).toBeChecked();
  await page.keyboard.press("0");
  await page.keyboard.press("Enter");
  await expectChart(page, newcomer);
});

test("No at the gate of the PC-PTSD-5 is a whole form: two keys", async ({ page, newcomer }) => {
  await openForm(page, newcomer, "pc-ptsd-5");
  const gate = page.getByRole("group", { name: /^First question\./ });
  await expect(gate.locator("input:focus")).toHaveCount(1);
  await page.keyboard.press("0");
  await expectAnswered(page, 1, 1);
  await expect(page.getByText("Not asked after “No” to the first question.").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expectChart(page, newcomer);
});

test("one of nine left blank: the question says that the published rule scores the form", async ({ page, newcomer }) => {
  await openForm(page, newcomer, "phq-9");
  await expectAtItem(page, 1);
  await typeAnswers(page, "11");
  await page.keyboard.press("ArrowDown");
  await expectNoAnswer(page, 3);
  await typeAnswers(page, "111110");
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: "1 item has no answer" });
  await expect(question).toContainText("Scored by the published rule: 8 of 9 answered.");
  await question.getByRole("button", { name: "Save, scored by the rule" }).click();
  await expectChart(page, newcomer);
});

test("a CAPS-5 total out of range is refused beside its field, and what was typed stays", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of 422 .*api\/drafts/);
  await page.goto(`${newcomer.path}/record?measure=caps-5`);
  const total = page.getByLabel("Total of the CAPS-5");
  await expect(total).toBeFocused();
  await page.keyboard.type("81");
  await page.keyboard.press("Enter");
  const summary = page.getByRole("main").getByRole("alert");
  await expect(summary).toBeFocused();
  await expectAccessible(page);
  await summary.getByRole("link", { name: "Enter the total as a whole number from 0 to 80" }).click();
  await expect(total).toBeFocused();
  await expect(total).toHaveValue("81");
  await total.fill("41");
  await page.keyboard.press("Enter");
  await expectChart(page, newcomer);
});
