import fc from "fast-check";
import { expect, it } from "vitest";
import type { CourseSession } from "./course";
import { doneDoses } from "./done-doses";
import { timeZero } from "./time-zero";

const on = (day: number) => new Date(Date.UTC(2026, 10, day, 15));

it("those done, in order of time; a missed one has no place", () => {
  const sessions: CourseSession[] = [
    { id: "b", kind: "dose", at: on(10), status: "done" }, { id: "m", kind: "dose", at: on(6), status: "missed" },
    { id: "t", kind: "therapy", at: on(1), status: "done" }, { id: "a", kind: "dose", at: on(3), status: "done" }, { id: "p", kind: "dose", at: on(17), status: "planned" },
  ];
  expect(doneDoses(sessions).map(({ id }) => id)).toEqual(["a", "b"]);
});

it("the first sets time zero, whatever the order of rows", () => {
  const session = fc.record({ kind: fc.constantFrom("dose" as const, "therapy" as const), status: fc.constantFrom("done" as const, "planned" as const), at: fc.integer({ min: 1, max: 4 }).map(on) });
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 }), fc.array(session, { minLength: 8, maxLength: 8 }), (ids, fields) => {
      const sessions = ids.map((id, at): CourseSession => ({ id, ...fields[at]! }));
      const [first] = doneDoses(sessions);
      const zero = timeZero(sessions);
      expect(zero?.kind === "dose" ? zero.sessionId : undefined).toBe(first?.id);
    }),
  );
});
