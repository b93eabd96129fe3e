import type { Locator, Page } from "@playwright/test";
import { showTable, totalCard } from "./clinic";
import { clinicDayInWords } from "./clinic-days";
import { expect, expectAccessible, test } from "./fixtures";
import { demoPatient, givenScore, type GivenPatient } from "./given";

/** The live drawing, once it stands above the one the server sent. */
function drawn(page: Page): Locator {
  return page.getByRole("application", { name: /^PCL-5 scores/ });
}

function points(page: Page, recall: "month" | "week"): Locator {
  return drawn(page).locator(`g[data-recall="${recall}"] circle`);
}

/** What is said about the point under pointer, finger or keyboard. */
function detail(page: Page): Locator {
  return page.getByRole("tabpanel", { name: "Total" }).getByRole("status");
}

// The first dose was 8 days ago at 10:00: of the past-month forms the later is that window's baseline, so neither has
// a change; the past-week form of 09:30 is the baseline, the one 23 hours after the
// dose the 24 h score. Totals: 20 threes are 60, 20 twos 40, 20 ones 20, 20 zeros 0.
const forms = [
  { day: -12, time: "09:00", recall: "month", ratings: "3".repeat(20), total: 60, change: null, words: null },
  { day: -9, time: "09:00", recall: "month", ratings: "2".repeat(20), total: 40, change: null, words: null },
  { day: -8, time: "09:30", recall: "week", ratings: "3".repeat(20), total: 60, change: null, words: null },
  { day: -7, time: "09:00", recall: "week", ratings: "2".repeat(20), total: 40, change: "−20", words: "Reliable improvement, 20 points (Marx 2022)" },
  { day: -1, time: "09:00", recall: "week", ratings: "0".repeat(20), total: 0, change: "−60", words: "Recovered, 60 points (Marx 2022)" },
] as const;

async function givenForms(page: Page, patient: GivenPatient): Promise<void> {
  for (const form of forms) await givenScore(page.request, patient, form);
  await page.goto(patient.path);
  await expect(drawn(page)).toBeVisible();
}

async function expectDetail(page: Page, form: (typeof forms)[number]): Promise<void> {
  await expect(detail(page)).toContainText(`${form.total} past ${form.recall}`);
  await expect(detail(page)).toContainText(`${clinicDayInWords(form.day)}, ${form.time}`);
  const each = form.total / 20;
  await expect(detail(page)).toContainText(`B ${5 * each} · C ${2 * each} · D ${7 * each} · E ${6 * each}`);
  if (form.change !== null) {
    await expect(detail(page)).toContainText(form.change);
    await expect(detail(page)).toContainText(form.words);
  }
}

test("by keyboard, point after point says what the table says", async ({ page, patient }) => {
  await givenForms(page, patient);
  await drawn(page).focus();
  for (const [index, form] of forms.entries()) {
    if (index > 0) await page.keyboard.press("ArrowRight");
    await expectDetail(page, form);
  }
  await page.keyboard.press("ArrowLeft");
  await expectDetail(page, forms[3]);
  await page.keyboard.press("Escape");
  await expect(detail(page)).toHaveCount(0);

  const table = await showTable(page);
  const rows = table.locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(forms.length);
  for (const [index, form] of forms.toReversed().entries()) {
    const row = rows.nth(index);
    await expect(row.getByRole("rowheader")).toHaveText(`${clinicDayInWords(form.day)}, ${form.time}`);
    await expect(row).toContainText(`past ${form.recall}`);
    await expect(row.getByRole("cell", { name: String(form.total), exact: true }).first()).toBeVisible();
    if (form.change !== null) await expect(row.getByRole("cell", { name: form.change, exact: true })).toBeVisible();
  }
});

test("the pointer shows the same", async ({ page, patient }) => {
  await givenForms(page, patient);
  await points(page, "week").last().hover({ force: true });
  await expectDetail(page, forms[4]);
  await points(page, "month").first().hover({ force: true });
  await expectDetail(page, forms[0]);
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("a finger shows the same", async ({ page, patient }) => {
    await givenForms(page, patient);
    await page.locator("[data-drawn]").scrollIntoViewIfNeeded(); // not a point: those are drawn anew when the room changes
    for (const [index, form] of [[0, forms[2]], [2, forms[4]]] as const) {
      const box = await points(page, "week").nth(index).boundingBox();
      if (box === null) throw new Error("The point is not drawn");
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await expectDetail(page, form);
    }
  });
});

