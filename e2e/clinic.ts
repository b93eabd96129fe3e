// What a clinician does, as verbs. Selectors live here, so that the stories read as English.

import { expect, type Locator, type Page } from "@playwright/test";
import { demoPassword, people, type Person } from "./people";
import type { GivenPatient } from "./given";

// Signing in and out

/** On the sign-in page, or in the dialog that asks to sign in again. */
export async function signIn(page: Page, who: Person, password = demoPassword()): Promise<void> {
  await fillSignIn(page, people[who].email, password);
  await expect(page).not.toHaveURL(/\/sign-in/);
}

export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  // A page that has just come may not hear the first click yet.
  await expect(async () => {
    if (!page.url().endsWith("/sign-in")) await page.getByRole("button", { name: "Sign out" }).click({ timeout: 2_000 });
    await expect(page).toHaveURL(/\/sign-in$/, { timeout: 5_000 });
  }).toPass();
}

/** What a page says went wrong, or asks about, out loud. */
export function alert(page: Page): Locator {
  return page.getByRole("main").getByRole("alert");
}

// Patients

export interface PatientFields {
  recordNumber: string;
  familyName: string;
  givenName: string;
  birthDate: string;
}

export async function fillPatient(page: Page, fields: Partial<PatientFields>): Promise<void> {
  const labels = { recordNumber: "Record number", familyName: "Family name", givenName: "Given name", birthDate: "Date of birth" };
  for (const [name, label] of Object.entries(labels)) {
    const value = fields[name as keyof PatientFields];
    if (value !== undefined) await page.getByLabel(label).fill(value);
  }
}

export async function addPatient(page: Page, fields: PatientFields): Promise<void> {
  await page.goto("/patients/new");
  await fillPatient(page, fields);
  await page.getByRole("button", { name: "Add patient" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${fields.familyName}, ${fields.givenName}` })).toBeVisible();
}

export async function searchCaseload(page: Page, text: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/api/caseload") && response.request().postDataJSON().query === text.trim());
  await page.getByRole("searchbox", { name: "Search name or record number" }).fill(text);
  await answered;
}

export function caseloadRow(page: Page, patient: { name: string }): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("link", { name: patient.name, exact: true }) });
}

// The chart

export async function expectChart(page: Page, patient: GivenPatient): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`${patient.path}$`));
  await expect(page.getByRole("heading", { level: 1, name: patient.name })).toBeVisible();
}

/** Until a page's script has come its buttons hear nothing: pressed until it shows. */
export async function pressUntil(button: Locator, shown: Locator): Promise<void> {
  await expect(async () => {
    await button.click();
    await expect(shown).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** The card that holds the latest total. */
export function totalCard(page: Page): Locator {
  return page.locator("section, div").filter({ has: page.getByText(/^PCL-5 total/) }).last();
}

export async function expectTotal(page: Page, total: number, recall: "past month" | "past week"): Promise<void> {
  await expect(page.getByText(new RegExp(`^PCL-5 total, ${recall} · `))).toBeVisible();
  await expect(totalCard(page).locator("strong").first()).toHaveText(String(total));
}

export async function showTable(page: Page): Promise<Locator> {
  await pressUntil(page.getByRole("tab", { name: "Table" }), page.getByRole("tab", { name: "Table", selected: true }));
  return page.getByRole("table", { name: /^PCL-5 scores, newest first/ });
}

/** The rows of the chart's table twin, newest first. */
export async function scoreRows(page: Page): Promise<Locator> {
  return (await showTable(page)).locator("tbody").getByRole("row");
}

/** From the chart to the page of its newest form. */
export async function openRecorded(page: Page): Promise<void> {
  await (await scoreRows(page)).first().getByRole("link").click();
  await expect(page.getByRole("table", { name: "History of this PCL-5" })).toBeVisible();
}

export interface ScoreRow {
  total: string;
  clusters: string;
  recall?: string;
  provisional?: string;
  change?: string;
  verdict?: string;
  state?: string;
}

/** What one row of the table says, column by column, by the columns' own names. */
export async function expectScoreRow(row: Locator, expected: ScoreRow): Promise<void> {
  const cell = async (column: string): Promise<Locator> => {
    const names = await row.locator("xpath=ancestor::table").locator("thead th").allInnerTexts();
    const index = names.findIndex((name) => name.trim() === column || name.startsWith(`${column},`));
    expect(index, `a column named ${column}`).toBeGreaterThanOrEqual(0);
    return row.locator("th, td").nth(index);
  };
  await expect(await cell("Total")).toHaveText(expected.total);
  const clusters = expected.clusters.split(" ");
  for (const [index, name] of ["B", "C", "D", "E"].entries()) await expect(await cell(name)).toHaveText(clusters[index] ?? "");
  if (expected.recall !== undefined) await expect(await cell("Recall")).toHaveText(expected.recall);
  if (expected.provisional !== undefined) await expect(await cell("Provisional rule")).toHaveText(expected.provisional);
  if (expected.change !== undefined) await expect(await cell("Change")).toHaveText(expected.change);
  if (expected.verdict !== undefined) await expect(await cell("Verdict")).toHaveText(expected.verdict);
  if (expected.state !== undefined) await expect(await cell("State")).toHaveText(expected.state);
}
