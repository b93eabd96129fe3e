import { expect, test } from "vitest";
import { startingTemplates } from "@/lib/course/templates";
import { rowsAfterEnd, rowsOf } from "./start-answers";

const everyDay = { weekdays: [], dates: [] };
const start = "2026-11-02"; // a Monday

test("a template of eight weekly doses, each with therapy on the day after, cut to four weeks leaves half its sessions behind the end", () => {
  const template = startingTemplates.find(({ plannedWeeks, doses }) => plannedWeeks === 8 && doses.length === 8)!;
  const rows = rowsOf(template, start, everyDay);
  expect(rows).toHaveLength(16);
  const after = (plannedWeeks: number) => rowsAfterEnd(rows, { startDate: start, plannedWeeks });
  expect(after(8)).toEqual([]);
  expect(after(4).map(({ day }) => day)).toEqual(["2026-11-30", "2026-12-01", "2026-12-07", "2026-12-08", "2026-12-14", "2026-12-15", "2026-12-21", "2026-12-22"]);
});

test("four weeks from a Monday end on a Sunday; without a length or a start nothing lies behind the end", () => {
  const row = (day: string) => ({ id: day, kind: "dose" as const, day, time: "09:00", insteadOf: null });
  const rows = [row("2026-11-29"), row("2026-11-30"), row("")];
  expect(rowsAfterEnd(rows, { startDate: start, plannedWeeks: 4 })).toEqual([row("2026-11-30")]);
  expect(rowsAfterEnd(rows, { startDate: start, plannedWeeks: Number.NaN })).toEqual([]);
  expect(rowsAfterEnd(rows, { startDate: start, plannedWeeks: 0 })).toEqual([]);
  expect(rowsAfterEnd(rows, { startDate: "", plannedWeeks: 4 })).toEqual([]);
});
