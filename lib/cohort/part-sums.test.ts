import fc from "fast-check";
import { expect, test } from "vitest";
import { addParts, joinParts, packParts, partParts, unpackParts } from "./part-sums";

test("the example, packed and taken twice", () => {
  const packed = packParts([2, null, 3]);
  expect(packed).toEqual({ answered: 5, parts: "9000000000003000000000000000000000000000000000004000000000002" });
  const twice = { answered: 5, parts: String(2n * BigInt(packed.parts)) };
  expect(unpackParts(2, twice, 3)).toEqual([{ n: 2, sum: 4, squares: 8 }, { n: 0, sum: 0, squares: 0 }, { n: 2, sum: 6, squares: 18 }]);
  expect(packParts([])).toEqual({ answered: 0, parts: "0" });
  expect(unpackParts(3, packParts([0]), 1)).toEqual([{ n: 3, sum: 0, squares: 0 }]);
});

test.each([[[1.5]], [[-1]], [[1000]], [Array<number>(54).fill(0)]])("%j is refused", (values) => {
  expect(() => packParts(values)).toThrow(RangeError);
});

test("sums of packed scores are the sums of their parts", () => {
  const scores = fc.integer({ min: 0, max: 53 }).chain((parts) => fc.array(fc.array(fc.option(fc.nat(999)), { minLength: parts, maxLength: parts }), { minLength: 1, maxLength: 8 }));
  fc.assert(
    fc.property(scores, (list) => {
      const parts = list[0]?.length ?? 0;
      const packed = list.map((values) => packParts(values));
      const groups = [...new Set(packed.map(({ answered }) => answered))].map((answered) => {
        const own = packed.filter((each) => each.answered === answered);
        return unpackParts(own.length, { answered, parts: String(own.reduce((sum, each) => sum + BigInt(each.parts), 0n)) }, parts);
      });
      const sums = groups.reduce((all, own) => addParts(all, own));
      const plain = Array.from({ length: parts }, (_, place) => {
        const values = list.flatMap((score) => score[place] ?? []);
        return { n: values.length, sum: values.reduce((sum, value) => sum + value, 0), squares: values.reduce((sum, value) => sum + value ** 2, 0) };
      });
      expect(sums).toEqual(plain);
    }),
  );
});

test("scores joined and added up are parted into the sums of each", () => {
  expect(joinParts(["4000000000002", "9000000000003"], 1)).toBe("9000000000003000000000004000000000002");
  const forms = fc.integer({ min: 0, max: 30 }).chain((parts) => fc.integer({ min: 1, max: 7 }).chain((scores) => fc.array(fc.array(fc.array(fc.nat(40), { minLength: parts, maxLength: parts }), { minLength: scores, maxLength: scores }), { minLength: 1, maxLength: 5 })));
  fc.assert(
    fc.property(forms, (courses) => {
      const [scores, parts] = [courses[0]?.length ?? 0, courses[0]?.[0]?.length ?? 0];
      const sum = courses.reduce((all, course) => all + BigInt(joinParts(course.map((values) => packParts(values).parts), parts)), 0n);
      const each = partParts(String(sum), scores, parts);
      expect(each.map((digits) => BigInt(digits))).toEqual(Array.from({ length: scores }, (_, at) => courses.reduce((all, course) => all + BigInt(packParts(course[at] ?? []).parts), 0n)));
    }),
  );
});
