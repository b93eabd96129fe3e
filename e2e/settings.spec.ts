// What a clinic decides, and what its clinicians then see. These stories change the settings of the whole demo clinic:
// they run after all others, one after the other, and put back what they found.

import type { Page } from "@playwright/test";
import { alert, expectScoreRow, scoreRows } from "./clinic";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { givenScore } from "./given";

test.describe.configure({ mode: "serial" });
test.use({ signedInAs: "ingrid" });

async function openSettings(page: Page): Promise<void> {
  await page.goto("/admin/settings");
  await expect(page.getByLabel("Rule for the PCL-5")).not.toHaveValue("");
}

async function saveSettings(page: Page): Promise<void> {
  const said = page.getByText("Settings saved.");
  await expect(said, "nothing is saved yet").toHaveCount(0);
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(said).toBeVisible();
}

test("another rule for the PCL-5 is the rule the chart names, and its verdict", async ({ page, patient, openAs }) => {
  const mara = await openAs("mara");
  // 60 before the first dose, then 44: 16 points, reliable at 15 and not at 18 (Marx 2022).
  await givenScore(mara.request, patient, { day: -8, time: "09:30", recall: "week", ratings: "33333 33 3333333 333333" });
  await givenScore(mara.request, patient, { day: -1, time: "09:30", recall: "week", ratings: "22222 22 2222222 222244" });
  await openSettings(page);
  await page.getByLabel("Rule for the PCL-5").selectOption("Marx 2022, 18 points");
  await saveSettings(page);
  await expect(page.getByRole("table", { name: "Changes of the settings" })).toContainText("Rule for the PCL-5: Marx 2022, 18 points, before: Marx 2022, 15 points");

  await mara.goto(patient.path);
  await expectScoreRow((await scoreRows(mara)).first(), { total: "44", clusters: "10 4 14 16", change: "−16", verdict: "Improved below reliability" });
  await mara.goto("/measures/pcl-5#marx-2022-18");
  await expect(mara.locator("#marx-2022-18")).toContainText("Used here");

  await page.getByLabel("Rule for the PCL-5").selectOption("Marx 2022, 15 points");
  await saveSettings(page);
});

test("a rule of the clinic's own: refused under 9 points with nothing lost, then worked out and written down", async ({ page, openAs }) => {
  await openSettings(page);
  await page.getByRole("button", { name: "Add a rule of your own" }).click();
  const rule = page.getByRole("group", { name: "A rule of your own" });
  await rule.getByLabel("Standard deviation (SD)").fill("6");
  await rule.getByLabel("Reliability (r)").fill("0.8");
  await expect(rule.getByText("7.4 points are under 9, the least any source supports.")).toBeVisible();
  await rule.getByLabel("Kind of reliability").fill("test–retest");
  await rule.getByLabel("People it was worked out on").fill("Invented for a story, n = 117");
  await rule.getByLabel("Source").fill("A story");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(alert(page)).toBeFocused();
  await expect(alert(page).getByRole("link")).toHaveText(["Enter the name of the rule", "7.4 points are under 9, the least any source supports"]);
  await expectAccessible(page);

  await alert(page).getByRole("link", { name: /^7.4 points/ }).click();
  await expect(rule.getByLabel("Standard deviation (SD)")).toBeFocused();
  await rule.getByLabel("Standard deviation (SD)").fill("11.9");
  await rule.getByLabel("Reliability (r)").fill("0.82");
  // 1.96 · √2 · 11.9 · √.18 = 13.99
  await expect(rule.getByText(/threshold = 1\.96 · S_diff = 14\.0 points/)).toBeVisible();
  await rule.getByLabel("Name of the rule").fill("Story clinic");
  await saveSettings(page);
  const mara = await openAs("mara");
  await mara.goto("/measures/pcl-5");
  await expect(mara.locator("[id^=own-]")).toContainText("SD 11.9, r 0.82 (test–retest)");

  await page.getByRole("group", { name: "Story clinic" }).getByRole("button", { name: "Remove this rule" }).click();
  await saveSettings(page);
});

test("what was typed stays when somebody else saved first, and leaving asks", async ({ page, openAs, expectConsole }) => {
  expectConsole(/status of 409 .*api\/settings/);
  await openSettings(page);
  const other = await openAs("ingrid");
  await openSettings(other);
  await other.getByLabel("Your text for “Overdue”").fill("Call the patient.");
  await saveSettings(other);

  await page.getByLabel("Your text for “Reliably worse”").fill("Look at the last two sessions.");
  await page.getByRole("button", { name: "Save settings" }).click();
  const both = page.getByRole("dialog", { name: "Somebody saved this meanwhile" });
  await expect(both.getByRole("group", { name: "Guidance" })).toContainText("Call the patient.");
  await both.getByRole("button", { name: "Go back" }).click();
  await expect(page.getByLabel("Your text for “Reliably worse”")).toHaveValue("Look at the last two sessions.");

  let asked = "";
  page.once("dialog", (dialog) => {
    asked = dialog.message();
    void dialog.dismiss();
  });
  await page.getByRole("link", { name: "Back to the clinic" }).click();
  expect(asked).toContain("has not been saved");
  await expect(page).toHaveURL(/\/admin\/settings$/);

  await other.getByLabel("Your text for “Overdue”").fill("");
  await saveSettings(other);
});

test("the settings look right, and are nothing for a clinician", async ({ page, openAs, expectConsole }) => {
  await openSettings(page);
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 1000 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  }
  expectConsole(/status of 404/);
  const mara = await openAs("mara");
  const refused = await mara.goto("/admin/settings");
  expect(refused?.status()).toBe(404);
  await expect(mara.getByText("There is nothing here for you")).toBeVisible();
});
