// Laws that hold for every measure there is, and hand-worked forms of the measures beside the PCL-5.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { optionsOf, type Item, type Measure } from "./measure";
import { findMeasure, measures } from "./measures";
import { readRecorded, type Recorded } from "./recorded";

type Rating = number | null;

const withItems = measures.filter(({ entry }) => entry === "items");
const counted = (measure: Measure, item: Item) => optionsOf(measure, item).filter(({ uncounted }) => uncounted !== true);
const read = (measure: Measure, ratings: readonly Rating[]): Recorded => readRecorded(measure, { ratings, total: null });
const totalOf = (measure: Measure, ratings: readonly Rating[]): Rating => {
  const recorded = read(measure, ratings);
  return recorded.state === "scored" ? recorded.score.total : null;
};

/** Every item answered by one of its counted options; the first of items with a skip never rules others out. */
function answered(measure: Measure): fc.Arbitrary<number[]> {
  return fc.tuple(
    ...measure.items.map((item) => {
      const ruledOut = measure.skips.filter((skip) => skip.item === item.number).map(({ answer }) => answer);
      return fc.constantFrom(...counted(measure, item).map(({ value }) => value).filter((value) => !ruledOut.includes(value)));
    }),
  );
}

describe.each(withItems.map((measure) => [measure.id, measure] as const))("%s:", (_, measure) => {
  const places = measure.items.map((__, place) => place);
  const scoredPlaces = places.filter((place) => measure.items[place]!.unscored !== true);

  test("law: a total is a whole number within the range, and the same twice", () => {
    fc.assert(
      fc.property(answered(measure), (ratings) => {
        const total = totalOf(measure, ratings)!;
        expect(Number.isInteger(total)).toBe(true);
        expect(total).toBeGreaterThanOrEqual(measure.range.min);
        expect(total).toBeLessThanOrEqual(measure.range.max);
        expect(totalOf(measure, [...ratings])).toBe(total);
      }),
    );
  });

  test("law: the lowest answers give the least total, the highest the greatest", () => {
    const pick = (of: (...values: number[]) => number) =>
      measure.items.map((item) => of(...counted(measure, item).map(({ value }) => value)));
    const ruled = measure.skips.map(({ item }) => item);
    // A skip's item at its lowest leaves the others unasked: then 0 is the whole of the form.
    expect(totalOf(measure, pick(Math.min).map((value, i) => (ruled.length > 0 && !ruled.includes(measure.items[i]!.number) ? null : value)))).toBe(measure.range.min);
    expect(totalOf(measure, pick(Math.max))).toBe(measure.range.max);
  });

  test("law: a point more on one item never lowers the total; in a plain sum it is a point more, and none for what is unscored", () => {
    fc.assert(
      fc.property(answered(measure), fc.constantFrom(...places), (ratings, place) => {
        const item = measure.items[place]!;
        fc.pre(counted(measure, item).some(({ value }) => value === ratings[place]! + 1));
        const change = totalOf(measure, ratings.with(place, ratings[place]! + 1))! - totalOf(measure, ratings)!;
        expect(change).toBeGreaterThanOrEqual(0);
        const expected = item.unscored === true ? 0 : 1;
        expect(measure.combine === "sum" ? change : expected).toBe(expected);
      }),
    );
  });

  test("law: with anything missing there is a total only as far as a published rule reaches, and the form says what is missing", () => {
    fc.assert(
      fc.property(answered(measure), fc.uniqueArray(fc.constantFrom(...scoredPlaces), { minLength: 1 }), (ratings, blank) => {
        const holes = ratings.map((rating, place): Rating => (blank.includes(place) ? null : rating));
        const reached = measure.missingRule !== null && blank.length <= measure.missingRule.most;
        const recorded = read(measure, holes);
        expect(recorded.state).toBe(reached ? "scored" : "incomplete");
        const missing = blank.map((place) => measure.items[place]!.number).sort((a, b) => a - b);
        expect(recorded.state === "incomplete" ? recorded.responses.missing : missing).toEqual(missing);
        expect(recorded.state === "scored" ? recorded.score.missing : blank.length).toBe(blank.length);
      }),
    );
  });

  test("law: an answer that no item offers makes the whole form invalid, with its item", () => {
    const wrong = fc.constantFrom<unknown>(-1, 8, 1.5, "1", true, Number.NaN);
    fc.assert(
      fc.property(answered(measure), fc.constantFrom(...places), wrong, (ratings, place, value) => {
        const recorded = readRecorded(measure, { ratings: (ratings as unknown[]).with(place, value), total: null });
        const problems = recorded.state === "invalid" ? recorded.problems.map(({ item }) => item) : [];
        expect(problems).toContain(measure.items[place]!.number);
      }),
    );
  });
});

describe.each(measures.filter(({ entry }) => entry !== "items").map((measure) => [measure.id, measure] as const))("%s:", (_, measure) => {
  test("law: an entered number is the score exactly when it is whole and in range", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -5, max: 120 }), fc.double()), (total) => {
        const inRange = Number.isInteger(total) && total >= measure.range.min && total <= measure.range.max;
        const recorded = readRecorded(measure, { ratings: [], total });
        expect(recorded.state).toBe(inRange ? "scored" : "invalid");
        expect(recorded.state === "scored" ? recorded.score.total : total + 0).toBe(total + 0);
      }),
    );
  });

  test("nothing entered is nothing recorded", () => {
    expect(readRecorded(measure, { ratings: [], total: null }).state).toBe("invalid");
  });
});

