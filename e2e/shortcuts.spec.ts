import { expectAtItem, openForm } from "./form";
import { expect, expectAccessible, test } from "./fixtures";

test("/ reaches the search from every page, R records, ? shows the keys", async ({ page, newcomer }) => {
  await page.goto(newcomer.path);
  await expect(page.getByRole("heading", { level: 1, name: newcomer.name })).toBeVisible();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toContainText("Record PCL-5");
  await expect(help).toContainText("Search the caseload");
  await expectAccessible(page);
  await page.keyboard.press("r");
  await expect(page, "an open dialog takes no shortcut").toHaveURL(new RegExp(`${newcomer.path}$`));
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();

  await page.keyboard.press("r");
  await expect(page).toHaveURL(new RegExp(`${newcomer.path}/record\\?measure=pcl-5$`));
  await expectAtItem(page, 1);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expect(page).toHaveURL(/\/caseload(#search)?$/);
  await page.keyboard.type("r/?");
  await expect(page.getByRole("searchbox"), "while typing they are letters").toHaveValue("r/?");
  await expect(help).toBeHidden();
});

test("single keys can be turned off on a device", async ({ page, newcomer }) => {
  await page.goto(newcomer.path);
  await page.getByRole("button", { name: "Shortcuts" }).click();
  await page.getByRole("checkbox", { name: "Single keys work on this device" }).uncheck();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("r");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${newcomer.path}$`));
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await page.keyboard.press("3");
  await expectAtItem(page, 2);
});
