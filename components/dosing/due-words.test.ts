import { expect, it } from "vitest";
import { dueWords, runningClock } from "./due-words";

const start = new Date("2026-11-25T14:00:00Z");
const at = (minute: number, second = 0) => new Date(+start + minute * 60_000 + second * 1_000);

it("the clock runs from the start in hours, minutes and seconds", () => {
  expect([at(0), at(47, 12), at(125, 5), at(-3)].map((now) => runningClock(now, start))).toEqual(["0:00:00", "0:47:12", "2:05:05", "0:00:00"]);
});

it("says when the next reading is due, in minutes begun, and by how much one is late", () => {
  const due = (state: "due" | "late" | "upcoming") => ({ minute: 40, at: at(40), state });
  expect(dueWords(due("upcoming"), at(7, 1))).toBe("Reading at 40 min: in 33 min");
  expect(dueWords(due("due"), at(39, 30))).toBe("Reading at 40 min: in 1 min");
  expect(dueWords(due("due"), at(40))).toBe("Reading at 40 min: due now");
  expect(dueWords(due("late"), at(47, 59))).toBe("Reading at 40 min: late by 7 min");
});
