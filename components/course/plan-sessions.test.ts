import fc from "fast-check";
import { expect, test } from "vitest";
import { daysBetween } from "@/lib/course/calendar";
import { planSessions, repeats, type SessionPlan } from "./plan-sessions";

const plan: SessionPlan = {
  kind: "dose",
  at: "2026-10-28T10:30",
  repeat: "once",
  times: 4,
  therapyAfter: null,
};

test("once is one session, whatever the number says", () => {
  expect(planSessions(plan)).toEqual([{ kind: "dose", at: "2026-10-28T10:30" }]);
});

test("weekly doses keep their weekday and time across the change of the clocks on 1 November", () => {
  expect(planSessions({ ...plan, repeat: "weekly" }).map(({ at }) => at)).toEqual([
    "2026-10-28T10:30",
    "2026-11-04T10:30",
    "2026-11-11T10:30",
    "2026-11-18T10:30",
  ]);
});

test("twice a week is three and four days apart", () => {
  const days = planSessions({ ...plan, at: "2026-11-23T09:00", repeat: "twice-weekly" }).map(({ at }) =>
    at.slice(0, 10),
  );
  expect(days).toEqual(["2026-11-23", "2026-11-26", "2026-11-30", "2026-12-03"]);
});

test("weekdays leave out Saturday and Sunday", () => {
  const days = planSessions({ ...plan, kind: "therapy", at: "2026-11-26T09:00", repeat: "weekdays" });
  expect(days.map(({ at }) => at.slice(0, 10))).toEqual([
    "2026-11-26",
    "2026-11-27",
    "2026-11-30",
    "2026-12-01",
  ]);
});

test("therapy stands on the day after each dose, at its own time", () => {
  expect(
    planSessions({ ...plan, at: "2026-12-31T10:00", repeat: "weekly", times: 2, therapyAfter: "14:15" }),
  ).toEqual([
    { kind: "dose", at: "2026-12-31T10:00" },
    { kind: "therapy", at: "2027-01-01T14:15" },
    { kind: "dose", at: "2027-01-07T10:00" },
    { kind: "therapy", at: "2027-01-08T14:15" },
  ]);
});

test("every plan starts with the session typed, holds as many as asked, each on a later day", () => {
  const day = fc.date({
    min: new Date("2020-01-01T00:00:00Z"),
    max: new Date("2035-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  const repeat = fc.constantFrom(
    ...repeats.map(({ value }) => value).filter((value) => value !== "weekdays"),
  );
  fc.assert(
    fc.property(day, repeat, fc.integer({ min: 1, max: 40 }), (first, every, times) => {
      const at = `${first.toISOString().slice(0, 10)}T10:00`;
      const planned = planSessions({ kind: "therapy", at, repeat: every, times, therapyAfter: "09:00" });
      expect(planned[0]?.at).toBe(at);
      expect(planned).toHaveLength(every === "once" ? 1 : times);
      const days = planned.map((session) => session.at.slice(0, 10));
      const steps = days.slice(1).map((later, index) => daysBetween(days[index] ?? "", later));
      expect(steps.every((step) => step > 0)).toBe(true);
    }),
  );
});
