import { expect, test } from "vitest";
import type { TrackedSession } from "@/lib/course/adherence";
import { lanesView } from "./lanes-view";

const zone = "America/New_York";
const on = (day: number, wall = "09:00") => new Date(`2026-11-${String(day).padStart(2, "0")}T${wall}:00-05:00`);
const session = (id: string, kind: TrackedSession["kind"], at: Date, more: Partial<TrackedSession> = {}): TrackedSession => ({ id, kind, at, status: "done", plannedAt: at, ...more });
const sessions = [
  session("d1", "dose", on(2)), session("t1", "therapy", on(3)), session("d2", "dose", on(11), { plannedAt: on(9) }),
  session("d3", "dose", on(16), { status: "missed" }), session("d4", "dose", on(23), { status: "planned" }), session("x", "therapy", on(12), { status: "cancelled" }),
];
const view = lanesView({
  sessions, events: [{ id: "e", term: "Nausea", severity: "mild", serious: false, onsetAt: on(2, "09:30") }], series: null, t0: on(2), zone, now: on(20),
});

test("each dose and session as what came of it, and whether therapy followed each dose", () => {
  expect(view.lanes.map(({ id, marks }) => [id, marks.map(({ state }) => state)])).toEqual([
    ["dose", ["done", "late", "missed", "planned"]], ["therapy", ["done"]], ["after", ["done", "without"]], ["event", ["event"]],
  ]);
  expect(view.weeks.map(({ name }) => name)).toEqual(["day 0", "week 1", "week 2", "week 3"]);
});

test("the same in sentences", () => {
  expect(view.sentences).toEqual([
    "Doses: 2 done, 1 late, 1 missed, 1 planned. Therapy sessions: 1 done, 1 cancelled.",
    "Therapy within 24 h of a dose: 1 of 2 (50 %); on the next day: 1 of 2 (50 %).",
    "No therapy on the day after the dose of 11 Nov.",
    "Late or missed: dose of 11 Nov late by 2 days, dose of 16 Nov missed.",
    "Adverse events: 1.",
  ]);
  const none = lanesView({ sessions: [], events: [], series: null, t0: null, zone, now: on(20) });
  expect(none.sentences).toEqual(["Doses: 0 done. Therapy sessions: 0 done.", "Adverse events: none recorded."]);
});
