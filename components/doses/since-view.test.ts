import { describe, expect, test } from "vitest";
import type { TotalForm } from "@/lib/course/windows-table";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { chosenSeries, readForms, seriesOfForms, type FormSeries } from "./series-of-forms";
import { heldWords, sinceView } from "./since-view";

const zone = "America/New_York";
const first = new Date("2026-11-05T09:00:00-05:00");
const after = (hours: number) => new Date(+first + hours * 3_600_000);
const form = (hours: number, total: number): TotalForm => ({ id: `f${hours}`, measure: "pcl-5", recall: "week", at: after(hours), enteredAt: after(hours), total });
const series = (...forms: TotalForm[]): FormSeries => ({ key: "pcl-5 week", measure: pcl5, recall: "week", forms });
const doses = [{ id: "one", at: after(0) }, { id: "two", at: after(168) }];
const view = sinceView(series(form(-1, 50), form(24, 38), form(167, 41), form(400, 20)), doses, new Map([["one", "35 mg"]]), zone);

describe("the scores since each dose", () => {
  test("a row for each dose, with change, overlap, what held and a sentence", () => {
    expect(view.rows[0]).toMatchObject({
      number: 1, date: "5 Nov 2026", amount: "35 mg", before: 50, share: 0.75, held: "9 of 12 points (75 %)",
      cells: [{ total: 38, change: "−12", overlap: "6 of 7 days before" }, null, { total: 41, change: "−9", overlap: null }],
      sentence: "Dose 1: 50 before; −12 at +24 h, −9 at +7 d; held until dose 2: 9 of 12 points (75 %).",
    });
    expect(view.rows[1]?.sentence).toBe("Dose 2: 41 before; no score at +24 h, +72 h or +7 d; what held so far cannot be told: one score since the dose.");
    expect(view.averages.map(({ name, n, mean }) => [name, n, mean])).toEqual([["+24 h", 1, -12], ["+72 h", 0, null], ["+7 d", 1, -9]]);
  });
  test("the chart spans what is drawn, in tens, with zero", () => {
    expect(view.range).toEqual({ days: 10, top: 10, bottom: -30 });
    expect(view.rows[1]?.points).toEqual([{ day: expect.closeTo(9.667, 3), change: -21, overlap: false }]);
    expect(sinceView(series(), doses, new Map(), zone).range).toEqual({ days: 9, top: 10, bottom: -10 });
  });
  test("without a score before a dose nothing is drawn from it", () => {
    const [row] = sinceView(series(form(24, 38)), doses, new Map(), zone).rows;
    expect(row).toMatchObject({ points: [], share: null, held: "no score to count from", cells: [{ total: 38, change: null }, null, null] });
    expect(row?.sentence).toBe("Dose 1: no score in the week before it, so no change is counted.");
  });
  test("a score before the dose before is not one to count from", () => {
    const rows = sinceView(series(form(-1, 50), form(24, 38), form(190, 30)), doses, new Map(), zone).rows;
    expect(sinceView(series(form(-1, 50), form(190, 30)), doses, new Map(), zone).rows[1]?.sentence).toBe(
      "Dose 2: no score in the week before it and after dose 1, so no change is counted.",
    );
    expect(rows[1]?.before).toBe(38);
  });
  test("held in words", () => {
    expect(heldWords({ share: 0, gain: 10, lost: 10 })).toBe("0 of 10 points (0 %)");
    expect(heldWords({ share: -0.5, gain: 10, lost: 15 })).toBe("none of 10 points, 5 above the score before");
  });
});

describe("the forms as series", () => {
  const stored = (id: string, recall: "week" | "month", rating: number | null) => ({
    id, measure: "pcl-5", recall, at: after(0), enteredAt: after(0), ratings: Array<number | null>(20).fill(rating), total: null,
  });
  const read = readForms([stored("w1", "week", 2), stored("w2", "week", 0), stored("m", "month", 3), stored("open", "week", null)]);
  test("each measure and recall window its own, all zero is a score, incomplete ones apart", () => {
    expect(read.scored.map(({ total }) => total)).toEqual([40, 0, 60]);
    expect(read.incomplete).toHaveLength(1);
    expect(seriesOfForms(read.scored).map(({ key, forms }) => [key, forms.length])).toEqual([["pcl-5 month", 1], ["pcl-5 week", 2]]);
  });
  test("the one asked for, else the fullest of the first measure", () => {
    const all = seriesOfForms(read.scored);
    expect(chosenSeries(all, undefined)?.key).toBe("pcl-5 week");
    expect(chosenSeries(all, "pcl-5 month")?.key).toBe("pcl-5 month");
    expect(chosenSeries(all, "nothing")?.key).toBe("pcl-5 week");
    expect(chosenSeries([], undefined)).toBeNull();
  });
});
