import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockWords, minuteOf, nextReading, readingsDue } from "./observation";

const MINUTE = 60_000;
const start = new Date("2026-11-25T14:00:00Z");
const at = (minute: number) => new Date(+start + minute * MINUTE);
const reading = (minute: number, id = `m${minute}`) => ({ id, at: at(minute) });
const ask = (now: number, taken: number[], more: { leftAt?: Date; minutes?: number[] } = {}) =>
  readingsDue({ startedAt: start, readings: taken.map((minute) => reading(minute)), now: at(now), ...more });
const states = (now: number, taken: number[], more = {}) => ask(now, taken, more).map(({ state }) => state);

describe("the minutes from the start", () => {
  test.each([[0, 0], [39.99, 39], [40, 40], [-0.1, -1], [-10, -10]])("%d is %d", (given, expected) => {
    expect(minuteOf(at(given), start)).toBe(expected);
  });
  test.each([[0, "0 min"], [47, "47 min"], [60, "1 h 00 min"], [125, "2 h 05 min"], [-12, "12 min before the start"]])("%d in words", (minute, words) => {
    expect(clockWords(minute)).toBe(words);
  });
});

describe("readings due", () => {
  test("the worked example", () => {
    const due = ask(75, [-10, 47]);
    expect(due.map(({ minute, state, reading: one }) => [minute, state, one?.id ?? null])).toEqual([
      [0, "done", "m-10"], [40, "done", "m47"], [80, "due", null], [120, "upcoming", null],
    ]);
    expect(due[2]?.at).toEqual(at(80));
  });
  test.each([
    [-5, ["due", "upcoming", "upcoming", "upcoming"]],
    [5, ["due", "upcoming", "upcoming", "upcoming"]],
    [6, ["late", "upcoming", "upcoming", "upcoming"]],
    [29, ["late", "upcoming", "upcoming", "upcoming"]],
    [30, ["missed", "due", "upcoming", "upcoming"]],
    [45, ["missed", "due", "upcoming", "upcoming"]],
    [46, ["missed", "late", "upcoming", "upcoming"]],
    [70, ["missed", "missed", "due", "upcoming"]],
    [600, ["missed", "missed", "missed", "late"]],
  ])("without a reading, at minute %d", (now, expected) => {
    expect(states(now, [])).toEqual(expected);
  });
  test("a late reading stands for the time it was late for, an early one for the time it was early for", () => {
    expect(states(69, [0, 65])).toEqual(["done", "done", "upcoming", "upcoming"]);
    expect(states(69, [0, 30])).toEqual(["done", "done", "upcoming", "upcoming"]);
    expect(states(45, [0, 29])).toEqual(["done", "due", "upcoming", "upcoming"]);
  });
  test("the nearest stands for it, of two equally near the earlier; a reading of the hour before counts for the start", () => {
    expect(ask(60, [31, 41, 50])[1]?.reading?.id).toBe("m41");
    expect(ask(60, [45, 35])[1]?.reading?.id).toBe("m35");
    expect(ask(3, [-60])[0]?.state).toBe("done");
    expect(ask(3, [-61])[0]?.state).toBe("due");
  });
  test("nothing is awaited of who has left; what was taken stays", () => {
    expect(states(105, [0, 40], { leftAt: at(100) })).toEqual(["done", "done", "missed", "missed"]);
  });
  test("other minutes, in any order, close together", () => {
    expect(ask(7, [], { minutes: [15, 0, 5, 10, 5] }).map(({ minute, state }) => `${minute} ${state}`)).toEqual([
      "0 missed", "5 due", "10 upcoming", "15 upcoming",
    ]);
    expect(states(7.5, [], { minutes: [0, 5, 10, 15] })).toEqual(["missed", "missed", "due", "upcoming"]);
  });
  test("the one to look at first", () => {
    expect(nextReading(ask(50, [0]))).toMatchObject({ minute: 40, state: "late" });
    expect(nextReading(ask(50, [0, 40]))).toMatchObject({ minute: 80, state: "upcoming" });
    expect(nextReading(ask(130, [0, 40, 80, 120]))).toBeNull();
  });
});

describe("laws", () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 240 }), { minLength: 1, maxLength: 8 });
  const taken = fc.array(fc.integer({ min: -90, max: 300 }), { maxLength: 20 });
  const build = (list: number[], shift = 0) => list.map((minute, i) => ({ id: `r${i}`, at: new Date(+at(minute) + shift) }));

  test("a reading fills at most one due time, and each due time has at most one", () => {
    fc.assert(fc.property(minutes, taken, fc.integer({ min: -90, max: 400 }), (due, list, now) => {
      const result = readingsDue({ startedAt: start, readings: build(list), now: at(now), minutes: due });
      expect(result).toHaveLength(due.length);
      const used = result.flatMap(({ reading: one }) => (one === null ? [] : [one.id]));
      expect(new Set(used).size).toBe(used.length);
    }));
  });
  test("shifting every time by a constant changes nothing", () => {
    const shift = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(fc.property(minutes, taken, fc.integer({ min: -90, max: 400 }), shift, (due, list, now, by) => {
      const told = (moved: number) =>
        readingsDue({ startedAt: new Date(+start + moved), readings: build(list, moved), now: new Date(+at(now) + moved), minutes: due })
          .map(({ minute, state, reading: one }) => [minute, state, one?.id]);
      expect(told(by)).toEqual(told(0));
    }));
  });
  test("the order of rows does not matter", () => {
    fc.assert(fc.property(minutes, taken, (due, list) => {
      const told = (readings: ReturnType<typeof build>) => readingsDue({ startedAt: start, readings, now: at(200), minutes: due });
      expect(told(build(list).toReversed())).toEqual(told(build(list)));
    }));
  });
  test("as time goes on a due time only ever moves on from to come to due, late and missed", () => {
    const rank = { upcoming: 0, due: 1, late: 2, missed: 3, done: 4 };
    fc.assert(fc.property(minutes, fc.integer({ min: -90, max: 400 }), fc.nat(100), (due, now, later) => {
      const before = readingsDue({ startedAt: start, readings: [], now: at(now), minutes: due });
      const after = readingsDue({ startedAt: start, readings: [], now: at(now + later), minutes: due });
      before.forEach(({ state }, i) => expect(rank[after[i]!.state]).toBeGreaterThanOrEqual(rank[state]));
    }));
  });
});
