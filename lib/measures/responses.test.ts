import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pcl5 } from "./pcl-5/definition";
import { readResponses } from "./responses";

const zeros = (): unknown[] => Array.from({ length: 20 }, () => 0);
const at = (item: number, answer: unknown): unknown[] => zeros().with(item - 1, answer);

describe("reading responses", () => {
  test("twenty zeros are complete: zero is an answer", () => {
    expect(readResponses(pcl5, zeros())).toMatchObject({ state: "complete", ratings: zeros() });
  });

  test.each([undefined, null, ""])("%j is missing, and named", (blank) => {
    const read = readResponses(pcl5, at(4, blank));
    expect(read).toMatchObject({ state: "incomplete", missing: [4] });
    expect(read.state === "incomplete" && read.ratings[3]).toBeNull();
    expect(read.state === "incomplete" && read.ratings[4]).toBe(0);
  });

  test("nineteen answers leave item 20 missing", () => {
    expect(readResponses(pcl5, zeros().slice(0, 19))).toMatchObject({ state: "incomplete", missing: [20] });
  });

  test("no answers at all are incomplete, not invalid and not zero", () => {
    const read = readResponses(pcl5, []);
    expect(read.state).toBe("incomplete");
    expect(read.state === "incomplete" && read.missing).toHaveLength(20);
  });

  test.each([
    ["3", '"3" is text, not a number'],
    [" ", '" " is text, not a number'],
    ["Moderately", '"Moderately" is text, not a number'],
    ["a whole sentence pasted in", '"a whole sentence pas…" is text, not a number'],
    [2.5, "2.5 is not a whole number"],
    [5, "5 is outside 0 to 4"],
    [-1, "-1 is outside 0 to 4"],
    [Number.NaN, "not a number"],
    [Number.POSITIVE_INFINITY, "Infinity is not a whole number"],
    [true, "true is not a rating"],
    [false, "false is not a rating"],
    [{}, "not a rating"],
    [[3], "not a rating"],
    [3n, "not a rating"],
  ])("%s is refused with its item", (answer, reason) => {
    expect(readResponses(pcl5, at(9, answer))).toEqual({
      state: "invalid",
      measure: "pcl-5",
      problems: [{ item: 9, reason }],
    });
  });

  test("an extra item is refused by its number, even a blank one", () => {
    expect(readResponses(pcl5, [...zeros(), 0])).toMatchObject({
      state: "invalid",
      problems: [{ item: 21, reason: "the PCL-5 has 20 items" }],
    });
    expect(readResponses(pcl5, [...zeros(), null]).state).toBe("invalid");
  });

  test("every problem is named, and one problem outweighs what is missing", () => {
    const read = readResponses(pcl5, [9, null, "x"]);
    expect(read).toMatchObject({ state: "invalid", problems: [{ item: 1 }, { item: 3 }] });
  });

  test("negative zero is read as zero", () => {
    const read = readResponses(pcl5, at(1, -0));
    expect(read.state === "complete" && Object.is(read.ratings[0], 0)).toBe(true);
  });

  test("law: valid ratings with any set of blanks are complete exactly when there is no blank", () => {
    const answer = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(undefined, null, ""));
    fc.assert(
      fc.property(fc.array(answer, { minLength: 20, maxLength: 20 }), (raw) => {
        const blanks = raw.flatMap((value, i) => (typeof value === "number" ? [] : [i + 1]));
        const ratings = raw.map((value) => (typeof value === "number" ? value : null));
        expect(readResponses(pcl5, raw)).toEqual(
          blanks.length === 0
            ? { state: "complete", measure: "pcl-5", ratings }
            : { state: "incomplete", measure: "pcl-5", ratings, missing: blanks },
        );
      }),
    );
  });

  test("law: anything may be read without throwing, and only whole numbers 0 to 4 get through", () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 25 }), (raw) => {
        const read = readResponses(pcl5, raw);
        const acceptable =
          read.state === "invalid"
            ? read.problems.length > 0
            : read.ratings.every((rating) => [null, 0, 1, 2, 3, 4].includes(rating));
        expect(acceptable).toBe(true);
      }),
    );
  });
});
