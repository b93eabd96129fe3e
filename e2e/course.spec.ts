import { alert } from "./clinic";
import { clinicDay } from "./clinic-days";
import { expect, expectAccessible, test } from "./fixtures";

test("four weekly doses with therapy the day after each, then done, moved and missed", async ({ page, newcomer }) => {
  await page.goto(newcomer.path);
  await page.getByRole("link", { name: "Plan a course" }).click();
  await page.getByRole("radio", { name: "Prolonged exposure" }).check();
  await page.getByRole("radio", { name: "Ketamine", exact: true }).check();
  await page.getByRole("radio", { name: "Intravenous" }).check();
  await page.getByLabel("Start date").fill(clinicDay(-7));
  await page.getByLabel("Planned length").selectOption({ label: "4 weeks" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save and plan sessions" }).click();

  await page.getByRole("radio", { name: "Dose", exact: true }).check();
  await page.getByLabel("How often").selectOption({ label: "Every week" });
  const first = page.getByRole("group", { name: "The first one" });
  await first.getByLabel("Date").fill(clinicDay(-7));
  await first.getByLabel("Time").fill("10:00");
  await page.getByLabel("How many").fill("4");
  await page.getByRole("checkbox", { name: "A therapy session on the day after each dose" }).check();
  await page.getByLabel("Therapy at").fill("14:30");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Added" })).toContainText(/4 doses.* at 10:00, and 4 therapy sessions.* at 14:30/);

  // A session is an item in its day's list; its day is an item too, and comes before it.
  const session = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Change ${name}`, exact: true }) }).last();
  const days = [-7, 0, 7, 14];
  for (const [index, day] of days.entries()) {
    await expect(session(`Dose ${index + 1}`).locator("time")).toHaveAttribute("datetime", `${clinicDay(day)}T10:00`);
    await expect(session(`PE session ${index + 1}`).locator("time")).toHaveAttribute("datetime", `${clinicDay(day + 1)}T14:30`);
  }
  await expect(session("Dose 1")).toContainText("Not marked yet");
  await expect(session("Dose 3").getByRole("button", { name: /Mark done/ }), "a future dose cannot be done").toHaveCount(0);

  await page.getByRole("button", { name: "Mark done: Dose 1" }).click();
  await expect(session("Dose 1")).toContainText("Done");

  await page.getByRole("button", { name: "Change Dose 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Change Dose 2" });
  await expectAccessible(page);
  await dialog.getByLabel("Date").fill(clinicDay(2));
  await dialog.getByLabel("Time").fill("11:15");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(session("Dose 2").locator("time")).toHaveAttribute("datetime", `${clinicDay(2)}T11:15`);

  await page.getByRole("button", { name: "Change PE session 1" }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "Missed" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(session("PE session (missed)")).toBeVisible();

  await page.reload();
  await expect(session("Dose 1")).toContainText("Done");
  await expect(session("Dose 2").locator("time")).toHaveAttribute("datetime", `${clinicDay(2)}T11:15`);
  await expect(session("PE session (missed)").locator("time")).toHaveAttribute("datetime", `${clinicDay(-6)}T14:30`);
  await expect(session("PE session 1").locator("time")).toHaveAttribute("datetime", `${clinicDay(1)}T14:30`);
  await page.getByRole("link", { name: "Back to the chart" }).click();
  await expect(page.getByText("Intravenous ketamine with prolonged exposure · Day 7 of 28")).toBeVisible();
});

test("esketamine is nasal alone, and another therapy wants its name", async ({ page, newcomer }) => {
  await page.goto(`${newcomer.path}/course`);
  await page.getByRole("radio", { name: "Esketamine" }).check();
  await expect(page.getByRole("radio", { name: "Intravenous" })).toHaveCount(0);
  await page.getByRole("radio", { name: "Another therapy" }).check();
  await page.getByLabel("Planned length").selectOption({ label: "8 weeks" });
  await page.getByRole("button", { name: "Save and plan sessions" }).click();
  await expect(alert(page)).toBeFocused();
  await alert(page).getByRole("link", { name: "Name the therapy" }).click();
  await expect(page.getByLabel("Which therapy")).toBeFocused();
  await page.keyboard.type("Narrative exposure therapy");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Add sessions" })).toBeVisible();
  await page.goto(newcomer.path);
  await expect(page.getByText(/Intranasal esketamine with Narrative exposure therapy/i)).toBeVisible();
});

test("neither therapy nor medicine is no course", async ({ page, newcomer }) => {
  await page.goto(`${newcomer.path}/course`);
  await page.getByRole("radio", { name: "No therapy" }).check();
  await page.getByRole("radio", { name: "No medicine" }).check();
  await page.getByRole("button", { name: "Save and plan sessions" }).click();
  await expect(alert(page)).toContainText("Choose a therapy, a medicine, or both");
});
