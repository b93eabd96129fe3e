// Eight weeks of nasal ketamine with therapy the day after each dose, from the template to the follow-up. Every figure it
// expects is counted by hand from what it does. It lies in the past: a weekday of its own, so that no date is a closed one.
import { randomUUID } from "node:crypto";
import { expectChart, expectTotal } from "./clinic";
import { recordPcl5 } from "./form";
import { clinicDay } from "./clinic-days";
import { expect, expectAccessible, test } from "./fixtures";
import { givenScore, origin } from "./given";

const weekday = new Date(`${clinicDay(0)}T00:00:00Z`).getUTCDay();
/** A Monday, fourteen weeks ago: the follow-up is open now. */
const start = -98 - ((weekday + 6) % 7);
const monday = (week: number, plus = 0) => start + 7 * week + plus;

test("eight weeks from the template: planned, moved, done, missed, ended and followed up", async ({ page, newcomer, given }) => {
  const send = async (method: "PUT" | "POST", address: string, data: object) => {
    const response = await given.fetch(address, { method, data, headers: { origin: origin() } });
    return { status: response.status(), body: await response.text() };
  };
  const stored = async (...asked: Parameters<typeof send>) => expect(await send(...asked)).toMatchObject({ status: 200 });

  await page.goto(`${newcomer.path}/course`);
  await page.getByLabel("Template").selectOption({ label: "Eight weeks intranasal, therapy the day after each dose" });
  await page.getByLabel("Start date").fill(clinicDay(start));
  const begun = page.waitForRequest(/\/api\/courses\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Save with 16 sessions" }).click();
  const course = new URL((await begun).url()).pathname;

  // A week away in the middle: the fifth dose and everything after it move on by a week.
  await page.getByRole("button", { name: "Change Dose 5", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Date").fill(clinicDay(monday(5)));
  await page.getByRole("checkbox", { name: "Move the 7 sessions planned after it along" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const ids = Object.fromEntries(
    await page.locator('a[href*="/dosing/"], a[href*="/visits/"]').evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute("href")?.split("/").at(-1)])),
  ) as Record<string, string>;
  const dose = (number: number) => `/api/sessions/${ids[`Dose ${number}`]}`;
  const therapy = (number: number) => `/api/sessions/${ids[`Trauma-focused therapy session ${number}`]}`;
  const done = (day: number, time = "09:00") => ({ kind: "dose", status: "done", at: `${clinicDay(day)}T${time}` });
  const visit = (day: number, time: string, more = {}) => ({
    key: randomUUID(), number: 0, checkNumber: 0, at: `${clinicDay(day)}T${time}`, attendance: "attended", protocolSession: null, homework: "done",
    sudsBefore: null, sudsPeak: null, sudsEnd: null, note: "", psychotic: false, manic: false, symptomNote: "", ...more,
  });

  // Doses: six on their days, the third a day late, the fifth missed.
  await page.getByRole("button", { name: "Mark done: Dose 1", exact: true }).click();
  await page.getByRole("button", { name: "Change Dose 3", exact: true }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "Done" }).check();
  await page.getByRole("dialog").getByLabel("Date").fill(clinicDay(monday(2, 1)));
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Change Dose 5", exact: true }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "Missed" }).check();
  await page.getByLabel("Why it was missed").fill("Feverish in the morning");
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  for (const number of [2, 4]) await stored("PUT", dose(number), { ...done(monday(number - 1)), version: 1 });
  for (const number of [6, 7, 8]) await stored("PUT", dose(number), { ...done(monday(number)), version: 2 });
  for (const [week, total] of [[0, 60], [1, 52], [2, 48], [3, 44], [4, 40], [6, 33], [7, 28], [8, 25]] as const) {
    await givenScore(given, newcomer, { day: monday(week), time: "08:30", recall: "week", ratings: spread(total) });
  }
  await givenScore(given, newcomer, { day: monday(0, 1), time: "09:45", recall: "week", ratings: spread(50) });

  // Therapy: the first 25 hours after its dose, written down here in full; the others as below.
  await page.getByRole("link", { name: "Trauma-focused therapy session 1", exact: true }).click();
  await expect(page.getByText("the day before: amount not recorded; no event recorded.")).toBeVisible();
  await expect(page.getByLabel("Session of the protocol")).toHaveValue("1");
  await page.getByRole("radio", { name: "Attended" }).check();
  await page.getByRole("radio", { name: "None was set" }).check();
  await page.getByLabel("Before").fill("60");
  await page.getByLabel("Peak").fill("85");
  await page.getByLabel("At the end").fill("0");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("link", { name: "Say whether there are psychotic symptoms" }).click();
  await expect(page.getByRole("group", { name: "Psychotic symptoms" }).getByRole("radio", { name: "No" })).toBeFocused();
  for (const symptoms of ["Psychotic symptoms", "Manic symptoms"]) await page.getByRole("group", { name: symptoms }).getByRole("radio", { name: "No" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/course$/);
  await stored("PUT", `${therapy(2)}/therapy`, visit(monday(1, 1), "08:30"));
  await stored("PUT", `${therapy(3)}/therapy`, visit(monday(2, 2), "08:30"));
  await stored("PUT", `${therapy(4)}/therapy`, visit(monday(3, 1), "10:00", { attendance: "not_attended", note: "No transport", psychotic: null, manic: null }));
  await stored("PUT", therapy(5), { kind: "therapy", status: "cancelled", at: `${clinicDay(monday(5, 1))}T10:00`, reason: "No dose the day before", version: 2 });
  await stored("PUT", `${therapy(6)}/therapy`, visit(monday(6, 1), "10:00"));
  await stored("PUT", `${therapy(7)}/therapy`, visit(monday(7, 2), "10:00"));
  await stored("PUT", `${therapy(8)}/therapy`, visit(monday(8, 1), "09:00"));

  await page.reload();
  await page.getByRole("button", { name: "End the course" }).click();
  const end = page.getByRole("dialog", { name: "End the course" });
  await end.getByRole("radio", { name: "Completed" }).check();
  await end.getByLabel("Last day").fill(clinicDay(monday(9)));
  await end.getByRole("button", { name: "End the course" }).click();
  await expect(page.getByRole("button", { name: "End the course" })).toHaveCount(0);
  const late = await send("POST", `${course}/sessions`, { sessions: [{ id: randomUUID(), kind: "dose", at: `${clinicDay(7)}T09:00` }] });
  expect(late).toMatchObject({ status: 422, body: expect.stringContaining("This course has ended") });

  // The follow-up is recorded after the end, and belongs to the course.
  await recordPcl5(page, newcomer, spread(22));
  await expectChart(page, newcomer);
  await expectTotal(page, 22, "past week");
  await page.getByRole("link", { name: "Course", exact: true }).click();
  const figure = (what: string) => page.locator("dl > div").filter({ has: page.getByText(what, { exact: true }) });
  await expect(figure("Doses")).toContainText("7 of 8 (88 %) 6 on time, 1 late, 1 missed");
  await expect(figure("Therapy")).toContainText("6 of 7 (86 %) 4 on time, 2 late, 1 missed, 1 cancelled");
  await expect(figure("Measures")).toContainText("10 of 11 (91 %) 10 recorded, 1 missed");
  await expect(figure("Therapy within 24 h of a dose")).toContainText("3 of 7 (43 %)");
  await expect(figure("Therapy on the day after a dose")).toContainText("5 of 7 (71 %)");
  await page.getByText("Each one in a table").click();
  const row = (name: string) => page.getByRole("table", { name: "Planned and done" }).getByRole("row").filter({ hasText: name });
  await expect(row("Dose 3")).toContainText("late by 1 day");
  await expect(row("Dose (missed)")).toContainText("missed: Feverish in the morning");
  await expect(row("session (cancelled)")).toContainText("cancelled: No dose the day before");
  await expect(row("Week 5")).toContainText("missed");
  await expect(row("Follow-up")).toContainText("recorded");
  await expectAccessible(page);
});

/** Twenty ratings with this total. */
function spread(total: number): string {
  return Array.from({ length: 20 }, (_, index) => Math.floor(total / 20) + (index < total % 20 ? 1 : 0)).join("");
}
