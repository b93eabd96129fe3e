// Every page, at the width of a phone, a tablet and a desk, in both themes: nothing for axe to find, nothing that
// sticks out at the side.

import type { Page } from "@playwright/test";
import { openRecorded, scoreRows } from "./clinic";
import { expectAtItem, typeAnswers } from "./form";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { demoPatient, givenScore } from "./given";

/**
 * Every rule on a phone in the light, and contrasts at a desk in the dark: colours are the same tokens at every width, so
 * each part of a page is seen in both. `thorough`: every rule in both themes, and on a tablet.
 */
async function expectGoodLooks(page: Page, thorough = false): Promise<void> {
  const theme = (colorScheme: "light" | "dark") => page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  for (const [width, height, scheme, other] of [[390, 844, "light", "dark"], [820, 1000, "light", null], [1440, 1000, "dark", "light"]] as const) {
    await page.setViewportSize({ width, height });
    await theme(scheme);
    await expectNoSidewaysScroll(page);
    if (other !== null || thorough) await expectAccessible(page, scheme === "dark" && !thorough ? "colours" : "all");
    if (other === null || !thorough) continue;
    await theme(other);
    await expectAccessible(page, "colours");
  }
}

/** The synthetic patient of the sketch: nine forms, two recall windows, twelve sessions. */
const rivera = "004-2217";
const longName = "004-2318";
const corrected = "004-2277";
const lateSessions = "004-2244";

test("the caseload", async ({ page }) => {
  await page.goto("/caseload");
  await expectGoodLooks(page);
});

test("today", async ({ page }) => {
  await page.goto("/today");
  await expectGoodLooks(page);
});

test("a therapy session with those before it", async ({ page }) => {
  await page.goto(`${(await demoPatient(page.request, lateSessions)).path}/course`);
  await page.getByRole("link", { name: "PE session 6", exact: true }).click();
  await expect(page.getByRole("table", { name: "Therapy sessions of this course" })).toBeVisible();
  await expectGoodLooks(page);
});

test("the chart", async ({ page }) => {
  await page.goto((await demoPatient(page.request, rivera)).path);
  await expect(page.getByRole("application", { name: /^PCL-5 scores/ })).toBeVisible();
  await expectGoodLooks(page, true); // the heaviest page stands for the others
});

test("the chart's table", async ({ page }) => {
  await page.goto((await demoPatient(page.request, rivera)).path);
  await scoreRows(page);
  await expectGoodLooks(page);
});

test("the chart of somebody with a very long name", async ({ page }) => {
  await page.goto((await demoPatient(page.request, longName)).path);
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
  }
});

test("the questionnaire", async ({ page, newcomer }) => {
  await page.goto(`${newcomer.path}/record`);
  await expectAtItem(page, 1);
  await typeAnswers(page, "01234");
  await expectGoodLooks(page);
});

test("a recorded form with its history", async ({ page }) => {
  await page.goto((await demoPatient(page.request, corrected)).path);
  await openRecorded(page);
  await expectGoodLooks(page);
});

test("a recorded form whose verdict is longer than a phone is wide", async ({ page, newcomer }) => {
  await givenScore(page.request, newcomer, { day: -9, recall: "week", ratings: "2".repeat(20) });
  await givenScore(page.request, newcomer, { day: -1, recall: "week", ratings: "1".repeat(12) + "2".repeat(8) });
  await page.goto(newcomer.path);
  await openRecorded(page);
  await expect(page.getByText(/^Improved below reliability, 12 points lower/).first()).toBeVisible();
  await expectGoodLooks(page);
});

test("the correction of a form", async ({ page }) => {
  await page.goto((await demoPatient(page.request, corrected)).path);
  await openRecorded(page);
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Correct the PCL-5" })).toBeVisible();
  await expectGoodLooks(page);
});

test("the course", async ({ page }) => {
  await page.goto(`${(await demoPatient(page.request, rivera)).path}/course`);
  await expectGoodLooks(page);
});

test("adding a patient", async ({ page }) => {
  await page.goto("/patients/new");
  await expectGoodLooks(page);
});

test("editing a patient", async ({ page }) => {
  await page.goto(`${(await demoPatient(page.request, longName)).path}/edit`);
  await expectGoodLooks(page);
});

for (const address of ["/measures", "/measures/pcl-5", "/how-it-counts", "/attention"]) {
  test(`the page to read at ${address}`, async ({ page }) => {
    await page.goto(address);
    await expectGoodLooks(page);
  });
}

test("the page for nothing", async ({ page, expectConsole }) => {
  expectConsole(/status of 404/);
  await page.goto("/patients/nothing-here");
  await expectGoodLooks(page);
});

test("the administrator's page", async ({ openAs }) => {
  const page = await openAs("ingrid");
  await page.goto("/admin");
  await expectGoodLooks(page);
});

test("the sign-in page", async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto("/sign-in");
  await expectGoodLooks(page);
});

test("a chosen theme stays, without a flash of the other", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/caseload");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.goto("/measures/pcl-5", { waitUntil: "commit" });
  // Nothing is painted before the styles are there, whatever the page would answer until then.
  await page.waitForFunction(() => {
    const styles = [...document.querySelectorAll<HTMLLinkElement>("head link[rel=stylesheet]")];
    return document.body !== null && styles.length > 0 && styles.every(({ sheet }) => sheet !== null);
  });
  expect(await paper()).toBe(dark);
});

test.describe("at 200 % zoom", () => {
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

  test("the form is filled in by keyboard without an item hidden under a bar, and the chart is read", async ({ page, newcomer }) => {
    await page.goto(`${newcomer.path}/record`);
    await expectAtItem(page, 1);
    await expectNoSidewaysScroll(page);
    for (let number = 1; number <= 20; number += 1) {
      await expectAtItem(page, number);
      const uncovered = () =>
        page.evaluate(() => {
          const { left, top, width, height } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
          const there = document.elementFromPoint(left + width / 2, top + height / 2);
          return there !== null && (there === document.activeElement || there.closest("label")?.contains(document.activeElement) === true);
        });
      await expect.poll(uncovered, { message: `item ${number} is in sight` }).toBe(true);
      await page.keyboard.press("2");
    }
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: newcomer.name })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
