import fc from "fast-check";
import { expect, it } from "vitest";
import { isOneSlip, likeness, likeTo, nameWords } from "./name-keys";

// PostgreSQL 18 with pg_trgm 1.6: SELECT round(similarity($1, $2)::numeric, 4)
it.each([
  ["okonkow", "okonkwo", 0.4545],
  ["fenwik", "fenwick", 0.5],
  ["smith", "smyth", 0.3333],
  ["ana", "anna", 0.5],
  ["rivera", "rivera", 1],
  ["okafor", "rivera", 0],
  ["li", "lin", 0.4],
])("%s and %s are %f alike, as PostgreSQL counts", (one, other, alike) => {
  expect(likeness(one, other)).toBeCloseTo(alike, 4);
});

it.each([
  ["dolye", "doyle", true], ["doyl", "doyle", true], ["doylle", "doyle", true], ["doile", "doyle", true], ["doyle", "doyle", true], ["odyle", "doyle", true], ["doyel", "doyle", true],
  ["dole", "doyles", false], ["dlyoe", "doyle", false], ["eldoy", "doyle", false], ["", "a", true], ["ab", "ba", true], ["abc", "cba", false], ["abcd", "badc", false],
])("%s is one slip from %s: %s", (one, other, is) => {
  expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([is, is]);
});

const word = fc.string({ unit: fc.constantFrom(..."abcdé"), minLength: 1, maxLength: 8 });

it("is the same both ways, and 1 for the same word alone", () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(likeness(one, other)).toBe(likeness(other, one));
      expect(likeness(one, one)).toBe(1);
    }),
  );
});

it("one slip made anywhere is seen as one", () => {
  const slip = fc.tuple(word, fc.nat(7), fc.constantFrom("drop", "swap", "add", "change"), fc.constantFrom(..."xyz"));
  fc.assert(
    fc.property(slip, ([meant, place, kind, letter]) => {
      const at = place % meant.length;
      const rest = meant.slice(at + 1);
      const slipped = { drop: meant.slice(0, at) + rest, add: meant.slice(0, at) + letter + meant.slice(at), change: meant.slice(0, at) + letter + rest, swap: meant.slice(0, at) + rest.slice(0, 1) + meant[at] + rest.slice(1) }[kind];
      expect(isOneSlip(slipped, meant)).toBe(true);
    }),
  );
});

it("of a name each word typed has to be like one", () => {
  const words = nameWords({ familyName: "Okonkwo-Hall", givenName: "Ada" });
  for (const typed of [["okonkow"], ["okonkow", "ada"], ["hal"], ["okonkwa", "hal"]]) expect(likeTo(typed)(words), typed.join(" ")).toBe(true);
  for (const typed of [["rivera"], ["okonkow", "eva"], ["ofokar"]]) expect(likeTo(typed)(words), typed.join(" ")).toBe(false);
});

it("no name is passed over before its pieces are counted", () => {
  fc.assert(
    fc.property(word, word, (typed, name) => {
      expect(likeTo([typed])(` ${name}`)).toBe(likeness(typed, name) >= 0.3 || isOneSlip(typed, name));
    }),
    { numRuns: 2_000 },
  );
});
