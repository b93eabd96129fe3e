import { alert, expectTotal } from "./clinic";
import { clinicDay, clinicDayInWords } from "./clinic-days";
import { expect, expectAccessible, test } from "./fixtures";
import { givenScore } from "./given";

test("a course from a template, one date moved with the rest, ended with a reason, and another begun", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of 409 .*api\/courses/); // the question about the index event
  await page.goto(newcomer.path);
  await page.getByRole("link", { name: "Plan a course" }).click();
  await page.getByLabel("Template").selectOption({ label: "Eight weeks intranasal, therapy the day after each dose" });
  await expect(page.getByRole("radio", { name: "Intranasal" })).toBeChecked();
  await expect(page.getByLabel("Which therapy")).toHaveValue("Trauma-focused therapy");
  await page.getByLabel("Start date").fill(clinicDay(-21));
  const planned = page.getByRole("list", { name: "Planned sessions" }).getByRole("listitem");
  await expect(planned).toHaveCount(16);
  await page.getByLabel("Planned length").selectOption("7");
  await expect(page.getByText("2 sessions lie after the planned end.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove them" }).click();
  await expect(planned).toHaveCount(14);
  await expect(page.getByText("after the planned end")).toHaveCount(0);
  await page.getByLabel("Template").selectOption({ label: "None: plan it by hand" });
  await page.getByLabel("Template").selectOption({ label: "Eight weeks intranasal, therapy the day after each dose" });
  await expect(planned).toHaveCount(16);
  await page.getByRole("button", { name: "Remove Therapy session 8" }).click();
  await page.getByLabel("Index event").fill("Road accident 2019");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save with 15 sessions" }).click();
  await expect(page.getByRole("heading", { name: "Course", level: 1, exact: true })).toBeFocused();
  expect(await page.evaluate(() => window.scrollY), "the course is seen from its top").toBe(0);

  // The last planned dose, moved: the therapy of the one before stays, what is planned after it moves along.
  await page.getByRole("button", { name: "Change Dose 7", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Change Dose 7" });
  const was = await dialog.getByLabel("Date").inputValue();
  const day = (text: string, days: number) => new Date(Date.parse(`${text}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel("Date").fill(day(was, 7));
  await dialog.getByRole("checkbox", { name: "Move the 2 sessions planned after it along" }).check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toHaveCount(0);
  await page.reload();
  const session = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Change ${name}`, exact: true }) }).last();
  await expect(session("Dose 7").locator("time")).toHaveAttribute("datetime", `${day(was, 7)}T09:00`);
  await expect(session("Dose 8").locator("time")).toHaveAttribute("datetime", `${day(was, 14)}T09:00`);
  await expect(session("Trauma-focused therapy session 7").locator("time")).toHaveAttribute("datetime", `${day(was, 8)}T10:00`);

  await page.getByRole("button", { name: "Change Dose 8", exact: true }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "Cancelled" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("dialog").getByRole("link", { name: "Enter why it was cancelled" })).toBeVisible();
  await page.getByLabel("Why it was cancelled").fill("Seven were agreed");
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(session("Dose (cancelled)")).toContainText("Seven were agreed");

  await page.getByLabel("Index event").fill("Assault 2020");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("dialog", { name: "Change the index event?" }).getByRole("button", { name: "Keep “Road accident 2019”" }).click();
  await page.reload();
  await expect(page.getByLabel("Index event")).toHaveValue("Road accident 2019");

  await givenScore(page.request, newcomer, { day: -6, recall: "week", ratings: "33333 33 2222222 222222" });
  await page.getByRole("button", { name: "End the course" }).click();
  const end = page.getByRole("dialog", { name: "End the course" });
  await end.getByLabel("Last day").fill(clinicDay(1));
  await end.getByRole("button", { name: "End the course" }).click();
  await expect(end.getByRole("alert").getByRole("link")).toHaveText(["Choose how the course ended", "Enter a day that has come"]);
  await end.getByLabel("Last day").fill(clinicDay(0));
  await end.getByRole("radio", { name: "Discontinued" }).check();
  await end.getByRole("button", { name: "End the course" }).click();
  await expect(end.getByRole("link", { name: "Enter why the course was discontinued" })).toBeVisible();
  await end.getByLabel("Why it was discontinued").fill("Moved to another city");
  await expectAccessible(page);
  await end.getByRole("button", { name: "End the course" }).click();
  await expect(page.getByText(/Discontinued on .*: Moved to another city/)).toBeVisible();
  await expect(session("Dose (cancelled)")).toBeVisible();

  await page.getByRole("link", { name: "Plan another course" }).click();
  await page.getByLabel("Template").selectOption({ label: "Cognitive processing therapy, 12 sessions" });
  await expect(planned).toHaveCount(12);
  await page.getByRole("button", { name: "Save with 12 sessions" }).click();
  await expect(session("CPT session 12")).toBeVisible();
  await page.getByRole("link", { name: "Intranasal ketamine with Trauma-focused therapy" }).click();
  await expect(page.getByText("One course of several.")).toBeVisible();
  await expect(page.getByText(/Intranasal ketamine with Trauma-focused therapy/i).first()).toBeVisible();
  await page.getByRole("link", { name: "The present chart" }).click();
  const words = `Earlier course: ended ${clinicDayInWords(0)}, last PCL-5 47 (past week) on ${clinicDayInWords(-6)}`;
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText("No PCL-5 in this course yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "The earlier chart" }).click();
  await expectTotal(page, 47, "past week");
  await page.getByRole("link", { name: "The present chart" }).click();
  await expect(page.getByText(/Cognitive processing therapy/).first()).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
});
