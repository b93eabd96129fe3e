// A published study, entered from its paper: checked, set beside the clinic's own groups, mended by two people, and removed.

import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { unique } from "./given";

async function describe(page: Page, name: string) {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Citation").fill("Vale et al. (2025), a paper made up for a test");
  await page.getByLabel("Treatment").fill("IV ketamine 0.5 mg/kg with prolonged exposure");
  await page.getByLabel("Time of the later score").fill("24 h after the sixth infusion");
}
const summary = (page: Page) => page.getByRole("alert").filter({ hasText: "There is a problem" });
const enter = (page: Page) => page.getByRole("button", { name: "Enter the study" }).click();

test("a study is entered as printed, with what is wrong said beside it, and stands beside the clinic's own groups", async ({ page, openAs }) => {
  const name = `Vale ${unique()}`;
  await page.goto("/cohort");
  await page.getByRole("link", { name: "Studies: see and enter" }).click();
  await expect(page.getByRole("list", { name: "Studies shipped with Courseline" }).getByRole("listitem").filter({ hasText: /Ross 2019/ })).toContainText("−24.9 points, without an SD: in no mean");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Enter a study" }).click();

  await describe(page, name);
  for (const [label, typed] of [["Patients (n)", "24"], ["Mean before", "47,5"], ["SD before", "45"], ["Mean after", "30.2"], ["SD after", "16"]] as const) await page.getByRole("textbox", { name: label }).fill(typed);
  await enter(page);
  await expect(summary(page)).toBeFocused();
  await expect(page.getByLabel("Mean before")).toHaveValue("47,5");
  await expect(page.getByLabel("Mean before")).toHaveAccessibleDescription(/with a point/);
  await expect(page.getByLabel("SD before")).toHaveAccessibleDescription(/No SD is as large/);
  await expectAccessible(page);
  await page.getByLabel("Mean before").fill("47.5");
  await page.getByLabel("SD before").fill("11.3");
  // R, metafor: escalc("SMCR", m1i = 30.2, m2i = 47.5, sd1i = 11.3, ni = 24, ri = .62) is −1.4804 with a variance of 0.077325.
  await expect(page.getByText(/^Effect: −1\.48 .*with r = 0\.50 assumed/)).toBeVisible();
  await page.getByLabel("Correlation (r)").fill("0.62");
  await expect(page.getByText(/^Effect: −1\.48 \(−2\.03 to −0\.94\), SE 0\.28; Hedges’ g by the SD at baseline, with r = 0\.62$/)).toBeVisible();
  await enter(page);

  await expect(page.getByRole("list", { name: "Studies your clinic entered" }).getByRole("listitem").filter({ hasText: new RegExp(name) })).toContainText("−1.48 (−2.03 to −0.94)");
  const researcher = await openAs("wren");
  for (const each of [page, researcher]) {
    await each.goto("/cohort");
    const forest = each.getByRole("table", { name: "Change within a group, PCL-5, Hedges’ g by the SD at baseline" });
    await expect(forest.getByRole("row", { name: new RegExp(name) })).toContainText("Entered by your clinic");
    await expect(forest.getByRole("row", { name: /Earleywine/ })).not.toContainText("Entered by your clinic");
  }
});

test("what kind of result it is decides what is asked for, and nothing typed for another kind is lost", async ({ page }) => {
  await page.goto("/cohort/studies/new");
  await page.getByLabel("Mean before").fill("52.4");
  await page.getByRole("radio", { name: "Means and SDs of two groups afterwards" }).check();
  await expect(page.getByLabel("Mean before")).toHaveCount(0);
  for (const [label, typed] of [["Treated: n", "51"], ["Treated: mean", "28.4"], ["Treated: SD", "17.2"], ["Comparison: n", "49"], ["Comparison: mean", "36.9"], ["Comparison: SD", "16.1"]] as const) await page.getByRole("textbox", { name: label }).fill(typed);
  // R, metafor: escalc("SMD", m1i = 28.4, sd1i = 17.2, n1i = 51, m2i = 36.9, sd2i = 16.1, n2i = 49).
  await expect(page.getByText(/^Effect: −0\.51 .*SE 0\.20; Hedges’ g of two groups$/)).toBeVisible();
  await page.getByRole("radio", { name: /standardised effect/ }).check();
  await expect(page.getByRole("group", { name: "Of what" })).toBeVisible();
  await enter(page);
  await expect(summary(page)).toContainText("Choose one of the two");
  await page.getByRole("radio", { name: "Means and SDs before and after, one group" }).check();
  await expect(page.getByLabel("Mean before")).toHaveValue("52.4");
});

test("two people change it: the second sees both versions, its history has each, and once removed it counts no longer", async ({ page, openAs, expectConsole }) => {
  expectConsole(/409/);
  const name = `Vale ${unique()}`;
  await page.goto("/cohort/studies/new");
  await describe(page, name);
  await page.getByRole("radio", { name: /standard error/ }).check();
  for (const [label, typed] of [["Patients (n)", "40"], ["Change in points", "−6"], ["Standard error", "2.1"]] as const) await page.getByRole("textbox", { name: label }).fill(typed);
  await page.getByRole("radio", { name: "Difference between groups" }).check();
  await enter(page);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const other = await openAs("petra");
  await other.goto(page.url());
  await other.getByLabel("Time of the later score").fill("week 12");
  await other.getByLabel("Why it changes").fill("The table says week 12");
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Studies" })).toBeVisible();

  await page.getByRole("textbox", { name: "Standard error" }).fill("2.4");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(summary(page)).toContainText("Say why it changes");
  await page.getByLabel("Why it changes").fill("Misread");
  await page.getByRole("button", { name: "Save changes" }).click();
  const both = page.getByRole("dialog", { name: "Somebody saved this meanwhile" });
  await both.getByRole("group", { name: "Time of the later score" }).getByRole("radio", { name: /week 12/ }).check();
  await expect(both.getByRole("group", { name: "Standard error" })).toContainText("2.4");
  await expectAccessible(page);
  await both.getByRole("button", { name: "Save as chosen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Studies" })).toBeVisible();

  await page.getByRole("link", { name }).click();
  const history = page.getByRole("list", { name: "What it said, and who entered it" }).getByRole("listitem");
  await expect(history).toHaveCount(3);
  await expect(history.nth(0)).toContainText(/Mara Quill.*Misread.*week 12.*Standard error 2\.4/);
  await expect(history.nth(1)).toContainText(/Petra Lind.*The table says week 12.*Standard error 2\.1/);
  await expectAccessible(page);
  const address = page.url();
  await page.getByRole("button", { name: "Remove" }).click();
  const asked = page.getByRole("dialog", { name: `Remove ${name}?` });
  await asked.getByLabel("Why it is removed").fill("Retracted");
  await asked.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Studies" })).toBeVisible();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByText("It enters no comparison.")).toBeVisible();
  await page.getByLabel("Why it changes").fill("It was another paper");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
});
