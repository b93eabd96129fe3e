import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chance, expectedAt, idFor, respondent, roundedTo } from "./seed";
import { readAnswers, spreads, type SpreadName } from "./spreads";

const anySpread = fc.constantFrom(...(Object.keys(spreads) as SpreadName[]));
const anyTotal = fc.integer({ min: 0, max: 80 });
const sum = (ratings: readonly number[]) => ratings.reduce((total, rating) => total + rating, 0);

test("a name has one id, in the form of a version 4 UUID, and two names have two", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(idFor(one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(idFor(one) === idFor(other)).toBe(one === other);
    }),
  );
});

test("chance repeats itself for a name, differs between names, and fills the range evenly", () => {
  const draws = (name: string) => Array.from({ length: 4000 }, chance(name));
  expect(draws("a")).toEqual(draws("a"));
  expect(draws("a")).not.toEqual(draws("b"));
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const draw of draws("a")) {
    tenths[Math.floor(draw * 10)] = (tenths[Math.floor(draw * 10)] ?? 0) + 1;
  }
  expect(tenths).toHaveLength(10);
  // 400 are expected in each tenth, with a standard deviation of 19.
  for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(95);
});

describe("ratings for a wanted total", () => {
  test("are twenty whole numbers from 0 to 4 that sum to it, whatever came before", () => {
    fc.assert(
      fc.property(
        fc.string(),
        anySpread,
        fc.array(anyTotal, { minLength: 1, maxLength: 8 }),
        (name, spread, totals) => {
          const answer = respondent(name, spreads[spread]);
          for (const total of totals) {
            const ratings = answer(total);
            expect(ratings).toHaveLength(20);
            expect(ratings.every((rating) => [0, 1, 2, 3, 4].includes(rating))).toBe(true);
            expect(sum(ratings)).toBe(total);
          }
        },
      ),
    );
  });

  test("are the same for the same patient, and another patient's differ", () => {
    const three = (name: string) => [55, 41, 30].map(respondent(name, spreads.guard));
    expect(three("one")).toEqual(three("one"));
    expect(three("one")).not.toEqual(three("other"));
  });

  test("keep the same items high: from one form to the next few move against the total", () => {
    fc.assert(
      fc.property(
        fc.string(),
        anySpread,
        fc.integer({ min: 15, max: 65 }),
        fc.integer({ min: -12, max: 12 }),
        (name, spread, total, change) => {
          const answer = respondent(name, spreads[spread]);
          const before = answer(total);
          const moved = answer(total + change).reduce(
            (all, rating, item) => all + Math.abs(rating - (before[item] ?? 0)),
            0,
          );
          // Shuffled among the items, the same ratings would move by about 16 even without a change of total.
          expect(moved - Math.abs(change)).toBeLessThanOrEqual(14);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("are a patient's own: another patient with the same total differs more than the next form", () => {
    const names = Array.from({ length: 60 }, (_, index) => `patient ${index}`);
    const apart = (one: number[], other: number[]) =>
      one.reduce((all, rating, item) => all + Math.abs(rating - (other[item] ?? 0)), 0);
    const forms = names.map((name) => [45, 45].map(respondent(name, spreads.blame)));
    const within = forms.map(([one = [], next = []]) => apart(one, next));
    const neighbour = (index: number) => forms[(index + 1) % forms.length]?.[0] ?? [];
    const between = forms.map(([one = []], index) => apart(one, neighbour(index)));
    expect(sum(within)).toBeGreaterThan(0);
    expect(sum(within)).toBeLessThan(sum(between) / 1.5);
  });

  test("nearest to what is wanted, the largest remainder giving way", () => {
    expect(roundedTo(3, [0.6, 0.9, 1.4])).toEqual([1, 1, 1]);
    expect(roundedTo(4, [0.6, 0.9, 1.4])).toEqual([1, 1, 2]);
    expect(roundedTo(2, [0.6, 0.9, 1.4])).toEqual([0, 1, 1]);
    expect(roundedTo(12, [9, 9, 0])).toEqual([4, 4, 4]);
    expect(() => roundedTo(13, [4, 4, 4])).toThrow(RangeError);
    expect(() => roundedTo(-1, [0, 0, 0])).toThrow(RangeError);
    expect(() => roundedTo(1.5, [0, 0, 0])).toThrow(RangeError);
  });
});

describe.each(Object.entries(spreads))("the spread %s", (_, spread) => {
  const [worst, best] = [readAnswers(spread.worst), readAnswers(spread.best)];

  test("has a worse form above a better one", () => {
    expect(sum(worst)).toBeGreaterThan(sum(best));
    expect(sum(best)).toBeGreaterThan(0);
    expect(sum(worst)).toBeLessThan(80);
  });

  test("passes through both, and through all zeros and all fours", () => {
    expect(expectedAt(spread, sum(worst))).toEqual(worst);
    expect(expectedAt(spread, sum(best))).toEqual(best);
    expect(expectedAt(spread, 0)).toEqual(Array.from({ length: 20 }, () => 0));
    expect(expectedAt(spread, 80)).toEqual(Array.from({ length: 20 }, () => 4));
  });

  test("sums to every total between", () => {
    for (let total = 0; total <= 80; total += 1) expect(sum(expectedAt(spread, total))).toBeCloseTo(total, 9);
  });
});

test.each(["", "43343 34", "43343 34 2334343 3233235", "43343 34 2334343 32332x", "53343 34 2334343 323323"])(
  "%j is not twenty ratings",
  (digits) => {
    expect(() => readAnswers(digits)).toThrow(RangeError);
  },
);
