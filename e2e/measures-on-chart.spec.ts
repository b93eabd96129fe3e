import { clinicDayInWords } from "./clinic-days";
import { expect, expectAccessible, test } from "./fixtures";
import { givenScore } from "./given";

// The first dose was 8 days ago at 10:00. PCL-5: twenty threes, 60, then twenty twos, 40. PHQ-9: eight twos and a
// zero, 16, then eight ones and a zero, 8; its difficulty question is left out, as it may be.
const baseline = { day: -8, time: "09:30" };
const later = { day: -1, time: "09:00" };

test("another measure stands under the PCL-5 on the same time axis, with its band, its change and its table", async ({ page, patient }) => {
  await givenScore(page.request, patient, { ...baseline, recall: "week", ratings: "3".repeat(20) });
  await givenScore(page.request, patient, { ...later, recall: "week", ratings: "2".repeat(20) });
  await givenScore(page.request, patient, { ...baseline, measure: "phq-9", recall: "fortnight", ratings: "222222220-" });
  await givenScore(page.request, patient, { ...later, measure: "phq-9", recall: "fortnight", ratings: "111111110-" });
  await page.goto(patient.path);
  const card = page.getByRole("region", { name: "PHQ-9 over time" }).first();
  await expect(card).toContainText("8/27");
  await expect(card).toContainText("was 16 at baseline");
  await expect(card.getByRole("link", { name: "Mild" })).toHaveAttribute("href", "/measures/phq-9#bands");

  await page.getByRole("tab", { name: "PHQ-9" }).click();
  const panel = page.getByRole("tabpanel", { name: "PHQ-9" });
  const lastPoint = (measure: string) => panel.getByRole("region", { name: `${measure} over time` }).locator("circle").last().boundingBox();
  const [pcl, phq] = [await lastPoint("PCL-5"), await lastPoint("PHQ-9")];
  expect(pcl?.x, "two forms of one moment stand under each other").toBeCloseTo(phq?.x ?? 0, 1);
  await expectAccessible(page);

  await page.getByRole("tab", { name: "Table" }).click();
  const rows = page.getByRole("table", { name: /^PHQ-9 scores, newest first/ }).locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("−8");
  await expect(rows.first()).toContainText("Mild");
});

test("another baseline is chosen with a reason, and given back to the definition", async ({ page, patient }) => {
  await givenScore(page.request, patient, { ...baseline, recall: "week", ratings: "3".repeat(20) });
  await givenScore(page.request, patient, { day: -7, recall: "week", ratings: "2".repeat(20) });
  await givenScore(page.request, patient, { ...later, recall: "week", ratings: "1".repeat(20) });
  await page.goto(patient.path);
  await expect(page.getByText("was 60 at baseline")).toBeVisible();

  const choose = async (score: RegExp, reason: string) => {
    await page.getByRole("button", { name: "Set baseline of PCL-5, past week" }).click();
    const dialog = page.getByRole("dialog", { name: "Baseline of PCL-5, past week" });
    await dialog.getByRole("radio", { name: score }).check();
    await dialog.getByRole("button", { name: "Set baseline" }).click();
    await expect(dialog.getByRole("alert")).toBeFocused();
    await expect(dialog.getByRole("link", { name: "Enter a reason" })).toBeVisible();
    await dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
    await dialog.getByRole("button", { name: "Set baseline" }).click();
    await expect(dialog).toBeHidden();
  };
  await choose(/^40 on /, "acutely ill at intake");
  await expect(page.getByText("was 40 at chosen baseline")).toBeVisible();
  await expect(page.getByText(`Counted from the chosen baseline, 40 on ${clinicDayInWords(-7)}, day 1.`)).toBeVisible();
  await expect(page.getByText("“acutely ill at intake” Mara Quill")).toBeVisible();
  await choose(/^The definition/, "chosen by mistake");
  await expect(page.getByText("was 60 at baseline")).toBeVisible();
});

test("every rule that fits is compared on the same two scores, and the clinic's own is marked", async ({ page, patient }) => {
  await givenScore(page.request, patient, { ...baseline, recall: "week", ratings: "3".repeat(20) });
  await givenScore(page.request, patient, { ...later, recall: "week", ratings: "22222222222222 223333" }); // 44: 16 lower
  await page.goto(patient.path);
  await page.getByText(/^Compare rules/).click();
  const rules = page.getByRole("table", { name: /^PCL-5, past week, 60 to 44, by every rule that fits/ });
  const row = (name: string) => rules.getByRole("row", { name });
  await expect(row("Marx 2022, 15 points")).toContainText("Reliably improved");
  await expect(row("Marx 2022, 15 points")).toContainText("this clinic’s");
  await expect(row("Marx 2022, 18 points")).toContainText("Improved below reliability");
  await expect(row("30 % response")).toContainText("Response threshold not met");
  await expect(row("Marx 2022, 18 points").getByRole("link")).toHaveAttribute("href", "/measures/pcl-5#marx-2022-18");
  await expectAccessible(page);
});

test("the note goes to the clipboard, and to the page where the clipboard is refused", async ({ page, context, patient }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await givenScore(page.request, patient, { ...later, recall: "week", ratings: "0".repeat(20) });
  await page.goto(patient.path);
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Copied: the note is on the clipboard.")).toBeVisible();
  const note = await page.evaluate(() => navigator.clipboard.readText());
  expect(note).toContain("PCL-5");

  await page.evaluate(() => Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error("refused")) }));
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByRole("textbox", { name: "Note as text" })).toHaveValue(note);
});
