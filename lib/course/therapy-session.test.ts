import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distressQuestion, distressWords, nextProtocolSession, SUDS, type Distress } from "./therapy-session";

const rating = fc.option(fc.integer({ min: SUDS.min, max: SUDS.max }));

describe("distress", () => {
  test("a peak below the start or the end asks; equal does not; zero is an answer and no rating is none", () => {
    const asks = (before: number | null, peak: number | null, end: number | null) => distressQuestion({ before, peak, end }) !== null;
    expect(asks(60, 40, 30)).toBe(true);
    expect(asks(10, 40, 41)).toBe(true);
    expect(asks(1, 0, null)).toBe(true);
    expect(asks(40, 40, 40)).toBe(false);
    expect(asks(0, 0, 0)).toBe(false);
    expect(asks(60, null, 30)).toBe(false);
    expect(asks(null, 0, null)).toBe(false);
  });
  test("the highest of the three as peak never asks", () => {
    fc.assert(fc.property(rating, rating, rating, (before, peak, end) => {
      const highest = Math.max(before ?? 0, peak ?? 0, end ?? 0);
      expect(distressQuestion({ before, peak: highest, end })).toBeNull();
    }));
  });
  test("in words", () => {
    const words = (before: number | null, peak: number | null, end: number | null) => distressWords({ before, peak, end } satisfies Distress);
    expect(words(40, 80, 0)).toBe("40, peak 80, 0");
    expect(words(null, 0, null)).toBe("–, peak 0, –");
    expect(words(null, null, null)).toBeNull();
  });
});

describe("the next session of the protocol", () => {
  const next = (...numbers: (number | null)[]) => nextProtocolSession(numbers.map((protocolSession) => ({ protocolSession })));
  test("one after the last with a number, and one more for each since without", () => {
    expect(next()).toBe(1);
    expect(next(2, 3, null)).toBe(5);
    expect(next(1, 2, 3)).toBe(4);
    expect(next(null, null)).toBe(3);
    expect(next(4, 4)).toBe(5); // a session repeated
  });
  test("each attended session moves it on by one at most from what a number says", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 60 })), { maxLength: 12 }), (numbers) => {
      expect(next(...numbers, null)).toBe(next(...numbers) + 1);
      expect(next(...numbers, 7)).toBe(8);
    }));
  });
});
