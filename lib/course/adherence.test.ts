import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adherence, outcomeWords, shareWords, type TrackedSession } from "./adherence";

const zone = "America/New_York";
const boston = (wall: string) => new Date(`2026-11-${wall}:00-05:00`);
let serial = 0;
function session(kind: TrackedSession["kind"], at: string, more: Partial<TrackedSession> & { planned?: string | null } = {}): TrackedSession {
  const { planned = at, ...rest } = more;
  serial += 1;
  return { id: `s${serial}`, kind, at: boston(at), status: "done", plannedAt: planned === null ? null : boston(planned), ...rest };
}
const ask = (sessions: TrackedSession[], now = "20T12:00") => adherence({ sessions, zone, now: boston(now) });
const dose1 = session("dose", "02T09:00");
const dose2 = session("dose", "09T09:00", { planned: "08T09:00" });
const therapy1 = session("therapy", "03T10:00");

describe("what came of the plan", () => {
  test("the worked example", () => {
    const told = ask([dose2, therapy1, dose1]);
    expect(told.sessions.map(({ outcome, daysOff }) => [outcome, daysOff])).toEqual([["on time", 0], ["on time", 0], ["late", 1]]);
    expect(told.counts.dose).toMatchObject({ "on time": 1, late: 1, missed: 0 });
    expect(told.within24h).toEqual({ done: 0, of: 2 });
    expect(told.nextDay).toEqual({ done: 1, of: 2 });
    expect(told.kept.dose).toEqual({ done: 2, of: 2 });
  });
  test.each([
    ["02T23:59", "02T00:01", "on time"], ["03T00:01", "02T23:59", "late by 1 day"], ["05T09:00", "09T09:00", "early by 4 days"],
  ])("done at %s, planned for %s: %s", (at, planned, words) => {
    expect(ask([session("dose", at, { planned })]).sessions.map(outcomeWords)).toEqual([words]);
  });
  test("never planned, missed, cancelled, still planned", () => {
    const rows = [
      session("dose", "02T09:00", { planned: null }), session("dose", "03T09:00", { status: "missed" }),
      session("therapy", "04T09:00", { status: "cancelled" }), session("therapy", "05T09:00", { status: "planned" }),
    ];
    expect(ask(rows).sessions.map(outcomeWords)).toEqual(["unplanned", "missed", "cancelled", "planned"]);
    expect(ask(rows).counts.therapy).toMatchObject({ cancelled: 1, planned: 1, "on time": 0 });
  });
});

describe("how much of the plan was kept", () => {
  const kept = (...rows: TrackedSession[]) => ask(rows).kept.dose;
  test("missed and gone by unmarked count against it; today's, later ones, cancelled and unplanned do not count", () => {
    const planned = (day: string) => session("dose", `${day}T09:00`, { status: "planned" });
    expect(kept(dose1, session("dose", "05T09:00", { status: "missed" }), planned("19"))).toEqual({ done: 1, of: 3 });
    expect(kept(dose1, planned("20"), planned("21"))).toEqual({ done: 1, of: 1 });
    expect(kept(session("dose", "05T09:00", { status: "cancelled" }), session("dose", "06T09:00", { planned: null }))).toEqual({ done: 0, of: 0 });
  });
});

describe("therapy after a dose", () => {
  const states = (rows: TrackedSession[], now?: string) => ask(rows, now).therapyAfter.map(({ within24h, nextDay }) => [within24h, nextDay]);
  test("24 elapsed hours and the next calendar day are two questions", () => {
    expect(states([dose1, session("therapy", "03T09:00")])).toEqual([["done", "done"]]);
    expect(states([dose1, session("therapy", "03T09:01")])).toEqual([["without", "done"]]);
    expect(states([dose1, session("therapy", "02T15:00")])).toEqual([["done", "without"]]);
    expect(states([dose1, session("therapy", "04T09:00")])).toEqual([["without", "without"]]);
    expect(states([dose1, session("therapy", "02T08:00")])).toEqual([["without", "without"]]);
  });
  test("only therapy that was done", () => {
    expect(states([dose1, { ...therapy1, status: "missed" }])).toEqual([["without", "without"]]);
  });
  test("until the time for it is over a dose is waiting, and is not counted", () => {
    expect(states([dose1], "02T12:00")).toEqual([["waiting", "waiting"]]);
    expect(states([dose1], "03T09:00")).toEqual([["waiting", "waiting"]]);
    expect(states([dose1], "03T09:01")).toEqual([["without", "waiting"]]);
    expect(states([dose1], "03T23:59")).toEqual([["without", "waiting"]]);
    expect(states([dose1], "04T00:00")).toEqual([["without", "without"]]);
    expect(ask([dose1], "03T12:00").nextDay).toEqual({ done: 0, of: 0 });
  });
  test("shares in words", () => {
    expect(shareWords({ done: 3, of: 4 })).toBe("3 of 4 (75 %)");
    expect(shareWords({ done: 0, of: 0 })).toBe("—");
    expect(shareWords({ done: 0, of: 3 })).toBe("0 of 3 (0 %)");
  });
  test("real hours over the night that has 25", () => {
    const rows: TrackedSession[] = [
      { id: "d", kind: "dose", status: "done", at: new Date("2026-10-31T12:00:00-04:00"), plannedAt: null },
      { id: "t", kind: "therapy", status: "done", at: new Date("2026-11-01T11:30:00-05:00"), plannedAt: null }, // 24.5 h later
    ];
    expect(states(rows)).toEqual([["without", "done"]]);
  });
});

describe("laws", () => {
  const DAY = 86_400_000;
  const any = fc.array(
    fc.record({
      kind: fc.constantFrom("dose" as const, "therapy" as const, "assessment" as const),
      status: fc.constantFrom("planned" as const, "done" as const, "missed" as const, "cancelled" as const),
      hour: fc.integer({ min: 0, max: 2000 }), off: fc.option(fc.integer({ min: -100, max: 100 })),
    }),
    { maxLength: 20 },
  );
  const build = (list: { kind: TrackedSession["kind"]; status: TrackedSession["status"]; hour: number; off: number | null }[], shift = 0): TrackedSession[] =>
    list.map(({ kind, status, hour, off }, i) => {
      const at = new Date(+boston("02T00:00") + hour * 3_600_000 + shift);
      return { id: `s${i}`, kind, status, at, plannedAt: off === null ? null : new Date(+at + off * 3_600_000) };
    });
  test("every session is counted once; the order of rows does not matter", () => {
    fc.assert(fc.property(any, (list) => {
      const told = ask(build(list));
      expect(ask(build(list).toReversed())).toEqual(told);
      const total = Object.values(told.counts).flatMap((each) => Object.values(each)).reduce((sum, count) => sum + count, 0);
      expect(total).toBe(list.length);
    }));
  });
  test("in UTC, moving everything by whole days changes nothing", () => {
    fc.assert(fc.property(any, fc.integer({ min: -1000, max: 1000 }), (list, days) => {
      const told = (shift: number) => {
        const { sessions, counts, within24h, nextDay } = adherence({ sessions: build(list, shift), zone: "UTC", now: new Date(+boston("20T12:00") + shift) });
        return { sessions, counts, within24h, nextDay };
      };
      expect(told(days * DAY)).toEqual(told(0));
    }));
  });
});
