import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountProblems, computedAmount, devicesAmount, startingAmountLimits, type Amount } from "./amount";

const ketamine: Amount = {
  medicine: "ketamine", route: "intravenous", weightKg: 70, lastWeightKg: null, mgPerKg: 0.5, devices: null, computedMg: 35, givenMg: 35,
};
const spray: Amount = {
  medicine: "esketamine", route: "intranasal", weightKg: null, lastWeightKg: null, mgPerKg: null, devices: 2, computedMg: 56, givenMg: 56,
};
const ask = (amount: Amount) => amountProblems(amount, startingAmountLimits);
const ids = (amount: Amount) => ask(amount).map(({ id }) => id);

describe("computed", () => {
  test("by weight, and by devices of 28 mg", () => {
    expect(computedAmount({ weightKg: 70, mgPerKg: 0.5 })).toBe(35);
    expect(devicesAmount({ devices: 3, mgPerDevice: 28 })).toBe(84);
    expect(devicesAmount({ devices: 2 })).toBe(56);
  });
  test.each([0, -70, Number.NaN, Number.POSITIVE_INFINITY])("never from a weight of %d", (weightKg) => {
    expect(() => computedAmount({ weightKg, mgPerKg: 0.5 })).toThrow(RangeError);
  });
  test.each([0, 1.5, -1, Number.NaN])("never from %d devices", (devices) => {
    expect(() => devicesAmount({ devices, mgPerDevice: 28 })).toThrow(RangeError);
  });
});

describe("what calls for a second look", () => {
  test("nothing, where given is what was computed, and nothing about what is not known yet", () => {
    expect(ask(ketamine)).toEqual([]);
    expect(ask(spray)).toEqual([]);
    expect(ask({ ...ketamine, weightKg: null, mgPerKg: null, computedMg: null, givenMg: null })).toEqual([]);
  });

  test.each([[38.5, []], [38.6, ["differs"]], [31.5, []], [31.4, ["differs"]], [0, ["differs"]]])("%d mg for 35", (givenMg, expected) => {
    expect(ids({ ...ketamine, givenMg })).toEqual(expected);
  });
  test("a difference in words", () => {
    expect(ask({ ...ketamine, givenMg: 40 })).toEqual([
      { id: "differs", words: "40 mg given is 14 % more than the 35 mg computed.", overridable: true },
    ]);
    expect(ask({ ...spray, givenMg: 28 })[0]?.words).toBe("28 mg given is 50 % less than the 56 mg computed.");
  });

  test.each([[84, ["weight-jump"]], [83.9, []], [56, ["weight-jump"]], [56.1, []]])("%d kg after 70", (weightKg, expected) => {
    const mg = weightKg * 0.5;
    expect(ids({ ...ketamine, weightKg, lastWeightKg: 70, computedMg: mg, givenMg: mg })).toEqual(expected);
  });
  test("a jump in words", () => {
    expect(ask({ ...ketamine, weightKg: 90, lastWeightKg: 70, computedMg: 45, givenMg: 45 })[0]).toEqual({
      id: "weight-jump", words: "90 kg is 29 % more than the 70 kg recorded last.", overridable: true,
    });
  });

  test("milligrams typed where mg/kg was meant", () => {
    expect(ask({ ...ketamine, mgPerKg: 35, computedMg: 2450, givenMg: null })).toEqual([
      { id: "looks-like-mg", words: "35 mg/kg looks like milligrams: 35 mg would be 0.5 mg/kg.", overridable: false },
    ]);
    expect(ids({ ...ketamine, weightKg: 30, mgPerKg: 3, computedMg: 90, givenMg: null })).toEqual(["looks-like-mg"]);
  });
  test("more than the clinic's limit", () => {
    expect(ids({ ...ketamine, mgPerKg: 1, computedMg: 70, givenMg: 70 })).toEqual([]);
    expect(ask({ ...ketamine, mgPerKg: 1.5, computedMg: 105, givenMg: 105 })).toEqual([
      { id: "above-limit", words: "1.5 mg/kg is above the clinic's limit of 1 mg/kg.", overridable: true },
    ]);
    expect(ask({ ...ketamine, mgPerKg: 5, computedMg: 350, givenMg: null })[0]).toMatchObject({ id: "above-limit", overridable: false });
    expect(ids({ ...ketamine, givenMg: 77 })).toEqual(["above-limit", "differs"]);
    expect(ask({ ...spray, devices: 4, computedMg: 112, givenMg: null })).toEqual([
      { id: "above-limit", words: "112 mg is above the clinic's limit of 3 devices (84 mg).", overridable: true },
    ]);
    expect(ids({ ...spray, devices: 3, computedMg: 84, givenMg: 84 })).toEqual([]);
  });

  test.each([
    [{ weightKg: 0 }, "weight"], [{ weightKg: -70 }, "weight"], [{ weightKg: Number.NaN }, "weight"], [{ weightKg: 700 }, "weight"],
    [{ mgPerKg: 0 }, "mg-per-kg"], [{ mgPerKg: Number.POSITIVE_INFINITY }, "mg-per-kg"],
    [{ devices: 1.5 }, "devices"], [{ devices: 0 }, "devices"], [{ givenMg: -1 }, "given"], [{ givenMg: Number.NaN }, "given"],
  ] as const)("%o cannot be, and no reason makes it so", (wrong, id) => {
    expect(ask({ ...ketamine, ...wrong })).toMatchObject([{ id, overridable: false }]);
  });
});

test("the same dose for every weight raises no question", () => {
  fc.assert(fc.property(fc.double({ min: 20, max: 400, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }), (weightKg, mgPerKg) => {
    const mg = computedAmount({ weightKg, mgPerKg });
    expect(ask({ ...ketamine, weightKg, mgPerKg, computedMg: mg, givenMg: mg })).toEqual([]);
  }));
});
