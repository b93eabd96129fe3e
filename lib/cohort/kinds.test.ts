import fc from "fast-check";
import { expect, test } from "vitest";
import { packKind, unpackKind, type Kind } from "./kinds";
import { packNumbers, unpackNumbers } from "./side-by-side";

const small = fc.integer({ min: -2000, max: 2000 });
const window = fc.nat(6);
const kind: fc.Arbitrary<Kind> = fc.oneof(
  fc.record({ is: fc.constant("standing" as const), standing: fc.nat() }),
  fc.record({ is: fc.constant("improved" as const), twice: fc.integer() }),
  fc.record({ is: fc.constant("left" as const), why: fc.nat(2) }),
  fc.record({ is: fc.constant("line" as const), n: fc.nat(5000), d: fc.integer({ min: -7, max: 20_000_000 }), dd: fc.nat(2 ** 31 - 1).map((dd) => dd * 1000) }),
  fc.record({ is: fc.constant("forms" as const), windows: fc.nat(127), answered: fc.maxSafeInteger().map(Math.abs) }),
  fc.record({ is: fc.constant("scored" as const), window, from: small, to: small }),
  fc.record({ is: fc.constant("steps" as const), first: fc.integer({ min: -1, max: 3000 }), weeks: fc.nat(), change: small, undone: fc.boolean(), steepest: fc.boolean() }),
  fc.record({ is: fc.constant("dose" as const), number: fc.nat(999), mg: fc.option(fc.double({ min: 0, noNaN: true })), dissociation: fc.option(fc.nat(10)), events: fc.nat(999), serious: fc.nat(999) }),
);

test("a kind is what it was packed of, with the hyphens PostgreSQL puts in, and two are the same where all of it is", () => {
  expect(packKind({ is: "scored", window: 2, from: 60, to: 40 })).toBe("050200000000003c0000002800000000");
  fc.assert(
    fc.property(kind, kind, (one, other) => {
      const packed = packKind(one);
      expect(unpackKind(packed.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"))).toEqual(one);
      expect(packed === packKind(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test.each(["", "ff000000000000000000000000000000", "05"])("%j is no kind", (packed) => {
  expect(() => unpackKind(packed)).toThrow(RangeError);
});

test("the sum of numbers side by side is their sums", () => {
  expect(packNumbers([2n, -3n])).toBe(String(2n - 3n * 10n ** 24n));
  const list = fc.array(fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(0n, 10n ** 20n)), { maxLength: 9 });
  fc.assert(
    fc.property(list, (many) => {
      const packed = many.reduce((sum, numbers) => sum + BigInt(packNumbers(numbers)), 0n);
      expect(unpackNumbers(String(packed), 3)).toEqual([0, 1, 2].map((at) => many.reduce((sum, numbers) => sum + (numbers[at] ?? 0n), 0n)));
    }),
  );
});
