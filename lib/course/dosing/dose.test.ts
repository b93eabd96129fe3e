import { describe, expect, it } from "vitest";
import { startingAmountLimits } from "./amount";
import { doseProblems, type Dose } from "./dose";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 9, minute));
const sound: Dose = {
  medicine: "ketamine", route: "intravenous", weightKg: 70, lastWeightKg: 70, mgPerKg: 0.5, devices: null, computedMg: 35, givenMg: 35,
  confirmedAt: at(0), preparedBy: "Mara Quill", checkedBy: "Jo Lind", expiry: "2027-01-31", today: "2026-11-25",
  courseEndedAt: null, otherActive: null, hadStarted: false,
  plannedAt: at(0), startedAt: at(5), stoppedAt: null, readings: [{ id: "before", at: at(3) }], now: at(10),
};
const ids = (more: Partial<Dose>) => doseProblems({ ...sound, ...more }, startingAmountLimits).map(({ id, overridable }) => `${id}${overridable ? "" : "!"}`);

describe("a dose as a whole", () => {
  it("says nothing about a sound one, prepared or begun", () => {
    expect(ids({})).toEqual([]);
    expect(ids({ startedAt: null, confirmedAt: null, preparedBy: "", checkedBy: "" })).toEqual([]);
  });

  it.each([
    [{ checkedBy: " " }, ["checked"]],
    [{ preparedBy: "" }, ["prepared!"]],
    [{ checkedBy: "mara quill " }, ["same-person!"]],
    [{ confirmedAt: null }, ["unconfirmed!"]],
    [{ expiry: "2026-11-24" }, ["expired"]],
    [{ expiry: "2026-11-25" }, []],
    [{ otherActive: "Dose 2" }, ["another-active"]],
    [{ courseEndedAt: at(4) }, ["course-ended!"]],
    [{ courseEndedAt: at(6) }, []],
    [{ route: "intranasal", medicine: "none" }, ["combination!"]],
    [{ startedAt: null, hadStarted: true }, ["not-started"]],
    [{ stoppedAt: at(4) }, ["stop-before-start!"]],
    [{ givenMg: 40 }, ["differs"]],
    [{ readings: [] }, ["no-reading-before"]],
    [{ readings: [{ id: "after", at: at(6) }] }, ["no-reading-before"]],
    [{ readings: [{ id: "an hour before", at: at(-55) }] }, []],
    [{ readings: [{ id: "longer", at: at(-56) }] }, ["reading-before-dose", "no-reading-before"]],
    [{ startedAt: null, readings: [] }, []],
  ] as const)("%o", (more, expected) => {
    expect(ids(more)).toEqual(expected);
  });

  it("refuses a dose that is being prepared for a course that has ended", () => {
    expect(ids({ startedAt: null, courseEndedAt: at(0) })).toEqual(["course-ended!"]);
  });
});
