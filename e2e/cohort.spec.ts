import { expect, expectAccessible, test } from "./fixtures";

test("a filter that is wrong stays as it was typed, with the others, and no other group is shown in its place", async ({ page }) => {
  await page.goto("/cohort?medicine=esketamine&least=abc");
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  await expect(page.getByLabel("Medicine")).toHaveValue("esketamine");
  const least = page.getByLabel("Lowest baseline");
  await expect(least).toHaveValue("abc");
  await expect(least).toHaveAccessibleDescription(/Enter a whole number of points/);
  await expect(page.getByRole("heading", { name: "The group" })).toBeVisible();
  for (const name of [/over the course/, "Response and remission", "Compare"]) await expect(page.getByRole("heading", { name })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Export/ })).toHaveCount(0);
  await expectAccessible(page);

  await summary.getByRole("link", { name: "Enter a whole number of points" }).click();
  await expect(least).toBeFocused();
  await least.fill("30");
  await page.getByRole("button", { name: "Show the group" }).click();
  await expect(page.getByRole("heading", { name: "PCL-5 over the course" })).toBeVisible();
  await expect(page.getByLabel("Medicine")).toHaveValue("esketamine");
  await expect(page.getByLabel("Lowest baseline")).toHaveValue("30");
});

test("a filter that is not there, and a choice that is not on the list, are said and not passed over", async ({ page }) => {
  await page.goto("/cohort?medicin=ketamine&route=oral&most=20&least=40");
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  for (const words of ["There is no filter called “medicin”", "Choose one of the list", "Enter a total that is not below the lowest"]) await expect(summary).toContainText(words);
  await expect(page.getByLabel("Route")).toHaveValue("oral");
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page.getByRole("heading", { name: "PCL-5 over the course" })).toBeVisible();
  await expect(page.getByLabel("Route")).toHaveValue("");
});
