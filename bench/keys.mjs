// From the open form to the drawn chart by keyboard alone: twenty digits and Enter, every key counted.

import { form, daysAgo, ratings } from "./clinic.mjs";
import { asCookie } from "./paint.mjs";
import { randomUUID } from "node:crypto";
import { median } from "./statistics.mjs";

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} origin
 * @param {Pick<Awaited<ReturnType<typeof import("./clinic.mjs").openOwnClinic>>, "cookie" | "put">} own
 * @param {readonly string[]} patients one for each time
 * @param {(patientId: string) => Promise<(number | null)[]>} totalsOf what the database has, newest last
 */
export async function keys(browser, origin, { cookie, put }, patients, totalsOf) {
  /** @type {number[]} */
  const times = [];
  let pressed = 0;
  for (const patient of patients) {
    // A form of last week, so that there is a line to draw.
    await put(`/api/assessments/${randomUUID()}`, { ...form(patient), answeredAt: daysAgo(7), key: randomUUID(), allow: [] });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    try {
      await context.addCookies(cookie.split("; ").map((pair) => asCookie(pair, origin)));
      const page = await context.newPage();
      await page.goto(`${origin}/patients/${patient}/record`);
      await page.waitForFunction(() => document.activeElement?.closest("[data-item]")?.getAttribute("data-item") === "0");
      pressed = 0;
      for (const key of [...ratings.map(String), "Enter"]) {
        await page.keyboard.press(key);
        pressed += 1;
      }
      const saved = performance.now();
      await page.waitForURL(`${origin}/patients/${patient}`, { timeout: 15_000 });
      await page.locator("[data-drawn]").first().waitFor({ timeout: 15_000 });
      times.push(performance.now() - saved);
    } finally {
      await context.close();
    }
    const totals = await totalsOf(patient);
    const expected = ratings.reduce((sum, rating) => sum + rating, 0);
    if (totals.length !== 2 || totals[1] !== expected) throw new Error(`Typed a total of ${expected}; stored were ${totals.join(" and ")}`);
  }
  return { pressed, enterToDrawnMs: median(times) };
}