test("one line for each recall window, and never one across", async ({ page, patient }) => {
  await givenForms(page, patient);
  await expect(points(page, "month")).toHaveCount(2);
  await expect(points(page, "week")).toHaveCount(3);
  const lines = (recall: string) => drawn(page).locator(`g[data-recall="${recall}"] line`);
  await expect(lines("month")).toHaveCount(1);
  await expect(lines("week")).toHaveCount(2);
  const ends = async (of: Locator) => of.evaluateAll((found) => found.flatMap((line) => [1, 2].map((end) => `${Math.round(Number(line.getAttribute(`x${end}`)))} ${Math.round(Number(line.getAttribute(`y${end}`)))}`)));
  const centres = async (of: Locator) => of.evaluateAll((found) => found.map((circle) => `${Math.round(Number(circle.getAttribute("cx")))} ${Math.round(Number(circle.getAttribute("cy")))}`));
  for (const recall of ["month", "week"] as const) {
    const own = new Set(await centres(points(page, recall)));
    expect((await ends(lines(recall))).filter((end) => !own.has(end)), `ends of ${recall} lines that are no ${recall} point`).toEqual([]);
  }
});

test("before any script has run, numbers, words, chart and table are there", async ({ page, patient, openAs }) => {
  await givenForms(page, patient);
  const bare = await openAs("mara", { javaScriptEnabled: false });
  await bare.goto(patient.path);
  await expect(totalCard(bare).locator("strong").first()).toHaveText("0");
  const chart = bare.getByRole("img", { name: /^PCL-5 total over time, 0 to 80/ });
  await expect(chart).toBeVisible();
  await expect(chart.locator('g[data-recall="week"] circle')).toHaveCount(3);
  await expect(bare.getByText(/^Total fell 60 points \(100 %\) from baseline \(60 on day 0\) to 0 on day 7, past week\./)).toBeVisible();
  await expect(bare.getByRole("table", { name: /^PCL-5 scores/, includeHidden: true }).locator("tbody tr")).toHaveCount(5);
});

test("nothing moves while the chart comes to life", async ({ page, patient }) => {
  await page.addInitScript(() => {
    const moves: number[] = [];
    Object.assign(window, { moves });
    new PerformanceObserver((list) => moves.push(...list.getEntries().map(({ startTime }) => startTime))).observe({ type: "layout-shift", buffered: true });
  });
  await givenForms(page, patient);
  await expect(points(page, "week")).toHaveCount(3);
  // A move is reported some frames after it was made: once one made on purpose is known, all before it are.
  const onPurpose = await page.evaluate(() => {
    document.querySelector("main")?.insertAdjacentHTML("afterbegin", "<p>.</p>".repeat(5));
    return performance.now();
  });
  const moves = () => page.evaluate(() => (window as unknown as { moves: number[] }).moves);
  await expect.poll(async () => (await moves()).some((at) => at >= onPurpose)).toBe(true);
  expect((await moves()).filter((at) => at < onPurpose)).toEqual([]);
});

test("a gap is drawn as a gap, and said", async ({ page }) => {
  const { path } = await demoPatient(page.request, "004-2268");
  await page.goto(path);
  await expect(drawn(page).locator("line[data-gap]")).toHaveCount(1);
});

test("zeros are drawn and counted; with one score there is a point and no line", async ({ page, newcomer }) => {
  const zeros = await demoPatient(page.request, "004-2312");
  await page.goto(zeros.path);
  await expect(points(page, "month")).toHaveCount(1);
  await expect(points(page, "week")).toHaveCount(2);
  await expect(totalCard(page).locator("strong").first()).toHaveText("0");

  await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: "2".repeat(20) });
  await page.goto(newcomer.path);
  await expect(points(page, "month")).toHaveCount(1);
  await expect(drawn(page).locator("g[data-recall] line")).toHaveCount(0);
});

test("without a score the page says so and draws the course alone", async ({ page, patient }) => {
  await page.goto(patient.path);
  await expect(page.getByText("No scored PCL-5 yet.")).toBeVisible();
  await expect(page.getByRole("img", { name: /No score yet/ })).toBeVisible();
  await expectAccessible(page);
});

test("the three views are tabs of one strip, moved by arrows", async ({ page, patient }) => {
  await givenForms(page, patient);
  await page.getByRole("tab", { name: "Total" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Clusters" })).toBeFocused();
  await expect(page.getByRole("tabpanel", { name: "Clusters" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("End");
  await expect(page.getByRole("tabpanel", { name: "Table" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Home");
  await expect(page.getByRole("tabpanel", { name: "Total" })).toBeVisible();
});

test("the heat-map shows every rating of every visit, windows side by side", async ({ page, patient }) => {
  await givenForms(page, patient);
  await givenScore(page.request, patient, { day: 0, time: "00:00", recall: "week", ratings: "0123 4".padEnd(21, "-") });
  await page.reload();
  const map = page.getByRole("table", { name: /^PCL-5 ratings of each item/ });
  await expect(map.getByRole("row", { name: /Unwanted memories/ }).getByRole("cell")).toHaveText(["3", "2", "3", "2", "0", "0"]);
  await expect(map.getByRole("row", { name: /Physical reactions/ }).getByRole("cell")).toHaveText(["3", "2", "3", "2", "0", "4"]);
  await expect(map.getByRole("row", { name: /Sleep/ }).getByRole("cell")).toHaveText(["3", "2", "3", "2", "0", "–"]);
});
