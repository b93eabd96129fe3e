import { expect, test } from "vitest";
import { movedAlong } from "./move-rest";
import type { SessionRow } from "./session-row";

const weekends = { weekdays: [6, 7], dates: [] } as const;
const row = (id: string, at: string, kind: SessionRow["kind"], status: SessionRow["status"] = "planned"): SessionRow => ({ id, kind, status, at, plannedAt: at, reason: "", version: 3 });
// 30 November 2026 is a Monday.
const rows = [
  row("done", "2026-11-23T09:00", "dose", "done"),
  row("d2", "2026-11-30T09:00", "dose"),
  row("t2", "2026-12-01T14:00", "therapy"),
  row("d3", "2026-12-07T09:00", "dose"),
];

test("a dose moved by three days takes its therapy and the doses after it along, past the weekend, at their own times", () => {
  // Thursday 3 December, therapy on Friday; 7 + 3 December is a Thursday.
  expect(movedAlong(rows, rows[1]!, "2026-12-03T11:30", weekends).map(({ id, at, version }) => [id, at, version])).toEqual([
    ["t2", "2026-12-04T14:00", 3],
    ["d3", "2026-12-10T09:00", 3],
  ]);
});

test("another time on the same day, a half-typed date and a session that is done move nothing", () => {
  expect(movedAlong(rows, rows[1]!, "2026-11-30T15:00", weekends)).toEqual([]);
  expect(movedAlong(rows, rows[1]!, "T15:00", weekends)).toEqual([]);
  expect(movedAlong(rows, rows[0]!, "2026-11-24T09:00", weekends)).toEqual([]);
});
