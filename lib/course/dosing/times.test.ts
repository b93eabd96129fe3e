import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeProblems, type DosingTimes } from "./times";

const planned = new Date("2026-11-25T14:00:00Z");
const at = (minute: number) => new Date(+planned + minute * 60_000);
const reading = (minute: number) => ({ id: `m${minute}`, at: at(minute) });
const sound: DosingTimes = {
  plannedAt: planned, startedAt: at(10), stoppedAt: at(50), interruptions: [{ from: at(20), to: at(25) }],
  readings: [reading(0), reading(50), reading(130)], leftAt: at(140), now: at(145),
};
const ask = (more: Partial<DosingTimes>) => timeProblems({ ...sound, ...more });
const ids = (more: Partial<DosingTimes>) => ask(more).map(({ id }) => id);

test("times in order raise nothing, nor does a session that has not begun or was not planned", () => {
  expect(ask({})).toEqual([]);
  expect(ask({ startedAt: null, stoppedAt: null, interruptions: [], leftAt: null, now: at(-200), readings: [] })).toEqual([]);
  expect(ask({ plannedAt: null })).toEqual([]);
  expect(ask({ stoppedAt: null, interruptions: [{ from: at(20), to: null }] })).toEqual([]);
});

describe("to be mended", () => {
  test("a stop before the start, or without one", () => {
    expect(ask({ startedAt: at(40), stoppedAt: at(30), interruptions: [], readings: [] })).toEqual([
      { id: "stop-before-start", words: "The stop is 10 min before the start.", overridable: false },
    ]);
    expect(ids({ startedAt: null, interruptions: [] })).toEqual(["stop-without-start"]);
    expect(ids({ stoppedAt: at(10), interruptions: [] })).toEqual([]);
  });
  test("interruptions that cannot be", () => {
    expect(ids({ interruptions: [{ from: at(25), to: at(20) }] })).toEqual(["interruption-order"]);
    expect(ids({ interruptions: [{ from: at(5), to: at(15) }] })).toEqual(["interruption-outside"]);
    expect(ids({ interruptions: [{ from: at(45), to: at(55) }] })).toEqual(["interruption-outside"]);
    expect(ids({ startedAt: null, stoppedAt: null })).toEqual(["interruption-outside"]);
  });
  test("leaving before the start", () => {
    expect(ask({ leftAt: at(0) })).toMatchObject([{ id: "left-before-start", words: "The time of leaving is 10 min before the start." }]);
  });
  test("what is still to come, with a little for the device's clock", () => {
    expect(ids({ now: at(135) })).toEqual([]);
    expect(ids({ now: at(134), leftAt: null })).toEqual([]);
    expect(ids({ now: at(120), leftAt: null })).toEqual(["reading-in-future"]);
    expect(ids({ now: at(0) })).toEqual(["start-in-future", "stop-in-future", "reading-in-future", "left-in-future"]);
    for (const { overridable } of ask({ now: at(0) })) expect(overridable).toBe(false);
  });
});

describe("with a reason", () => {
  test("a reading more than an hour before the dose", () => {
    expect(ids({ readings: [reading(-50)] })).toEqual([]);
    expect(ask({ readings: [reading(-51), reading(20)] })).toEqual([
      { id: "reading-before-dose", words: "A reading is timed 1 h 01 min before the start.", overridable: true },
    ]);
  });
  test("a start more than six hours from the plan", () => {
    expect(ids({ plannedAt: at(370) })).toEqual([]);
    expect(ask({ plannedAt: at(-400) })[0]).toEqual({
      id: "far-from-plan", words: "The start is 7 hours after the time it was planned for.", overridable: true,
    });
    expect(ask({ plannedAt: at(3 * 1440) })[0]?.words).toBe("The start is 3 days before the time it was planned for.");
  });
  test("a dose of more than three hours", () => {
    expect(ask({ stoppedAt: at(200), leftAt: null, now: at(300) })).toMatchObject([{ id: "long-dose", words: "The dose ran for 3 h 10 min." }]);
  });
});

test("shifting every time by a constant changes no word; each question is asked once", () => {
  const minute = fc.integer({ min: -600, max: 600 });
  const some = fc.option(minute);
  const any = fc.record({ plannedAt: some, startedAt: some, stoppedAt: some, leftAt: some, from: minute, to: some, readings: fc.array(minute), now: minute });
  fc.assert(fc.property(any, fc.integer({ min: -1e12, max: 1e12 }), (given, by) => {
    const told = (shift: number) => {
      const moved = (value: number) => new Date(+at(value) + shift);
      const maybe = (value: number | null) => (value === null ? null : moved(value));
      return timeProblems({
        plannedAt: maybe(given.plannedAt), startedAt: maybe(given.startedAt), stoppedAt: maybe(given.stoppedAt), leftAt: maybe(given.leftAt),
        interruptions: [{ from: moved(given.from), to: maybe(given.to) }], now: moved(given.now),
        readings: given.readings.map((value) => ({ id: `${value}`, at: moved(value) })),
      });
    };
    expect(told(by)).toEqual(told(0));
    const asked = told(0).map(({ id }) => id);
    expect(new Set(asked).size).toBe(asked.length);
  }));
});