describe("PHQ-9, missing items by hand", () => {
  const phq9 = findMeasure("phq-9")!;
  const form = (...nine: Rating[]) => totalOf(phq9, [...nine, null]);

  test.each([
    [9, [1, 1, 1, 1, 1, 1, 1, 1, null]], // 8 × 9 / 8
    [13, [3, 3, 3, 1, 0, 0, 0, null, null]], // 10 × 9 / 7 = 12.86
    [null, [3, 3, 3, 3, 3, 3, null, null, null]],
    [0, [0, 0, 0, 0, 0, 0, 0, null, null]],
    [27, [3, 3, 3, 3, 3, 3, 3, null, null]], // 21 × 9 / 7
    [5, [3, 1, 0, 0, 0, 0, 0, 0, null]], // 4 × 9 / 8 = 4.5, half up
    [3, [2, 0, 0, 0, 0, 0, 0, null, null]], // 2 × 9 / 7 = 2.57
    [1, [1, 0, 0, 0, 0, 0, 0, null, null]], // 9 / 7 = 1.29
    [8, [3, 3, 1, 0, 0, 0, 0, null, 0]], // one missing: 7 × 9 / 8 = 7.88
  ])("%j from %j", (total, nine) => expect(form(...nine)).toBe(total));

  test("the difficulty question neither counts nor is missed", () => {
    expect(totalOf(phq9, [1, 1, 1, 1, 1, 1, 1, 1, 1, 3])).toBe(9);
    expect(read(phq9, [1, 1, 1, 1, 1, 1, 1, 1, 1, null])).toMatchObject({ state: "scored", score: { missing: 0 } });
  });

  test("law: in proportion, by the formula written out once more", () => {
    const blanks = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }), blanks, (nine, blank) => {
        const left = nine.filter((__, place) => !blank.includes(place));
        const sum = left.reduce((total, rating) => total + rating, 0);
        // Half up in whole numbers: (2·sum·9 + n) div 2n.
        const expected = Math.floor((2 * sum * 9 + left.length) / (2 * left.length));
        expect(form(...nine.map((rating, place) => (blank.includes(place) ? null : rating)))).toBe(expected);
      }),
    );
  });
});

describe("B-IPF, not applicable and missing by hand", () => {
  const bIpf = findMeasure("b-ipf")!;
  const NA = 7;

  test.each([
    [50, [3, NA, NA, NA, NA, NA, NA]],
    [13, [1, 1, 1, 0, NA, NA, NA]], // 3 / 24 = 12.5, half up
    [13, [1, 1, 1, 0, null, null, null]],
    [0, [0, NA, NA, NA, NA, NA, NA]],
    [100, [6, 6, 6, 6, 6, 6, 6]],
    [17, [1, null, null, null, null, null, null]], // 1 / 6 = 16.67
    [null, [NA, NA, NA, NA, NA, NA, NA]],
    [null, [NA, null, null, null, null, null, null]],
    [null, [null, null, null, null, null, null, null]],
    [2, [1, 0, 0, 0, 0, 0, 0]], // 1 / 42 = 2.38
  ])("%j from %j", (total, seven) => expect(totalOf(bIpf, seven)).toBe(total));

  test("law: not applicable and left blank are one and the same for the total, wherever they stand", () => {
    const answer = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(NA, null));
    fc.assert(
      fc.property(fc.array(answer, { minLength: 7, maxLength: 7 }), (ratings) => {
        const rated = ratings.filter((rating): rating is number => rating !== null && rating !== NA);
        const sum = rated.reduce((total, rating) => total + rating, 0);
        const n = rated.length;
        const expected = n === 0 ? null : Math.floor((2 * sum * 100 + 6 * n) / (2 * 6 * n));
        expect(totalOf(bIpf, ratings)).toBe(expected);
        expect(totalOf(bIpf, ratings.map((rating) => (rating === null ? NA : rating)))).toBe(expected);
        expect(totalOf(bIpf, [...ratings].reverse())).toBe(expected);
      }),
    );
  });
});

describe("skips by hand", () => {
  const auditC = findMeasure("audit-c")!;
  const screen = findMeasure("pc-ptsd-5")!;

  test.each([
    [0, [0, null, null]],
    [0, [0, 0, 0]],
    [null, [1, null, null]],
    [null, [null, 0, 0]],
    [12, [4, 4, 4]],
    [1, [1, 0, 0]],
  ])("AUDIT-C: %j from %j", (total, ratings) => expect(totalOf(auditC, ratings)).toBe(total));

  test.each([
    [0, [0, null, null, null, null, null]],
    [0, [0, 0, 0, 0, 0, 0]],
    [null, [null, 1, 1, 1, 1, 1]],
    [null, [1, 1, 1, 1, 1, null]],
    [5, [1, 1, 1, 1, 1, 1]],
    [0, [1, 0, 0, 0, 0, 0]],
    [3, [1, 1, 0, 1, 0, 1]],
  ])("PC-PTSD-5, gate first: %j from %j", (total, ratings) => expect(totalOf(screen, ratings)).toBe(total));

  test("an answer above 0 to what was not asked is a contradiction, and is named", () => {
    expect(read(auditC, [0, 2, null])).toMatchObject({ state: "invalid", problems: [{ item: 2 }] });
    expect(read(screen, [0, 0, 1, 0, 0, 1])).toMatchObject({
      state: "invalid",
      problems: [
        { item: 2, reason: "1 contradicts the answer to the first question, after which it is not asked" },
        { item: 5 },
      ],
    });
  });
});
