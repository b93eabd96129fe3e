// What is done with a questionnaire, as verbs.

import { expect, type Locator, type Page } from "@playwright/test";
import { expectChart } from "./clinic";
import { ratingsOf, type GivenPatient } from "./given";

export async function openForm(page: Page, patient: GivenPatient, measure = "pcl-5"): Promise<void> {
  await page.goto(`${patient.path}/record?measure=${measure}`);
  await expect(item(page, 1).getByRole("radio").first()).toBeVisible();
}

export function item(page: Page, number: number): Locator {
  return page.getByRole("group", { name: new RegExp(`^Item ${number} of \\d+\\.`) });
}

/** One answer to an item, in the questionnaire's own words: the whole of it takes a click or a finger. */
export function answer(page: Page, number: number, words: string): Locator {
  return item(page, number).locator("label").filter({ hasText: words });
}

/** The cursor stands on an item: the next digit answers it. */
export async function expectAtItem(page: Page, number: number): Promise<void> {
  await expect(item(page, number).locator("input:focus")).toHaveCount(1);
}

export async function expectAnswer(page: Page, number: number, rating: number): Promise<void> {
  await expect(item(page, number).getByRole("radio", { name: new RegExp(`^${rating} `) })).toBeChecked();
}

export async function expectNoAnswer(page: Page, number: number): Promise<void> {
  await expect(item(page, number).locator("input:checked")).toHaveCount(0);
}

export async function expectAnswered(page: Page, count: number, of = 20): Promise<void> {
  await expect(page.getByText(`${count} of ${of} answered`, { exact: true })).toBeVisible();
}

/** One key for each answer, beginning where the cursor stands. */
export async function typeAnswers(page: Page, ratings: string): Promise<void> {
  for (const rating of ratingsOf(ratings)) await page.keyboard.press(String(rating));
}

/** The form of this measure is the one on the page. */
export async function expectForm(page: Page, short: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: short, exact: true })).toBeVisible();
}

/** Resolves when the server has stored a draft with so many answers. Ask before giving the last of them. */
export async function draftStored(page: Page, answers: number): Promise<void> {
  await page.waitForResponse((response) => {
    if (response.request().method() !== "PUT" || !response.url().includes("/api/drafts/") || !response.ok()) return false;
    const { ratings } = response.request().postDataJSON() as { ratings: (number | null)[] };
    return ratings.filter((rating) => rating !== null).length === answers;
  });
}

/** A form of so many answers, all of which the server has. */
export async function beginForm(page: Page, patient: GivenPatient, ratings: string): Promise<void> {
  await openForm(page, patient);
  await expectAtItem(page, 1);
  const stored = draftStored(page, ratingsOf(ratings).length);
  await typeAnswers(page, ratings);
  await stored;
}

export async function recordPcl5(page: Page, patient: GivenPatient, ratings: string): Promise<void> {
  await openForm(page, patient);
  await expectAtItem(page, 1);
  await typeAnswers(page, ratings);
  await page.keyboard.press("Enter");
  await expectChart(page, patient);
}
