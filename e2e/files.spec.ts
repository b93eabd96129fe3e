import { readFileSync } from "node:fs";
import { expect, expectAccessible, test } from "./fixtures";

const ones = Array(20).fill(1).join("\t");
const items = Array.from({ length: 20 }, (_, index) => `item${index + 1}`).join("\t");

test("scores pasted from a spreadsheet are looked at, brought in, taken along and undone", async ({ page, patient }) => {
  await page.goto("/import");
  await expectAccessible(page);
  const row = (number: string, at: string) => `${number}\tpcl-5\tweek\t${at}\t${ones}`;
  await page.getByLabel("Or paste rows").fill([`MRN\tmeasure\trecall\tanswered_at\t${items}`, row(patient.recordNumber, "2026-01-14T10:00"), row("nobody's", "2026-01-14T10:00"), row(patient.recordNumber, "2999-01-01T10:00")].join("\n"));
  await page.getByLabel("MRN").selectOption("record_number");
  await page.getByRole("button", { name: "Look at what would happen" }).click();
  await expect(page.getByText("1 new · 2 refused")).toBeVisible();
  await expect(page.getByRole("row", { name: /no patient of yours has the number nobody's/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /answered_at: in the future/ })).toBeVisible();
  await expectAccessible(page);
  expect(page.url()).not.toContain(patient.recordNumber);

  await page.getByRole("button", { name: "Bring in 1 row" }).click();
  await expect(page.getByText("Brought in.")).toBeVisible();
  await expect(page.getByText(/: 1 assessment/).first()).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export assessments" }).click()]);
  expect(readFileSync(await file.path(), "utf8")).toContain(`${patient.recordNumber},`);

  await page.getByRole("button", { name: /^Undo the import/ }).first().click();
  await page.getByRole("button", { name: "Undo this import" }).click();
  await expect(page.getByText("Undone").first()).toBeVisible();
});
