import fc from "fast-check";
import { expect, test } from "vitest";
import { revisionChanges, type ShownRevision } from "./revision-changes";

const entered: ShownRevision = {
  number: 1,
  act: "entered",
  when: "23 Nov 2026, 10:11",
  who: "Dana Ito",
  reason: null,
  recall: "week",
  answered: "23 Nov 2026, 10:05",
  session: "PE session 8",
  mode: "paper",
  ratings: [3, 0, null],
  total: null,
};

test("a mistyped item, one answered later and one emptied are each named, zero included", () => {
  expect(
    revisionChanges(entered, { ...entered, number: 2, act: "corrected", ratings: [0, null, 4] }).items,
  ).toEqual([
    { place: 0, from: 3, to: 0 },
    { place: 1, from: 0, to: null },
    { place: 2, from: null, to: 4 },
  ]);
});

test("time, session, way of giving and recall are named when they changed", () => {
  const after = {
    ...entered,
    recall: "month" as const,
    session: null,
    answered: "22 Nov 2026, 10:05",
    mode: "aloud" as const,
  };
  expect(revisionChanges(entered, after)).toEqual({
    items: [],
    recall: { from: "week", to: "month" },
    answered: { from: "23 Nov 2026, 10:05", to: "22 Nov 2026, 10:05" },
    session: { from: "PE session 8", to: null },
    mode: { from: "paper", to: "aloud" },
    total: null,
  });
});

test("an entered total is named when it changed, to zero too", () => {
  const total = { ...entered, ratings: [], total: 41 };
  expect(revisionChanges(total, { ...total, total: 0 }).total).toEqual({ from: 41, to: 0 });
  expect(revisionChanges(total, total).total).toBeNull();
});

test("the total that follows from the items is not named beside them", () => {
  const changed = revisionChanges({ ...entered, total: 3 }, { ...entered, ratings: [2, 0, null], total: 2 });
  expect(changed.items).toEqual([{ place: 0, from: 3, to: 2 }]);
  expect(changed.total).toBeNull();
});

test("law: replaying the changes on the older ratings gives the newer ones", () => {
  const ratings = fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }), {
    minLength: 20,
    maxLength: 20,
  });
  fc.assert(
    fc.property(ratings, ratings, (older, newer) => {
      const replayed = [...older];
      const changes = revisionChanges({ ...entered, ratings: older }, { ...entered, ratings: newer });
      for (const { place, from, to } of changes.items) {
        expect(replayed[place]).toBe(from);
        replayed[place] = to;
      }
      expect(replayed).toEqual(newer);
    }),
  );
});
