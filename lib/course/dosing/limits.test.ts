import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outsideLimits, PHASES, startingLimits } from "./limits";
import { byMoment, READING_RANGES, readingProblems, valueWords, VITALS, type Reading } from "./reading";
import { sedationLevels, sedationWords } from "./sedation";

const values: Omit<Reading, "id" | "at"> = { systolic: 120, diastolic: 75, pulse: 70, spo2: 98, sedation: 5, dissociation: 0 };
const nothing = { systolic: null, diastolic: null, pulse: null, spo2: null, sedation: null, dissociation: null };
const outside = (more: Partial<typeof values>, phase: "before" | "during" | "leaving" = "during") =>
  outsideLimits({ ...values, ...more }, startingLimits, phase).map(({ id }) => id);

describe("outside the clinic's limits", () => {
  test("140 over 90 may start, anything above asks", () => {
    expect(outside({ systolic: 140, diastolic: 90 }, "before")).toEqual([]);
    expect(outside({ systolic: 141, diastolic: 91 }, "before")).toEqual(["systolic", "diastolic"]);
    expect(outsideLimits({ ...values, systolic: 150, diastolic: 85 }, startingLimits, "before")).toEqual([
      { id: "systolic", words: "Systolic pressure 150 mmHg is above the clinic's limit before the start (140)." },
    ]);
  });
  test("during observation a rise is expected, up to 180 over 120", () => {
    expect(outside({ systolic: 180, diastolic: 120 })).toEqual([]);
    expect(outside({ systolic: 181, diastolic: 121 })).toEqual(["systolic", "diastolic"]);
    expect(outsideLimits({ ...values, spo2: 93 }, startingLimits, "during")[0]?.words).toBe(
      "SpO₂ 93 % is below the clinic's limit during observation (94).",
    );
  });
  // NEWS2 chart 1: 2 or 3 points.
  test.each([
    [{ systolic: 100 }, ["systolic"]], [{ systolic: 101 }, []], [{ pulse: 40 }, ["pulse"]], [{ pulse: 41 }, []],
    [{ pulse: 110 }, []], [{ pulse: 111 }, ["pulse"]], [{ spo2: 93 }, ["spo2"]], [{ spo2: 94 }, []],
  ])("%o as NEWS2 scores it", (more, expected) => {
    for (const phase of PHASES) expect(outside(more, phase)).toEqual(expected);
  });
  test("drowsy is expected during, not at leaving; dissociation has no limit of its own", () => {
    expect(outside({ sedation: 3, dissociation: 10 })).toEqual([]);
    expect(outside({ sedation: 2 })).toEqual(["sedation"]);
    expect(outside({ sedation: 0 })).toEqual(["sedation"]);
    expect(outside({ sedation: 4, dissociation: 10 }, "leaving")).toEqual(["sedation"]);
  });
  test("what was not taken is not outside", () => {
    for (const phase of PHASES) expect(outsideLimits(nothing, startingLimits, phase)).toEqual([]);
  });
});

describe("a reading as typed", () => {
  test("sound, with gaps, with zeros", () => {
    expect(readingProblems(values)).toEqual([]);
    expect(readingProblems({ ...nothing, dissociation: 0 })).toEqual([]);
  });
  test("pressures the wrong way round, or alike", () => {
    expect(readingProblems({ ...values, systolic: 80, diastolic: 120 })).toEqual([
      { id: "diastolic", words: "Diastolic pressure must be below the systolic: 80 over 120 cannot be.", overridable: false },
    ]);
    expect(readingProblems({ ...values, systolic: 90, diastolic: 90 })).toHaveLength(1);
  });
  test("nothing at all", () => {
    expect(readingProblems(nothing)).toMatchObject([{ id: "empty", words: "Enter at least one value." }]);
  });
  test.each([
    [{ systolic: 1200 }, "systolic"], [{ pulse: 7 }, "pulse"], [{ spo2: 101 }, "spo2"], [{ sedation: 6 }, "sedation"],
    [{ dissociation: -1 }, "dissociation"], [{ dissociation: 2.5 }, "dissociation"], [{ pulse: Number.NaN }, "pulse"],
  ] as const)("%o is refused", (more, id) => {
    expect(readingProblems({ ...values, ...more }).map((problem) => problem.id)).toEqual([id]);
  });
  test("values with their units; readings in order of time, then of id", () => {
    expect(valueWords("systolic", 128)).toBe("Systolic pressure 128 mmHg");
    expect(valueWords("dissociation", 0)).toBe("Dissociation 0");
    const at = (id: string, minute: number) => ({ id, at: new Date(minute * 60_000) });
    expect([at("b", 1), at("a", 1), at("c", 0)].toSorted(byMoment).map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });
  test("the scale of alertness has each of its six levels once", () => {
    expect(sedationLevels.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1, 0]);
    expect(sedationWords(5)).toBe("Answers readily to the name");
    expect(() => sedationWords(6)).toThrow(RangeError);
  });
});

test("whatever can be typed is outside a phase's limits exactly when it is beyond a bound", () => {
  const typed = fc.record(Object.fromEntries(VITALS.map((vital) => [vital, fc.option(fc.integer(READING_RANGES[vital]))])) as Record<keyof typeof values, fc.Arbitrary<number | null>>);
  fc.assert(fc.property(typed, fc.constantFrom(...PHASES), (reading, phase) => {
    const said = new Set(outsideLimits(reading, startingLimits, phase).map(({ id }) => id));
    for (const vital of VITALS) {
      const { min, max } = startingLimits[phase][vital];
      const value = reading[vital];
      expect(said.has(vital)).toBe(value !== null && (value < (min ?? -1) || value > (max ?? 1000)));
    }
  }));
});
