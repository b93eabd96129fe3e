import { readFileSync } from "node:fs";
import { signIn } from "./clinic";
import { expect, expectAccessible, test } from "./fixtures";

test.use({ signedInAs: null });

test("an auditor finds what was done with a record and takes it along; its clinician sees that they looked", async ({ page, patient, openAs }) => {
  await page.goto("/sign-in?next=/trail");
  await signIn(page, "jonas");
  await page.getByLabel("Record number").fill(patient.recordNumber);
  await page.getByLabel("What").selectOption("Created");
  await page.getByRole("button", { name: "Search" }).click();
  const lines = page.getByRole("table").locator("tbody").getByRole("row");
  await expect(lines.last()).toContainText("Created: patient");
  await expect(lines.last()).toContainText("Mara Quill clinician");
  await expect(page.getByRole("table")).not.toContainText(patient.name);
  expect(page.url()).not.toContain(patient.recordNumber);
  await lines.last().getByText("fields").click();
  await expect(lines.last()).toContainText(patient.recordNumber);
  await page.getByRole("button", { name: "List unusual access" }).click();
  await expect(page.getByRole("button", { name: "Look again" })).toBeVisible();
  await expectAccessible(page);

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export as CSV" }).click()]);
  expect(file.suggestedFilename()).toMatch(/^trail-\d{4}-\d\d-\d\d\.csv$/);
  expect(readFileSync(await file.path(), "utf8")).toContain(`,Created: patient,${patient.recordNumber},`);

  const chart = await openAs("mara");
  await chart.goto(`/patients/${patient.id}/opened`);
  await expect(chart.getByRole("row", { name: /Jonas Field/ }).filter({ hasText: "Exported: trail" })).toHaveCount(1);
  await expectAccessible(chart);
});

test("an auditor reads who opened which record in an emergency, by its number and without a name", async ({ page, patient, openAs }) => {
  const tomas = await openAs(null);
  await tomas.goto("/sign-in?next=/patients/emergency");
  await signIn(tomas, "tomas");
  await tomas.getByLabel("Record number").fill(patient.recordNumber);
  await tomas.getByLabel("Date of birth").fill(patient.birthDate);
  await tomas.getByLabel("Reason").fill("Collapsed in the waiting room.");
  await tomas.getByRole("button", { name: "Open the record for 60 minutes" }).click();
  await expect(tomas.getByRole("heading", { level: 1, name: patient.name })).toBeVisible();

  await page.goto("/sign-in?next=/emergencies");
  await signIn(page, "jonas");
  const opened = page.getByRole("list", { name: "Records opened in an emergency" }).getByRole("listitem").filter({ hasText: `record ${patient.recordNumber}` });
  await expect(opened).toContainText("Tomas Bell");
  await expect(opened).toContainText("Collapsed in the waiting room.");
  for (const more of [patient.name, patient.id]) await expect(page.getByRole("main")).not.toContainText(more);
  await expectAccessible(page);
});
