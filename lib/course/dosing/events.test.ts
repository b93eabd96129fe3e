import { describe, expect, test } from "vitest";
import { durationWords, onsetWords, readyTerms } from "./events";

const start = new Date("2026-11-25T14:00:00Z");
const at = (minute: number) => new Date(+start + minute * 60_000);

describe("when an event began", () => {
  test.each([
    [0, "at the start"], [12, "12 min after the start"], [65, "1 h 05 min after the start"], [-5, "5 min before the start"],
    [1440, "24 h 00 min after the start"], [50 * 60, "2 days after the start"], [-3 * 1440, "3 days before the start"],
  ])("%d minutes", (minute, words) => {
    expect(onsetWords(at(minute), start)).toBe(words);
  });
  test("and how long it lasted", () => {
    expect(durationWords(at(10), at(75))).toBe("1 h 05 min");
    expect(durationWords(at(10), at(10))).toBe("0 min");
    expect(durationWords(at(10), null)).toBe("not over yet");
    expect(() => durationWords(at(10), at(9))).toThrow(RangeError);
  });
});

test("dissociation and perceptual change stand first, and no term twice", () => {
  expect(readyTerms.slice(0, 2)).toEqual(["Dissociation", "Perceptual change"]);
  expect(new Set(readyTerms).size).toBe(readyTerms.length);
});
