// While the database is away. The page itself is here; that every address shows it then is shown by npm run drill.

import { expect, expectAccessible, test } from "./fixtures";

test.use({ signedInAs: null });

test("the page says what is so, tries again when told and by itself, and goes on once the database answers", async ({ page, expectConsole }) => {
  expectConsole(/status of 503 .*api\/health\/ready/);
  let away = true;
  await page.route("**/api/health/ready", (route) => (away ? route.fulfill({ status: 503, json: { status: "database away" } }) : route.continue()));
  await page.goto("/away");
  await expect(page.getByRole("heading", { name: "The database cannot be reached" })).toBeVisible();
  await expect(page.getByText("Nothing that was saved is lost")).toBeVisible();
  await expectAccessible(page);
  const again = page.getByRole("button", { name: "Try again" });
  await again.click();
  await expect(page.getByRole("status")).toContainText("Still not reached.");
  await again.click();
  await expect(page.getByRole("status")).toContainText("Still not reached, after 2 tries.");
  away = false;
  await expect(page, "by itself").toHaveURL(/sign-in/);
});
