import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { demoPatient } from "./given";

/** How many pages a PDF has, by its page objects. */
async function printedPages(page: Page, format: "A4" | "Letter"): Promise<number> {
  const pdf = await page.pdf({ format, printBackground: false });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the chart page prints on one page, from the ${colorScheme} theme`, async ({ page }) => {
    const { name, path } = await demoPatient(page.request, "004-2217");
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await expect(page.getByRole("application", { name: /^PCL-5 scores/ })).toBeVisible();
    await page.emulateMedia({ media: "print", colorScheme });
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("img", { name: /^PCL-5 total over time/ })).toBeVisible();
    await expect(page.getByRole("table", { name: /^PCL-5 scores/ })).toBeVisible();
    await expect(page.getByText("Synthetic patients: everyone shown here is invented.")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Print report" })).toBeHidden();
    expect(await page.evaluate(() => getComputedStyle(document.body).color), "dark ink on paper").toMatch(/^rgb\((\d{1,2}|0), (\d{1,2}|0), (\d{1,2}|0)\)$/);
    expect(await printedPages(page, "A4")).toBe(1);
    expect(await printedPages(page, "Letter")).toBe(1);
  });
}

test("the table prints with the chart, whichever was on the screen", async ({ page }) => {
  const { path } = await demoPatient(page.request, "004-2217");
  await page.goto(path);
  await page.getByRole("tab", { name: "Table" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("img", { name: /^PCL-5 total over time/ })).toBeVisible();
  await expect(page.getByRole("table", { name: /^PCL-5 scores/ })).toBeVisible();
  expect(await printedPages(page, "A4")).toBe(1);
});
