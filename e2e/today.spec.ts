import type { Locator } from "@playwright/test";
import { clinicDay, clinicNow } from "./clinic-days";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { givenCourse, givenPatient, givenSession, unique } from "./given";

/** Other stories' patients are in the lists too. */
async function showAll(list: Locator): Promise<void> {
  const more = list.getByRole("button", { name: /^Show more/ });
  while ((await more.count()) > 0) {
    const shown = await list.getByRole("listitem").count();
    await more.click();
    await expect.poll(() => list.getByRole("listitem").count()).toBeGreaterThan(shown);
  }
}

test("today: who is due, and what was missed, with the way to record it", async ({ page, newcomer, given }) => {
  const course = await givenCourse(given, newcomer, { day: -2 });
  await givenSession(given, course, { kind: "dose", day: 0, time: clinicNow().slice(11) });
  await givenSession(given, course, { kind: "therapy", day: 0, time: clinicNow().slice(11) });
  await page.goto("/caseload");
  await page.getByRole("link", { name: "Today", exact: true }).click();
  const list = (title: string) => page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
  const mine = (title: string) => list(title).getByRole("listitem").filter({ hasText: newcomer.name });
  await showAll(list("Doses"));
  await expect(mine("Doses")).toContainText("Dose 1 Planned To record: PCL-5");
  await expect(mine("Measures due without a visit today")).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  await showAll(list("Therapy and visits"));
  await mine("Therapy and visits").getByRole("link", { name: "PE session 1" }).click();
  await page.getByRole("radio", { name: "Did not come" }).check();
  await expect(page.getByLabel("Peak")).toHaveCount(0);
  await page.getByLabel("Why, if known").fill("Ill");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "PE session (missed)" })).toBeVisible();
  await page.goto("/today");
  await showAll(list("Therapy and visits"));
  await expect(mine("Therapy and visits")).toContainText("PE session (missed) Missed");
});

test("a dose without its next-day therapy comes first among what was missed", async ({ page, newcomer, given }) => {
  // Two open days in a row, the later of them the last before today.
  const open = [-1, -2, -3, -4, -5, -6].filter((day) => ![0, 6].includes(new Date(`${clinicDay(day)}T00:00:00Z`).getUTCDay()));
  const therapyDay = open[0]!;
  const course = await givenCourse(given, newcomer, { day: -8 });
  await givenSession(given, course, { kind: "dose", day: therapyDay - 1, status: "done" });
  await givenSession(given, course, { kind: "therapy", day: therapyDay });
  await page.goto("/today");
  const list = page.locator("section").filter({ has: page.getByRole("heading", { name: /^Missed / }) });
  await showAll(list);
  const missed = list.getByRole("listitem");
  const rows = await missed.allInnerTexts();
  const first = rows.findIndex((row) => row.includes(newcomer.name));
  expect(rows[first]).toContain("Dose 1 without therapy the day after");
  expect(rows.slice(0, first).filter((row) => !row.includes("without therapy the day after"))).toEqual([]);
  await missed.nth(first).getByRole("link", { name: /without therapy/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "PE session 1" })).toBeVisible();
});

test("a long list shows its first rows, and more by keyboard, saying how many there are", async ({ page, given }) => {
  const familyName = `Quigley${unique()}`;
  await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const patient = await givenPatient(given, { familyName, givenName: `Number ${String(index + 1).padStart(2, "0")}` });
      await givenSession(given, await givenCourse(given, patient, { day: -2 }), { kind: "therapy", day: 0, time: "00:05" }); // the first of the day
    }),
  );
  await page.goto("/today");
  const list = page.locator("section").filter({ has: page.getByRole("heading", { name: "Therapy and visits", exact: true }) });
  const rows = list.getByRole("listitem");
  await expect(rows).toHaveCount(10);
  await expect(list.getByRole("status")).toHaveText(/^10 of \d+ shown$/);
  await expectAccessible(page);

  await list.getByRole("button", { name: "Show more, Therapy and visits" }).focus();
  await page.keyboard.press("Enter");
  await expect(rows.nth(10).getByRole("link").first()).toBeFocused();
  const count = await rows.count();
  expect(count).toBeGreaterThanOrEqual(12);
  await expect(list.getByRole("status")).toHaveText(new RegExp(`^${count} of \\d+ shown$`));
  await showAll(list);
  const names = (await rows.allInnerTexts()).flatMap((row) => /Quigley\S+, Number \d\d/.exec(row)?.[0] ?? []).filter((name) => name.startsWith(familyName));
  expect(names, "each once, in order").toEqual(Array.from({ length: 12 }, (_, index) => `${familyName}, Number ${String(index + 1).padStart(2, "0")}`));
});
