import fc from "fast-check";
import { expect, it } from "vitest";
import { likeness, likeTo, nameWords } from "./name-keys";

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

const word = fc.string({ unit: fc.constantFrom(..."abcdé"), minLength: 1, maxLength: 8 });

it("is the same both ways, and 1 for the same word alone", () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(likeness(one, other)).toBe(likeness(other, one));
      expect(likeness(one, one)).toBe(1);
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
      expect(likeTo([typed])(` ${name}`)).toBe(likeness(typed, name) >= 0.3);
    }),
    { numRuns: 2_000 },
  );
});
