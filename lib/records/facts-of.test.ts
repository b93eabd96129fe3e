import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDay, daysBetween } from "@/lib/course/calendar";
import type { TrackedSession } from "@/lib/course/adherence";
import { due } from "@/lib/course/due";
import { planFor } from "@/lib/course/measure-plan";
import { settingsFrom } from "@/lib/schemas/settings";
import { factsOf } from "./facts-of";
import type { Source, SourceForm } from "./facts-source";

const zone = "America/New_York";
const clinic = { id: "here", timeZone: zone, settings: settingsFrom({ measures: ["pcl-5", "phq-9"], defaultPlan: "pcl-5-mood" }) };
const HOUR = 3_600_000;
const begin = Date.parse("2026-10-20T13:00:00Z"); // the clocks go back on 1 November
const hours = (count: number) => new Date(begin + count * HOUR);

const sourceOf = (more: Partial<Source>): Source => ({
  id: "p", organisationId: "here", teamId: "t", familyName: "de la Cruz", givenName: "Éva", recordNumber: "A-1", courses: [], sessions: [], forms: [], baselines: [], doses: [], prompts: 0, ...more,
});
const course = (more: object = {}): Source["courses"][number] => ({
  id: "c", therapy: "pe", therapyName: null, medicine: "ketamine", route: "intravenous", startDate: "2026-10-20", plannedWeeks: 4, timeZone: zone, measurePlan: null, template: null, endReason: null, endedAt: null, ...more,
});
const form = (id: string, at: Date, total: number, measure = "pcl-5"): SourceForm => ({ id, courseId: "c", measure, recall: measure === "pcl-5" ? "week" : "fortnight", at, enteredAt: at, total, ratings: [] });

describe("what is due", () => {
  const session = fc.record({ kind: fc.constantFrom("dose" as const, "therapy" as const), status: fc.constantFrom("planned" as const, "done" as const, "missed" as const), hour: fc.integer({ min: -24, max: 40 * 24 }) });
  const recorded = fc.record({ measure: fc.constantFrom("pcl-5", "phq-9"), hour: fc.integer({ min: -8 * 24, max: 70 * 24 }) });

  it("is, at any time, what the textbook says is due, late and next", () => {
    fc.assert(
      fc.property(fc.array(session, { maxLength: 8 }), fc.array(recorded, { maxLength: 12 }), fc.option(fc.integer({ min: 1, max: 60 * 24 })), fc.integer({ min: -10 * 24, max: 100 * 24 }), (planned, filled, ended, at) => {
        const now = new Date(+hours(at) + 1234);
        const endedAt = ended === null ? null : hours(ended);
        if (endedAt !== null && endedAt > now) return; // nobody ends a course tomorrow
        const current = course({ endedAt, endReason: endedAt && "completed" });
        const sessions = planned.map(({ kind, status, hour }, index): TrackedSession & { courseId: string } => ({ id: `s${index}`, courseId: "c", kind, status, at: hours(hour), plannedAt: null }));
        const forms = filled.map(({ measure, hour }, index) => form(`f${index}`, hours(hour), 40, measure));
        const today = calendarDay(now, zone);
        const textbook = due({ course: current, sessions, scored: forms, plan: planFor(null, clinic.settings), today, now });

        const items = factsOf(sourceOf({ courses: [current], sessions, forms }), clinic, "").due_item;
        const open = items.filter(({ closes_at }) => closes_at === "infinity" || new Date(closes_at as string) > now);
        const late = open.filter(({ late_at }) => new Date(late_at as string) <= now).map(({ due: day }) => daysBetween(day as string, today));
        expect(late.length > 0 ? Math.max(...late) : null).toBe(textbook.overdue?.days ?? null);
        expect(open.some(({ due_at, late_at }) => new Date(due_at as string) <= now && new Date(late_at as string) > now)).toBe(textbook.dueToday);
        expect(open.map(({ due: day }) => day as string).toSorted()[0]).toBe(textbook.overdue?.dueDay ?? textbook.next?.dueDay);
      }),
      { numRuns: 150 },
    );
  });
});

describe("where an assessment stands", () => {
  it("is the window, the day from t0 and the place in its series", () => {
    // The example of lib/course/windows.ts: t0 at noon, forms an hour before, 23 h after, and on days 6 and 8, equally near to 7.
    const sessions = [{ id: "s", courseId: "c", kind: "dose" as const, status: "done" as const, plannedAt: null, at: hours(0) }];
    const forms = [form("day 8", hours(8 * 24), 30), form("before", hours(-1), 60), form("24 h", hours(23), 45), form("day 6", hours(6 * 24), 35)];
    const placed = factsOf(sourceOf({ courses: [course()], sessions, forms }), clinic, "").placement;
    expect(placed.map(({ assessment_id, window, local_day, number, after_start }) => [assessment_id, window, local_day, number, after_start])).toEqual([
      ["before", "baseline", 0, 1, false],
      ["24 h", "24h", 1, 2, true],
      ["day 6", "week-1", 6, 3, true],
      ["day 8", null, 8, 4, true],
    ]);
  });

  it("is nowhere before anything was done, and says so of the course", () => {
    const facts = factsOf(sourceOf({ courses: [course()], forms: [form("f", hours(0), 60)] }), clinic, "");
    expect([facts.placement, facts.course_fact[0]]).toMatchObject([[], { begun: false, start_day: "2026-10-20", status: "active", end_day: null }]);
  });

  it("keeps the clusters of the answers, in the measure's order", () => {
    const sessions = [{ id: "s", courseId: "c", kind: "dose" as const, status: "done" as const, plannedAt: null, at: hours(0) }];
    // B is items 1 to 5, C 6 and 7, D 8 to 14, E 15 to 20 (Weathers et al. 2013).
    const ratings = [4, 4, 4, 4, 4, 0, 1, ...Array<number>(7).fill(2), ...Array<number>(6).fill(3)];
    const placed = factsOf(sourceOf({ courses: [course()], sessions, forms: [{ ...form("f", hours(-1), 53), ratings }] }), clinic, "").placement;
    expect(placed[0]).toMatchObject({ clusters: [20, 1, 14, 18], total: 53, ratings });
  });
});

it("a patient is sorted and searched without accents and case", () => {
  expect(factsOf(sourceOf({}), clinic, "").patient_fact[0]).toMatchObject({ name_key: "de la cruz, eva", name_words: " de la cruz eva", number_key: "a-1", latest: null, active: false });
});

it("a total of nought is a total, and a change of nought a change", () => {
  const sessions = [{ id: "s", courseId: "c", kind: "dose" as const, status: "done" as const, plannedAt: null, at: hours(0) }];
  const forms = [form("a", hours(-1), 0), form("b", hours(24), 0)];
  expect(factsOf(sourceOf({ courses: [course()], sessions, forms }), clinic, "").patient_fact[0]).toMatchObject({ latest: 0, change: 0, verdict: "no-reliable-change", day_zero: "2026-10-20" });
});
