// While the database is away: what the door (scripts/serve.mjs) answers then is answered here in its place, since the stories'
// database is everybody's. That the door does so is shown by npm run drill.

import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const heading = (page: Page) => page.getByRole("heading", { name: "The database cannot be reached" });

/** Until the answer is called: then the database is back. */
async function databaseGoes(page: Page): Promise<() => void> {
  let away = true;
  await page.route("**/api/health/ready", (route) => (away ? route.fulfill({ status: 503, json: { status: "database away" } }) : route.continue()));
  await page.route("**/measures**", async (route) => {
    const request = route.request();
    if (!away) return route.continue();
    if ("rsc" in request.headers()) return route.fulfill({ status: 503, contentType: "text/plain", body: "The database cannot be reached.\n" });
    const response = await route.fetch({ url: new URL("/away", request.url()).href });
    return route.fulfill({ response, status: 503 });
  });
  return () => (away = false);
}

test("a page opened meanwhile says so, tries again when told, and opens by itself where it was asked for", async ({ page, expectConsole }) => {
  expectConsole(/status of 503 .*api\/health\/ready/);
  expectConsole(/status of 503 .*measures/);
  const comesBack = await databaseGoes(page);
  await page.goto("/measures");
  await expect(heading(page)).toBeVisible();
  await expect(page.getByText("Nothing that was saved is lost")).toBeVisible();
  await expectAccessible(page);
  const again = page.getByRole("button", { name: "Try again" });
  await again.click();
  await expect(page.getByRole("status")).toContainText("Still not reached.");
  await again.click();
  await expect(page.getByRole("status")).toContainText("Still not reached, after 2 tries.");
  comesBack();
  await expect(page.getByRole("heading", { name: "Measures", level: 1 }), "by itself").toBeVisible();
  await expect(page).toHaveURL(/\/measures$/);
});

test("a link followed inside the app leads there too", async ({ page, expectConsole }) => {
  expectConsole(/status of 503 .*measures/);
  await page.goto("/caseload");
  const comesBack = await databaseGoes(page);
  await page.getByRole("navigation").getByRole("link", { name: "Measures" }).click();
  await expect(heading(page)).toBeVisible();
  await expect(page).toHaveURL(/\/measures$/);
  comesBack();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Measures", level: 1 })).toBeVisible();
});

test("the page itself leads to the start where nothing is away", async ({ page }) => {
  await page.goto("/away");
  await expect(page).toHaveURL(/caseload/);
});
